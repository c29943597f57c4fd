import { randomUUID } from 'node:crypto'
import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools'
import { listActingFor } from '#guardians/family-address.ts'
import { record } from '#journal/record.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { getPerson, listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { noticeMail, type About } from './emails.ts'
import { heldBack } from './held-back.ts'

export interface BankAccount {
  holder: string
  iban: string
  belongsTo: 'person' | 'representative'
  enteredAt: Date
}
/** What is sealed; `declaration` is the sentence that was ticked where the account is that of who acts for a child (MI-07). */
interface Sealed { holder: string; iban: string; declaration?: string | undefined }

export interface Entering {
  personId: string
  holder: string
  iban: string
  belongsTo: BankAccount['belongsTo']
  /** Where it is a representative's: the sentence as it stood on the page. */
  declaration?: string | undefined
  /** Who enters it acts for the person. */
  asRepresentative: boolean
}

/** Letters of the Latin script, with or without accents, digits, and the signs that payments know (SEPA rulebook). */
const readableByBanks = /^[\p{Script=Latin}\p{M}\d /\-?:().,'’+&]{1,70}$/u

/** An account number as it may be shown: country, and the last 4. */
export const masked = (iban: string) => `${iban.slice(0, 2)} •••• ${iban.slice(-4)}`

/**
 * Enters where money of a person goes; earlier accounts stay as history. Everybody who has a say is told by mail, and money waits (PO-06).
 * Needs a fresh proof. Only who acts for a child may name an own account, with a declaration (MI-07). Refused: what `heldBack` says,
 * `iban-wrong`, `iban-outside-sepa`, `holder-missing`, `holder-characters`, `money-declaration-missing`, `account-of-person-needed`,
 * `nothing-changed`.
 */
export async function enterBankAccount(ctx: Ctx, about: About, { personId, belongsTo, declaration, asRepresentative, ...typed }: Entering) {
  const held = await heldBack(ctx, personId, asRepresentative ? 'parent' : 'self', { review: true })
  if (held) return refused(held)
  const iban = electronicFormatIBAN(typed.iban) ?? ''
  if (!isValidIBAN(iban)) return refused('iban-wrong')
  if (!isSEPACountry(iban.slice(0, 2))) return refused('iban-outside-sepa')
  const holder = typed.holder.replace(/\s+/g, ' ').trim()
  if (!holder) return refused('holder-missing')
  if (!readableByBanks.test(holder)) return refused('holder-characters')
  if (belongsTo === 'representative' && !asRepresentative) return refused('account-of-person-needed')
  if (belongsTo === 'representative' && !declaration) return refused('money-declaration-missing')
  const now = await findBankAccount(ctx, personId)
  if (now && now.iban === iban && now.holder === holder && now.belongsTo === belongsTo) return refused('nothing-changed')
  const safe = await ctx.vault.open(ctx.db, personId)
  const sealed: Sealed = { holder, iban, ...(belongsTo === 'representative' && { declaration }) }
  const id = randomUUID()
  await ctx.db.insertInto('bank_account').values({
    person_id: personId, id, belongs_to: belongsTo, account: safe.seal('bank_account.account', JSON.stringify(sealed)), actor: ctx.actor,
    entered_at: ctx.now,
  }).execute()
  await record(ctx, 'accounts.bank-account-entered', personId, { accountId: id, belongsTo })
  await tell(ctx, about, personId, id)
  return done()
}

/** The account that counts now: the newest. One of a representative counts no more once the person is 18 (MI-07, PO-05). */
export async function findBankAccount({ db, vault, now }: Pick<Ctx, 'db' | 'vault' | 'now'>,
  personId: string): Promise<BankAccount | undefined> {
  const row = await db.selectFrom('bank_account').select(['account', 'belongs_to', 'entered_at']).where('person_id', '=', personId)
    .orderBy('entered_at', 'desc').orderBy('id').limit(1).executeTakeFirst()
  if (!row) return undefined
  const { birthDate } = await getPerson({ db, vault }, personId)
  if (row.belongs_to === 'representative' && isAdultOn(birthDate, dayIn(legalZone, now))) return undefined
  const { holder, iban } = JSON.parse((await vault.open(db, personId)).text('bank_account.account', row.account)) as Sealed
  return { holder, iban, belongsTo: row.belongs_to as BankAccount['belongsTo'], enteredAt: row.entered_at }
}

/** Tells the person and who acts for them, each address once. */
async function tell(ctx: Ctx, about: About, personId: string, id: string) {
  const [person, ...others] = await listPersons(ctx, [personId, ...(await listActingFor(ctx, personId))])
  const told = new Set<string>()
  for (const { personId: whose, email } of [person!, ...others]) {
    if (email === undefined || told.has(email)) continue
    told.add(email)
    await queueMail(ctx, {
      personId: whose, once: `bank-account:${id}`, kind: 'bank-account', language: about.organisation.language, to: email,
      message: noticeMail(about, 'bankAccount', ctx.now, { name: person!.legalName }),
    })
  }
}

import { randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import { isPlusAlias } from '#identity/address.ts'
import { dayIn } from '#platform/clock.ts'
import { isAdultOn, legalZone } from './age.ts'
import { flag } from './flag.ts'
import { findNewest } from './queries.ts'

/** A person as the details step gives it. Dates are `YYYY-MM-DD`, the country two letters. A child needs no address of its own. */
export interface Person {
  legalName: string
  birthDate: string
  email?: string | undefined
  address: { street: string; postcode: string; city: string; country: string }
}

/** Where and when the company's product was used; months are `YYYY-MM`. */
export interface Usage {
  accounts: Record<string, string>
  from: string
  until: string | null
}

/** The success fee as agreed (SF-01): which of the two, and both as they stood then; later terms of the claim change nothing. */
export interface AgreedSuccessFee {
  choice: 'fixed' | 'percent'
  fixedCents: number
  percent: number
}

export interface Participation {
  claim: string
  language: 'en' | 'nl'
  successFee: AgreedSuccessFee
  startEarly: boolean
  usage: Usage
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference people can read out: 12 characters of 5 random bits, no I, L, O or U. */
const newReference = () => Array.from(randomBytes(12), (byte) => alphabet[byte & 31]).join('')

/** The blind index under which a birthday is found without reading birth dates; kept only of who is under 18 (MI-01). */
export const birthIndexOf = (ctx: Pick<Ctx, 'vault'>, birthDate: string): Buffer => ctx.vault.index('birth-date', birthDate)

/**
 * Writes a new person into the vault's tables, and flags (never blocks) aliases and shared addresses for a human (AD-03, AD-05).
 * A child has no `email`: mail goes to who represents it.
 */
export async function admit(ctx: Ctx, personId: string, language: 'en' | 'nl', person: Person): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const emailIndex = person.email === undefined ? null : ctx.vault.index('email', person.email)
  const shared = emailIndex
    && (await ctx.db.selectFrom('participant').select('person_id').where('email_index', '=', emailIndex).limit(1).executeTakeFirst())
  const underAge = !isAdultOn(person.birthDate, dayIn(legalZone, ctx.now))
  await ctx.db.insertInto('participant').values({
    person_id: personId,
    email_index: emailIndex,
    email: person.email === undefined ? null : safe.seal('participant.email', person.email),
    legal_name: safe.seal('participant.legal_name', person.legalName),
    birth_date: safe.seal('participant.birth_date', person.birthDate),
    birth_index: underAge ? birthIndexOf(ctx, person.birthDate) : null,
    address: safe.seal('participant.address', JSON.stringify(person.address)),
    country: person.address.country,
    language,
    admitted_at: ctx.now,
  }).execute()
  await record(ctx, 'participants.admitted', personId)
  if (person.email !== undefined && isPlusAlias(person.email)) await flag(ctx, personId, 'plus-alias')
  if (shared) await flag(ctx, personId, 'shared-address')
}

/**
 * Ties a person to a claim; answers the reference of the participation and its round: 1, or more for who left the claim before and joins
 * again. Throws where the person takes part already; the caller holds the person's other submissions back.
 */
export async function takePart(ctx: Ctx, personId: string,
  { claim, language, successFee, startEarly, usage }: Participation): Promise<{ reference: string; round: number }> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const before = await findNewest(ctx, personId, claim)
  if (before && !before.end) throw new Error(`person ${personId} takes part in ${claim} already`)
  const [reference, round] = [newReference(), (before?.round ?? 0) + 1]
  await ctx.db.insertInto('participation').values({
    person_id: personId, claim, round, reference, language, start_early: startEarly,
    success_fee: successFee.choice, success_fixed_cents: successFee.fixedCents, success_percent: successFee.percent,
    usage: safe.seal('participation.usage', JSON.stringify(usage)), joined_at: ctx.now,
  }).execute()
  await record(ctx, 'participants.joined', personId, { claim, round })
  return { reference, round }
}

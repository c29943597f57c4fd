import { randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import { isPlusAlias } from '#identity/address.ts'

/** A person as the details step gives it. Dates are `YYYY-MM-DD`, the country two letters. */
export interface Person {
  legalName: string
  birthDate: string
  email: string
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

/** Writes a new person into the vault's tables, and flags (never blocks) aliases and shared addresses for a human (AD-03, AD-05). */
export async function admit(ctx: Ctx, personId: string, emailIndex: Buffer, language: 'en' | 'nl', person: Person): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const shared = await ctx.db.selectFrom('participant').select('person_id').where('email_index', '=', emailIndex).limit(1).executeTakeFirst()
  await ctx.db.insertInto('participant').values({
    person_id: personId,
    email_index: emailIndex,
    email: safe.seal('participant.email', person.email),
    legal_name: safe.seal('participant.legal_name', person.legalName),
    birth_date: safe.seal('participant.birth_date', person.birthDate),
    address: safe.seal('participant.address', JSON.stringify(person.address)),
    country: person.address.country,
    language,
    admitted_at: ctx.now,
  }).execute()
  await record(ctx, 'participants.admitted', personId)
  if (isPlusAlias(person.email)) await flag(ctx, personId, 'plus-alias')
  if (shared) await flag(ctx, personId, 'shared-address')
}

async function flag(ctx: Ctx, personId: string, name: 'plus-alias' | 'shared-address') {
  await ctx.db.insertInto('participant_flag').values({ person_id: personId, flag: name, flagged_at: ctx.now }).execute()
  await record(ctx, 'participants.flagged', personId, { flag: name })
}

/** Ties a person to a claim; answers the reference of the participation. One participation per person and claim. */
export async function takePart(ctx: Ctx, personId: string, { claim, language, successFee, startEarly, usage }: Participation): Promise<string> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const reference = newReference()
  await ctx.db.insertInto('participation').values({
    person_id: personId, claim, reference, language, start_early: startEarly,
    success_fee: successFee.choice, success_fixed_cents: successFee.fixedCents, success_percent: successFee.percent,
    usage: safe.seal('participation.usage', JSON.stringify(usage)), joined_at: ctx.now,
  }).execute()
  return reference
}

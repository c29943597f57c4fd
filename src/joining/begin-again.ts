import type { ClaimContent } from '#claims/queries.ts'
import { acceptsSignUps } from '#claims/phase.ts'
import { record } from '#journal/record.ts'
import { isAdultOn } from '#participants/age.ts'
import { isExcluded } from '#participants/hindrances.ts'
import { findNewest, findParticipation, getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Answers, Child } from './answers.ts'
import type { Purpose } from './queries.ts'
import { isAnswered, stepsOf } from './steps.ts'

export interface BeginningAgain {
  personId: string
  purpose: Purpose
  /** Only for a child or children: then the person may take part already. */
  who?: 'self' | 'children'
  /** The children, where they are known already; their representative still declares and signs. */
  children?: Child[]
  /** When the session that asks for it proved the address (ISO 8601, UTC). */
  provenAt: string
  /** What is stated by beginning, with the texts that stood beside it. */
  statement: Answers['statement']
}

/**
 * A person who is known joins another claim or joins again (`join`), signs anew what changed (`renew`, SG-06), or takes over at 18
 * (`come-of-age`). Only what is new is asked: name, date of birth and address are those of the account. A draft that was begun and not
 * submitted starts over. Refused: `claim-closed`, `takes-part-already`, `takes-no-part` (nothing to renew), `email-needed`, `under-18` (a
 * child signs nothing, 1:234 BW), `excluded` from this claim by the desk.
 */
export async function beginAgain(ctx: Ctx, claim: ClaimContent,
  { personId, purpose, who = 'self', children, provenAt, statement }: BeginningAgain) {
  const newest = await findNewest(ctx, personId, claim.slug)
  const lives = newest !== undefined && !newest.end
  if (purpose === 'join' && who === 'self' && lives) return refused('takes-part-already')
  if (purpose === 'join' && !acceptsSignUps(claim.facts)) return refused('claim-closed')
  if (purpose !== 'join' && who === 'self' && !lives) return refused('takes-no-part')
  if (who === 'self' && (await isExcluded(ctx, personId, claim.slug))) return refused('excluded')
  const person = await getPerson(ctx, personId)
  if (person.email === undefined) return refused('email-needed')
  if (!isAdultOn(person.birthDate, dayIn(claim.facts.timeZone, ctx.now))) return refused('under-18')
  const before = newest && (await findParticipation(ctx, personId, claim.slug))
  const answers: Answers = {
    name: person.legalName, email: person.email, statement, code: { provenAt }, who,
    details: { legalName: person.legalName, birthDate: person.birthDate, address: person.address,
      ...(before && who === 'self' && { usage: before.usage }) },
    ...(children && { children }),
    screens: [{ screen: 'account', at: ctx.now.toISOString() }],
  }
  const safe = await ctx.vault.open(ctx.db, personId)
  const row = {
    language: claim.language, email_index: ctx.vault.index('email', person.email), purpose,
    answers: safe.seal('draft.answers', JSON.stringify(answers)),
    started_at: ctx.now, changed_at: ctx.now, confirmed_at: ctx.now, submitted_at: null, reminded_at: null,
  }
  await ctx.db.insertInto('draft').values({ person_id: personId, claim: claim.slug, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'claim']).doUpdateSet(row)).execute()
  await record(ctx, 'joining.started', personId, {
    claim: claim.slug, purpose,
    ...(purpose === 'join' && { reached: stepsOf(answers).filter((step) => isAnswered(answers, step)).join(' ') }),
  })
  return done()
}

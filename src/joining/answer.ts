import { record } from '#journal/record.ts'
import { isAdultOn } from '#participants/age.ts'
import { cleaned, isTurnedRound } from '#participants/given.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { clean, missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Answers } from './answers.ts'
import { keep } from './keep.ts'
import type { Draft } from './queries.ts'
import { reached } from './reached.ts'

type Details = NonNullable<Answers['details']>

/**
 * Keeps the details of the person who joins. Refused: `under-18` (this person cannot sign alone, art. 1:234 BW), `birth-date-future`,
 * `name-characters` (a character no document can show), `address-characters`, `period-turned-round`, `already-submitted`.
 */
export async function answerDetails(ctx: Ctx, draft: Draft, timeZone: string, given: Details) {
  if (draft.submittedAt) return refused('already-submitted')
  const today = dayIn(timeZone, ctx.now)
  const usage = given.usage && { ...given.usage, accounts: cleaned(given.usage.accounts) }
  const details: Details = { legalName: clean(given.legalName, 150), birthDate: given.birthDate, address: cleaned(given.address),
    ...(usage && { usage }) }
  if (details.birthDate > today) return refused('birth-date-future')
  if (!isAdultOn(details.birthDate, today)) return refused('under-18')
  if (missingGlyphs(details.legalName).length) return refused('name-characters')
  if (missingGlyphs(Object.values({ ...details.address, ...usage?.accounts }).join(' ')).length) return refused('address-characters')
  if (usage && isTurnedRound(usage, today)) return refused('period-turned-round')
  await record(ctx, 'joining.details-given', draft.personId, reached(draft, 'details'))
  return done(await keep(ctx, draft, 'details', { details }))
}

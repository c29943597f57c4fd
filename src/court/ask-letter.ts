import { randomUUID } from 'node:crypto'
import type { Reached } from '#accounts/reach.ts'
import { record } from '#journal/record.ts'
import { findLeaving, type Leaving } from '#leaving/leavers.ts'
import { getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { country } from '#words/formats.ts'
import { typesetCourtLetter } from './jobs.ts'
import type { LetterContent } from './queries.ts'
import { courtTerm, courtWay, type Residence } from './way.ts'

export interface AskingLetter { emailIndex: Buffer; personId: string; claim: string; residence: Residence; language: 'en' | 'nl' }

/**
 * Has a letter to the court registry made, to opt out or in as the law says for where the person lived on the day that counts (1018f Rv,
 * WA-08). The participant signs and sends it. It ends no agreement, and an agreement that ended is no hindrance (WA-09). Answers the id of
 * the letter. Refused: `takes-no-part` (also for whom the account does not leave), `court-closed` (no term runs).
 */
export async function askLetter(ctx: Ctx, { emailIndex, personId, claim, residence, language }: AskingLetter) {
  const leaving = await findLeaving(ctx, emailIndex, personId, claim)
  if (!leaving) return refused('takes-no-part')
  const { court, timeZone } = leaving.facts
  if (!court || courtTerm(court, dayIn(timeZone, ctx.now)) !== 'open') return refused('court-closed')
  const [safe, id, kind] = [await ctx.vault.open(ctx.db, personId), randomUUID(), courtWay(court, residence)]
  const letter = await contentOf(ctx, leaving, court, { residence, language })
  await ctx.db.insertInto('court_letter').values({
    person_id: personId, id, claim, kind, language, letter: safe.seal('court_letter.letter', JSON.stringify(letter)), asked_at: ctx.now,
  }).execute()
  await record(ctx, 'court.letter-asked', personId, { letterId: id, claim, kind })
  await ctx.jobs.queue(ctx.db, typesetCourtLetter, { personId, letterId: id })
  return done(id)
}

async function contentOf(ctx: Ctx, { of, facts }: Leaving, court: NonNullable<Leaving['facts']['court']>,
  { residence, language }: Pick<AskingLetter, 'residence' | 'language'>): Promise<LetterContent> {
  const { legalName, birthDate, address } = of.person
  const { name, caseNumber, referenceDate } = court
  return {
    court: { name, address: court.address, caseNumber, referenceDate }, claim: facts.name[language],
    respondent: facts.respondents.at(-1)!.name,
    name: legalName, birthDate, address: [address.street, `${address.postcode} ${address.city}`, country(language, address.country)],
    residence,
    ...(await representativeOf(ctx, of)),
  }
}

async function representativeOf(ctx: Ctx, { as, representativeId }: Reached): Promise<Pick<LetterContent, 'representative'>> {
  if (as === 'self' || !representativeId) return {}
  return { representative: { name: (await getPerson(ctx, representativeId)).legalName, relation: as } }
}

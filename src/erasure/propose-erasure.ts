import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { listProposals, type Proposal } from '#organisers/four-eyes/proposals.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { refused } from '#platform/outcome.ts'
import { identityChecks, waysToAnswer, waysToAsk, type DeskReason } from './desk-reasons.ts'
import { findDeskSubject } from './desk-subject.ts'
import { erase, mayErase } from './erase.ts'

export interface ErasureAsked {
  because: DeskReason
  cameBy: (typeof waysToAsk)[number]
  identity: (typeof identityChecks)[number]
  /** The day on which it reached the foundation; from it runs the month of art. 12(3). */
  askedOn: string
  answerBy: (typeof waysToAnswer)[number]
}

/**
 * Proposes to erase somebody, for somebody else at the desk to approve (SE-03, SE-06). Refused: what `mayErase` refuses; `no-person`;
 * `asked-in-future`; `identity-unchecked` where somebody asked and nobody made sure who; `no-address-to-answer` where the receipt should be
 * mailed and no address is known; `proposed-already` while another proposal waits.
 */
export async function proposeErasure(ctx: Ctx, personId: string, asked: ErasureAsked) {
  const subject = await findDeskSubject(ctx, personId)
  if (!subject) return refused('no-person')
  const may = await mayErase(ctx, subject, asked.because)
  if (!may.ok) return may
  if (asked.askedOn > dayIn(legalZone, ctx.now)) return refused('asked-in-future')
  if (asked.identity === 'not-needed' && asked.cameBy !== 'found') return refused('identity-unchecked')
  if (asked.answerBy === 'mail' && !subject.email) return refused('no-address-to-answer')
  if ((await waitingErasures(ctx, personId)).length) return refused('proposed-already')
  const id = randomUUID()
  await ctx.db.insertInto('desk_erasure').values({
    person_id: personId, id, because: asked.because, came_by: asked.cameBy, identity: asked.identity, asked_on: asked.askedOn,
    answer_by: asked.answerBy, prepared_by: actingOrganiser(ctx), prepared_at: ctx.now,
  }).execute()
  await record(ctx, 'erasure.prepared', personId, { erasureId: id, because: asked.because, identity: asked.identity })
  return propose(ctx, { act: 'erasure', subject: { erasureId: id }, aboutPerson: personId })
}

/** Proposals to erase a person that wait for an answer. */
export const waitingErasures = (reader: Pick<Ctx, 'db' | 'vault' | 'now'>, personId: string): Promise<Proposal[]> =>
  listProposals(reader, { acts: ['erasure'], aboutPerson: personId, waiting: true })

/** What was written down when erasing somebody was proposed; undefined where there is nothing. */
export async function findErasureAsked({ db }: Pick<Ctx, 'db'>, { aboutPerson, subject }: Pick<Proposal,
  'aboutPerson' | 'subject'>): Promise<ErasureAsked | undefined> {
  const row = aboutPerson === null ? undefined : await db.selectFrom('desk_erasure').selectAll().where('person_id', '=', aboutPerson)
    .where('id', '=', String(subject['erasureId'])).executeTakeFirst()
  return row && { because: row.because as DeskReason, cameBy: row.came_by as ErasureAsked['cameBy'],
    identity: row.identity as ErasureAsked['identity'], askedOn: row.asked_on, answerBy: row.answer_by as ErasureAsked['answerBy'] }
}

/**
 * Erases whom two people agreed to erase, in the transaction of the approval: the same erasure as from the account, with its receipt unless
 * the foundation answers by letter. Refused: what `mayErase` refuses now; `no-person`.
 */
export async function carryOutErasure(ctx: Ctx, proposal: Proposal, { origin }: { origin: string }) {
  const [subject, asked] = await Promise.all([findDeskSubject(ctx, proposal.aboutPerson ?? ''), findErasureAsked(ctx, proposal)])
  if (!subject || !asked) return refused('no-person')
  return erase(ctx, subject, { language: subject.language, origin, channel: 'desk', decided: asked.because,
    byLetter: asked.answerBy === 'letter' || !subject.email })
}

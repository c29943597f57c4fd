import { heldBack } from '#accounts/held-back.ts'
import { getContent, getOrganisation } from '#claims/queries.ts'
import { record } from '#journal/record.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { eraseDraft } from '#joining/erase-draft.ts'
import { endParticipation } from '#leaving/end-participation.ts'
import { queueEndedNotices } from '#mandates/ended-notices.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { listParticipations } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { decide } from './decisions.ts'
import type { DeskReason } from './desk-reasons.ts'
import { erasureReceipt } from './emails.ts'
import { forgetAllBut } from './forget-all.ts'
import { findHolds, type Hold } from './holds.ts'
import { finishErasure } from './jobs.ts'
import type { Subject } from '#archives/subjects.ts'

export interface Erasing {
  language: 'en' | 'nl'
  origin: string
  channel?: 'account' | 'desk'
  /** What the desk decided about, with two people; undefined from the account. */
  decided?: DeskReason
  /** The foundation answers by letter: no receipt is mailed. */
  byLetter?: boolean
}

/**
 * Erases a person on request (art. 17, SE-06): ends what lives, forgets at once all that nobody must keep, locks the rest with ground and
 * review date (art. 18), and queues the receipt. Key and address go when the receipt is out (`finish`). `subject` must come from
 * `findSubject`. Refused: what `mayErase` refuses.
 */
export async function erase(ctx: Ctx, subject: Subject, { language, origin, channel = 'account', decided, byLetter = false }: Erasing) {
  const { personId } = subject
  await lockPersons(ctx, [personId])
  const may = await mayErase(ctx, subject, decided)
  if (!may.ok) return may
  if (subject.as === undefined) return done(await eraseBegun(ctx, personId))
  const ended = await endLiving(ctx, personId, { channel, notice: { asked: 'erasure', at: ctx.now.toISOString(), language } })
  const holds = await findHolds(ctx, personId)
  const tookPart = (await listParticipations(ctx, [personId])).length > 0
  const names = await Promise.all(ended.map(async (slug) => (await getContent(ctx.db, slug, language)).facts.name[language]))
  const organisation = await getOrganisation(ctx.db, language)
  const receiptId = byLetter ? undefined : await queueMail(ctx, {
    personId, once: 'erased', kind: 'erasure-receipt', language, to: subject.email,
    message: erasureReceipt({ organisation, origin, at: ctx.now, name: subject.name, ended: names, decisions: decide(holds, { tookPart }),
      own: subject.askedBy === personId }),
  })
  await lock(ctx, personId, holds, receiptId)
  await forgetAllBut(ctx, personId, { exceptMail: receiptId })
  await ctx.jobs.queue(ctx.db, finishErasure, { personId })
  await record(ctx, 'erasure.asked', personId, { askedBy: subject.askedBy, whole: isWhole(holds), ended: ended.join(' '), channel,
    ...(decided && { because: decided }) })
  return done()
}

/** Nothing that needs the person's key has to be kept; the books hold numbers only. */
export const isWhole = (holds: readonly Hold[]): boolean => !holds.some(({ kept }) => kept === 'evidence')

/**
 * Whether erasing may be asked for. Refused: `erased-already`; what `heldBack` says, for it destroys what a dispute is about;
 * `represents-children` while somebody under this person's care takes part; `parent-ends-first` for a child of 16 or 17 whose agreement
 * lives, which only who represents it can end (MI-02); `nobody-ends-first` where nobody represents it. What two people of the desk
 * `decided` may be the very answer to a dispute about whose sign-up it is, or to an agreement that no parent signed.
 */
export async function mayErase(
  ctx: Pick<Ctx, 'db'>,
  { personId, as, age }: Pick<Subject, 'personId' | 'as' | 'age'>,
  decided?: DeskReason,
) {
  const asked = await ctx.db.selectFrom('erasure_request').select('asked_at').where('person_id', '=', personId).executeTakeFirst()
  if (asked) return refused('erased-already')
  const held = as && (await heldBack(ctx, personId, as, { review: true }))
  if (held && !(decided === 'not-theirs' && held !== 'child-suspended')) return refused(held)
  const cared = await ctx.db.selectFrom('representation').leftJoin('representation_end', (on) => on
    .onRef('representation_end.person_id', '=', 'representation.person_id')
      .onRef('representation_end.representative_id', '=', 'representation.representative_id'))
    .select('representation.person_id').where('representation.representative_id', '=', personId)
      .where('representation_end.ended_at', 'is', null).execute()
  const children = await listParticipations(ctx, cared.map((row) => row.person_id))
  if (children.some(({ end }) => !end)) return refused('represents-children')
  const living = (await listParticipations(ctx, [personId])).some(({ end }) => !end)
  if (as !== 'self' || age === undefined || age >= 18 || !living || decided === 'minor-without-parent' || decided === 'died') return done()
  const acted = (await listRepresentations(ctx, [personId])).some((each) => !each.end)
  return refused(acted ? 'parent-ends-first' : 'nobody-ends-first')
}

/** Ends every participation of a person that lives, because its person is erased; answers of which claims. */
export async function endLiving(ctx: Ctx, personId: string,
  { channel, notice }: { channel: 'account' | 'desk' | 'timer'; notice: object }): Promise<string[]> {
  const living = (await listParticipations(ctx, [personId])).filter(({ end }) => !end).map(({ claim }) => claim)
  const effectiveOn = dayIn(legalZone, ctx.now)
  for (const claim of living) {
    const ended = await endParticipation(ctx, personId, { claim, kind: 'erased', channel, notice, effectiveOn })
    if (ended.ok) await queueEndedNotices(ctx, personId, { claim, capacities: ended.value.capacities, effectiveOn })
  }
  return living
}

/** Writes down what is kept of a person and locked (art. 18), and that erasing was asked. */
export async function lock(ctx: Ctx, personId: string, holds: readonly Hold[], receiptId?: string): Promise<void> {
  const rows = holds.map(({ kept, ground, reviewOn }) => ({ person_id: personId, kept, ground, review_on: reviewOn,
    restricted_at: ctx.now }))
  if (rows.length) await ctx.db.insertInto('restriction').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
  await ctx.db.insertInto('erasure_request')
    .values({ person_id: personId, receipt_id: receiptId ?? null, whole: isWhole(holds), asked_at: ctx.now }).execute()
}

async function eraseBegun(ctx: Ctx, personId: string): Promise<void> {
  const drafts = await ctx.db.selectFrom('draft').select('claim').where('person_id', '=', personId).execute()
  for (const { claim } of drafts) await eraseDraft(ctx, personId, claim, 'on-request')
}

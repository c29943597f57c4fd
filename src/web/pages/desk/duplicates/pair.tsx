import * as z from 'zod'
import { grounds, judgeDifferent } from '#duplicates/judge.ts'
import { isMerged } from '#duplicates/merging/merges.ts'
import { findWaiting } from '#duplicates/merging/propose-merge.ts'
import { ordered } from '#duplicates/look.ts'
import { openPair } from '#duplicates/open-pair.ts'
import { findPair } from '#duplicates/pairs.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { namedIn, pairLink, twoOf, type Desk, type Place } from './pair-address.ts'
import { historyOf, Judge, Reasons } from './pair-parts.tsx'
import { SideBySide } from './side-by-side.tsx'
import { sidesOf } from './sides.ts'

const placeOf = (two: readonly [string, string], personId: string): Place => (personId === two[0] ? 'earlier' : 'later')

/** Of who was erased there is nothing to compare; a merge with that person can still be undone, so that the other one counts again. */
async function afterErasure(visit: Desk) {
  const [{ t }, named] = [visit, namedIn(visit)]
  const merged = named && (await isMerged(visit.ctx, named))
  if (!named || !merged) return missing
  return deskPageOf(visit, { title: t('desk.duplicates.pairTitle'), children: (
    <Notice t={t} kind="warning">
      <p>{t('desk.duplicates.oneErased')}</p>
      {may(visit, 'merges.propose') && (
        <p><a href={`${pairLink(visit, { personId: named[0], otherId: named[1] })}/unmerge`}>{t('desk.duplicates.toUnmerge')}</a></p>
      )}
    </Notice>
  ) })
}

/** Two people side by side, and the decision that they are two; that somebody looked is journaled for both (AD-03). */
export const pairPage = page('/:lang{en|nl}/desk/duplicates/:person/:other', {
  who: 'organiser',
  act: 'duplicates.see',
  sendAct: 'duplicates.judge',
  form: z.object({ ground: z.enum(grounds, 'ground-missing') }),
  async show(visit) {
    const two = await twoOf(visit)
    const sides = two && (await sidesOf(visit, two))
    if (!two || !sides) return afterErasure(visit)
    const { t, ctx, homeLink } = visit
    const pairOf = ordered(...two)
    await openPair(ctx, two)
    const [pair, waiting, merged, history] = [
      await findPair(ctx, pairOf), await findWaiting(ctx, two), await isMerged(ctx, two), await historyOf(visit, pairOf),
    ]
    const waits = ({ act, subject }: NonNullable<typeof waiting>) => (act === 'merge'
      ? `desk.duplicates.waiting.merge.${placeOf(two, String(subject['personId']))}` as const : 'desk.duplicates.waiting.unmerge')
    const survivorLeft = merged && (merged.intoId === two[0] ? sides.one : sides.other).claims.length === 0
    return deskPageOf(visit, { title: t('desk.duplicates.pairTitle'), children: (
      <>
        {waiting && (
          <Notice t={t} title={t('desk.duplicates.waits')}>
            <p>{t(waits(waiting))} <a href={homeLink(`/desk/proposals/${waiting.id}`)}>{t('desk.duplicates.toProposal')}</a></p>
          </Notice>
        )}
        {merged && (
          <Notice t={t} kind={survivorLeft ? 'warning' : 'info'} title={t(`desk.duplicates.isMerged.${placeOf(two, merged.personId)}`)}>
            <p>{t(survivorLeft ? 'desk.duplicates.survivorLeft' : 'desk.duplicates.isMergedLead')}</p>
            {may(visit, 'merges.propose') && (
              <p><a href={`${pairLink(visit, { personId: two[0], otherId: two[1] })}/unmerge`}>{t('desk.duplicates.toUnmerge')}</a></p>
            )}
          </Notice>
        )}
        {pair ? <Reasons visit={visit} pair={pair} /> : <p>{t('desk.duplicates.noPair')}</p>}
        <SideBySide visit={visit} sides={sides} />
        {pair?.open && !waiting && may(visit, 'duplicates.judge') && <Judge visit={visit} two={two} />}
        {history}
      </>
    ) })
  },
  async send(visit) {
    const two = await twoOf(visit)
    if (!two) return missing
    const judged = await judgeDifferent(visit.ctx, ordered(...two), visit.sent.ground)
    return judged.ok ? goTo(visit.homeLink('/desk/duplicates')) : again({ '': judged.because })
  },
})

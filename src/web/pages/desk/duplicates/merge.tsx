import * as z from 'zod'
import { mayMerge } from '#duplicates/merging/may-merge.ts'
import { isMerged } from '#duplicates/merging/merges.ts'
import { findWaiting, proposeMerge, proposeUnmerge } from '#duplicates/merging/propose-merge.ts'
import { listParticipations, listPersons } from '#participants/queries.ts'
import { dayAndTime } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { RadioField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { namedIn, pairLink, places, twoOf, type Desk } from './pair-address.ts'

const Back = ({ visit, two }: { visit: Desk; two: readonly [string, string] }) =>
  <p><a href={pairLink(visit, { personId: two[0], otherId: two[1] })}>{visit.t('desk.duplicates.back')}</a></p>

const Effects = ({ visit: { t }, of }: { visit: Desk; of: 'merge' | 'unmerge' }) => (
  <ul>
    {(['counts', 'fee', 'papers', 'access', 'mail', 'second'] as const).map((effect) => <li>{t(`desk.duplicates.${of}.${effect}`)}</li>)}
  </ul>
)

/** What merging does, which of the two stays, and proposing it; somebody else has to approve (AD-03, SE-03). */
export const mergePage = page('/:lang{en|nl}/desk/duplicates/:person/:other/merge', {
  who: 'organiser',
  act: 'merges.propose',
  form: z.object({ keep: z.enum(places, 'keep-missing') }),
  async show(visit) {
    const two = await twoOf(visit)
    const persons = two ? await listPersons(visit.ctx, two) : []
    if (!two || persons.length < 2) return missing
    const { t, language, ctx } = visit
    const may = await mayMerge(ctx, { personId: two[0], intoId: two[1] })
    const waiting = await findWaiting(ctx, two)
    const joinings = await listParticipations(ctx, two)
    const since = (id: string) => {
      const [first] = joinings.filter(({ personId }) => personId === id)
      return first ? t('desk.duplicates.joined', { at: dayAndTime(language, first.joinedAt), reference: first.reference }) : ''
    }
    const choices = places.map((value, at) => ({
      value, label: `${t(`desk.duplicates.${value}`)}: ${persons[at]!.legalName}`, hint: since(two[at]!),
    }))
    return deskPageOf(visit, { title: t('desk.duplicates.mergeTitle'), children: (
      <>
        <Back visit={visit} two={two} />
        {waiting || !may.ok ? <Notice t={t} kind="warning"><p>{t(`because.${may.ok ? 'merge-proposed' : may.because}`)}</p></Notice> : (
          <form method="post" action={`${pairLink(visit, { personId: two[0], otherId: two[1] })}/merge`} novalidate>
            <Effects visit={visit} of="merge" />
            <RadioField t={t} name="keep" label={t('desk.duplicates.keep')} hint={t('desk.duplicates.keepHint')}
              error={errorAt(visit, 'keep')} value={typedAt(visit, 'keep')} choices={choices} />
            <Actions><Button>{t('desk.duplicates.propose')}</Button></Actions>
          </form>
        )}
      </>
    ) })
  },
  async send(visit) {
    const two = await twoOf(visit)
    if (!two) return missing
    const [intoId, personId] = visit.sent.keep === 'earlier' ? two : two.toReversed() as [string, string]
    const proposed = await proposeMerge(visit.ctx, { personId, intoId })
    return proposed.ok ? goTo(pairLink(visit, { personId, otherId: intoId })) : again({ '': proposed.because })
  },
})

/** What undoing does, and proposing it; somebody else has to approve. */
export const unmergePage = page('/:lang{en|nl}/desk/duplicates/:person/:other/unmerge', {
  who: 'organiser',
  act: 'merges.propose',
  async show(visit) {
    const two = namedIn(visit)
    const merged = two && (await isMerged(visit.ctx, two))
    if (!two || !merged) return missing
    const { t } = visit
    return deskPageOf(visit, { title: t('desk.duplicates.unmergeTitle'), children: (
      <>
        <Back visit={visit} two={two} />
        {(await findWaiting(visit.ctx, two)) ? <Notice t={t} kind="warning"><p>{t('because.merge-proposed')}</p></Notice> : (
          <form method="post" action={`${pairLink(visit, { personId: two[0], otherId: two[1] })}/unmerge`} novalidate>
            <Effects visit={visit} of="unmerge" />
            <Actions><Button>{t('desk.duplicates.proposeUndo')}</Button></Actions>
          </form>
        )}
      </>
    ) })
  },
  async send(visit) {
    const two = namedIn(visit)
    const merged = two && (await isMerged(visit.ctx, two))
    if (!merged) return missing
    const proposed = await proposeUnmerge(visit.ctx, merged)
    return proposed.ok ? goTo(pairLink(visit, { personId: two[0], otherId: two[1] })) : again({ '': proposed.because })
  },
})

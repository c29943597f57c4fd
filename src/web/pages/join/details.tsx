import { answerDetails } from '#joining/answer.ts'
import { forChildren, forSelf } from '#joining/steps.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, goTo } from '#web/answer.ts'
import type { Visit } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { detailsForm } from './details-form.ts'
import { detailsOf, KnownDetails, knownOf } from './details-known.tsx'
import { JoinLayout, joinStep } from './journey.tsx'
import { PersonFields } from './person-fields.tsx'
import { UsageFields } from './usage-fields.tsx'

/** Somebody new tells everything; who signs for a child only tells nothing of an own use. */
const NewDetails = ({ visit }: { visit: Visit<'joiner'> }) => (
  <>
    <PersonFields visit={visit} known={visit.draft.answers.details} name={visit.draft.answers.name} />
    {forSelf(visit.draft.answers)
      ? <UsageFields visit={visit} facts={visit.claim.facts} known={visit.draft.answers.details?.usage} />
      : <input type="hidden" name="without-usage" value="yes" />}
  </>
)

export const detailsPage = joinStep('details', {
  form: detailsForm,
  async show(visit) {
    const known = await knownOf(visit)
    return (
      <JoinLayout visit={visit} at="details" title={visit.t('join.details.title')}>
        <p class="lead">{visit.t(forSelf(visit.draft.answers) ? 'join.details.lead' : 'join.details.leadParent')}</p>
        <form method="post" action={visit.claimLink('/join/details')} novalidate>
          {known ? <KnownDetails visit={visit} known={known} /> : <NewDetails visit={visit} />}
          <Actions><Button busy={visit.t('join.busy')}>{visit.t('join.next')}</Button></Actions>
        </form>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, draft, claim, sent, claimLink } = visit
    const answered = await answerDetails(ctx, draft, claim.facts.timeZone, detailsOf(await knownOf(visit), sent))
    if (answered.ok) return goTo(claimLink(forChildren(draft.answers) ? '/join/children' : '/join/agreements'))
    if (answered.because === 'under-18') return goTo(claimLink('/join/parent'))
    const unprintable = [...Object.entries(sent.address),
      ...Object.entries(sent.usage?.accounts ?? {}).map(([kind, typed]) => [`account-${kind}`, typed] as const)]
      .find(([, typed]) => missingGlyphs(typed).length)?.[0] ?? 'street'
    const fields = { 'name-characters': 'legalName', 'address-characters': unprintable, 'birth-date-future': 'birthDate',
      'period-turned-round': 'until', 'already-submitted': '' } as const
    return again({ [fields[answered.because]]: answered.because })
  },
})

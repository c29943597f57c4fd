import { answerDetails } from '#joining/answer.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, goTo } from '#web/answer.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { detailsForm } from './details-form.ts'
import { JoinLayout, joinStep } from './journey.tsx'
import { PersonFields } from './person-fields.tsx'
import { UsageFields } from './usage-fields.tsx'

export const detailsPage = joinStep('details', {
  form: detailsForm,
  show: (visit) => (
    <JoinLayout visit={visit} at="details" title={visit.t('join.details.title')}>
      <p class="lead">{visit.t('join.details.lead')}</p>
      <form method="post" action={visit.claimLink('/join/details')} novalidate>
        <PersonFields visit={visit} known={visit.draft.answers.details} name={visit.draft.answers.name} />
        <UsageFields visit={visit} facts={visit.claim.facts} known={visit.draft.answers.details?.usage} />
        <Actions><Button busy={visit.t('join.busy')}>{visit.t('join.next')}</Button></Actions>
      </form>
    </JoinLayout>
  ),
  async send({ ctx, draft, claim, sent, claimLink }) {
    const answered = await answerDetails(ctx, draft, claim.facts.timeZone, sent)
    if (answered.ok) return goTo(claimLink('/join/agreements'))
    if (answered.because === 'under-18') return goTo(claimLink('/join/parent'))
    const unprintable = [...Object.entries(sent.address),
      ...Object.entries(sent.usage?.accounts ?? {}).map(([kind, typed]) => [`account-${kind}`, typed] as const)]
      .find(([, typed]) => missingGlyphs(typed).length)?.[0] ?? 'street'
    const fields = { 'name-characters': 'legalName', 'address-characters': unprintable, 'birth-date-future': 'birthDate',
      'period-turned-round': 'until', 'already-submitted': '' } as const
    return again({ [fields[answered.because]]: answered.because })
  },
})

import { answerDetails } from '#joining/answer.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, goTo } from '#web/answer.ts'
import type { Visit } from '#web/page.ts'
import { FieldGroup } from '#web/parts/field.tsx'
import { CheckField, DateField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { countryChoices } from './countries.ts'
import { accountKinds, detailsForm } from './details-form.ts'
import { errorAt, JoinLayout, joinStep, typedAt } from './journey.tsx'
import { MonthField } from './month-field.tsx'

/** What stands in a field: what was just typed, else the kept answer. */
function valuesOf(visit: Visit<'joiner'>) {
  const { details, name } = visit.draft.answers
  const fresh = Object.keys(visit.form.typed).length > 0
  const at = (field: string, kept: string | undefined) => (fresh ? typedAt(visit, field) : kept)
  const [year, month, day] = details?.birthDate.split('-') ?? []
  const parts = (field: string, value: string | null | undefined) =>
    ({ month: at(`${field}-month`, value?.slice(5)), year: at(`${field}-year`, value?.slice(0, 4)) })
  return {
    legalName: at('legalName', details?.legalName ?? name),
    birthDate: { day: at('birthDate-day', day), month: at('birthDate-month', month), year: at('birthDate-year', year) },
    street: at('street', details?.address.street), postcode: at('postcode', details?.address.postcode),
    city: at('city', details?.address.city),
    country: at('country', details?.address.country ?? (visit.language === 'nl' ? 'NL' : undefined)),
    account: (kind: string) => at(`account-${kind}`, details?.usage?.accounts[kind]),
    from: parts('from', details?.usage?.from), until: parts('until', details?.usage?.until),
    still: at('still', details?.usage?.until === null ? 'yes' : undefined) === 'yes',
  }
}

function Person({ visit }: { visit: Visit<'joiner'> }) {
  const { t, language } = visit
  const value = valuesOf(visit)
  const error = (field: string) => errorAt(visit, field)
  return (
    <>
      <TextField t={t} name="legalName" label={t('join.details.name')} hint={t('join.details.nameHint')} why={t('join.details.nameWhy')}
        error={error('legalName')} value={value.legalName} autocomplete="name" />
      <DateField t={t} name="birthDate" label={t('join.details.birth')} hint={t('join.details.birthHint')} why={t('join.details.birthWhy')}
        error={error('birthDate')} value={value.birthDate} birthday />
      <h2>{t('join.details.address')}</h2>
      <TextField t={t} name="street" label={t('join.details.street')} error={error('street')} value={value.street}
        autocomplete="address-line1" />
      <TextField t={t} name="postcode" label={t('join.details.postcode')} error={error('postcode')} value={value.postcode}
        autocomplete="postal-code" width="short" />
      <TextField t={t} name="city" label={t('join.details.city')} error={error('city')} value={value.city} autocomplete="address-level2" />
      <SelectField t={t} name="country" label={t('join.details.country')} why={t('join.details.addressWhy')} error={error('country')}
        value={value.country}
        choices={countryChoices(language)} empty={t('join.details.countryEmpty')} autocomplete="country" />
    </>
  )
}

const typeOf = { username: 'text', email: 'email', phone: 'tel', 'customer-number': 'text' } as const

function Usage({ visit }: { visit: Visit<'joiner'> }) {
  const { t } = visit
  const { company, usage } = visit.claim.facts
  const value = valuesOf(visit)
  const asked = accountKinds.filter((kind) => usage.accounts.includes(kind))
  return (
    <>
      <h2>{t('join.details.usage', { company })}</h2>
      <FieldGroup t={t} name="accounts" target label={t('join.details.accounts', { company })} hint={t('join.details.usageHint')}
        why={t('join.details.usageWhy')} error={errorAt(visit, 'accounts')}>
        {asked.map((kind) => (
          <TextField t={t} name={`account-${kind}`} label={t(`join.details.account.${kind}`, { company })}
            error={errorAt(visit, `account-${kind}`)}
            value={value.account(kind)} type={typeOf[kind]} spellcheck={false} />
        ))}
      </FieldGroup>
      <MonthField t={t} name="from" label={t('join.details.from')} hint={t('join.details.periodHint')} why={t('join.details.periodWhy')}
        error={errorAt(visit, 'from')} value={value.from} />
      <MonthField t={t} name="until" label={t('join.details.until')} error={errorAt(visit, 'until')} value={value.until} />
      <CheckField t={t} name="still" label={t('join.details.still')} checked={value.still} />
    </>
  )
}

export const detailsPage = joinStep('details', {
  form: detailsForm,
  show: (visit) => (
    <JoinLayout visit={visit} at="details" title={visit.t('join.details.title')}>
      <p class="lead">{visit.t('join.details.lead')}</p>
      <form method="post" action={visit.claimLink('/join/details')} novalidate>
        <Person visit={visit} />
        <Usage visit={visit} />
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

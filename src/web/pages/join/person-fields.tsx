import type { Person } from '#participants/admit.ts'
import type { Ground } from '#web/page.ts'
import { DateField, SelectField, TextField } from '#web/parts/fields.tsx'
import { countryChoices } from './countries.ts'
import { errorAt } from '#web/parts/typed.ts'
import { valueIn } from './kept-values.ts'

/**
 * Name, date of birth and home address; read by `detailsForm` and `correctionForm`. `known` stands there until something is typed. Typed
 * `forSomebody` else, no field is filled in by the browser, and none says to the reader why it is asked.
 */
export function PersonFields({ visit, known, name, forSomebody = false }: {
  visit: Ground; known: Pick<Person, 'legalName' | 'birthDate' | 'address'> | undefined; name?: string | undefined; forSomebody?: boolean
}) {
  const { t, language } = visit
  const value = valueIn(visit)
  const error = (field: string) => errorAt(visit, field)
  const own = <V,>(given: V) => (forSomebody ? undefined : given)
  const [year, month, day] = known?.birthDate.split('-') ?? []
  return (
    <>
      <TextField t={t} name="legalName" label={t('join.details.name')}
        hint={t(forSomebody ? 'desk.correct.nameHint' : 'join.details.nameHint')} why={own(t('join.details.nameWhy'))}
        error={error('legalName')} value={value('legalName', known?.legalName ?? name)} autocomplete={own('name')} />
      <DateField t={t} name="birthDate" label={t('join.details.birth')} hint={t('join.details.birthHint')}
        why={own(t('join.details.birthWhy'))} error={error('birthDate')} birthday={!forSomebody}
        value={{ day: value('birthDate-day', day), month: value('birthDate-month', month), year: value('birthDate-year', year) }} />
      <h2>{t('join.details.address')}</h2>
      <TextField t={t} name="street" label={t('join.details.street')} error={error('street')} value={value('street', known?.address.street)}
        autocomplete={own('address-line1')} />
      <TextField t={t} name="postcode" label={t('join.details.postcode')} error={error('postcode')}
        value={value('postcode', known?.address.postcode)} autocomplete={own('postal-code')} width="short" />
      <TextField t={t} name="city" label={t('join.details.city')} error={error('city')} value={value('city', known?.address.city)}
        autocomplete={own('address-level2')} />
      <SelectField t={t} name="country" label={t('join.details.country')} why={own(t('join.details.addressWhy'))} error={error('country')}
        value={value('country', known?.address.country ?? (language === 'nl' ? 'NL' : undefined))}
        choices={countryChoices(language)} empty={t('join.details.countryEmpty')} autocomplete={own('country')} />
    </>
  )
}

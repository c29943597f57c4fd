import type { ParticipationState } from '#participants/state.ts'
import { ageBands, type Filter, type FilterName } from '#search/filter.ts'
import { Field } from '#web/parts/field.tsx'
import { SelectField } from '#web/parts/fields.tsx'
import { countryChoices } from '#web/pages/join/countries.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'

const states = ['active', 'needs-action', 'suspended', 'data-rights-own', 'confirm-at-18', 'excluded', 'merged', 'withdrawn',
  'terminated'] as const satisfies readonly ParticipationState[]
const flags = ['plus-alias', 'shared-address', 'own-access-by-reference', 'own-access-contested'] as const

/** What the list can be narrowed by, each a plain control of the form around it. */
export function FilterFields({ visit, filter, claimNames }: { visit: Desk; filter: Filter; claimNames: Readonly<Record<string, string>> }) {
  const { t, language } = visit
  const choose = (name: FilterName, choices: readonly { value: string; label: string }[]) => (
    <SelectField t={t} name={name} label={t(`desk.people.filter.${name}`)} value={filter[name]} choices={choices}
      empty={t('desk.people.all')} />
  )
  const day = (name: 'from' | 'to') => (
    <Field t={t} name={name} label={t(`desk.people.filter.${name}`)}>
      <input type="date" id={name} name={name} value={filter[name]} class="input" />
    </Field>
  )
  return (
    <div class="filter-fields">
      {choose('claim', Object.entries(claimNames).map(([value, label]) => ({ value, label })))}
      {choose('state', states.map((value) => ({ value, label: t(`desk.people.state.${value}`) })))}
      {choose('living', (['living', 'left'] as const).map((value) => ({ value, label: t(`desk.people.living.${value}`) })))}
      {choose('age', ageBands.map((value) => ({ value, label: t(`desk.people.age.${value}`) })))}
      {choose('represented', (['yes', 'no'] as const).map((value) => ({ value, label: t(`desk.people.represented.${value}`) })))}
      {choose('fee', (['fixed', 'percent'] as const).map((value) => ({ value, label: t(`desk.people.fee.${value}`) })))}
      {choose('sealed', (['yes', 'no'] as const).map((value) => ({ value, label: t(`desk.people.sealed.${value}`) })))}
      {choose('country', countryChoices(language))}
      {choose('language', (['nl', 'en'] as const).map((value) => ({ value, label: t(`desk.people.language.${value}`) })))}
      {choose('flag', flags.map((value) => ({ value, label: t(`desk.people.flag.${value}`) })))}
      {day('from')}
      {day('to')}
    </div>
  )
}

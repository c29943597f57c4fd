import type { Child } from '#joining/answers.ts'
import type { Visit } from '#web/page.ts'
import { DateField, RadioField, TextField } from '#web/parts/fields.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { valueIn } from './kept-values.ts'
import { UsageFields } from './usage-fields.tsx'

/** All that is asked of one child; `known` stands in the fields until something is typed. `like` is the child before: one family. */
export function ChildFields({ visit, known, like }: { visit: Visit<'joiner'>; known: Child | undefined; like: Child | undefined }) {
  const { t, claim } = visit
  const value = valueIn(visit)
  const error = (field: string) => errorAt(visit, field)
  const [year, month, day] = known?.birthDate.split('-') ?? []
  const { authority, otherParent } = known ?? like ?? {}
  return (
    <>
      <TextField t={t} name="legalName" label={t('join.child.name')} hint={t('join.child.nameHint')} error={error('legalName')}
        value={value('legalName', known?.legalName)} autocomplete="off" />
      <DateField t={t} name="birthDate" label={t('join.details.birth')} hint={t('join.child.birthHint')} why={t('join.child.birthWhy')}
        error={error('birthDate')}
        value={{ day: value('birthDate-day', day), month: value('birthDate-month', month), year: value('birthDate-year', year) }} />
      <RadioField t={t} name="authority" label={t('join.child.authority')} why={t('join.child.authorityWhy')} error={error('authority')}
        value={value('authority', authority)} choices={[
          { value: 'joint', label: t('join.child.joint') }, { value: 'sole', label: t('join.child.sole') },
          { value: 'guardianship', label: t('join.child.guardianship'), hint: t('join.child.guardianshipHint') },
        ]} />
      <UsageFields visit={visit} facts={claim.facts} known={known?.usage} ofChild />
      <h2>{t('join.child.other')}</h2>
      <p>{t('join.child.otherLead')}</p>
      <TextField t={t} name="otherName" label={t('join.child.otherName')} optional error={error('otherName')} autocomplete="off"
        value={value('otherName', otherParent?.name)} />
      <TextField t={t} name="otherEmail" type="email" inputmode="email" label={t('join.child.otherEmail')} optional
        error={error('otherEmail')} autocomplete="off" value={value('otherEmail', otherParent?.email)} />
    </>
  )
}

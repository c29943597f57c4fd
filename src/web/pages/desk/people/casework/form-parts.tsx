import * as z from 'zod'
import { because } from '#web/because.ts'
import { RadioField, TextField } from '#web/parts/fields.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'

/** Lines of text as they were typed, that may be empty. */
export const lines = z.string().default('').transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(4000, { error: because('text-too-long') }))
/** What the participant is told: never nothing. */
export const explanation = lines.pipe(z.string().min(20, { error: because('explanation-missing') }))
/** One ground of a closed list. */
export const oneOf = <C extends readonly string[]>(list: C) => z.enum(list as unknown as [C[number], ...C[number][]],
  { error: () => because('reason-missing') })

/** The grounds to choose from. */
export const ReasonField = ({ visit, label, choices, name = 'reason' }: {
  visit: Desk; label: string; choices: readonly { value: string; label: string }[]; name?: string
}) => <RadioField t={visit.t} name={name} label={label} error={errorAt(visit, name)} value={typedAt(visit, name)} choices={choices} />

/** The words to the participant, in whose language they are to be written. */
export const ExplanationField = ({ visit, language, label, optional = false }: {
  visit: Desk; language: 'en' | 'nl'; label?: string; optional?: boolean
}) => (
  <TextField t={visit.t} name="explanation" rows={6} maxlength={4000} label={label ?? visit.t('desk.decide.explanation')}
    optional={optional}
    hint={visit.t('desk.decide.explanationHint', { language: visit.t(`desk.person.language.${language}`) })}
    error={errorAt(visit, 'explanation')} value={typedAt(visit, 'explanation')} />
)

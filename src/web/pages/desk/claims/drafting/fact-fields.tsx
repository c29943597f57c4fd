import type { Document } from 'yaml'
import type { Finding } from '#claims/read-bundle.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import type { FormField } from '#drafting/facts-form.ts'
import { choicesOf, formFields, newItem, ticksOf } from '#drafting/facts-form.ts'
import type { Part } from '#drafting/parts.ts'
import type { ValueKind } from '#drafting/values.ts'
import { FieldGroup } from '#web/parts/field.tsx'
import { CheckField, SelectField, TextField } from '#web/parts/fields.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { choiceWords } from './choice-words.ts'
import { FieldFindings } from './findings.tsx'

export interface FactsForm {
  visit: Desk
  copy: WorkingCopy
  part: Part
  document: Document
  /** What each field shows: what was typed, or what is saved. */
  values: Record<string, string | undefined>
  /** The findings of each field, by its name. */
  findings: ReadonlyMap<string, Finding[]>
}

/** The fields of one item, or of a part that is one thing. */
export const ItemFields = ({ form, item }: { form: FactsForm; item?: number | typeof newItem }) => (
  <div class="fact-fields">{formFields(form.part, item).map((one) => <FactField form={form} one={one} />)}</div>
)

/** What a field is called in its form, with the language where it has one. */
export function labelOf({ t }: Desk, part: Part, { field, language }: FormField): string {
  const label = t(`desk.facts.field.${part.name as 'general'}.${field.name.replaceAll('.', '-') as 'name'}`)
  return language ? `${label} (${t(`desk.draft.language.${language}`)})` : label
}

function FactField({ form: { visit, copy, part, document, values, findings }, one }: { form: FactsForm; one: FormField }) {
  const { t } = visit
  const { name, field, language } = one
  const shared = { t, name, error: errorAt(visit, name), optional: field.optional, value: values[name], label: labelOf(visit, part, one) }
  return (
    <div class="fact-field">
      {ticksOf(one) ? (
        <Ticks form={{ visit, values }} one={one} label={shared.label} copy={copy} />
      ) : field.kind === 'yes' ? (
        <CheckField t={t} name={name} label={shared.label} checked={values[name] === 'yes'} error={shared.error} />
      ) : field.kind === 'choice' ? (
        <SelectField
          {...shared}
          empty={field.fallback === undefined ? t(field.optional ? 'desk.facts.nothingChosen' : 'desk.facts.choose') : undefined}
          choices={withPresent(choicesOf(document, field), values[name]).map((value) => ({
            value, label: choiceWords(visit, copy.files, field, value),
          }))}
        />
      ) : (
        <TextField {...shared} {...looksOf(field.kind, language !== undefined)} />
      )}
      <FieldFindings visit={visit} id={name} findings={findings.get(name) ?? []} />
    </div>
  )
}

/** Fixed words to tick; what was sent, or else what is saved, is ticked. */
function Ticks({
  form: { visit, values }, one, label, copy,
}: {
  form: Pick<FactsForm, 'visit' | 'values'>
  one: FormField
  label: string
  copy: WorkingCopy
}) {
  const { t } = visit
  const sent = values[one.name] === 'ticks'
  const saved = (values[one.name] ?? '').split('\n')
  return (
    <FieldGroup t={t} name={one.name} label={label} error={errorAt(visit, one.name)} target>
      <input type="hidden" name={one.name} value="ticks" />
      {ticksOf(one)?.map((word) => (
        <CheckField t={t} name={`${one.name}-${word}`} label={choiceWords(visit, copy.files, one.field, word)}
          checked={sent ? values[`${one.name}-${word}`] === 'yes' : saved.includes(word)} />
      ))}
    </FieldGroup>
  )
}

/** What stands there may be no choice any more; it is shown until somebody chooses again. */
const withPresent = (choices: string[], present: string | undefined) =>
  present && !choices.includes(present) ? [...choices, present] : choices

function looksOf(kind: ValueKind, sentence: boolean): Partial<Parameters<typeof TextField>[0]> {
  if (kind === 'lines' || kind === 'ids' || kind === 'hosts') return { rows: 3, spellcheck: kind === 'lines' }
  if (kind === 'euros') return { inputmode: 'decimal', prefix: '€', width: 'short' }
  if (kind === 'percent') return { inputmode: 'decimal', width: 'short' }
  if (kind === 'whole' || kind === 'hue') return { inputmode: 'numeric', width: 'short' }
  if (kind === 'date') return { type: 'date', width: 'medium' }
  if (kind === 'instant') return { type: 'datetime-local', width: 'medium' }
  if (kind === 'country' || kind === 'bic' || kind === 'disclosure') return { width: 'short', spellcheck: false }
  if (kind === 'id') return { width: 'medium', spellcheck: false }
  if (kind === 'address') return { type: 'url', inputmode: 'text', spellcheck: false }
  if (kind === 'email') return { type: 'email', inputmode: 'email', spellcheck: false }
  return sentence ? { rows: 2 } : {}
}

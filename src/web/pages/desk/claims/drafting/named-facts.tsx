import type { Document } from 'yaml'
import { languages, type Language } from '#claims/bundle.ts'
import type { Finding } from '#claims/read-bundle.ts'
import { factKinds, listNamedFacts, type FactKind } from '#drafting/named-facts.ts'
import { SelectField, TextField } from '#web/parts/fields.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { FieldFindings } from './findings.tsx'
import { ItemActs } from './fact-items.tsx'

/** What the rows of the form show when nothing was typed. */
export const namedValues = (document: Document, language: Language): Record<string, string> =>
  Object.fromEntries(
    listNamedFacts(document, language).flatMap(({ name, kind, value, values }, at) => [
      [`i${at}-name`, name],
      [`i${at}-kind`, kind],
      [`i${at}-value`, value],
      ...languages.map((one): [string, string] => [`i${at}-value-${one}`, values[one]]),
    ]),
  )

interface Rows {
  visit: Desk
  document: Document
  values: Record<string, string | undefined>
  findings: ReadonlyMap<string, Finding[]>
}

/** Facts that texts quote by name, one row each; the last row, empty, takes a new one. */
export function NamedFacts(rows: Rows) {
  const { visit, document, values } = rows
  const { t } = visit
  const count = listNamedFacts(document, visit.language).length
  const begun = ['new-name', 'new-value', 'new-kind'].some((field) => visit.form.errors[field]) || Boolean(values['new-name'])
  return (
    <>
      <p class="hint">{t('desk.facts.named.hint')}</p>
      <ol class="fact-items">
        {[...Array(count).keys()].map((at) => (
          <li>
            <fieldset>
              <legend>{values[`i${at}-name`]}</legend>
              <Row rows={rows} before={`i${at}-`} />
              <ItemActs visit={visit} item={at} count={count} of={values[`i${at}-name`] ?? ''} />
            </fieldset>
          </li>
        ))}
      </ol>
      <details class="disclosure" open={begun || count === 0}>
        <summary>{t('desk.facts.add')}</summary>
        <p class="hint">{t('desk.facts.addHint')}</p>
        <Row rows={rows} before="new-" />
        <ItemActs visit={visit} />
      </details>
    </>
  )
}

function Row({ rows: { visit, values, findings }, before }: { rows: Rows; before: string }) {
  const { t } = visit
  const field = (name: string, label: string) => ({
    t, name: before + name, label, value: values[before + name], error: errorAt(visit, before + name),
  })
  const kind = values[`${before}kind`]
  const inEach = kind === 'text' || before === 'new-'
  return (
    <div class="fact-fields">
      <div class="fact-field">
        <TextField {...field('name', t('desk.facts.named.name'))} width="medium" spellcheck={false} />
        <FieldFindings visit={visit} id={`${before}name`} findings={findings.get(`${before}name`) ?? []} />
      </div>
      <div class="fact-field">
        <SelectField {...field('kind', t('desk.facts.named.kind'))} value={kind ?? 'date'}
          choices={(Object.keys(factKinds) as FactKind[]).map((value) => ({ value, label: t(`desk.facts.kind.${value}`) }))} />
      </div>
      {kind !== 'text' && (
        <div class="fact-field">
          <TextField {...field('value', t('desk.facts.named.value'))} type={kind === 'date' ? 'date' : 'text'}
            optional={before === 'new-' ? true : undefined} />
        </div>
      )}
      {inEach && languages.map((one) => (
        <div class="fact-field">
          <TextField {...field(`value-${one}`, t('desk.facts.named.in', { language: t(`desk.draft.language.${one}`) }))}
            optional={before === 'new-' ? true : undefined} />
        </div>
      ))}
    </div>
  )
}

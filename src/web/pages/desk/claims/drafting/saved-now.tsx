import type { Document } from 'yaml'
import { countItems, formFields } from '#drafting/facts-form.ts'
import type { Part } from '#drafting/parts.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { labelOf } from './fact-fields.tsx'

interface Saved {
  visit: Desk
  part: Part | 'facts'
  document: Document
  /** The value of each field as it is saved, by the name of the field. */
  saved: Record<string, string>
}

/** After somebody else saved: their values where they differ, each with the way to its field, so that nothing is lost on either side. */
export function SavedNow({ visit, part, document, saved }: Saved) {
  const { t, form } = visit
  const labels = part === 'facts' ? namedLabels(visit, saved) : partLabels(visit, part, document)
  const differing = Object.entries(saved).filter(([field, value]) => value !== (form.typed[field] ?? '').replaceAll('\r\n', '\n'))
  return (
    <section class="theirs" aria-labelledby="saved-now">
      <h2 id="saved-now">{t('desk.facts.now')}</h2>
      <p>{t('desk.facts.nowHint')}</p>
      <dl class="desk-facts">{differing.map(([field, value]) => (
        <div><dt><a href={`#${field}`}>{labels.get(field) ?? field}</a></dt><dd>{value || '–'}</dd></div>
      ))}</dl>
    </section>
  )
}

function partLabels(visit: Desk, part: Part, document: Document): Map<string, string> {
  const items = part.shape === 'one' ? [undefined] : [...Array(countItems(document, part)).keys()]
  return new Map(items.flatMap((item) => formFields(part, item).map((one): [string, string] => {
    const label = labelOf(visit, part, one)
    return [one.name, item === undefined ? label : `${item + 1}: ${label}`]
  })))
}

/** Fields of the named facts under the name of each, as texts quote it. */
function namedLabels({ t }: Desk, saved: Record<string, string>): Map<string, string> {
  const words: Record<string, string> = {
    name: t('desk.facts.named.name'), kind: t('desk.facts.named.kind'), value: t('desk.facts.named.value'),
    'value-en': t('desk.facts.named.in', { language: t('desk.draft.language.en') }),
    'value-nl': t('desk.facts.named.in', { language: t('desk.draft.language.nl') }),
  }
  return new Map(Object.keys(saved).map((field) => {
    const [, item = '', inside = ''] = /^(i\d+)-(.+)$/.exec(field) ?? []
    return [field, `${saved[`${item}-name`] ?? ''}: ${words[inside] ?? inside}`]
  }))
}

import { languages } from '#claims/bundle.ts'
import type { BundleFile } from '#claims/read-bundle.ts'
import { factKinds, type FactKind } from '#drafting/named-facts.ts'
import { parts, type Field, type Part } from '#drafting/parts.ts'
import { titleOf } from '#drafting/texts.ts'
import type { ValueKind } from '#drafting/values.ts'
import type { FactChange } from '#publishing/compare-facts.ts'
import type { Ground } from '#web/page.ts'
import { choiceWords } from '#web/pages/desk/claims/drafting/choice-words.ts'
import { country, day, dayAndTime, money, number, percent } from '#words/formats.ts'
import { isWordKey, type WordKey } from '#words/words.ts'

/** Whose files they are, for the titles of what the facts point to. */
export interface Telling { visit: Ground; files: readonly BundleFile[] }

/** A fact that differs in the words of its form: where it stands, what it was and what it is. */
export function tellChange(telling: Telling, { path, before, after }: FactChange) {
  const { place, kind, field } = placeOf(telling, path)
  const told = (value: string | undefined) => (value === undefined ? undefined : valueWords(telling, kind, field, value))
  return { place: place.join(' › '), before: told(before), after: told(after) }
}

interface Place { place: string[]; kind: ValueKind; field?: Pick<Field, 'choices'> }

const families: Partial<Record<string, string>> = {
  timeline: 'timeline', documents: 'documents', news: 'news', faq: 'faq', disclosures: 'transparency', agreements: 'agreements',
}

function placeOf(telling: Telling, path: readonly string[]): Place {
  const { visit: { t } } = telling
  const [first = '', ...rest] = path
  if (first === 'phase') return { place: [t('desk.draft.phase')], kind: 'choice', field: {} }
  if (first === 'facts') return namedPlace(telling, rest)
  const of = telling.files.some((file) => file.path === 'organisation.yaml') ? 'organisation' : 'claim'
  const part = parts.find((one) => one.of === of && one.path[0] === first) ?? parts.find((one) => one.of === of && one.path.length === 0)
  if (!part) return { place: [...path], kind: 'words' }
  const name = t(`desk.facts.part.${part.name as 'general'}`)
  if (part.shape === 'one') return fieldPlace(telling, part, [name], part.path.length ? rest : path)
  const [item, ...inside] = rest
  if (item === undefined) return { place: [name], kind: 'ids', field: { choices: { of: families[part.name] as 'timeline' } } }
  return fieldPlace(telling, part, [name, itemWords(telling, part, item)], inside)
}

function fieldPlace({ visit: { t } }: Telling, part: Part, place: string[], path: readonly string[]): Place {
  const language = languages.find((one) => one === path.at(-1))
  const written = path.join('.')
  const field = part.fields.find((one) => one.name === written || (one.each && language && `${one.name}.${language}` === written))
  const key = `desk.facts.field.${part.name}.${field?.name.replaceAll('.', '-')}`
  if (!field || !isWordKey(key)) return { place: [...place, ...path], kind: 'words' }
  const label = (t as (known: WordKey) => string)(key)
  return {
    place: [...place, field.each && language ? `${label} (${t(`desk.draft.language.${language}`)})` : label],
    kind: field.kind, field,
  }
}

/** A named fact under its name, as texts quote it. */
function namedPlace({ visit: { t } }: Telling, [name = '', kind = '', language]: readonly string[]): Place {
  const inLanguage = languages.find((one) => one === language)
  const place = [t('desk.facts.part.facts'), inLanguage ? `${name} (${t(`desk.draft.language.${inLanguage}`)})` : name]
  return { place, kind: kind in factKinds ? factKinds[kind as FactKind] : 'words' }
}

/** An entry of a list by its title, by what its word means, or by its place. */
function itemWords({ visit, files }: Telling, part: Part, item: string): string {
  const family = families[part.name]
  const title = family && titleOf(files, `${family}/${item}`, visit.language)
  if (title) return part.name === 'disclosures' ? `${item} ${title}` : title
  return choiceWords(visit, files, part.fields[0] ?? {}, item)
}

function valueWords({ visit, files }: Telling, kind: ValueKind, field: Place['field'], value: string): string {
  const { t, language } = visit
  const amount = Number(value)
  switch (kind) {
    case 'euros':
      return Number.isSafeInteger(amount) ? money(language, amount) : value
    case 'percent':
      return Number.isFinite(amount) ? percent(language, amount) : value
    case 'whole':
      return Number.isFinite(amount) && amount > 9999 ? number(language, amount) : value
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? day(language, value) : value
    case 'instant':
      return Number.isNaN(Date.parse(value)) ? value : dayAndTime(language, new Date(value))
    case 'country':
      return /^[A-Z]{2}$/.test(value) ? country(language, value) : value
    case 'yes':
      return t(value === 'true' ? 'desk.transparency.yes' : 'desk.transparency.no')
    case 'choice':
      return choiceWords(visit, files, field ?? {}, value)
    case 'ids':
      return value === '[]'
        ? t('desk.version.nothing')
        : value
            .split(', ').map((one) => choiceWords(visit, files, field ?? {}, one)).join(', ')
    default:
      return value
  }
}

import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { lineInField, placeOf } from '#drafting/finding-place.ts'
import { titleOf } from '#drafting/texts.ts'
import type { Finding } from '#claims/read-bundle.ts'
import type { Ground } from '#web/page.ts'
import { day, money } from '#words/formats.ts'
import { isWordKey } from '#words/words.ts'
import { choiceWords } from './choice-words.ts'
import { claimDesk } from '#web/pages/desk/claims/working.ts'

/** What the check says, in the reader's language and with what to do about it. */
export function findingWords(visit: Ground, { code, values }: Finding): string {
  const { t } = visit
  const known: Record<string, string> = {
    id: '', file: '', problem: '', fact: '', field: '', slug: '', folder: '', name: '', date: '', agreement: '', cents: '', quote: '',
    written: '', form: '', mark: '', tag: '', statement: '', version: '', other: '', length: '', most: '', key: '', twin: '',
    ...inWords(visit, values),
  }
  return (t as (key: string, given: object) => string)(`desk.finding.${code}`, known)
}

/** Values that are codes or amounts in the check, as the reader knows them: kinds of agreement, days, euros. */
function inWords(visit: Ground, values: Record<string, string>): Record<string, string> {
  const kind = (word: string) => choiceWords(visit, [], {}, word)
  const ways: Record<string, (value: string) => string> = {
    agreement: kind,
    key: (value) => value.replace(/^[a-z-]+/, kind),
    twin: (value) => value.replace(/^[a-z-]+/, kind),
    cents: (value) => money(visit.language, Number(value)),
    date: (value) => day(visit.language, value),
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ways[name]?.(value) ?? value]))
}

/** Findings as a list that leads to where each is mended. */
export function FindingList({ visit, copy, findings }: { visit: Ground; copy: WorkingCopy; findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const where = whereOf(visit, copy, finding)
        return (
          <li>
            {where.href ? <a href={where.href}>{where.name}</a> : <strong>{where.name}</strong>}{': '}
            {findingWords(visit, finding)}
          </li>
        )
      })}
    </ul>
  )
}

function whereOf(visit: Ground, copy: WorkingCopy, finding: Finding): { name: string; href?: string } {
  const { t, language } = visit
  const place = placeOf(copy, finding)
  if (place.of === 'claim') return { name: t('desk.draft.inClaim', { claim: place.slug }), href: claimDesk(visit, place.slug) }
  if (place.of === 'files') return { name: t('desk.draft.inFiles') }
  if (place.of === 'facts') {
    const key = `desk.facts.part.${place.part}`
    return { name: isWordKey(key) ? t(key as 'desk.facts.part.general') : place.part,
      href: claimDesk(visit, copy.slug, `/facts/${place.part}${place.field ? `#${place.field}` : ''}`) }
  }
  const title = titleOf(copy.files, place.name, language) ?? place.name
  const at = lineInField(copy, finding)
  const line = at === undefined ? '' : `, ${t('desk.draft.line', { line: at })}`
  return { name: `${title} (${t(`desk.draft.language.${place.language}`)}${line})`,
    href: claimDesk(visit, copy.slug, `/texts/${place.name}#${place.language}`) }
}

/** The findings beside one field of a form. */
export function FieldFindings({ visit, findings, id }: { visit: Ground; findings: readonly Finding[]; id: string }) {
  if (!findings.length) return null
  return (
    <ul class="field-findings" id={`${id}-findings`}>{findings.map((finding) => <li>{findingWords(visit, finding)}</li>)}</ul>
  )
}

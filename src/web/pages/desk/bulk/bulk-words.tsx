import { bulkActs, type BulkActName } from '#bulk/acts.ts'
import type { Plan } from '#bulk/plans.ts'
import { listClaims } from '#claims/queries.ts'
import { listOrganisers } from '#organisers/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Filter } from '#search/filter.ts'
import { isWordKey, type T } from '#words/words.ts'
import { isBecause } from '#web/because.ts'
import type { Visit } from '#web/page.ts'
import { filterInWords } from '#web/parts/filter-words.ts'

export type Desk = Visit<'organiser'>

/** Where the words of the codes stand: most belong to what the desk does with one person. */
const wordsOf: Readonly<Record<string, string>> = {
  kind: 'desk.task.kind', role: 'desk.role', suspendReason: 'desk.reason.suspend', suspended: 'desk.bulk.value.suspended',
  liftReason: 'desk.reason.lift', flag: 'desk.people.flag', flagReason: 'desk.reason.resolve-flag', defect: 'desk.defect',
  extensionReason: 'desk.reason.extension', undoReason: 'desk.reason.undo', language: 'desk.bulk.value.language',
}

/** The word of a code of a parameter; a number, or a code without words, as it is. */
export function valueWords(t: T, name: string, value: unknown): string {
  const key = `${wordsOf[name] ?? ''}.${String(value)}`
  return isWordKey(key) ? t(key as 'desk.role.lawyer') : String(value)
}

/** The parameters of an act in words, one line each. */
export const paramLines = (t: T, act: BulkActName, params: Record<string, unknown>): { name: string; value: string }[] =>
  Object.keys(bulkActs[act].fields).filter((name) => params[name] !== undefined)
    .map((name) => ({ name: t(`desk.bulk.param.${name}` as 'desk.bulk.param.kind'), value: valueWords(t, name, params[name]) }))

/** Why something was not done for somebody; a code without words of its own is told as it is. */
export function becauseWords(t: T, because: string): string {
  const own = `desk.bulk.because.${because}`
  if (isWordKey(own)) return t(own as 'desk.bulk.because.failed')
  return isBecause(because) ? t(`because.${because}`) : because
}

/** A segment in words: one chip for each narrowing, or that it is everybody. */
export async function Segment({ visit, filter }: { visit: Desk; filter: Filter }) {
  const { t, language, ctx } = visit
  const names = Object.fromEntries((await listClaims(ctx.db)).map(({ slug, facts }) => [slug, facts.name[language]]))
  const parts = filterInWords(t, language, filter, names)
  if (!parts.length) return <span>{t('desk.bulk.everybody')}</span>
  return <ul class="chips">{parts.map(({ label, text }) => <li class="chip">{label}: {text}</li>)}</ul>
}

/** The names of organisers by id; whoever is there no more is told so. */
export async function organiserNames(
  reader: Pick<Ctx, 'db' | 'vault'>, t: T, ids: readonly (string | null | undefined)[],
): Promise<(id: string | null | undefined) => string> {
  const known = await listOrganisers(reader, [...new Set(ids.filter((id) => typeof id === 'string'))])
  return (id) => id ? known.find(({ personId }) => personId === id)?.name ?? t('desk.bulk.organiserGone') : t('desk.bulk.theProgram')
}

/** Where a plan stands, in one word. */
export const standOf = (t: T, { progress, proposalId, turnedDown }: Plan): string =>
  t(`desk.bulk.state.${progress?.state ?? turnedDown ?? (proposalId ? 'proposed' : 'drawn-up')}`)

import type { ComponentChildren } from 'preact'
import type { Merge } from '#duplicates/merging/merges.ts'
import type { Pair } from '#duplicates/pairs.ts'
import { listShared } from '#duplicates/shared.ts'
import { listPersons } from '#participants/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { pairLink, type Desk } from './pair-address.ts'

/** Names by id; nothing for who may not open people. */
async function namesOf(visit: Desk, ids: readonly string[]): Promise<Map<string, string>> {
  if (!may(visit, 'people.open')) return new Map()
  return new Map((await listPersons(visit.ctx, [...new Set(ids)])).map(({ personId, legalName }) => [personId, legalName]))
}

const Rows = ({ caption, heads, children }: { caption: string; heads: readonly string[]; children: ComponentChildren }) => (
  <DeskTable caption={caption}>
    <thead><tr>{heads.map((head) => <th scope="col">{head}</th>)}</tr></thead>
    <tbody>{children}</tbody>
  </DeskTable>
)

/** Pairs as a table; each leads to the two side by side. */
export async function pairsTable(visit: Desk, pairs: readonly Pair[], caption: string) {
  const { t, language } = visit
  const names = await namesOf(visit, pairs.flatMap(({ personId, otherId }) => [personId, otherId]))
  const name = (id: string) => names.get(id) ?? t('desk.duplicates.nameless')
  return (
    <Rows caption={caption}
      heads={[t('desk.duplicates.who'), t('desk.duplicates.agrees'), t('desk.duplicates.weight'), t('desk.duplicates.since')]}>
      {pairs.map((pair) => (
        <tr>
          <th scope="row">
            <a href={pairLink(visit, pair)}>{t('desk.duplicates.two', { one: name(pair.personId), other: name(pair.otherId) })}</a>
          </th>
          <td><ul class="plain">{pair.reasons.map((reason) => <li>{t(`desk.duplicates.reason.${reason}`)}</li>)}</ul></td>
          <td>{number(language, pair.weight)}{!pair.open && ` (${t('desk.duplicates.decided')})`}</td>
          <td>{dayAndTime(language, pair.foundAt)}</td>
        </tr>
      ))}
    </Rows>
  )
}

/** Who counts under whom. */
export async function mergesTable(visit: Desk, merges: readonly Merge[]) {
  const { t, language } = visit
  const names = await namesOf(visit, merges.flatMap(({ personId, intoId }) => [personId, intoId]))
  return (
    <Rows caption={t('desk.duplicates.view.merged')}
      heads={[t('desk.duplicates.gone'), t('desk.duplicates.stays'), t('desk.duplicates.since')]}>
      {merges.map((merge) => (
        <tr>
          <th scope="row"><a href={pairLink(visit, { personId: merge.personId, otherId: merge.intoId })}>
            {names.get(merge.personId) ?? t('desk.duplicates.nameless')}</a></th>
          <td>{names.get(merge.intoId) ?? t('desk.duplicates.nameless')}</td>
          <td>{dayAndTime(language, merge.mergedAt)}</td>
        </tr>
      ))}
    </Rows>
  )
}

/** Values that many share. */
export async function sharedTable(visit: Desk) {
  const { t, language, homeLink } = visit
  const shared = await listShared(visit.ctx)
  const names = await namesOf(visit, shared.flatMap(({ personIds }) => personIds))
  if (!shared.length) return <p>{t('desk.duplicates.none.shared')}</p>
  return (
    <Rows caption={t('desk.duplicates.view.shared')}
      heads={[t('desk.duplicates.what'), t('desk.duplicates.people'), t('desk.duplicates.amongThem')]}>
      {shared.map(({ kind, count, personIds }) => (
        <tr>
          <th scope="row">{t(`desk.duplicates.kind.${kind as 'iban'}`)}</th>
          <td>{count > 1000 ? t('desk.duplicates.over', { count: number(language, 1000) }) : number(language, count)}</td>
          <td>
            <ul class="plain">
              {personIds.map((id) => (
                <li><a href={homeLink(`/desk/people/${id}`)}>{names.get(id) ?? t('desk.duplicates.nameless')}</a></li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </Rows>
  )
}

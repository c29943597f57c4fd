import { listWorked, type Listed } from '#drafting/differences.ts'
import { findWorkingCopy, type WorkingCopy } from '#drafting/draft-bundle.ts'
import { page } from '#web/page.ts'
import { deskPageOf, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { ListLinks } from './claim-links.tsx'
import { claimDesk, nameOf, namesOf } from './working.ts'

type Row = Listed & { copy: WorkingCopy }

/** Every claim and the foundation: what is public, and what is being worked on. */
export const deskClaimsPage = page('/:lang{en|nl}/desk/claims', {
  who: 'organiser',
  act: 'claims.see',
  async show(visit) {
    const { t } = visit
    const listed = await listWorked(visit.ctx.db)
    const rows: Row[] = []
    for (const one of listed) {
      const copy = await findWorkingCopy(visit.ctx.db, one.slug)
      if (copy) rows.push({ ...one, copy })
    }
    const name = await namesOf(visit, rows.map(({ changedBy }) => changedBy))
    return deskPageOf(visit, { title: t('desk.draft.list'), children: (
      <>
        <p class="lead">{t('desk.draft.listLead')}</p>
        <ListLinks visit={visit} />
        <DeskTable caption={t('desk.draft.list')} quiet>
          <thead><tr>
            <th scope="col">{t('desk.draft.claim')}</th><th scope="col">{t('desk.draft.phase')}</th>
            <th scope="col">{t('desk.draft.published')}</th>
            <th scope="col">{t('desk.draft.copy')}</th><th scope="col" class="number">{t('desk.draft.toMend')}</th>
          </tr></thead>
          <tbody>{rows.map((row) => <ClaimRow visit={visit} row={row} name={name} />)}</tbody>
        </DeskTable>
      </>
    ) })
  },
})

function ClaimRow({ visit, row, name }: { visit: Desk; row: Row; name: (actor: string | undefined) => string }) {
  const { t, language } = visit
  const { slug, copy, version, publishedAt } = row
  const facts = copy.bundle?.facts
  return (
    <tr>
      <th scope="row"><a href={claimDesk(visit, slug)}>{nameOf(copy, language)}</a></th>
      <td>{facts?.kind === 'claim' ? t(`phase.${facts.phase}`) : t('desk.draft.foundation')}</td>
      <td>
        {version !== undefined && publishedAt
          ? t('desk.draft.publishedAs', { version: String(version), when: dayAndTime(language, publishedAt) })
          : t('desk.draft.never')}
      </td>
      <td>
        {row.drafted && row.changedAt
          ? t('desk.draft.changedBy', { who: name(row.changedBy), when: dayAndTime(language, row.changedAt) })
          : t('desk.draft.none')}
      </td>
      <td class="number">{copy.findings.length}</td>
    </tr>
  )
}

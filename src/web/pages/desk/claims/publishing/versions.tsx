import { listVersions, type Version } from '#claims/versions.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { claimDesk, copyOf, nameOf, namesOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'

const pageSize = 30

/** Every version of a claim or of the foundation: when, by whom, from where, and what it changed. */
export const deskVersionsPage = page('/:lang{en|nl}/desk/claims/:slug/versions', {
  who: 'organiser',
  act: 'claims.see',
  async show(visit) {
    const { t, language, query, ctx } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { slug } = copy
    const after = Number(query.get('after'))
    const versions = await listVersions(ctx.db, slug, {
      limit: pageSize + 1, ...(Number.isInteger(after) && after > 0 && { before: after }),
    })
    const shown = versions.slice(0, pageSize)
    const newest = (await listVersions(ctx.db, slug, { limit: 1 }))[0]?.version
    const who = await namesOf(visit, shown.map(({ publishedBy }) => publishedBy && `organiser:${publishedBy}`))
    const published = query.get('published')
    return deskPageOf(visit, { title: t('desk.version.title', { name: nameOf(copy, language) }), children: (
      <>
        <ClaimLinks visit={visit} slug={slug} />
        {published !== null && /^\d{1,6}$/.test(published) && published === String(newest) && (
          <Notice t={t} kind="success" live><p>{t('desk.version.published', { version: published })}</p></Notice>
        )}
        <p class="lead">{t('desk.version.lead')}</p>
        {!shown.length && <p>{t('desk.version.none')}</p>}
        {shown.length > 0 && <Versions visit={visit} slug={slug} versions={shown} newest={newest} who={who} />}
        {versions.length > pageSize && (
          <p class="pager">
            <a href={`${claimDesk(visit, slug, '/versions')}?after=${shown.at(-1)?.version}`}>{t('desk.version.older')}</a>
          </p>
        )}
      </>
    ) })
  },
})

function Versions({
  visit, slug, versions, newest, who,
}: {
  visit: Desk
  slug: string
  versions: readonly Version[]
  newest: number | undefined
  who: (actor: string | undefined) => string
}) {
  const { t, language } = visit
  const at = (path: string) => claimDesk(visit, slug, path)
  return (
    <DeskTable caption={t('desk.version.caption')} quiet look="wide">
      <thead><tr>
        <th scope="col">{t('desk.version.version')}</th><th scope="col">{t('desk.version.when')}</th>
        <th scope="col">{t('desk.version.who')}</th>
        <th scope="col">{t('desk.version.phase')}</th><th scope="col">{t('desk.version.acts')}</th>
      </tr></thead>
      <tbody>{versions.map(({ version, publishedAt, publishedBy, origin, phase }) => (
        <tr>
          <th scope="row">{version}{version === newest && <> <span class="tag">{t('desk.version.newest')}</span></>}</th>
          <td>{dayAndTime(language, publishedAt)}</td>
          <td>
            {publishedBy
              ? t('desk.version.origin.desk', { who: who(`organiser:${publishedBy}`) })
              : t(`desk.version.origin.${origin === 'import' ? 'import' : 'folder'}`)}
          </td>
          <td>{phase ? t(`phase.${phase}`) : t('desk.draft.foundation')}</td>
          <td><div class="button-row">
            {version > 1 && <To visit={visit} version={version} href={at(`/versions/${version - 1}/${version}`)} label="changes" />}
            {version !== newest && <To visit={visit} version={version} href={at(`/versions/${version}/${newest}`)} label="toNewest" />}
            {may(visit, 'claims.carry') && <To visit={visit} version={version} href={at(`/bundle/${version}`)} label="bundle" />}
            {version !== newest && may(visit, 'claims.publish')
              && <To visit={visit} version={version} href={at(`/take-back/${version}`)} label="takeBack" />}
          </div></td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

type Way = 'changes' | 'toNewest' | 'bundle' | 'takeBack'

/** A way from a version, which who hears the page is told with it. */
const To = ({ visit: { t }, version, href, label }: { visit: Desk; version: number; href: string; label: Way }) => (
  <a href={href}>{t(`desk.version.${label}`)}<span class="visually-hidden"> {version}</span></a>
)

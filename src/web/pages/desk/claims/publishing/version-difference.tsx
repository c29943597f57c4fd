import { findPublishedFiles } from '#claims/export-bundle.ts'
import { findVersion, type Version } from '#claims/versions.ts'
import { compareFiles } from '#publishing/compare.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { claimDesk, copyOf, nameOf, namesOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'
import { Difference } from './difference.tsx'

const numberOf = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

/** What differs between two versions, in the order they are named. */
export const deskVersionDifferencePage = page('/:lang{en|nl}/desk/claims/:slug/versions/:a/:b', {
  who: 'organiser',
  act: 'claims.see',
  async show(visit) {
    const { t, language, params, ctx } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const [a, b] = [numberOf(params['a']), numberOf(params['b'])]
    const [before, after] = [await findVersion(ctx.db, copy.slug, a), await findVersion(ctx.db, copy.slug, b)]
    const [was, is] = [await findPublishedFiles(ctx.db, copy.slug, a), await findPublishedFiles(ctx.db, copy.slug, b)]
    if (!before || !after || !was || !is) return missing
    const who = await namesOf(visit, [before, after].map(({ publishedBy }) => publishedBy && `organiser:${publishedBy}`))
    const title = t('desk.version.difference', { before: String(a), after: String(b), name: nameOf(copy, language) })
    return deskPageOf(visit, { title, children: (
      <>
        <p><a href={claimDesk(visit, copy.slug, '/versions')}>{t('desk.version.back')}</a></p>
        <dl class="desk-facts">
          {[before, after].map((version) => (
            <div><dt>{t('desk.version.number', { version: String(version.version) })}</dt><dd>{told(visit, version, who)}</dd></div>
          ))}
        </dl>
        <Difference visit={visit} slug={copy.slug} files={[...is.files, ...was.files]} comparison={compareFiles(was.files, is.files)} />
      </>
    ) })
  },
})

const told = ({ t, language }: Desk, { publishedAt, publishedBy, origin }: Version, who: (actor: string) => string) =>
  `${dayAndTime(language, publishedAt)}, ${publishedBy ? t('desk.version.origin.desk', { who: who(`organiser:${publishedBy}`) })
    : t(`desk.version.origin.${origin === 'import' ? 'import' : 'folder'}`)}`

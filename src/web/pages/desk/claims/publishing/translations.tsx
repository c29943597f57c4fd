import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { listBehind, listMatches, type Behind } from '#drafting/matching.ts'
import { textNames, titleOf } from '#drafting/texts.ts'
import type { Standing } from '#publishing/standing.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'

const mostShown = 12

/** Texts of what would be published that are not beside their translation. */
export async function behindIn(visit: Desk, { slug, bundle, draft }: Pick<Standing, 'slug' | 'bundle' | 'draft'>): Promise<Behind[]> {
  const files = bundle?.files ?? draft.files
  return listBehind(files, await listMatches(visit.ctx, slug), textNames({ ...draft, bundle, files }))
}

/** Says before the button which translations are missing or outdated; it is for who publishes to decide. */
export function Translations({ visit, copy, behind }: { visit: Desk; copy: WorkingCopy; behind: readonly Behind[] }) {
  const { t, language } = visit
  const late = behind.filter(({ state }) => state !== 'compare')
  const compared = new Set(behind.filter(({ state }) => state === 'compare').map(({ name }) => name)).size
  if (!behind.length) return null
  return (
    <Notice t={t} kind={late.length ? 'warning' : 'info'}>
      {late.length > 0 && <p>{t('desk.publish.translations', { count: late.length })}</p>}
      {late.length > 0 && (
        <ul>{late.slice(0, mostShown).map((one) => (
          <li>
            <a href={claimDesk(visit, copy.slug, `/texts/${one.name}#${one.language}`)}>
              {titleOf(copy.files, one.name, language) ?? one.name}
            </a>
            {' '}({t(`desk.draft.language.${one.language}`)}): {t(`desk.texts.state.${one.state}`)}
          </li>
        ))}</ul>
      )}
      {late.length > mostShown && <p><a href={claimDesk(visit, copy.slug, '/texts')}>{t('desk.publish.translationsMore')}</a></p>}
      {compared > 0 && (
        <p>
          {t('desk.publish.toCompare', { count: compared })} <a href={claimDesk(visit, copy.slug, '/texts')}>{t('desk.draft.allTexts')}</a>
        </p>
      )}
    </Notice>
  )
}

import type { Obstacle, Standing } from '#publishing/standing.ts'
import { Button, ButtonLink } from '#web/parts/form.tsx'
import { FindingList } from '#web/pages/desk/claims/drafting/findings.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { may, type Desk } from '#web/pages/desk/desk-layout.tsx'

/** What keeps a draft from being published by one person, each with the way on. */
export function Obstacles({ visit, standing }: { visit: Desk; standing: Standing }) {
  const { t } = visit
  return (
    <section aria-labelledby="obstacles">
      <h2 id="obstacles">{t('desk.publish.notYet')}</h2>
      <ul class="obstacles">
        {standing.obstacles.map((obstacle) => (
          <li><p>{t(wordsOf(obstacle, standing))}</p><Way visit={visit} standing={standing} obstacle={obstacle} /></li>
        ))}
      </ul>
    </section>
  )
}

const wordsOf = (obstacle: Obstacle, { newest }: Standing) =>
  obstacle === 'agreements-by-two' && !newest ? 'desk.publish.firstByTwo' : `desk.publish.obstacle.${obstacle}` as const

function Way({ visit, standing, obstacle }: { visit: Desk; standing: Standing; obstacle: Obstacle }) {
  const { t } = visit
  const { slug, draft, findings, breaks } = standing
  const link = (path: string) => claimDesk(visit, slug, path)
  if (obstacle === 'content-moved-on') return (
    <ButtonLink kind="secondary" href={link('/up-to-date')}>{t('desk.publish.seeBehind')}</ButtonLink>
  )
  if (obstacle === 'agreements-by-two') return (
    <ButtonLink kind="secondary" href={link('/agreements')}>{t('desk.publish.seeAgreements')}</ButtonLink>
  )
  if (obstacle === 'phase-not-moved' && may(visit, 'claims.publish')) {
    return (
      <div class="button-row">
        <form method="post" action={link('/publish')}>
          <Button kind="secondary" name="do" value="keep-phase">{t('desk.publish.keepPhase')}</Button>
        </form>
        <a href={link('/phase')}>{t('desk.publish.seePhase')}</a>
      </div>
    )
  }
  if (obstacle !== 'draft-has-findings') return null
  const inClaims = breaks.map((finding) => ({ ...finding, path: `claims/${finding.path}` }))
    .filter(({ path, message }) => !findings.some((one) => one.path === path && one.message === message))
  return (
    <>
      <FindingList visit={visit} copy={draft} findings={findings} />
      {inClaims.length > 0 && <><p>{t('desk.publish.breaks')}</p><FindingList visit={visit} copy={draft} findings={inClaims} /></>}
    </>
  )
}

import { listClaims } from '#claims/queries.ts'
import { follower } from '#figures/jobs.ts'
import { countJoinedIn, countWaitingMails } from '#figures/live.ts'
import { readOverview } from '#figures/overview.ts'
import { firstDayOf, periods } from '#figures/periods.ts'
import { findLastCheck } from '#journal/check.ts'
import { followedUntil } from '#journal/follow.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { countJobs } from '#platform/job-list.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { page, type Visit } from '#web/page.ts'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { Joins, People, Steps } from './pictures.tsx'
import { most } from './waiting-sources.ts'
import { Waiting, waitingFor } from './waiting.tsx'

type Desk = Visit<'organiser'>

/** What the address asks for; what it does not know is the default. */
function askedIn({ query, ctx }: Desk, slugs: readonly string[]) {
  const period = periods.find((each) => each === query.get('period')) ?? '14'
  const claim = slugs.find((slug) => slug === query.get('claim'))
  const today = dayIn(legalZone, ctx.now)
  return { period, claim, from: firstDayOf(period, today), until: today }
}
type Asked = ReturnType<typeof askedIn>

function Choices({ visit: { t, homeLink }, asked, names }: { visit: Desk; asked: Asked; names: readonly (readonly [string, string])[] }) {
  const to = (claim: string | undefined, period: string) => {
    const query = new URLSearchParams({ ...(claim !== undefined && { claim }), ...(period !== '14' && { period }) }).toString()
    return homeLink(`/desk${query && `?${query}`}`)
  }
  const current = (here: boolean) => (here ? { 'aria-current': 'page' as const } : {})
  return (
    <div class="choices-of">
      <nav aria-label={t('desk.overview.ofClaim')}><ul>
        <li><a href={to(undefined, asked.period)} {...current(asked.claim === undefined)}>{t('desk.overview.allClaims')}</a></li>
        {names.map(([slug, name]) => <li><a href={to(slug, asked.period)} {...current(asked.claim === slug)}>{name}</a></li>)}
      </ul></nav>
      <nav aria-label={t('desk.overview.ofPeriod')}><ul>
        {periods.map((period) => (
          <li><a href={to(asked.claim, period)} {...current(asked.period === period)}>{t(`desk.overview.period.${period}`)}</a></li>
        ))}
      </ul></nav>
    </div>
  )
}

const Numbers = ({ of }: { of: readonly (readonly [string, string])[] }) =>
  <dl class="desk-numbers">{of.map(([name, n]) => <div><dt>{name}</dt><dd>{n}</dd></div>)}</dl>

/** For whom the journal has to be right: when the whole chain was looked at last, and whether it was whole. */
function JournalSeen({ visit: { t, language, homeLink }, last }: { visit: Desk; last: Awaited<ReturnType<typeof findLastCheck>> }) {
  const said = last && t(last.wrong ? 'desk.overview.journal.wrong' : 'desk.overview.journal.whole', { at: dayAndTime(language, last.at) })
  return (
    <section aria-labelledby="journal">
      <h2 id="journal">{t('desk.menu.journal')}</h2>
      <p>{said ?? t('desk.journal.verify.none')} <a href={homeLink('/desk/journal/verify')}>{t('desk.journal.verify.link')}</a></p>
    </section>
  )
}

/** The first page of the desk: what waits for the reader, and how the claims go. Counts are read by key; no table of people is read. */
export const overviewPage = page('/:lang{en|nl}/desk', {
  who: 'organiser',
  act: 'overview.see',
  async show(visit) {
    const { t, language, ctx, homeLink } = visit
    const claims = await listClaims(ctx.db)
    const slugs = claims.map(({ slug }) => slug)
    const asked = askedIn(visit, slugs)
    const of = asked.claim === undefined ? slugs : [asked.claim]
    const [overview, waiting, mails, jobs, counted, joined] = await Promise.all([
      readOverview(ctx.db, { claims: of, from: asked.from, until: asked.until }), waitingFor(visit),
      countWaitingMails(ctx.db), countJobs(ctx.db, ctx.now, most), followedUntil(ctx, follower),
      countJoinedIn(ctx.db, of),
    ])
    const n = (value: number) => number(language, value)
    const sum = (which: 'late' | 'failed') => jobs.reduce((all, kind) => all + kind[which], 0)
    return deskPageOf(visit, { title: t('desk.overview.title'), children: (
      <>
        <Waiting visit={visit} waiting={waiting} />
        <section aria-labelledby="joining">
          <h2 id="joining">{t('desk.overview.joining')}</h2>
          <Choices visit={visit} asked={asked} names={claims.map(({ slug, facts }) => [slug, facts.name[language]] as const)} />
          <Numbers of={[
            [t('desk.overview.takePart'), n(of.reduce((all, slug) => all + joined(slug).signed, 0))],
            [t('desk.overview.joined', { period: asked.period }), n(overview.joined)],
            [t('desk.overview.left', { period: asked.period }), n(overview.left)],
          ]} />
          <Joins visit={visit} overview={overview} />
        </section>
        <Steps visit={visit} overview={overview} />
        <section aria-labelledby="people">
          <h2 id="people">{t('desk.overview.whoJoined')}</h2><People visit={visit} overview={overview} />
        </section>
        <section aria-labelledby="mails">
          <h2 id="mails">{t('desk.overview.mails.title')}</h2>
          <p>{t('desk.overview.mails.about')}</p>
          <Numbers of={[
            [t('desk.overview.mails.accepted'), n(overview.mails.accepted)],
            [t('desk.overview.mails.refused'), n(overview.mails.refused)],
            [t('desk.overview.mails.waiting'), n(mails)],
          ]} />
        </section>
        <section aria-labelledby="jobs">
          <h2 id="jobs">{t('desk.overview.jobs.title')}</h2>
          {jobs.length === 0 ? <p>{t('desk.overview.jobs.none')}</p>
            : <p>{jobs.some(({ late, failed }) => Math.max(late, failed) > most) ? t('desk.overview.jobs.many', { n: most })
              : t('desk.overview.jobs.some', { late: sum('late'), failed: sum('failed') })}</p>}
          {may(visit, 'jobs.retry') && <p><a href={homeLink('/desk/jobs')}>{t('desk.overview.jobs.link')}</a></p>}
        </section>
        {may(visit, 'journal.verify') && <JournalSeen visit={visit} last={await findLastCheck(ctx.db)} />}
        <p class="hint">{counted ? t('desk.overview.counted', { at: dayAndTime(language, counted) }) : t('desk.overview.notCounted')}</p>
      </>
    ) })
  },
})

import * as z from 'zod'
import { retryJobs } from '#figures/retry-jobs.ts'
import { countJobs, failedJobs, lateJobs, type ListedJob } from '#platform/job-list.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'

type Desk = Visit<'organiser'>
const most = 100

/** A kind of job has no words of its own: it is what the log and the command line call it. */
function Kinds({ visit: { t, language, homeLink }, kinds }: { visit: Desk; kinds: Awaited<ReturnType<typeof countJobs>> }) {
  const n = (value: number) => (value > most ? t('desk.overview.moreThan', { n: number(language, most) }) : number(language, value))
  return (
    <DeskTable caption={t('desk.jobs.kinds')}>
      <thead><tr>
        <th scope="col">{t('desk.jobs.kind')}</th><th scope="col" class="number">{t('desk.jobs.late')}</th>
        <th scope="col" class="number">{t('desk.jobs.failed')}</th><th scope="col">{t('desk.jobs.act')}</th>
      </tr></thead>
      <tbody>{kinds.map(({ kind, late, failed }) => (
        <tr>
          <th scope="row">{kind}</th><td class="number">{n(late)}</td><td class="number">{n(failed)}</td>
          <td>{failed > 0 && (
            <form method="post" action={homeLink('/desk/jobs')}>
              <Button kind="secondary" name="kind" value={kind}>{t('desk.jobs.retry')} <span class="visually-hidden">{kind}</span></Button>
            </form>
          )}</td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

/** The first hundred, with what went wrong. Payloads are ids; a fault tells of the program and of no person. */
function Jobs({ visit: { t, language }, title, jobs }: { visit: Desk; title: string; jobs: readonly ListedJob[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="journal-list">
        {jobs.map(({ kind, queuedAt, tries, fault }) => (
          <li>
            <time dateTime={queuedAt.toISOString()}>{dayAndTime(language, queuedAt)}</time>
            <div>{kind} · {t('desk.jobs.tries', { n: tries })}
              {fault && <div class="journal-facts">{[fault.name, fault.code, fault.message].filter(Boolean).join(' · ')}</div>}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the program has not been able to do, by kind, and a button that gives it fresh tries. */
export const jobsPage = page('/:lang{en|nl}/desk/jobs', {
  who: 'organiser',
  act: 'jobs.retry',
  form: z.object({ kind: z.string().max(100) }),
  async show(visit) {
    const { t, ctx } = visit
    const [kinds, late, failed] = await Promise.all([countJobs(ctx.db, ctx.now), lateJobs(ctx.db, ctx.now), failedJobs(ctx.db)])
    return deskPageOf(visit, { title: t('desk.jobs.title'), children: (
      <>
        <p>{t('desk.jobs.about')}</p>
        {visit.query.has('going') && <p class="notice" role="status">{t('desk.jobs.going')}</p>}
        {kinds.length === 0 ? <p>{t('desk.overview.jobs.none')}</p> : <Kinds visit={visit} kinds={kinds} />}
        {failed.length > 0 && <Jobs visit={visit} title={t('desk.jobs.failed')} jobs={failed} />}
        {late.length > 0 && <Jobs visit={visit} title={t('desk.jobs.late')} jobs={late} />}
      </>
    ) })
  },
  async send({ ctx, sent, homeLink }) {
    const going = await retryJobs(ctx, sent.kind)
    return going.ok ? goTo(homeLink('/desk/jobs?going=')) : again({ '': going.because })
  },
})

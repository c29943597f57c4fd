import { askArchive } from '#archives/ask-archive.ts'
import { listArchives, openArchive, type KnownArchive } from '#archives/archives.ts'
import { findSubject, listSubjects, type Subject } from '#archives/subjects.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day, dayAndTime } from '#words/formats.ts'
import { again, documentAnswer, goTo, missing } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { accountPageOf, type Participant } from '#web/pages/account/account-layout.tsx'

const base = '/:lang{en|nl}/account/my-data'

function Archive({ visit, of }: { visit: Participant; of: KnownArchive }) {
  const { t, language } = visit
  if (!of.fileId) {
    return (
      <>
        <p role="status">{of.parts ? t('myData.take.progress', { done: of.partsDone, parts: of.parts }) : t('myData.take.begun')}</p>
        {of.parts > 0 && <p><progress max={of.parts} value={of.partsDone} aria-label={t('myData.take.title')} /></p>}
        <p>{t('myData.take.leave')} <a href={visit.homeLink('/account/my-data')}>{t('myData.take.again')}</a></p>
        <page-refresh seconds={4} />
      </>
    )
  }
  return (
    <>
      <Actions>
        <ButtonLink href={visit.homeLink(`/account/my-data/${of.personId}/archives/${of.id}`)}>{t('myData.take.download')}</ButtonLink>
      </Actions>
      <p>{t('myData.take.ready', { time: dayAndTime(language, of.askedAt), date: day(language, dayIn(legalZone, of.goneAt!)) })}</p>
    </>
  )
}

function One({ visit, subject, archives }: { visit: Participant; subject: Subject; archives: KnownArchive[] }) {
  const { t } = visit
  const { personId, name } = subject
  const link = (to: string) => visit.homeLink(`/account/my-data/${personId}${to}`)
  return (
    <section aria-labelledby={`p-${personId}`}>
      <h2 id={`p-${personId}`}><bdi>{t(subject.as === undefined ? 'myData.draft' : 'myData.self', { name })}</bdi></h2>
      <h3>{t('myData.take.title')}</h3>
      <p>{t('myData.take.what')}</p>
      {archives.map((of) => <Archive visit={visit} of={of} />)}
      {archives.every(({ fileId }) => fileId !== undefined) && (
        <p><a href={link('/archive')}>{t('myData.take.ask')}<span class="visually-hidden">: {name}</span></a></p>
      )}
      <h3>{t('myData.erase.title')}</h3>
      <p>{t('myData.erase.what')}</p>
      <p><a href={link('/erase')}>{t('myData.erase.go')}<span class="visually-hidden">: {name}</span></a></p>
    </section>
  )
}

/** What a person may ask about own data: take it along, have it erased (SE-05, SE-06). */
export const myDataPage = page(base, {
  who: 'participant',
  async show(visit) {
    const { ctx, t } = visit
    const subjects = await listSubjects(ctx, visit.session)
    const archives = await listArchives(ctx, subjects.map(({ personId }) => personId))
    return accountPageOf(visit, {
      title: t('myData.title'), islands: archives.some(({ fileId }) => !fileId) ? ['page-refresh'] : [],
      children: (
        <>
          <p class="lead">{t(subjects.length ? 'myData.lead' : 'myData.none')}</p>
          {subjects.map((subject) => (
            <One visit={visit} subject={subject} archives={archives.filter(({ personId }) => personId === subject.personId)} />
          ))}
          {subjects.some(({ as }) => as === 'parent' || as === 'guardian') && <p>{t('myData.older')}</p>}
        </>
      ),
    })
  },
})

/** Whose data rights this account exercises and whom the path names; undefined for everybody else. */
export const subjectOf = (visit: Visit<'freshly-proven'>) => findSubject(visit.ctx, visit.session, visit.params['person'] ?? '')

/** Asks for an archive; only with a fresh proof, for it holds everything. */
export const askArchivePage = page(`${base}/:person/archive`, {
  who: 'freshly-proven',
  async show(visit) {
    const { t, language } = visit
    const subject = await subjectOf(visit)
    if (!subject) return missing
    return accountPageOf(visit, {
      title: t('myData.take.title'),
      children: (
        <form method="post" id="main-form">
          <p class="lead"><bdi>{subject.name}</bdi></p>
          <p>{t('myData.take.what')}</p>
          {visit.form.until && <p>{t('myData.tryAgainAt', { time: dayAndTime(language, visit.form.until) })}</p>}
          <Actions>
            <Button busy={t('join.busy')}>{t('myData.take.ask')}</Button>
            <ButtonLink kind="quiet" href={visit.homeLink('/account/my-data')}>{t('erase.back')}</ButtonLink>
          </Actions>
        </form>
      ),
    })
  },
  async send(visit) {
    const subject = await subjectOf(visit)
    if (!subject) return missing
    const asked = await askArchive(visit.ctx, subject, visit.language)
    return asked.ok ? goTo(visit.homeLink('/account/my-data')) : again({ '': asked.because }, 'until' in asked ? asked.until : undefined)
  },
})

/** The archive itself, for who exercises the data rights at this moment, whoever asked for it. */
export const archivePage = page(`${base}/:person/archives/:archive`, {
  who: 'freshly-proven',
  async show(visit) {
    const subject = await subjectOf(visit)
    const archive = visit.params['archive'] ?? ''
    const bytes = subject && (await openArchive({ ...visit.ctx, files: visit.files }, subject.personId, archive))
    return bytes ? documentAnswer(bytes, 'application/zip', { fileName: `${visit.t('myData.take.fileName')}.zip` }) : missing
  },
})

import { notMe } from '#erasure/not-me.ts'
import { again, goTo } from '#web/answer.ts'
import { frameOf } from '#web/frame.ts'
import { page } from '#web/page.ts'
import { Actions, Button, ErrorSummary } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'

/** Where the foot of a first mail leads: explains and asks. Opening it does nothing, and it is the same for every mail, known or not. */
export const notMePage = page('/:lang{en|nl}/not-me/:mail', {
  who: 'anyone',
  show: (visit) => {
    const { t } = visit
    const because = visit.form.errors['']
    return (
      <Layout {...frameOf(visit)} title={t('notMe.title')} indexed={false} kind="form">
        <ErrorSummary t={t} faults={because ? [{ field: 'main', message: t(`because.${because}`) }] : []} />
        <h1>{t('notMe.title')}</h1>
        <p class="lead">{t('notMe.lead')}</p>
        <p>{t('notMe.what')}</p>
        <ul>
          <li>{t('notMe.codes')},</li>
          <li>{t('notMe.draft')},</li>
          <li>{t('notMe.suspended')},</li>
          <li>{t('notMe.stop')}.</li>
        </ul>
        <form method="post">
          <Actions><Button busy={t('join.busy')}>{t('notMe.button')}</Button></Actions>
        </form>
        <p>{t('notMe.nothing')} {t('notMe.was')}</p>
      </Layout>
    )
  },
  async send(visit) {
    const told = await notMe(visit.ctx, visit.params['mail'] ?? '', visit.request.ip)
    return told.ok ? goTo(visit.homeLink('/not-me')) : again({ '': told.because }, told.until)
  },
})

/** The same thanks for everybody. */
export const notMeDonePage = page('/:lang{en|nl}/not-me', {
  who: 'anyone',
  show: (visit) => (
    <Layout {...frameOf(visit)} title={visit.t('notMe.done.title')} indexed={false} kind="form">
      <h1>{visit.t('notMe.done.title')}</h1>
      <p class="lead">{visit.t('notMe.done.lead')}</p>
      <p>{visit.t('notMe.done.more', { email: visit.organisation.facts.email })}</p>
    </Layout>
  ),
})

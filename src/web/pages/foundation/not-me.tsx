import { notMe } from '#erasure/not-me.ts'
import { again, goTo } from '#web/answer.ts'
import { frameOf } from '#web/frame.ts'
import { page, type Ground } from '#web/page.ts'
import { Actions, Button, ErrorSummary } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'

/** What the button does: for the invitation of the other parent of a child, and for all other first mails. */
function Effects({ visit: { t, query, organisation } }: { visit: Ground }) {
  const ofGuardian = query.get('about') === 'guardian'
  const effects = ofGuardian ? ['codes', 'guardian.closed', 'guardian.noted', 'guardian.stop'] as const
    : ['codes', 'draft', 'suspended', 'stop'] as const
  return (
    <>
      <ul>{effects.map((effect, at) => <li>{t(`notMe.${effect}`)}{at < effects.length - 1 ? ',' : '.'}</li>)}</ul>
      {ofGuardian && <p>{t('notMe.guardian.object', { email: organisation.facts.email })}</p>}
    </>
  )
}

/** Where the foot of a first mail leads: explains and asks. Opening it does nothing, and it is the same for every mail, known or not. */
export const notMePage = page('/:lang{en|nl}/not-me/:mail', {
  who: 'anyone', asks: ['about'],
  show: (visit) => {
    const { t } = visit
    const because = visit.form.errors['']
    return (
      <Layout {...frameOf(visit)} title={t('notMe.title')} indexed={false} kind="form">
        <ErrorSummary t={t} faults={because ? [{ field: 'main', message: t(`because.${because}`) }] : []} />
        <h1>{t('notMe.title')}</h1>
        <p class="lead">{t('notMe.lead')}</p>
        <p>{t('notMe.what')}</p>
        <Effects visit={visit} />
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

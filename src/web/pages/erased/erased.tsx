import { frameOf } from '#web/frame.ts'
import { page } from '#web/page.ts'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'

/** After erasing: says nothing about anybody. Who had themselves erased is signed out; who asked it for a child (`?of=other`) is not. */
export const erasedPage = page('/:lang{en|nl}/erased', {
  who: 'anyone', asks: ['of'],
  show: (visit) => (
    <Layout {...frameOf(visit)} title={visit.t('erase.done.title')} indexed={false} kind="form">
      <h1>{visit.t('erase.done.title')}</h1>
      <p class="lead">{visit.t(visit.query.get('of') === 'other' ? 'erase.done.leadOther' : 'erase.done.lead')}</p>
      <Actions><ButtonLink href={visit.homeLink()}>{visit.t('erase.done.home')}</ButtonLink></Actions>
    </Layout>
  ),
})

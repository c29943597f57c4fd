import { page } from '#web/page.ts'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { JoinLayout, whereNext } from './journey.tsx'

/** Only who proved the address learns that somebody with it takes part already. A shared address blocks nobody (AD-03). */
export const knownPage = page('/:lang{en|nl}/:claim/join/known', {
  who: 'joiner',
  show: (visit) => (
    <JoinLayout visit={visit} title={visit.t('join.known.title')}>
      <p class="lead">{visit.t('join.known.text')}</p>
      <Actions><ButtonLink href={visit.homeLink('/account')}>{visit.t('join.known.mine')}</ButtonLink></Actions>
      <p>{visit.t('join.known.other')}</p>
      <Actions><ButtonLink kind="secondary" href={whereNext(visit)}>{visit.t('join.known.go')}</ButtonLink></Actions>
    </JoinLayout>
  ),
})

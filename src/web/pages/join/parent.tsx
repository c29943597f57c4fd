import { page } from '#web/page.ts'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { JoinLayout } from './journey.tsx'

/** Who is under 18 cannot sign alone (art. 1:234 BW): says so kindly, and what a parent can do. */
export const parentPage = page('/:lang{en|nl}/:claim/join/parent', {
  who: 'joiner',
  show: (visit) => (
    <JoinLayout visit={visit} title={visit.t('join.parent.title')}>
      <p class="lead">{visit.t('join.parent.text')}</p>
      <p>{visit.t('join.parent.later')}</p>
      <p>{visit.t('join.parent.kept')}</p>
      <Actions><ButtonLink href={visit.homeLink('/contact')}>{visit.t('join.parent.contact')}</ButtonLink></Actions>
      <p><a href={visit.claimLink('/join/details')}>{visit.t('join.parent.mistake')}</a></p>
    </JoinLayout>
  ),
})

import * as z from 'zod'
import { askParent } from '#joining/children/ask-parent.ts'
import { erasedAt } from '#joining/unfinished.ts'
import { dayIn } from '#platform/clock.ts'
import { day, timeFrom } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { emailAddress } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { JoinLayout, whereNext } from './journey.tsx'

/** Who is under 18 cannot sign alone (art. 1:234 BW): says so kindly, and writes to a parent. */
export const parentPage = page('/:lang{en|nl}/:claim/join/parent', {
  who: 'joiner',
  form: z.object({ parent: emailAddress }),
  show(visit) {
    const { t, language, claim, claimLink, draft } = visit
    if (draft.submittedAt) return goTo(whereNext(visit))
    return (
      <JoinLayout visit={visit} title={t('join.parent.title')}>
        <p class="lead">{t('join.parent.text')}</p>
        <form method="post" action={claimLink('/join/parent')} novalidate>
          <TextField t={t} name="parent" type="email" label={t('join.parent.email')} hint={t('join.parent.emailHint')}
            error={errorAt(visit, 'parent')} value={typedAt(visit, 'parent')} autocomplete="off" inputmode="email" />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('join.parent.send')}</Button></Actions>
        </form>
        <p>{t('join.parent.kept', { date: day(language, dayIn(claim.facts.timeZone, erasedAt(draft.startedAt))) })}</p>
        <p><a href={visit.homeLink('/privacy/children')}>{t('join.parent.read')}</a></p>
        <p><a href={claimLink('/join/who')}>{t('join.parent.mistake')}</a></p>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, organisation, claim, draft, sent, site } = visit
    const asked = await askParent(ctx, organisation, claim, draft, { parent: sent.parent, origin: site.origin })
    return asked.ok ? goTo(visit.claimLink('/join/parent-asked')) : again({ parent: asked.because }, asked.until)
  },
})

/** The parent was written to; the child has nothing more to do. */
export const parentAskedPage = page('/:lang{en|nl}/:claim/join/parent-asked', {
  who: 'joiner',
  show(visit) {
    const { t, language, claim, claimLink, draft } = visit
    if (draft.submittedAt) return goTo(whereNext(visit))
    return (
      <JoinLayout visit={visit} title={t('join.parentAsked.title')}>
        <p class="lead">{t('join.parentAsked.text')}</p>
        <p>{t('join.parent.kept', { date: day(language, dayIn(claim.facts.timeZone, erasedAt(draft.startedAt))) })}</p>
        <p><a href={visit.homeLink('/privacy/children')}>{t('join.parent.read')}</a></p>
        <p><a href={claimLink('/join/parent')}>{t('join.parentAsked.again')}</a></p>
        <Actions><ButtonLink kind="secondary" href={claimLink()}>{t('join.parentAsked.campaign')}</ButtonLink></Actions>
      </JoinLayout>
    )
  },
})

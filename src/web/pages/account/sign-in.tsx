import * as z from 'zod'
import { findCode } from '#identity/prove-code.ts'
import { endSession } from '#identity/sessions.ts'
import { askToSignIn, signIn } from '#accounts/sign-in.ts'
import { time, timeFrom } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { emailAddress, sixDigits } from '../join/form-fields.ts'
import { errorAt, JoinLayout, typedAt } from '../join/journey.tsx'

export const signInPage = page('/:lang{en|nl}/sign-in', {
  who: 'anyone',
  form: z.object({ email: emailAddress }),
  show: (visit) => (
    <JoinLayout visit={visit} title={visit.t('account.signIn.title')}>
      <p class="lead">{visit.t('account.signIn.lead')}</p>
      <form method="post" action={visit.homeLink('/sign-in')} novalidate>
        <TextField t={visit.t} name="email" type="email" label={visit.t('account.signIn.email')} error={errorAt(visit, 'email')}
          value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" />
        {visit.form.until && <p>{visit.t('join.tryAgainAt', { time: timeFrom(visit.language, visit.form.until) })}</p>}
        <Actions><Button busy={visit.t('join.busy')}>{visit.t('account.signIn.button')}</Button></Actions>
      </form>
    </JoinLayout>
  ),
  async send(visit) {
    const asked = await askToSignIn(visit.ctx, visit.organisation,
      { email: visit.sent.email, ip: visit.request.ip, origin: visit.site.origin })
    return asked.ok ? goTo(visit.homeLink('/sign-in/code'), asked.value) : again({ email: asked.because }, asked.until)
  },
})

/** Takes the code by POST only. */
export const signInCodePage = page('/:lang{en|nl}/sign-in/code', {
  who: 'caller',
  form: z.object({ code: sixDigits }),
  async show(visit) {
    const { t, language } = visit
    const code = await findCode(visit.ctx, visit.session.personId)
    return (
      <JoinLayout visit={visit} title={t('account.code.title')}>
        <p class="lead">{t('account.code.lead')}</p>
        <form method="post" action={visit.homeLink('/sign-in/code')} novalidate>
          <TextField t={t} name="code" label={t('join.code.field')}
            hint={code ? t('join.code.validUntil', { time: time(language, code.expires_at) }) : t('join.code.hint')}
            error={errorAt(visit, 'code')} value={typedAt(visit, 'code')} autocomplete="one-time-code" inputmode="numeric" width="code"
            maxlength={20} />
          <Actions><Button busy={t('join.busy')}>{t('account.code.button')}</Button></Actions>
        </form>
        <p>{t('join.code.noneText')} <a href={visit.homeLink('/sign-in')}>{t('join.code.again')}</a></p>
      </JoinLayout>
    )
  },
  async send(visit) {
    const signed = await signIn(visit.ctx, visit.session, visit.sent.code)
    return signed.ok ? goTo(visit.homeLink('/account'), signed.value) : again({ code: signed.because })
  },
})

export const signOutPage = page('/:lang{en|nl}/sign-out', {
  who: 'visitor',
  show: (visit) => goTo(visit.homeLink()),
  async send(visit) {
    if (visit.session) await endSession(visit.ctx, visit.session)
    return goTo(visit.homeLink(), null)
  },
})

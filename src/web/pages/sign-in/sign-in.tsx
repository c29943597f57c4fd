import * as z from 'zod'
import { askPasskeyToSign } from '#identity/passkeys.ts'
import { findCode } from '#identity/prove-code.ts'
import { endSession } from '#identity/sessions.ts'
import { askToSignIn, signIn, signInByPasskey } from '#accounts/sign-in.ts'
import { time, timeFrom } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { page, type Ground } from '#web/page.ts'
import { CheckField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { PasskeyForm } from '#web/parts/passkey.tsx'
import { emailAddress, sixDigits, tick } from '#web/parts/field-schemas.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { partyOf, optionsAnswer, passkeyAnswer } from '#web/parts/passkey-answers.ts'

const Remember = ({ visit }: { visit: Ground }) => (
  <CheckField t={visit.t} name="remember" label={visit.t('account.signIn.remember')} hint={visit.t('account.signIn.rememberHint')}
    checked={typedAt(visit, 'remember') === 'yes'} />
)

function show(visit: Ground) {
  const { t, homeLink } = visit
  return (
    <FormLayout visit={visit} title={t('account.signIn.title')} islands={['passkey-button']}>
      <PasskeyForm t={t} act="sign" action={homeLink('/sign-in/passkey')} options={homeLink('/sign-in/passkey/options')}
        button={t('account.signIn.passkey')}>
        <p class="lead">{t('account.signIn.passkeyLead')}</p>
        <Remember visit={visit} />
      </PasskeyForm>
      <section class="by-code" aria-label={t('account.signIn.button')}>
        <h2 class="after-passkey">{t('account.signIn.or')}</h2>
        <p class="lead">{t('account.signIn.lead')}</p>
        <form method="post" action={homeLink('/sign-in')} novalidate>
          <TextField t={t} name="email" type="email" label={t('account.signIn.email')} error={errorAt(visit, 'email')}
            value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(visit.language, visit.form.until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('account.signIn.button')}</Button></Actions>
        </form>
      </section>
    </FormLayout>
  )
}

export const signInPage = page('/:lang{en|nl}/sign-in', {
  who: 'anyone',
  form: z.object({ email: emailAddress }),
  show,
  async send(visit) {
    const asked = await askToSignIn(visit.ctx, visit.organisation,
      { email: visit.sent.email, ip: visit.request.ip, origin: visit.site.origin })
    return asked.ok ? goTo(visit.homeLink('/sign-in/code'), asked.value, { lasting: false }) : again({ email: asked.because }, asked.until)
  },
})

/** Takes the code by POST only. */
export const signInCodePage = page('/:lang{en|nl}/sign-in/code', {
  who: 'caller',
  form: z.object({ code: sixDigits, remember: tick }),
  async show(visit) {
    const { t, language } = visit
    const code = await findCode(visit.ctx, visit.session.personId, 'sign-in')
    return (
      <FormLayout visit={visit} title={t('account.code.title')}>
        <p class="lead">{t('account.code.lead')}</p>
        <form method="post" action={visit.homeLink('/sign-in/code')} novalidate>
          <TextField t={t} name="code" label={t('join.code.field')}
            hint={code ? t('join.code.validUntil', { time: time(language, code.expires_at) }) : t('join.code.hint')}
            error={errorAt(visit, 'code')} value={typedAt(visit, 'code')} autocomplete="one-time-code" inputmode="numeric" width="code"
            maxlength={20} />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <Remember visit={visit} />
          <Actions><Button busy={t('join.busy')}>{t('account.code.button')}</Button></Actions>
        </form>
        <p>{t('join.code.noneText')} <a href={visit.homeLink('/sign-in')}>{t('join.code.again')}</a></p>
      </FormLayout>
    )
  },
  async send(visit) {
    const { sent: { code: typed, remember }, request: { ip }, site: { origin } } = visit
    const signed = await signIn(visit.ctx, visit.organisation, visit.session, { typed, remember, ip, origin })
    return signed.ok ? goTo(visit.homeLink('/account'), signed.value, { lasting: remember }) : again({ code: signed.because }, signed.until)
  },
})

/** What a passkey has to sign to sign in; tells nothing about anybody. */
export const signInPasskeyOptionsPage = page('/:lang{en|nl}/sign-in/passkey/options', {
  who: 'anyone',
  show: (visit) => goTo(visit.homeLink('/sign-in')),
  send: async (visit) => optionsAnswer(visit,
    await askPasskeyToSign(visit.ctx, partyOf(visit), { purpose: 'sign-in', ip: visit.request.ip })),
})

/** Signs in with what a passkey signed; no address is typed. */
export const signInPasskeyPage = page('/:lang{en|nl}/sign-in/passkey', {
  who: 'anyone',
  form: z.object({ answer: passkeyAnswer, remember: tick }),
  show: (visit) => (Object.keys(visit.form.errors).length ? show(visit) : goTo(visit.homeLink('/sign-in'))),
  async send(visit) {
    const { answer, remember } = visit.sent
    const signed = await signInByPasskey(visit.ctx, partyOf(visit), { answer, remember })
    return signed.ok ? goTo(visit.homeLink('/account'), signed.value, { lasting: remember }) : again({ '': signed.because })
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

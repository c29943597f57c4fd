import * as z from 'zod'
import { askPasskeyToSign } from '#identity/passkeys.ts'
import { findCode } from '#identity/prove-code.ts'
import { leaveDesk } from '#organisers/entrance/sessions.ts'
import { askAtDesk } from '#organisers/entrance/ask-at-desk.ts'
import { enterByCode } from '#organisers/entrance/enter-by-code.ts'
import { enterByPasskey } from '#organisers/entrance/enter-by-passkey.ts'
import { time, timeFrom } from '#words/formats.ts'
import { again, goTo, goToDesk } from '#web/answer.ts'
import { page, type Ground } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { PasskeyForm } from '#web/parts/passkey.tsx'
import { emailAddress, sixDigits } from '#web/parts/field-schemas.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { optionsAnswer, partyOf, passkeyAnswer } from '#web/parts/passkey-answers.ts'
import { sendingOf } from './sending.ts'

function show(visit: Ground) {
  const { t, homeLink } = visit
  return (
    <FormLayout visit={visit} title={t('desk.signIn.title')} islands={['passkey-button']}>
      <p class="lead">{t('desk.signIn.lead', { organisation: visit.organisation.facts.name })}</p>
      <PasskeyForm t={t} act="sign" action={homeLink('/desk/sign-in/passkey')} options={homeLink('/desk/sign-in/passkey/options')}
        button={t('account.signIn.passkey')} without={t('desk.signIn.without')} />
      <section class="by-code" aria-label={t('desk.signIn.askCode')}>
        <h2>{t('desk.signIn.invited')}</h2>
        <p>{t(visit.site.production ? 'desk.signIn.invitedLead' : 'desk.signIn.trialLead')}</p>
        <form method="post" action={homeLink('/desk/sign-in')} novalidate>
          <TextField t={t} name="email" type="email" label={t('account.signIn.email')} error={errorAt(visit, 'email')}
            value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(visit.language, visit.form.until) })}</p>}
          <Actions><Button kind="secondary" busy={t('join.busy')}>{t('desk.signIn.askCode')}</Button></Actions>
        </form>
      </section>
    </FormLayout>
  )
}

export const deskSignInPage = page('/:lang{en|nl}/desk/sign-in', {
  who: 'anyone',
  form: z.object({ email: emailAddress }),
  show,
  async send(visit) {
    const { sent: { email }, language, request: { ip }, site: { production } } = visit
    const asked = await askAtDesk(visit.ctx, sendingOf(visit), { email, language, ip, production })
    return asked.ok ? goToDesk(visit.homeLink('/desk/sign-in/code'), asked.value) : again({ email: asked.because }, asked.until)
  },
})

/** Takes the code by POST only. */
export const deskCodePage = page('/:lang{en|nl}/desk/sign-in/code', {
  who: 'desk-caller',
  form: z.object({ code: sixDigits }),
  async show(visit) {
    const { t, language } = visit
    const code = await findCode(visit.ctx, visit.session.personId, 'desk')
    return (
      <FormLayout visit={visit} title={t('account.code.title')}>
        <p class="lead">{t('desk.code.lead')}</p>
        <form method="post" action={visit.homeLink('/desk/sign-in/code')} novalidate>
          <TextField t={t} name="code" label={t('join.code.field')}
            hint={code ? t('join.code.validUntil', { time: time(language, code.expires_at) }) : t('join.code.hint')}
            error={errorAt(visit, 'code')} value={typedAt(visit, 'code')} autocomplete="one-time-code" inputmode="numeric"
            width="code" maxlength={20} />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('desk.code.button')}</Button></Actions>
        </form>
        <p>{t('join.code.noneText')} <a href={visit.homeLink('/desk/sign-in')}>{t('join.code.again')}</a></p>
      </FormLayout>
    )
  },
  async send(visit) {
    const { sent: { code: typed }, request: { ip }, site: { production } } = visit
    const entered = await enterByCode(visit.ctx, sendingOf(visit), visit.session, { typed, ip, production })
    return entered.ok ? goToDesk(visit.homeLink('/desk/passkey'), entered.value) : again({ code: entered.because }, entered.until)
  },
})

/** What a passkey has to sign at the desk; tells nothing about anybody, and opens no account. */
export const deskPasskeyOptionsPage = page('/:lang{en|nl}/desk/sign-in/passkey/options', {
  who: 'anyone',
  show: (visit) => goTo(visit.homeLink('/desk/sign-in')),
  send: async (visit) => optionsAnswer(visit, await askPasskeyToSign(visit.ctx, partyOf(visit), { purpose: 'desk', ip: visit.request.ip })),
})

/** Signs in at the desk with what a passkey signed. */
export const deskPasskeySignInPage = page('/:lang{en|nl}/desk/sign-in/passkey', {
  who: 'anyone',
  form: z.object({ answer: passkeyAnswer }),
  show: (visit) => (Object.keys(visit.form.errors).length ? show(visit) : goTo(visit.homeLink('/desk/sign-in'))),
  async send(visit) {
    const entered = await enterByPasskey(visit.ctx, partyOf(visit), { answer: visit.sent.answer })
    return entered.ok ? goToDesk(visit.homeLink('/desk'), entered.value) : again({ '': entered.because })
  },
})

export const deskSignOutPage = page('/:lang{en|nl}/desk/sign-out', {
  who: 'desk-caller',
  show: (visit) => goTo(visit.homeLink('/desk')),
  async send(visit) {
    await leaveDesk(visit.ctx, visit.session)
    return goToDesk(visit.homeLink('/desk/sign-in'), null)
  },
})

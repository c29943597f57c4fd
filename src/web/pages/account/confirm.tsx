import * as z from 'zod'
import { askPasskeyToConfirm, askToConfirm, confirmByCode, confirmByPasskey, holderOf } from '#accounts/confirm.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { findCode } from '#identity/prove-code.ts'
import { freshMinutes, isFresh } from '#identity/sessions.ts'
import { time, timeFrom } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { PasskeyForm } from '#web/parts/passkey.tsx'
import { sixDigits } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { accountPageOf, type Participant } from './account-layout.tsx'
import { aboutOf, optionsAnswer, partyOf, passkeyAnswer } from '#web/parts/passkey-answers.ts'
import { findReachedNames } from './reached-names.ts'

const to = z.string().max(200).optional().catch(undefined)

/** The path of the page that asked for the proof; `afterProof` lets only such pages through. */
const askedFor = (visit: Participant) => typedAt(visit, 'to') ?? visit.query.get('to') ?? ''
const withTo = (visit: Participant, path: string) => visit.homeLink(`/account/confirm${path}?to=${encodeURIComponent(askedFor(visit))}`)
const To = ({ visit }: { visit: Participant }) => <input type="hidden" name="to" value={askedFor(visit)} />

async function show(visit: Participant) {
  const { t, homeLink } = visit
  if (isFresh(visit.session, visit.ctx.now)) return goTo(visit.afterProof(askedFor(visit)))
  const { own } = await findReachedNames(visit)
  const passkeys = await listPasskeys(visit.ctx, own.map(({ personId }) => personId))
  return accountPageOf(visit, { title: t('account.confirm.title'), islands: passkeys.length ? ['passkey-button'] : [], children: (
    <>
      <p class="lead">{t('account.confirm.lead', { minutes: freshMinutes })}</p>
      {passkeys.length > 0 && (
        <PasskeyForm t={t} act="sign" action={homeLink('/account/confirm/passkey')}
          options={homeLink('/account/confirm/passkey/options')} button={t('account.confirm.passkey')}>
          <To visit={visit} />
        </PasskeyForm>
      )}
      {passkeys.length > 0 && <h2>{t('account.confirm.byCode')}</h2>}
      <p>{t('account.confirm.codeLead')} {passkeys.length > 0 && t('account.confirm.codeWaits', { days: visit.site.moneyCoolDownDays })}</p>
      {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(visit.language, visit.form.until) })}</p>}
      <form method="post" action={homeLink('/account/confirm')}>
        <To visit={visit} />
        <Actions>
          <Button busy={t('join.busy')} kind={passkeys.length ? 'secondary' : 'primary'}>{t('account.confirm.send')}</Button>
        </Actions>
      </form>
      <p><a href={withTo(visit, '/code')}>{t('account.confirm.haveCode')}</a></p>
    </>
  ) })
}

/** Where somebody who is signed in proves the address once more; pages with `who: 'freshly-proven'` lead here and back. */
export const confirmPage = page('/:lang{en|nl}/account/confirm', {
  who: 'participant', asks: ['to'],
  form: z.object({ to }),
  show,
  async send(visit) {
    const asked = await askToConfirm(visit.ctx, visit.organisation, visit.session, { ip: visit.request.ip, origin: visit.site.origin })
    return asked.ok ? goTo(withTo(visit, '/code')) : again({ '': asked.because }, asked.until)
  },
})

/** Takes the code by POST only. */
export const confirmCodePage = page('/:lang{en|nl}/account/confirm/code', {
  who: 'participant', asks: ['to'],
  form: z.object({ to, code: sixDigits }),
  async show(visit) {
    const { t, language } = visit
    const holder = await holderOf(visit.ctx, visit.session)
    const code = holder && (await findCode(visit.ctx, holder, 'confirm'))
    return accountPageOf(visit, { title: t('account.confirm.codeTitle'), children: (
      <>
        <p class="lead">{t('account.confirm.codeSent')}</p>
        <form method="post" action={visit.homeLink('/account/confirm/code')} novalidate>
          <To visit={visit} />
          <TextField t={t} name="code" label={t('join.code.field')} error={errorAt(visit, 'code')} value={typedAt(visit, 'code')}
            hint={code ? t('join.code.validUntil', { time: time(language, code.expires_at) }) : t('join.code.hint')}
            autocomplete="one-time-code" inputmode="numeric" width="code" maxlength={20} />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('account.confirm.button')}</Button></Actions>
        </form>
        <p>{t('join.code.noneText')} <a href={withTo(visit, '')}>{t('join.code.again')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const { organisation, origin } = aboutOf(visit)
    const proven = await confirmByCode(visit.ctx, organisation, visit.session, { typed: visit.sent.code, ip: visit.request.ip, origin })
    if (!proven.ok) return again({ code: proven.because }, proven.until)
    return goTo(visit.afterProof(visit.sent.to), proven.value, { lasting: visit.session.lasting })
  },
})

export const confirmPasskeyOptionsPage = page('/:lang{en|nl}/account/confirm/passkey/options', {
  who: 'participant',
  show: () => missing,
  send: async (visit) => optionsAnswer(visit, await askPasskeyToConfirm(visit.ctx, partyOf(visit), visit.session, visit.request.ip)),
})

export const confirmPasskeyPage = page('/:lang{en|nl}/account/confirm/passkey', {
  who: 'participant',
  form: z.object({ to, answer: passkeyAnswer }),
  show: (visit) => (Object.keys(visit.form.errors).length ? show(visit) : goTo(visit.homeLink('/account/confirm'))),
  async send(visit) {
    const proven = await confirmByPasskey(visit.ctx, partyOf(visit), visit.session, visit.sent.answer)
    return proven.ok ? goTo(visit.afterProof(visit.sent.to), proven.value, { lasting: visit.session.lasting })
      : again({ '': proven.because })
  },
})

import * as z from 'zod'
import { askToChangeEmail, changeEmail, findAskedEmail } from '#accounts/change-email.ts'
import { followAddress } from '#joining/follow-address.ts'
import { time, timeFrom } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { CheckField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { emailAddress, sixDigits, ticked } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { accountPageOf } from './account-layout.tsx'
import { aboutOf } from '#web/parts/passkey-answers.ts'
import { ownPersonOf } from './passkeys.tsx'
import { findReachedNames } from './reached-names.ts'

/** Asks for the new address of one person, who takes part with this one themselves. */
export const emailPage = page('/:lang{en|nl}/account/email/:person', {
  who: 'freshly-proven',
  form: z.object({ email: emailAddress }),
  async show(visit) {
    const { t, language } = visit
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const others = (await findReachedNames(visit)).own.filter(({ personId }) => personId !== person.personId)
    const names = new Intl.ListFormat(language).format(others.map(({ legalName }) => legalName))
    return accountPageOf(visit, { title: t('account.email.title'), children: (
      <>
        <p class="lead">{t('account.email.for', { name: person.legalName, email: person.email })}</p>
        {others.length > 0 && <p>{t('account.email.others', { names })}</p>}
        <form method="post" action={visit.path} novalidate>
          <TextField t={t} name="email" type="email" label={t('account.email.field')} hint={t('account.email.hint')}
            error={errorAt(visit, 'email')} value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <h2>{t('account.email.what')}</h2>
          <ul>
            <li>{t('account.email.whatSignIn')}</li>
            <li>{t('account.email.whatTold')}</li>
            <li>{t('account.email.whatWaits', { days: visit.site.moneyCoolDownDays })}</li>
            <li>{t('account.email.whatShared')}</li>
          </ul>
          <Actions><Button busy={t('join.busy')}>{t('account.email.button')}</Button>
            <ButtonLink kind="quiet" href={visit.homeLink('/account/sign-in')}>{t('account.end.back')}</ButtonLink></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const { personId } = person
    const asked = await askToChangeEmail(visit.ctx, aboutOf(visit), { personId, email: visit.sent.email, ip: visit.request.ip })
    return asked.ok ? goTo(visit.homeLink(`/account/email/${personId}/code`)) : again({ email: asked.because }, asked.until)
  },
})

/** The code comes back from the new address; by POST only. */
export const emailCodePage = page('/:lang{en|nl}/account/email/:person/code', {
  who: 'freshly-proven',
  form: z.object({ code: sixDigits, share: ticked(because('share-missing')) }),
  async show(visit) {
    const { t, language } = visit
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const back = visit.homeLink(`/account/email/${person.personId}`)
    const asked = await findAskedEmail(visit.ctx, person.personId)
    if (!asked) return goTo(back)
    return accountPageOf(visit, { title: t('account.email.codeTitle'), children: (
      <>
        <p class="lead">{t('account.email.codeLead', { email: asked.email })}</p>
        <form method="post" action={visit.path} novalidate>
          <TextField t={t} name="code" label={t('join.code.field')} hint={t('join.code.validUntil', { time: time(language, asked.until) })}
            error={errorAt(visit, 'code')} value={typedAt(visit,
              'code')} autocomplete="one-time-code" inputmode="numeric" width="code" maxlength={20} />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <CheckField t={t} name="share" label={t('account.email.share')} error={errorAt(visit, 'share')}
            checked={typedAt(visit, 'share') === 'yes'} />
          <Actions><Button busy={t('join.busy')}>{t('account.email.codeButton')}</Button></Actions>
        </form>
        <p>{t('join.code.noneText')} <a href={back}>{t('account.email.again')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const { personId } = person
    const changed = await changeEmail(visit.ctx, aboutOf(visit), visit.session, { personId, typed: visit.sent.code, ip: visit.request.ip })
    if (!changed.ok) return again({ code: changed.because }, changed.until)
    await followAddress(visit.ctx, personId, changed.value.email)
    return goTo(visit.homeLink('/account/email-changed'))
  },
})

/** What holds from now on. */
export const emailMovedPage = page('/:lang{en|nl}/account/email-changed', {
  who: 'participant',
  show: (visit) => accountPageOf(visit, { title: visit.t('account.email.movedTitle'), children: (
    <>
      <p class="lead">{visit.t('account.email.movedLead')}</p>
      <p>{visit.t('account.email.movedOthers')}</p>
      <Actions><ButtonLink href={visit.homeLink('/account')}>{visit.t('account.email.movedButton')}</ButtonLink></Actions>
    </>
  ) }),
})

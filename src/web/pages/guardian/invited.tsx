import * as z from 'zod'
import { findInvitation, type Invitation } from '#guardians/invitations.ts'
import { askInvited, proveInvited } from '#guardians/prove-address.ts'
import { findCode } from '#identity/prove-code.ts'
import type { Session } from '#identity/sessions.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day, time, timeFrom } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page, type Ground } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { sixDigits } from '#web/parts/field-schemas.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

/** The invitation named in the path; undefined where there is none. */
export const invitationOf = ({ ctx, params }: Ground): Promise<Invitation | undefined> => findInvitation(ctx, params['invitation'] ?? '')

/** Only who proved the invited address reads of whom the invitation is about. */
export const isInvited = ({ emailIndex }: Invitation, session: Session | undefined): boolean =>
  Boolean(session?.provenAt && session.emailIndex.equals(emailIndex))

/** What stands there once an invitation is too late: until when it was open, and whom to write to. */
export function over(visit: Ground, { expiresAt }: Invitation) {
  const { t, language, organisation } = visit
  return (
    <FormLayout visit={visit} title={t('guardian.over.title')}>
      <p class="lead">{t('guardian.over.text', { date: day(language, dayIn(legalZone, expiresAt)), email: organisation.facts.email })}</p>
    </FormLayout>
  )
}

/** Where the mail to the other parent leads: tells nothing about anybody, and does nothing until the button is pressed. */
export const invitedPage = page('/:lang{en|nl}/guardian/:invitation', {
  who: 'visitor',
  async show(visit) {
    const { t, language } = visit
    const invitation = await invitationOf(visit)
    if (!invitation) return missing
    const here = visit.homeLink(`/guardian/${invitation.id}`)
    if (isInvited(invitation, visit.session)) return goTo(`${here}/answer`)
    if (invitation.over) return over(visit, invitation)
    return (
      <FormLayout visit={visit} title={t('guardian.title')}>
        <p class="lead">{t('guardian.lead')}</p>
        <p>{t('guardian.how')}</p>
        <form method="post" action={here}>
          {visit.form.errors[''] && <p class="field-error" id="main">{t(`because.${visit.form.errors['']}`)}</p>}
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('guardian.button')}</Button></Actions>
        </form>
      </FormLayout>
    )
  },
  async send(visit) {
    const invitation = await invitationOf(visit)
    if (!invitation) return missing
    const { ctx, language, request, site } = visit
    const asked = await askInvited(ctx, invitation, { language, ip: request.ip, origin: site.origin })
    if (asked.ok) return goTo(visit.homeLink(`/guardian/${invitation.id}/code`), asked.value, { lasting: false })
    return again({ '': asked.because }, 'until' in asked ? asked.until : undefined)
  },
})

/** Takes the code by POST only, in the browser that asked for it. */
export const invitedCodePage = page('/:lang{en|nl}/guardian/:invitation/code', {
  who: 'invited',
  form: z.object({ code: sixDigits }),
  async show(visit) {
    const { t, language, session } = visit
    const invitation = await invitationOf(visit)
    if (!invitation) return missing
    const here = visit.homeLink(`/guardian/${invitation.id}`)
    if (session.personId !== invitation.id || session.provenAt) return goTo(here)
    const code = await findCode(visit.ctx, invitation.id, 'guardian')
    return (
      <FormLayout visit={visit} title={t('guardian.code.title')}>
        <p class="lead">{t('guardian.code.lead')}</p>
        <form method="post" action={`${here}/code`} novalidate>
          <TextField t={t} name="code" label={t('join.code.field')}
            hint={code ? t('join.code.validUntil', { time: time(language, code.expires_at) }) : t('join.code.hint')}
            error={errorAt(visit, 'code')} value={typedAt(visit, 'code')} autocomplete="one-time-code" inputmode="numeric" width="code"
            maxlength={20} />
          <Actions><Button busy={t('join.busy')}>{t('guardian.code.button')}</Button></Actions>
        </form>
        <p>{t('join.code.noneText')} <a href={here}>{t('join.code.again')}</a></p>
      </FormLayout>
    )
  },
  async send(visit) {
    const invitation = await invitationOf(visit)
    if (!invitation || visit.session.personId !== invitation.id) return missing
    const proven = await proveInvited(visit.ctx, visit.session, { typed: visit.sent.code, ip: visit.request.ip })
    if (!proven.ok) return again({ code: proven.because }, proven.until)
    return goTo(visit.homeLink(`/guardian/${invitation.id}/answer`), proven.value, { lasting: false })
  },
})

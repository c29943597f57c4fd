import * as z from 'zod'
import { resendSeconds } from '#identity/issue-code.ts'
import { findCode } from '#identity/prove-code.ts'
import { confirmEmail } from '#joining/confirm-email.ts'
import { sendCodeAgain } from '#joining/send-code-again.ts'
import { isNewestRefused } from '#platform/mail/refused.ts'
import { time, timeFrom } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button, CodeResend } from '#web/parts/form.tsx'
import { nextStep } from '#joining/steps.ts'
import { sixDigits } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { JoinLayout } from './journey.tsx'

async function show(visit: Visit<'starter'>) {
  const { t, language, claimLink, ctx } = visit
  const code = await findCode(ctx, visit.draft.personId, 'join')
  const zone = visit.claim.facts.timeZone
  const resendAt = visit.form.until ?? (code && new Date(code.issued_at.getTime() + resendSeconds * 1000))
  const wait = resendAt ? (resendAt.getTime() - ctx.now.getTime()) / 1000 : 0
  return (
    <JoinLayout visit={visit} at="code" title={t('join.code.title')}>
      <p class="lead">{t('join.code.lead')}</p>
      {(await isNewestRefused(ctx.db, visit.draft.personId, 'join-code'))
        && <Notice t={t} kind="error"><p>{t('join.code.refused')}</p></Notice>}
      <form method="post" action={claimLink('/join/code')} novalidate>
        <TextField t={t} name="code" label={t('join.code.field')}
          hint={code ? t('join.code.validUntil', { time: time(language, code.expires_at, zone) }) : t('join.code.hint')}
          why={t('join.code.why')} error={errorAt(visit, 'code')} value={typedAt(visit, 'code')} autocomplete="one-time-code"
          inputmode="numeric" width="code" maxlength={20} />
        <Actions><Button busy={t('join.busy')}>{t('join.code.button')}</Button></Actions>
      </form>
      <h2>{t('join.code.none')}</h2>
      <p>{t('join.code.noneText')}</p>
      {resendAt && wait > 0 && <p>{t('join.code.againFrom', { time: timeFrom(language, resendAt, zone) })}</p>}
      <form method="post" action={claimLink('/join/code/again')}>
        {wait > 0
          ? <CodeResend t={t} seconds={wait}>{t('join.code.again')}</CodeResend>
          : <Button kind="secondary">{t('join.code.again')}</Button>}
      </form>
      <p><a href={claimLink('/join')}>{t('join.code.wrongAddress')}</a></p>
    </JoinLayout>
  )
}

/** The code comes back by POST only: a mail scanner that opens links confirms nothing. */
export const codePage = page('/:lang{en|nl}/:claim/join/code', {
  who: 'starter',
  form: z.object({ code: sixDigits }),
  show,
  async send(visit) {
    const confirmed = await confirmEmail(visit.ctx, visit.organisation, visit.session, visit.draft,
      { typed: visit.sent.code, ip: visit.request.ip, origin: visit.site.origin })
    if (!confirmed.ok) return again({ code: confirmed.because }, confirmed.until)
    const { draft, token, known } = confirmed.value
    const next = draft.submittedAt ? '/join/done' : `/join/${nextStep(draft.answers)}`
    return goTo(visit.claimLink(known && !draft.answers.details ? '/join/known' : next), token)
  },
})

/** "Send a new code": refused with the time from which it is possible. */
export const codeAgainPage = page('/:lang{en|nl}/:claim/join/code/again', {
  who: 'starter',
  show: (visit) => (visit.form.errors['code'] ? show(visit) : goTo(visit.claimLink('/join/code'))),
  async send(visit) {
    const sent = await sendCodeAgain(visit.ctx, visit.organisation, visit.claim, visit.draft,
      { ip: visit.request.ip, origin: visit.site.origin })
    return sent.ok ? goTo(visit.claimLink('/join/code')) : again({ code: sent.because }, sent.until)
  },
})

import { findAsked, noticedAtOf, proveAsked } from '#leaving/ask-withdrawal.ts'
import { listLeaving } from '#leaving/leavers.ts'
import { listReceipts } from '#leaving/receipt.ts'
import { withdraw } from '#leaving/withdraw.ts'
import { hasOpened } from '#claims/phase.ts'
import { listClaims } from '#claims/queries.ts'
import { dayAndTime, time } from '#words/formats.ts'
import * as z from 'zod'
import { again, goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { sixDigits } from '#web/parts/field-schemas.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { ReceiptView } from './receipt-view.tsx'
import { chosenForm, chosenIn, statementOf, WithdrawForm, WithdrawOver } from './withdraw-form.tsx'

type Caller = Visit<'withdrawer'>

/** Where the function begins for somebody who does not know the claim's page: the claims that somebody can take part in (MO-04). */
export const withdrawIndexPage = page('/:lang{en|nl}/withdraw', {
  who: 'anyone', kept: true,
  async show(visit) {
    const { t, ctx, language } = visit
    const claims = (await listClaims(ctx.db)).filter(({ facts }) => hasOpened(facts))
    return (
      <FormLayout visit={visit} title={t('withdraw.index.title')}>
        <p class="lead">{t('withdraw.index.lead')}</p>
        <ul class="plain">
          {claims.map(({ slug, facts }) => <li><a href={visit.homeLink(`/${slug}/withdraw`)}>{facts.name[language]}</a></li>)}
        </ul>
        <p>{t('withdraw.signedIn')} <a href={visit.homeLink('/sign-in')}>{t('account.signIn.title')}</a></p>
      </FormLayout>
    )
  },
})

/** The code that proves the address; taken by POST only. */
export const withdrawCodePage = page('/:lang{en|nl}/:claim/withdraw/code', {
  who: 'withdrawer',
  form: z.object({ code: sixDigits }),
  async show(visit) {
    const { t, language } = visit
    const asked = await findAsked(visit.ctx, visit.session)
    if (!asked) return goTo(visit.claimLink('/withdraw'))
    return (
      <FormLayout visit={visit} title={t('withdraw.code.title')}>
        <p class="lead">
          {t('withdraw.code.lead', {
            email: asked.email, time: dayAndTime(language, asked.askedAt), until: time(language, asked.expiresAt),
          })}
        </p>
        <form method="post" action={visit.claimLink('/withdraw/code')} novalidate>
          <TextField t={t} name="code" label={t('join.code.field')}
            hint={t('join.code.validUntil', { time: time(language, asked.expiresAt) })} error={errorAt(visit, 'code')}
            value={typedAt(visit, 'code')} autocomplete="one-time-code" inputmode="numeric" width="code" maxlength={20} />
          <Actions><Button busy={t('join.busy')}>{t('withdraw.code.button')}</Button></Actions>
        </form>
        <p><a href={visit.claimLink('/withdraw')}>{t('withdraw.code.again')}</a></p>
      </FormLayout>
    )
  },
  async send(visit) {
    const proven = await proveAsked(visit.ctx, visit.session, { typed: visit.sent.code, ip: visit.request.ip })
    return proven.ok ? goTo(visit.claimLink('/withdraw/confirm'), proven.value, { lasting: false }) : again({ code: proven.because })
  },
})

/** What this browser asked for and proved; undefined for everybody else. */
async function provenIn({ ctx, session }: Caller) {
  const asked = await findAsked(ctx, session)
  return asked?.provenAt ? { ...asked, provenAt: asked.provenAt, noticedAt: noticedAtOf(asked, ctx.now) } : undefined
}

/** Names and agreements, and the button that confirms; only for the browser that proved the address, and good for nothing else. */
export const withdrawConfirmPage = page('/:lang{en|nl}/:claim/withdraw/confirm', {
  who: 'withdrawer', form: chosenForm,
  async show(visit) {
    const { t, ctx, session } = visit
    const asked = await provenIn(visit)
    if (!asked) return goTo(visit.claimLink('/withdraw'))
    const all = await listLeaving(ctx, session.emailIndex, asked.noticedAt)
    const open = all.filter(({ withdrawable }) => withdrawable)
      .toSorted((a, b) => Number(b.participation.claim === asked.claim) - Number(a.participation.claim === asked.claim))
    return (
      <FormLayout visit={visit} title={t(open.length ? 'withdraw.confirm.title' : 'withdraw.over.title')}>
        {open.length > 0 ? <WithdrawForm visit={visit} leavings={open} email={asked.email} />
          : <><WithdrawOver visit={visit} leavings={all} endHref={() => undefined} />
            <Actions><ButtonLink href={visit.homeLink('/sign-in')}>{t('withdraw.over.signIn')}</ButtonLink></Actions></>}
      </FormLayout>
    )
  },
  async send(visit) {
    const { ctx, session, t, language } = visit
    const asked = await provenIn(visit)
    if (!asked) return goTo(visit.claimLink('/withdraw'))
    const chosen = chosenIn(visit.sent)
    const about = (await listLeaving(ctx, session.emailIndex))
      .filter(({ participation: each }) => chosen.some(({ personId, claim }) => each.personId === personId && each.claim === claim))
    const { name, email, reference } = asked
    const done = await withdraw({ ...ctx, actor: `participant:${session.personId}` }, {
      emailIndex: session.emailIndex, chosen, channel: 'function', noticedAt: asked.noticedAt, language, origin: visit.site.origin,
      sent: { statement: statementOf(visit, about), name, address: email, ...(reference && { reference }),
        button: t('withdraw.confirm.button') },
    })
    if (done.ok || done.because === 'ended-already') return goTo(visit.claimLink('/withdraw/receipt'))
    return again({ main: done.because })
  },
})

/** The receipt, at once on the page as well (6:230oa BW). */
export const withdrawReceiptPage = page('/:lang{en|nl}/:claim/withdraw/receipt', {
  who: 'withdrawer',
  async show(visit) {
    const { t, ctx, session } = visit
    const asked = await provenIn(visit)
    if (!asked) return goTo(visit.claimLink('/withdraw'))
    const persons = [...new Set((await listLeaving(ctx, session.emailIndex)).map(({ of }) => of.representativeId ?? of.person.personId))]
    const receipts = (await listReceipts(ctx, persons)).filter(({ kind, madeAt }) => kind === 'withdrawn' && madeAt >= asked.provenAt)
    return (
      <FormLayout visit={visit} title={t('leaving.withdrawn.title')}>
        {receipts.map((receipt) => <ReceiptView t={t} receipt={receipt} />)}
        <p>{t('withdraw.receipt.mailed')}</p>
        <Actions><ButtonLink href={visit.claimLink()}>{t('withdraw.receipt.home')}</ButtonLink></Actions>
      </FormLayout>
    )
  },
})

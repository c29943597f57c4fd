import { listLeaving } from '#leaving/leavers.ts'
import { withdraw } from '#leaving/withdraw.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { chosenForm, chosenIn, statementOf, WithdrawForm, WithdrawOver } from '#web/pages/withdraw/withdraw-form.tsx'
import { accountPageOf, reachOf } from './account-layout.tsx'

/** Withdrawing for who is signed in: choose, confirm, receipt (6:230oa BW, MO-04). */
export const accountWithdrawPage = page('/:lang{en|nl}/account/withdraw', {
  who: 'participant', form: chosenForm,
  async show(visit) {
    const { t, ctx, session } = visit
    const all = await listLeaving(ctx, session.emailIndex)
    const open = all.filter(({ withdrawable }) => withdrawable)
    const email = (await reachOf(visit)).find(({ as }) => as === 'self')?.person.email ?? ''
    return accountPageOf(visit, {
      title: t(open.length ? 'withdraw.confirm.title' : all.length ? 'withdraw.over.title' : 'withdraw.title'),
      children: open.length > 0 ? <WithdrawForm visit={visit} leavings={open} email={email} />
        : <WithdrawOver visit={visit} leavings={all}
            endHref={({ participation: { personId, claim } }) => visit.homeLink(`/account/leave/${personId}/${claim}`)} />,
    })
  },
  async send(visit) {
    const { ctx, session, t, language } = visit
    const chosen = chosenIn(visit.sent)
    const about = (await listLeaving(ctx, session.emailIndex))
      .filter(({ participation: each }) => chosen.some(({ personId, claim }) => each.personId === personId && each.claim === claim))
    const done = await withdraw(ctx, {
      emailIndex: session.emailIndex, chosen, channel: 'account', language, origin: visit.site.origin,
      sent: { statement: statementOf(visit, about), button: t('withdraw.confirm.button') },
    })
    if (done.ok) return goTo(visit.homeLink(`/account/leave/receipt/${done.value.receipts[0]!.id}`))
    if (done.because === 'takes-no-part') return missing
    return again({ main: done.because })
  },
})

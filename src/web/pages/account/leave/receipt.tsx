import { listReceipts } from '#leaving/receipt.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { accountPageOf, reachOf } from '#web/pages/account/account-layout.tsx'
import { ReceiptView } from '#web/pages/withdraw/receipt-view.tsx'

/** A receipt about leaving, of somebody the account reaches; anything else does not exist. */
export const leaveReceiptPage = page('/:lang{en|nl}/account/leave/receipt/:receipt', {
  who: 'participant',
  async show(visit) {
    const { t, ctx } = visit
    const persons = (await reachOf(visit)).map(({ person }) => person.personId)
    const all = await listReceipts(ctx, persons)
    const asked = all.find(({ id }) => id === visit.params['receipt'])
    if (!asked) return missing
    // Of one act there is a receipt for each person of a household who joined with the address.
    const together = all.filter(({ kind, madeAt }) => kind === asked.kind && madeAt.getTime() === asked.madeAt.getTime())
    return accountPageOf(visit, { title: asked.title, children: (
      <>
        {together.map((receipt) => <ReceiptView t={t} receipt={receipt} />)}
        <p>{t('withdraw.receipt.mailed')}</p>
        <Actions><ButtonLink href={visit.homeLink('/account')}>{t('withdraw.receipt.back')}</ButtonLink></Actions>
      </>
    ) })
  },
})

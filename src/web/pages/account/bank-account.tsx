import * as z from 'zod'
import { enterBankAccount, findBankAccount, masked } from '#accounts/bank-account.ts'
import { moneyMayMoveFrom } from '#accounts/cool-down.ts'
import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice, SummaryList } from '#web/parts/blocks.tsx'
import { CheckField, RadioField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { filled, tick } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { dayWords } from '#web/parts/devices.ts'
import { accountPageOf, personOf, type Participant } from './account-layout.tsx'
import { aboutOf } from '#web/parts/passkey-answers.ts'

/** Whose account it is: asked of who acts for a child, confirmed by everybody else. */
function Whose({ visit, reached }: { visit: Participant; reached: Reached }) {
  const { t } = visit
  const name = reached.person.legalName
  if (reached.as === 'self') return (
    <CheckField t={t} name="own" label={t('account.bank.own', { name })} error={errorAt(visit, 'own')}
      checked={typedAt(visit, 'own') === 'yes'} />
  )
  return (
    <>
      <RadioField t={t} name="whose" label={t('account.bank.whose')} error={errorAt(visit, 'whose')}
        value={typedAt(visit, 'whose')} choices={[
          { value: 'person', label: t('account.bank.ofChild', { name }), hint: t('account.bank.ofChildHint', { name }) },
          { value: 'representative', label: t('account.bank.ofMine'), hint: t('account.bank.ofMineHint', { name }) },
        ]} />
      <CheckField t={t} name="declared" label={t('account.bank.declaration', { name })} hint={t('account.bank.declarationHint')}
        error={errorAt(visit, 'declared')} checked={typedAt(visit, 'declared') === 'yes'} />
      <p>{t('account.bank.until18', { name })}</p>
    </>
  )
}

/** The person of the path, where this account has a say about their money. */
async function payeeOf(visit: Participant): Promise<Reached | undefined> {
  const reached = await personOf(visit)
  return reached && may(reached, 'change-bank-account') ? reached : undefined
}

/** Where money of one person goes, and from when it may move. */
export const bankAccountPage = page('/:lang{en|nl}/account/bank-account/:person', {
  who: 'freshly-proven',
  form: z.object({
    holder: filled(because('holder-missing'), because('too-long'), 70), iban: filled(because('iban-missing'), because('iban-wrong'), 42),
    whose: z.enum(['person', 'representative']).optional().catch(undefined), own: tick, declared: tick,
  }),
  async show(visit) {
    const { t } = visit
    const reached = await payeeOf(visit)
    if (!reached) return missing
    const { personId, legalName: name } = reached.person
    const [now, from] = [await findBankAccount(visit.ctx, personId),
      await moneyMayMoveFrom(visit.ctx, personId, visit.site.moneyCoolDownDays)]
    return accountPageOf(visit, { title: t('account.bank.title', { name }), children: (
      <>
        <p class="lead">{t('account.bank.lead', { name })}</p>
        {from && <Notice t={t}><p>{t('account.bank.waits', { date: dayWords(visit, from) })}</p></Notice>}
        {!now && <p>{t('account.bank.none')}</p>}
        {now && <SummaryList t={t} rows={[
          { label: t('account.bank.now'), value: <span class="reference">{masked(now.iban)}</span> },
          { label: t('account.bank.holder'), value: now.holder },
          { label: t('account.bank.belongs'),
            value: t(now.belongsTo === 'person' ? 'account.bank.belongsPerson' : 'account.bank.belongsRepresentative', { name }) },
          { label: t('account.bank.entered'), value: dayWords(visit, now.enteredAt) },
        ]} />}
        <h2>{t(now ? 'account.bank.change' : 'account.bank.enter')}</h2>
        <form method="post" action={visit.path} novalidate>
          <TextField t={t} name="holder" label={t('account.bank.holder')} hint={t('account.bank.holderHint')}
            error={errorAt(visit, 'holder')} value={typedAt(visit, 'holder')} autocomplete="name" />
          <TextField t={t} name="iban" label={t('account.bank.iban')} hint={t('account.bank.ibanHint')}
            error={errorAt(visit, 'iban')} value={typedAt(visit, 'iban')} autocomplete="off" inputmode="text"
            spellcheck={false} maxlength={42} />
          <Whose visit={visit} reached={reached} />
          <p>{t('account.bank.told', { days: visit.site.moneyCoolDownDays })}</p>
          <Actions><Button busy={t('join.busy')}>{t('account.bank.button')}</Button>
            <ButtonLink kind="quiet" href={visit.homeLink('/account/details')}>{t('account.end.back')}</ButtonLink></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const reached = await payeeOf(visit)
    if (!reached) return missing
    const { person: { personId, legalName: name }, as } = reached
    const { holder, iban, whose, own, declared } = visit.sent
    if (as === 'self' && !own) return again({ own: 'own-account-missing' })
    if (as !== 'self' && !whose) return again({ whose: 'belongs-missing' })
    const entered = await enterBankAccount(visit.ctx, aboutOf(visit), {
      personId, holder, iban, belongsTo: as === 'self' ? 'person' : whose!, asRepresentative: as !== 'self',
      ...(declared && { declaration: visit.t('account.bank.declaration', { name }) }),
    })
    return entered.ok ? goTo(visit.path) : again({ [fieldOf(entered.because)]: entered.because })
  },
})

/** The field an error stands at. */
function fieldOf(reason: string): string {
  if (reason.startsWith('holder')) return 'holder'
  if (reason === 'money-declaration-missing') return 'declared'
  return reason.startsWith('iban') ? 'iban' : reason === 'account-of-person-needed' ? 'whose' : ''
}

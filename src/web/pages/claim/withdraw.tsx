import * as z from 'zod'
import { askToWithdraw } from '#leaving/ask-withdrawal.ts'
import { timeFrom } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { frameOf } from '#web/frame.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ErrorSummary } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'
import { emailAddress, filled, optional } from '#web/parts/field-schemas.ts'
import { errorAt, faultsOf, typedAt } from '#web/parts/typed.ts'

/**
 * Step 1 of the withdrawal function, open to everybody without signing in (6:230oa BW, MO-04), and below it how else to withdraw, with the
 * form of Annex I(B) to Directive 2011/83/EU (art. 6:230m(1)(h) BW; MO-03).
 */
export const withdrawPage = page('/:lang{en|nl}/:claim/withdraw', {
  who: 'anyone', kept: true,
  form: z.object({ name: filled(because('name-missing'), because('name-too-long'), 150), email: emailAddress, reference: optional(40) }),
  show(visit) {
    const { t, claim, organisation, language } = visit
    const { legalName, address, email } = organisation.facts
    const faults = faultsOf(visit)
    return (
      <Layout {...frameOf(visit)} title={faults.length ? `${t('parts.error')} ${t('withdraw.title')}` : t('withdraw.title')} kind="reading">
        <ErrorSummary t={t} faults={faults} />
        <h1>{t('withdraw.title')}</h1>
        <p class="lead">{t('withdraw.lead')}</p>
        <h2>{t('withdraw.here')}</h2>
        <p>{t('withdraw.hereLead')}</p>
        <form method="post" action={visit.claimLink('/withdraw')} novalidate>
          <div class="prose letter"><p>{t('leaving.statement', { claim: claim.facts.name[language] })}</p></div>
          <TextField t={t} name="name" label={t('withdraw.name')} error={errorAt(visit, 'name')}
            value={typedAt(visit, 'name')} autocomplete="name" />
          <TextField t={t} name="email" type="email" label={t('withdraw.email')} hint={t('withdraw.emailHint')}
            error={errorAt(visit, 'email')} value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" />
          <TextField t={t} name="reference" label={t('withdraw.reference')} optional error={errorAt(visit, 'reference')}
            value={typedAt(visit, 'reference')} width="medium" />
          {visit.form.until && <p>{t('join.tryAgainAt', { time: timeFrom(language, visit.form.until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('withdraw.button')}</Button></Actions>
        </form>
        <p>{t('withdraw.signedIn')} <a href={visit.homeLink('/sign-in')}>{t('account.signIn.title')}</a></p>
        <h2>{t('withdraw.others')}</h2>
        <p>{t('withdraw.howText', { email })}</p>
        <h2>{t('withdraw.form')}</h2>
        <div class="prose letter">
          <p>{t('withdraw.formTo', { organisation: legalName, address: address.join(', '), email })}</p>
          <p>{t('withdraw.formText', { claim: claim.facts.name[language] })}</p>
          <ul>
            {(['formJoined', 'formReference', 'formName', 'formAddress', 'formDate', 'formSignature'] as const)
              .map((line) => <li>{t(`withdraw.${line}`)}</li>)}
          </ul>
        </div>
        <h2>{t('withdraw.after')}</h2>
        <p>{t('withdraw.afterText')}</p>
      </Layout>
    )
  },
  async send(visit) {
    const { ctx, organisation, claim, sent, t, language } = visit
    const asked = await askToWithdraw(ctx, organisation, claim, {
      name: sent.name, email: sent.email, statement: t('leaving.statement', { claim: claim.facts.name[language] }), ip: visit.request.ip,
      origin: visit.site.origin,
      ...(sent.reference && { reference: sent.reference }),
    })
    return asked.ok ? goTo(visit.claimLink('/withdraw/code'), asked.value, { lasting: false })
      : again({ email: asked.because }, asked.until)
  },
})

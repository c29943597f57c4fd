import { frameOf } from '#web/frame.ts'
import { page } from '#web/page.ts'
import { Layout } from '#web/parts/layout.tsx'

/** How to withdraw within 14 days, with the form of Annex I(B) to Directive 2011/83/EU (art. 6:230m(1)(h) BW; MO-03). */
export const withdrawPage = page('/:lang{en|nl}/:claim/withdraw', {
  who: 'anyone', kept: true,
  show(visit) {
    const { t, claim, organisation, language } = visit
    const { legalName, address, email } = organisation.facts
    return (
      <Layout {...frameOf(visit)} title={t('withdraw.title')} kind="reading">
        <h1>{t('withdraw.title')}</h1>
        <p class="lead">{t('withdraw.lead')}</p>
        <h2>{t('withdraw.how')}</h2>
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
})

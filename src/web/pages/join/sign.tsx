import { sign } from '#joining/sign.ts'
import { again, goTo } from '#web/answer.ts'
import { JoinLayout, joinStep } from './journey.tsx'
import { OfferPhone } from './sign-by-phone.tsx'
import { givenSignature, largestSignature, signatureForm, SignForm } from './sign-form.tsx'

export const signPage = joinStep('sign', {
  largest: largestSignature,
  form: signatureForm,
  show: (visit) => (
    <JoinLayout visit={visit} at="sign" title={visit.t('join.sign.title')} islands={['signature-field']}>
      <p class="lead">{visit.t('join.sign.lead', { name: visit.draft.answers.details!.legalName })}</p>
      <SignForm visit={visit} action={visit.claimLink('/join/sign')} />
      <OfferPhone visit={visit} />
    </JoinLayout>
  ),
  async send(visit) {
    const signed = await sign(visit.ctx, visit.draft, givenSignature(visit))
    if (signed.ok) return goTo(visit.claimLink('/join/check'))
    if (signed.because === 'text-changed') return goTo(visit.claimLink('/join/agreements'))
    return again({ 'signature-typed': signed.because })
  },
})

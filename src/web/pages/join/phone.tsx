import * as z from 'zod'
import { textsInForce } from '#joining/agree.ts'
import { openOnPhone, stateOfLink } from '#joining/phone-link.ts'
import { signOnPhone } from '#joining/sign-on-phone.ts'
import { canVisit } from '#joining/steps.ts'
import { again, openPhone, showOnce } from '#web/answer.ts'
import { page, type Ground, type Visit } from '#web/page.ts'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { JoinLayout } from './journey.tsx'
import { givenSignature, largestSignature, signatureForm, SignForm } from './sign-form.tsx'

type LinkState = 'used' | 'over'

function NoWay({ visit, state }: { visit: Ground; state: LinkState }) {
  const { t } = visit
  return (
    <JoinLayout visit={visit} title={t('join.phone.cannot')}>
      <p class="lead">{t(state === 'used' ? 'because.phone-link-used' : 'because.phone-link-over')}</p>
      {state === 'used' && <p><a href={visit.claimLink('/join/phone')}>{t('join.phone.goOn')}</a></p>}
    </JoinLayout>
  )
}

/** Where the code on the computer leads. Opening it does nothing, because previews and scanners open everything; the button does. */
export const phoneLinkPage = page('/:lang{en|nl}/:claim/join/phone/:token', {
  who: 'anyone',
  form: z.object({}),
  async show(visit) {
    const { t, claim, language, params } = visit
    const state = await stateOfLink(visit.ctx, claim.slug, params['token'] ?? '')
    if (state !== 'living') return <NoWay visit={visit} state={state} />
    const name = claim.facts.name[language]
    return (
      <JoinLayout visit={visit} title={t('join.phone.signFor', { claim: name })}>
        <p class="lead">{t('join.phone.signForText')}</p>
        <form method="post" action={visit.path}>
          <Actions><Button wide busy={t('join.busy')}>{t('join.phone.open')}</Button></Actions>
        </form>
      </JoinLayout>
    )
  },
  async send(visit) {
    const opened = await openOnPhone(visit.ctx, visit.claim.slug, visit.params['token'] ?? '')
    if (opened.ok) return openPhone(visit.claimLink('/join/phone'), opened.value)
    return showOnce(<NoWay visit={visit} state={opened.because === 'phone-link-used' ? 'used' : 'over'} />)
  },
})

const ended = (visit: Visit<'phone'>) => visit.phone.signedAt !== null || visit.draft.submittedAt !== null

/** Back to the computer: after the signature, or because something changed there meanwhile. */
function Back({ visit, signed }: { visit: Visit<'phone'>; signed: boolean }) {
  const { t } = visit
  return (
    <JoinLayout visit={visit} title={t(signed ? 'join.phone.signedTitle' : 'join.phone.changed')}>
      <p class="lead">{t(signed ? 'join.phone.signedText' : 'join.phone.changedText')}</p>
      {signed && <Actions><ButtonLink kind="quiet" href={visit.claimLink()}>{t('join.phone.toClaim')}</ButtonLink></Actions>}
    </JoinLayout>
  )
}

/** The one step that a phone may do for the computer: sign. */
export const phoneSignPage = page('/:lang{en|nl}/:claim/join/phone', {
  who: 'phone',
  largest: largestSignature,
  form: signatureForm,
  async show(visit) {
    const { t, draft } = visit
    if (ended(visit)) return <Back visit={visit} signed />
    if (!canVisit(draft.answers, 'sign') || !(await textsInForce(visit.ctx, draft))) return <Back visit={visit} signed={false} />
    return (
      <JoinLayout visit={visit} title={t('join.sign.title')} islands={['signature-field']}>
        <p class="lead">{t('join.sign.lead', { name: draft.answers.details!.legalName })}</p>
        <SignForm visit={visit} action={visit.claimLink('/join/phone')} />
      </JoinLayout>
    )
  },
  async send(visit) {
    const signed = await signOnPhone(visit.ctx, visit.phone, givenSignature(visit))
    if (signed.ok || signed.because === 'phone-link-used') return showOnce(<Back visit={visit} signed />)
    return again({ 'signature-typed': signed.because })
  },
})

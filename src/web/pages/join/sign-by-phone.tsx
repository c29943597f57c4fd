import * as z from 'zod'
import { linkMinutes, makePhoneLink, phoneProgress } from '#joining/phone-link.ts'
import { canVisit } from '#joining/steps.ts'
import { time } from '#words/formats.ts'
import { documentAnswer, goTo, showOnce } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { Qr } from '#web/parts/qr.tsx'
import { JoinLayout, whereNext } from './journey.tsx'

type Joiner = Visit<'joiner'>
const atSign = ({ draft }: Joiner) => !draft.submittedAt && canVisit(draft.answers, 'sign')

/** Offered where a mouse signs: the button makes the code, because opening a page makes nothing. */
export function OfferPhone({ visit }: { visit: Joiner }) {
  const { t } = visit
  return (
    <section class="at-computer" aria-labelledby="on-phone">
      <h2 id="on-phone">{t('join.phone.offer')}</h2>
      <p>{t('join.phone.offerText')}</p>
      <form method="post" action={visit.claimLink('/join/sign/phone')}>
        <Actions><Button kind="secondary" busy={t('join.busy')}>{t('join.phone.offerButton')}</Button></Actions>
      </form>
    </section>
  )
}

/** The code for the phone. The follower goes on by itself; without script a link asks. */
function Code({ visit, token }: { visit: Joiner; token: string }) {
  const { t, ctx, language, claim, claimLink } = visit
  const until = time(language, new Date(ctx.now.getTime() + linkMinutes * 60_000), claim.facts.timeZone)
  return (
    <JoinLayout visit={visit} at="sign" title={t('join.phone.title')} islands={['phone-follower']}>
      <phone-follower data-state={claimLink('/join/sign/phone/state')} data-next={claimLink('/join/check')}
        data-opened={t('join.phone.opened')} data-signed={t('join.phone.signed')} data-over={t('join.phone.over')}>
        <div data-code="">
          <p class="lead">{t('join.phone.lead')}</p>
          <Qr text={`${visit.site.origin}/${language}/${claim.slug}/join/phone/${token}`} label={t('join.phone.code')} />
          <p class="hint">{t('join.phone.until', { time: until })}</p>
        </div>
        <p role="status" class="lead phone-status" />
      </phone-follower>
      <Actions>
        <ButtonLink kind="secondary" href={claimLink('/join/sign/phone')}>{t('join.phone.done')}</ButtonLink>
      </Actions>
      <p><a href={claimLink('/join/sign')}>{t('join.phone.here')}</a></p>
    </JoinLayout>
  )
}

/** GET tells whether the phone signed, and goes on if it did; POST shows a new code. */
export const signByPhonePage = page('/:lang{en|nl}/:claim/join/sign/phone', {
  who: 'joiner',
  form: z.object({}),
  async show(visit) {
    if (!atSign(visit)) return goTo(whereNext(visit))
    const progress = await phoneProgress(visit.ctx, visit.draft)
    if (progress === 'signed') return goTo(whereNext(visit))
    const { t } = visit
    return (
      <JoinLayout visit={visit} at="sign" title={t('join.phone.notYet')}>
        <Notice t={t}><p>{t(progress === 'over' ? 'join.phone.over' : 'join.phone.notYetText')}</p></Notice>
        {progress !== 'over' && (
          <Actions><ButtonLink href={visit.claimLink('/join/sign/phone')}>{t('join.phone.lookAgain')}</ButtonLink></Actions>
        )}
        <form method="post" action={visit.claimLink('/join/sign/phone')}>
          <Actions><Button kind="secondary" busy={t('join.busy')}>{t('join.phone.newCode')}</Button></Actions>
        </form>
        <p><a href={visit.claimLink('/join/sign')}>{t('join.phone.here')}</a></p>
      </JoinLayout>
    )
  },
  async send(visit) {
    const made = await makePhoneLink(visit.ctx, visit.draft)
    return made.ok ? showOnce(<Code visit={visit} token={made.value} />) : goTo(whereNext(visit))
  },
})

/** What the follower asks every two seconds: one word. */
export const phoneStatePage = page('/:lang{en|nl}/:claim/join/sign/phone/state', {
  who: 'joiner',
  async show({ ctx, draft }) {
    const progress = draft.submittedAt ? 'signed' : await phoneProgress(ctx, draft)
    return documentAnswer(JSON.stringify({ progress }), 'application/json')
  },
})

import { hasOpened } from '#claims/phase.ts'
import type { SessionAgreement } from '#claims/queries.ts'
import { Section } from '#web/parts/blocks.tsx'
import { CountField, Hero } from '#web/parts/campaign.tsx'
import { Figure } from '#web/parts/figure.tsx'
import { ButtonLink } from '#web/parts/form.tsx'
import type { Ground } from '#web/page.ts'
import { money } from '#words/formats.ts'
import { textOf } from './claim-layout.tsx'
import { JoinForm } from './join-form.tsx'
import { comingEvent } from './case.tsx'
import { Words, type Telling } from './told.tsx'

export interface Joined {
  confirmed: number
  signed: number
}

/** First screen: what happened, the demand, the form or why there is none; below it how many take part. */
export function Opening({
  visit,
  citations,
  joined,
  agreements,
  open,
}: Telling & { joined: Joined; agreements: readonly SessionAgreement[]; open: boolean }) {
  const { t, language, claim } = visit
  const { facts } = claim
  return (
    <>
      <Hero
        shape={{ seed: facts.figure.seed }}
        eyebrow={t(`phase.${facts.phase}`)}
        title={textOf(visit, 'page/headline').title}
        amount={
          facts.money.demandUpTo > 0
            ? { label: t('claim.amount.label'), value: money(language, facts.money.demandUpTo), note: t('claim.amount.note') }
            : undefined
        }
        lead={<Words visit={visit} name="page/headline" citations={citations} headingFrom={2} />}
        card={
          open ? (
            <>
              <h2>{t('claim.join.title')}</h2>
              <JoinForm visit={visit} agreements={agreements} />
              <SignIn visit={visit} />
            </>
          ) : (
            <Closed visit={visit} />
          )
        }
      />
      <Count visit={visit} joined={joined} />
    </>
  )
}

const SignIn = ({ visit }: { visit: Ground }) => (
  <p class="fine">
    {visit.t('claim.join.again')} <a href={visit.homeLink('/sign-in')}>{visit.t('claim.join.signIn')}</a>
  </p>
)

/** Instead of the form: why nobody can sign up, and what comes. */
function Closed({ visit }: { visit: Ground }) {
  const { t, claim } = visit
  const before = !hasOpened(claim.facts)
  const coming = comingEvent(claim.facts)
  return (
    <>
      <h2>{t(before ? 'claim.closed.beforeTitle' : 'claim.closed.afterTitle')}</h2>
      <p>{t(before ? 'claim.closed.before' : 'claim.closed.after')}</p>
      {coming && (
        <p>
          <strong>
            {t('claim.closed.next')}
            {':'}
          </strong>{' '}
          <a href="#case">{textOf(visit, `timeline/${coming.id}`).title}</a>
        </p>
      )}
      <p>
        <ButtonLink kind="secondary" href={visit.claimLink('/news')}>
          {t('claim.closed.follow')}
        </ButtonLink>
      </p>
      {!before && <SignIn visit={visit} />}
    </>
  )
}

function Count({ visit, joined: { confirmed, signed } }: { visit: Ground; joined: Joined }) {
  const { t, claim } = visit
  const shape = { seed: claim.facts.figure.seed }
  const reading = confirmed - signed
  if (!hasOpened(claim.facts)) return null
  return (
    <Section id="count" title={t('claim.count.title')}>
      {signed > 0 ? (
        <CountField t={t} shape={shape} count={signed} label={t('claim.count.signed', { count: signed })} />
      ) : (
        <div class="count">
          <Figure {...shape} count={200} highlight class="count-figure unfilled" />
          <p class="lead">{t('claim.count.none')}</p>
        </div>
      )}
      {reading > 0 && <p class="fine">{t('claim.count.confirmed', { count: reading })}</p>}
    </Section>
  )
}

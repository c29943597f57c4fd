import { lastDayToPay } from '#deadlines/payment.ts'
import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { findFee, listFees } from '#fees/queries.ts'
import { wasOtherAsked } from '#guardians/invitations.ts'
import { findSeal } from '#mandates/queries.ts'
import { findNewest, getPerson, listPersons, type KnownParticipation, type KnownPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { Temporal } from 'temporal-polyfill'
import { day, dayAndTime, inFours } from '#words/formats.ts'
import { goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Payment } from '#web/parts/payment.tsx'
import { Figure } from '#web/parts/figure.tsx'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { People, ToldToChildren } from './done-people.tsx'
import { JoinLayout, whereNext } from './journey.tsx'

/** Somebody who joined by the last button of this draft. */
export interface Joined { person: KnownPerson; participation: KnownParticipation }

/** Who signed, everybody who joined by that signature with what they joined, and the one fee. */
async function known(visit: Visit<'joiner'>) {
  const { ctx, draft } = visit
  const ids = draft.answers.joined ?? [draft.personId]
  const [signer, people, fee, seal, fees, asked] = await Promise.all([
    getPerson(ctx, draft.personId), listPersons(ctx, ids), findFee(ctx, draft.personId, draft.claim), findSeal(ctx, ids[0]!, draft.claim),
    listFees(ctx, [draft.personId]), wasOtherAsked(ctx, ids),
  ])
  const joined = await Promise.all(people.map(async (person): Promise<Joined> => {
    const participation = await findNewest(ctx, person.personId, draft.claim)
    if (!participation) throw new Error(`draft ${draft.personId} is submitted and ${person.personId} has no participation`)
    return { person, participation }
  }))
  const [first] = joined
  if (!first) throw new Error(`draft ${draft.personId} is submitted and nobody joined by it`)
  // The fee of an earlier joining is not asked here again.
  const ofNow = ({ owedAt }: { owedAt: Date }) => owedAt.getTime() === draft.submittedAt?.getTime()
  const owed = fee && ofNow(fee) ? fee : undefined
  const reason = fees.findLast((each) => each.claim === draft.claim && ofNow(each))?.reason
  return { signer, joined, first: first.participation, fee: owed, seal, asked, waived: !owed && reason === 'owed-for-another-claim' }
}
type Of = Awaited<ReturnType<typeof known>>

/** Whether there is a child among them: then what is said is said of each person. */
const isFamily = ({ joined, signer }: Of) => joined.some(({ person }) => person.personId !== signer.personId)

function Sealing({ visit, of }: { visit: Visit<'joiner'>; of: Of }) {
  const { t, language, draft, claim } = visit
  const { seal, first } = of
  const email = draft.answers.email
  if (isFamily(of)) return <li>{t('join.done.sealEach', { email, count: of.joined.length })}</li>
  // A seal from before this signature is that of the power of attorney that was replaced.
  const fresh = seal && seal.sealedAt >= (draft.submittedAt ?? first.joinedAt)
  return <li>{fresh ? t('join.done.sealed', { time: dayAndTime(language, seal.sealedAt, claim.facts.timeZone), email })
    : t('join.done.seal', { email })}</li>
}

function Next({ visit, of }: { visit: Visit<'joiner'>; of: Of }) {
  const { t, language, claim, organisation, draft } = visit
  const { timeZone, company } = claim.facts
  const joinedOn = dayIn(timeZone, of.first.joinedAt)
  const until = lastDayToWithdraw(joinedOn)
  const early = of.first.startEarly
  const date = day(language, early ? joinedOn : Temporal.PlainDate.from(until).add({ days: 1 }).toString())
  const family = isFamily(of)
  if (draft.purpose === 'renew') return <ol class="next-steps"><Sealing visit={visit} of={of} /><li>{t('join.renew.counts')}</li></ol>
  return (
    <ol class="next-steps">
      <Sealing visit={visit} of={of} />
      {of.fee && <li>{t('join.done.payBy', { date: day(language, lastDayToPay(joinedOn)) })}</li>}
      {of.waived && <li>{t('join.check.nowOwed', { organisation: organisation.facts.name })}</li>}
      <li>
        {t(family ? 'join.done.withdrawEach' : 'join.done.withdraw', { date: day(language, until), email: organisation.facts.email })}{' '}
        <a href={visit.claimLink('/withdraw')}>{t('withdraw.button')}</a>
      </li>
      <li>
        {family
          ? t(early ? 'join.done.actNowEach' : 'join.done.actFromEach', { date, company })
          : t(early ? 'join.done.actNow' : 'join.done.actFrom', { date, company })}
      </li>
      {of.asked && <li>{t('join.done.invited')}</li>}
    </ol>
  )
}

function titleOf({ t, draft }: Visit<'joiner'>, { joined, signer }: Of) {
  const own = joined.some(({ person }) => person.personId === signer.personId)
  if (draft.purpose === 'renew') return { title: t('join.renew.doneTitle'), lead: t('join.renew.doneLead', { name: signer.legalName }) }
  if (joined.length === 1 && own) return { title: t('join.done.title'), lead: t('join.done.lead', { name: signer.legalName }) }
  return {
    title: own ? t('join.done.titleFamily') : t('join.done.titleChildren', { count: joined.length }),
    lead: t('join.done.leadFamily', { name: signer.legalName }),
  }
}

/** The receipt one wants to keep: what happens next with dates, how to pay, until when one may withdraw. */
export const donePage = page('/:lang{en|nl}/:claim/join/done', {
  who: 'joiner',
  async show(visit) {
    if (!visit.draft.submittedAt) return goTo(whereNext(visit))
    const { t, claim, organisation, draft } = visit
    const of = await known(visit)
    const renewed = draft.purpose === 'renew'
    const { title, lead } = titleOf(visit, of)
    return (
      <JoinLayout visit={visit} title={title}>
        <p class="lead">{lead}</p>
        {!renewed && <Figure seed={claim.facts.figure.seed} count={240} width={320} height={200} highlight />}
        {isFamily(of) ? <People visit={visit} joined={of.joined} />
          : <p>{t('join.done.reference')}: <strong class="reference">{inFours(of.first.reference)}</strong></p>}
        <h2>{t('join.done.next')}</h2>
        <Next visit={visit} of={of} />
        {of.fee && !renewed && <Payment t={t} language={visit.language} to={organisation.facts} fee={of.fee} />}
        {!renewed && <ToldToChildren visit={visit} joined={of.joined} />}
        <Actions><ButtonLink kind="secondary" href={visit.homeLink('/account')}>{t('join.done.account')}</ButtonLink></Actions>
      </JoinLayout>
    )
  },
})

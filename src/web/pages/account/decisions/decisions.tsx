import { may } from '#accounts/may.ts'
import { listDecisions, type Decision } from '#casework/decisions/decisions.ts'
import { listReviews, type Review } from '#casework/reviews/reviews.ts'
import { lastDayToAskReview } from '#deadlines/working-days.ts'
import { outcomeOf, type OutcomeReason } from '#deficiencies/defects.ts'
import { legalZone } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { accountPageOf, claimsOf, personOf, type Participant } from '#web/pages/account/account-layout.tsx'

/** The person in the path with every decision that was told, newest first, and what was asked about each. Undefined for anybody else. */
export async function decidedAbout(visit: Participant) {
  const of = await personOf(visit)
  if (!of || !may(of, 'see-agreement')) return undefined
  const { person: { personId } } = of
  const [all, reviews] = await Promise.all([listDecisions(visit.ctx, personId), listReviews(visit.ctx, personId)])
  return { person: of.person, decisions: all.filter(({ kind }) => kind !== 'resolve-flag'), reviews }
}

/** The day of a decision and what it was, in plain words. */
export async function toldWords(visit: Participant, name: string, { kind, reason, claim, decidedAt }: Decision): Promise<string> {
  const { t, language } = visit
  const claimName = claim === undefined ? ''
    : (await claimsOf(visit)).find(({ slug }) => slug === claim)?.facts.name[language] ?? claim
  const what = kind === 'exclude' ? t('account.decisions.what.exclude', { name, claim: claimName })
    : kind === 'conclude' ? t(`account.decisions.what.conclude.${outcomeOf(reason as OutcomeReason)}`)
    : t(`account.decisions.what.${kind as 'suspend' | 'lift'}`)
  return t('account.decisions.on', { day: day(language, dayIn(legalZone, decidedAt)), what })
}

/** The last day on which the account takes a request for a second look. */
export const askUntil = ({ decidedAt }: Decision): string => lastDayToAskReview(dayIn(legalZone, decidedAt))

/** Whether a decision stands in somebody's way: of what helps them nobody asks for a second look. */
export const isAgainst = ({ kind, reason }: Decision): boolean =>
  kind === 'suspend' || kind === 'exclude' || (kind === 'conclude' && outcomeOf(reason as OutcomeReason) === 'not-cured')

/** What became of a decision, or how and until when a second look is asked for. */
function After({ visit, decision, review }: { visit: Participant; decision: Decision; review: Review | undefined }) {
  const { t, language, ctx, organisation: { facts: { email } } } = visit
  const on = (at: Date) => day(language, dayIn(legalZone, at))
  if (decision.undone) return <p>{t('account.decisions.undone', { day: on(decision.undone.at) })}</p>
  if (review?.stands) return <p>{t('account.decisions.stands', { day: on(review.stands.at) })}</p>
  if (review) {
    return <p>{t('account.decisions.asked', { day: day(language, review.askedOn), until: day(language, review.answerBy) })}</p>
  }
  if (!isAgainst(decision)) return null
  const until = askUntil(decision)
  if (dayIn(legalZone, ctx.now) > until) return <p>{t('account.decisions.late', { email })}</p>
  return (
    <p>{t('account.decisions.until', { day: day(language, until) })}{' '}
      <a href={visit.homeLink(`/account/decisions/${decision.personId}/${decision.id}`)}>{t('account.decisions.ask')}
        <span class="visually-hidden">, {on(decision.decidedAt)}</span></a></p>
  )
}

/** What the desk decided about a person, and the way to have it looked at again by somebody else (AD-04, GDPR 22(3)). */
export const decisionsPage = page('/:lang{en|nl}/account/decisions/:person', {
  who: 'participant', asks: ['sent'],
  async show(visit) {
    const found = await decidedAbout(visit)
    if (!found) return missing
    const { person, decisions, reviews } = found
    const { t } = visit
    const name = calledName(person.legalName)
    const lines = await Promise.all(decisions.map((decision) => toldWords(visit, name, decision)))
    return accountPageOf(visit, { title: t('account.decisions.title'), children: (
      <>
        {visit.query.get('sent') && <Notice t={t} kind="success" live><p>{t('account.review.sent')}</p></Notice>}
        {decisions.length === 0
          ? <p>{t('account.decisions.none', { name })}</p>
          : <p class="lead">{t('account.decisions.lead', { name })}</p>}
        {decisions.map((decision, at) => (
          <section>
            <h2>{lines[at]}</h2>
            <After visit={visit} decision={decision} review={reviews.find(({ decisionId }) => decisionId === decision.id)} />
          </section>
        ))}
      </>
    ) })
  },
})

import { may } from '#accounts/may.ts'
import { listClaims } from '#claims/queries.ts'
import { findParticipation } from '#participants/queries.ts'
import type { Reached } from '#accounts/reach.ts'
import { day } from '#words/formats.ts'
import { page } from '#web/page.ts'
import { SummaryList, type SummaryRow } from '#web/parts/blocks.tsx'
import { accountPageOf, participationsOf, reachOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { NewMandateNeeded, staleMandates } from './new-mandate.tsx'
import { AddressLines, usageWords } from './person-words.tsx'

/** What was told for each claim in which a person takes part now, with the way to correct it. */
async function usageRows(visit: Participant, of: Reached): Promise<SummaryRow[]> {
  const { ctx, language, t } = visit
  const { person } = of
  const [claims, all] = await Promise.all([listClaims(ctx.db), participationsOf(visit)])
  const living = all.filter((each) => each.personId === person.personId && !each.end)
  return Promise.all(living.map(async ({ claim: slug }) => {
    const { facts } = claims.find((each) => each.slug === slug)!
    const told = await findParticipation(ctx, person.personId, slug)
    return {
      label: t('join.details.usage', { company: facts.company }), value: usageWords(visit, told!.usage),
      ...(may(of, 'correct-details') && { change: { href: visit.homeLink(`/account/details/${person.personId}/${slug}`),
        what: t('account.details.whatUsage', { claim: facts.name[language] }) } }),
    }
  }))
}

async function One({ visit, of }: { visit: Participant; of: Reached }) {
  const { t, language } = visit
  const { person } = of
  const change = !may(of, 'correct-details') ? undefined
    : { href: visit.homeLink(`/account/details/${person.personId}`), what: t('account.details.whatOf', { name: person.legalName }) }
  return (
    <section aria-labelledby={`p-${person.personId}`}>
      <h2 id={`p-${person.personId}`}><bdi>{person.legalName}</bdi></h2>
      <NewMandateNeeded visit={visit} of={of} stale={await staleMandates(visit, of)} />
      <SummaryList t={t} rows={[
        { label: t('join.details.name'), value: <bdi>{person.legalName}</bdi>, change },
        { label: t('join.check.birth'), value: day(language, person.birthDate), change },
        { label: t('join.check.address'), value: <AddressLines visit={visit} address={person.address} />, change },
        // From 16 an address of its own is the child's affair, also before who represents it.
        ...(person.email === undefined || !may(of, 'see-messages') ? [] : [{ label: t('join.check.email'), value: person.email,
          ...(may(of, 'change-way-in')
            && { change: { href: visit.homeLink(`/account/email/${person.personId}`), what: t('join.check.email') } }) }]),
        ...(await usageRows(visit, of)),
      ]} />
      {may(of, 'change-bank-account') && (
        <p>
          <a href={visit.homeLink(`/account/bank-account/${person.personId}`)}>{t('account.access.bankOf', { name: person.legalName })}</a>
        </p>
      )}
      {change && <p><a href={`${change.href}#history`}>{t('account.details.seeHistory')}<span class="visually-hidden">{' '}
        {person.legalName}</span></a></p>}
    </section>
  )
}

/** What is known of everybody the account reaches, each with the way to correct it (GD-02). */
export const myDetailsPage = page('/:lang{en|nl}/account/details', {
  who: 'participant',
  async show(visit) {
    const people = await reachOf(visit)
    return accountPageOf(visit, {
      title: visit.t('account.details.title'),
      children: <><p class="lead">{visit.t('account.details.lead')}</p>{await Promise.all(people.map((of) => One({ visit, of })))}</>,
    })
  },
})

import { may } from '#accounts/may.ts'
import { acceptsSignUps } from '#claims/phase.ts'
import { listClaims } from '#claims/queries.ts'
import { page } from '#web/page.ts'
import { accountPageOf, participationsOf, reachOf, type Participant } from '#web/pages/account/account-layout.tsx'

type Claim = Awaited<ReturnType<typeof listClaims>>[number]

async function One({ visit, claim }: { visit: Participant; claim: Claim }) {
  const { t, language } = visit
  const [people, all] = await Promise.all([reachOf(visit), participationsOf(visit)])
  const newest = (personId: string) => all.findLast((each) => each.personId === personId && each.claim === claim.slug)
  const open = acceptsSignUps(claim.facts)
  return (
    <section aria-labelledby={`c-${claim.slug}`}>
      <h2 id={`c-${claim.slug}`}><a href={visit.homeLink(`/${claim.slug}`)}>{claim.facts.name[language]}</a></h2>
      <ul>
        {people.map((of) => {
          const { personId, legalName: name } = of.person
          const before = newest(personId)
          const to = visit.homeLink(`/account/claims/${claim.slug}/${personId}`)
          if (before && !before.end) return <li><bdi>{name}</bdi>: {t('account.claims.takesPart')}</li>
          if (!open || !may(of, 'sign')) return <li><bdi>{name}</bdi>: {t(open ? 'account.claims.under18' : 'account.claims.closed')}</li>
          return <li><a href={to}>{t(before ? 'account.claims.joinAgain' : 'account.claims.join', { name })}</a></li>
        })}
        {open && people.some(({ as, age }) => as === 'self' && age >= 18) && (
          <li><a href={visit.homeLink(`/account/join-for-child/${claim.slug}`)}>{t('account.newChild.link')}
            <span class="visually-hidden">: {claim.facts.name[language]}</span></a></li>
        )}
      </ul>
    </section>
  )
}

/** The foundation's claims: who of the account takes part, and the way to join another or to join again. */
export const claimsPage = page('/:lang{en|nl}/account/claims', {
  who: 'participant',
  async show(visit) {
    const { t } = visit
    const claims = await listClaims(visit.ctx.db)
    return accountPageOf(visit, {
      title: t('account.claims.title'),
      children: <><p class="lead">{t('account.claims.lead')}</p>{await Promise.all(claims.map((claim) => One({ visit, claim })))}</>,
    })
  },
})

import type { listClaims } from '#claims/queries.ts'
import type { Ground } from '#web/page.ts'

/** The foundation's other claims, for the foot of a claim's page. */
export function OtherClaims({ visit, claims }: { visit: Ground; claims: Awaited<ReturnType<typeof listClaims>> }) {
  const { t, language, claim, organisation } = visit
  const others = claims.filter(({ slug }) => slug !== claim.slug && organisation.facts.claims.includes(slug))
  if (others.length === 0) return null
  return (
    <nav class="other-claims" aria-labelledby="other-claims-title">
      <h2 id="other-claims-title">{t('claim.otherClaims')}</h2>
      <ul>
        {others.map(({ slug, facts }) => (
          <li>
            <a href={visit.homeLink(`/${slug}`)}>{facts.name[language]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

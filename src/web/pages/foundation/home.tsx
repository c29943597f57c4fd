import { acceptsSignUps } from '#claims/phase.ts'
import { listClaims } from '#claims/queries.ts'
import { countJoinedIn } from '#figures/live.ts'
import { Figure } from '#web/parts/figure.tsx'
import { renderMarkdown } from '#web/markdown.ts'
import { page, type Ground } from '#web/page.ts'
import { Card, Cards, Section } from '#web/parts/blocks.tsx'
import { Hero } from '#web/parts/campaign.tsx'
import { ButtonLink } from '#web/parts/form.tsx'
import { hueClass, pointsFor } from '#platform/figure.ts'
import { descriptionOf } from '#web/pages/claim/claim-layout.tsx'
import { FoundationLayout, ownText } from './foundation-layout.tsx'

interface ClaimCard {
  slug: string
  facts: Awaited<ReturnType<typeof listClaims>>[number]['facts']
  signed: number
}

/** The foundation and its claims: state, how many take part, figure. */
export const homePage = page('/:lang{en|nl}', {
  who: 'anyone',
  kept: true,
  async show(visit) {
    const { t, ctx, organisation } = visit
    const published = (await listClaims(ctx.db)).filter(({ slug }) => organisation.facts.claims.includes(slug))
    const joined = await countJoinedIn(ctx.db, published.map(({ slug }) => slug))
    const claims = published.map(({ slug, facts }): ClaimCard => ({ slug, facts, signed: joined(slug).signed }))
    const { title, markdown } = ownText(visit, 'page/home')
    const about = ownText(visit, 'page/about')
    return (
      <FoundationLayout visit={visit} kind="wide" title={title} description={descriptionOf(markdown)}>
        <Hero shape={{ seed: organisation.facts.figure.seed }} title={title} lead={renderMarkdown(markdown, { headingFrom: 2 })} />
        <Section id="claims" title={t('foundation.claims.title')} wash>
          <Cards>
            {claims.map((claim) => (
              <ClaimInShort visit={visit} claim={claim} />
            ))}
          </Cards>
        </Section>
        <Section id="about" title={about.title} narrow>
          {renderMarkdown(about.markdown.split(/\n## /)[0] ?? '', { headingFrom: 3 })}
          <p>
            <ButtonLink kind="secondary" href={visit.homeLink('/about')}>
              {t('foundation.aboutMore')}
            </ButtonLink>
          </p>
        </Section>
      </FoundationLayout>
    )
  },
})

function ClaimInShort({ visit, claim: { slug, facts, signed } }: { visit: Ground; claim: ClaimCard }) {
  const { t, language } = visit
  const { points } = pointsFor(signed)
  return (
    <div class={hueClass(facts.figure.hue)}>
      <Card
        title={facts.name[language]}
        href={visit.homeLink(`/${slug}`)}
        drawing={<Figure seed={facts.figure.seed} count={Math.max(90, Math.min(320, points))} width={320} height={200} />}
        foot={acceptsSignUps(facts) ? `${t('foundation.claims.open')}. ${t('foundation.claims.people', { count: signed })}.` : undefined}
      >
        <p>{t('foundation.claims.against', { company: facts.company })}</p>
        <p>{t(`phase.${facts.phase}`)}</p>
      </Card>
    </div>
  )
}

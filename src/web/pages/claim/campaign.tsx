import { acceptsSignUps } from '#claims/phase.ts'
import { listAgreements, listClaims, type SessionAgreement } from '#claims/queries.ts'
import { countJoined } from '#figures/live.ts'
import { citationsOf } from '#web/citations.ts'
import { plainText } from '#web/markdown.ts'
import { page, type Ground } from '#web/page.ts'
import { instantOf } from '#web/pages/instant.ts'
import { Case } from './case.tsx'
import { ClaimLayout, textOf } from './claim-layout.tsx'
import { Money } from './money.tsx'
import { NewsList } from './news-list.tsx'
import { Opening } from './opening.tsx'
import { Questions } from './question-list.tsx'
import { Harm, How, Reasons, Sent } from './reasons.tsx'
import { Sources } from './sources.tsx'
import { Told, TextSection } from './told.tsx'
import { OtherClaims } from './other-claims.tsx'
import { organisationFact } from '#web/pages/structured.tsx'

/** The page of a claim, from what happened to the sources, in the order people ask. */
export const campaignPage = page('/:lang{en|nl}/:claim', {
  who: 'anyone',
  kept: true,
  show: async (visit) => campaignView(visit, await listAgreements(visit.ctx.db, visit.claim.slug, visit.language)),
})

/** The same with given agreements: a working copy has others than what is published. */
export async function campaignView(visit: Ground, agreements: readonly SessionAgreement[]) {
  const { t, claim, ctx } = visit
  const [joined, claims] = await Promise.all([countJoined(ctx.db, claim.slug), listClaims(ctx.db)])
  const citations = citationsOf(claim.facts.sources, t)
  const share = textOf(visit, 'page/share')
  const open = acceptsSignUps(claim.facts)
  const told = { visit, citations }
  return (
    <ClaimLayout
      visit={visit}
      kind="wide"
      title={share.title}
      description={plainText(share.markdown)}
      islands={['fee-calculator']}
      joinBar={open ? { href: '#join', label: t('claim.join.barLabel'), text: t('claim.join.bar') } : undefined}
      graph={[organisationFact(visit), newsFact(visit)]}
      footer={<OtherClaims visit={visit} claims={claims} />}
    >
      <Opening {...told} joined={joined} agreements={agreements} open={open} />
      <TextSection {...told} name="page/allegations" />
      <Sent {...told} />
      <Reasons {...told} />
      <Harm {...told} />
      <How {...told} agreements={agreements} />
      <Case {...told} />
      <Money {...told} />
      <Told visit={visit} name="page/news" id="news" citations={citations}>
        <NewsList {...told} most={3} />
      </Told>
      <TextSection {...told} name="page/about" more={{ href: visit.homeLink('/about'), label: t('foundation.aboutMore') }} />
      <TextSection {...told} name="page/gdpr" wash />
      <Questions {...told} />
      <TextSection {...told} name="page/support" />
      <section class="section" id="sources" aria-labelledby="sources-title">
        <div class="frame narrow">
          <h2 id="sources-title">{t('claim.sources.title')}</h2>
          <p class="intro">{t('claim.sources.intro')}</p>
          <Sources visit={visit} citations={citations} />
        </div>
      </section>
    </ClaimLayout>
  )
}

/** The reports of others, each with its own publisher: we tell of them and did not write them. */
const newsFact = ({ claim, language, site }: Parameters<typeof organisationFact>[0]): object => ({
  '@type': 'ItemList',
  itemListElement: claim.facts.news.map((item, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    item: {
      '@type': 'NewsArticle',
      headline: claim.text(`news/${item.id}`)?.title,
      datePublished: instantOf(item.at),
      articleSection: item.section[language],
      url: `${site.origin}/${language}/${claim.slug}/news/${item.id}`,
      publisher: { '@type': 'Organization', name: item.publisher },
    },
  })),
})

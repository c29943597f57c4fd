import { citationsOf } from '#web/citations.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { page, type Ground } from '#web/page.ts'
import { feedOf } from '#web/pages/feed.ts'
import { instantOf } from '#web/pages/instant.ts'
import { ClaimLayout, descriptionOf, textOf } from './claim-layout.tsx'
import { NewsList, newsOf, NewsSource } from './news-list.tsx'
import { SourcesBelow } from './sources-below.tsx'
import { Words } from './told.tsx'

const crumb = (visit: Ground) => ({ name: visit.t('claim.nav.news'), path: `/${visit.language}/${visit.claim.slug}/news` })

/** All news of a claim. */
export const newsPage = page('/:lang{en|nl}/:claim/news', {
  who: 'anyone',
  kept: true,
  show(visit) {
    const { t, claim } = visit
    const citations = citationsOf(claim.facts.sources, t)
    const { title, markdown } = textOf(visit, 'page/news')
    return (
      <ClaimLayout visit={visit} title={title} description={descriptionOf(markdown)} trail={[crumb(visit)]}>
        <h1>{title}</h1>
        <Words visit={visit} name="page/news" citations={citations} headingFrom={2} />
        <NewsList visit={visit} citations={citations} level={2} />
        <p>
          <a href={visit.claimLink('/news.atom')} type="application/atom+xml">
            {t('claim.news.feed')}
          </a>
        </p>
        <SourcesBelow visit={visit} citations={citations} />
      </ClaimLayout>
    )
  },
})

/** One piece of news with its own address. */
export const newsItemPage = page('/:lang{en|nl}/:claim/news/:id', {
  who: 'anyone',
  kept: true,
  show(visit) {
    const { t, claim, language, params } = visit
    const item = newsOf(visit).find(({ id }) => id === params['id'])
    if (!item) return missing
    const citations = citationsOf(claim.facts.sources, t)
    const name = `news/${item.id}`
    const { title, markdown } = textOf(visit, name)
    return (
      <ClaimLayout
        visit={visit}
        title={title}
        description={descriptionOf(markdown)}
        article
        trail={[crumb(visit), { name: title, path: `/${language}/${claim.slug}/${name}` }]}
        graph={[
          {
            '@type': 'NewsArticle',
            headline: title,
            datePublished: instantOf(item.at),
            articleSection: item.section[language],
            publisher: { '@type': 'Organization', name: item.publisher },
          },
        ]}
      >
        <h1>{title}</h1>
        <NewsSource visit={visit} item={item} />
        <Words visit={visit} name={name} citations={citations} headingFrom={2} />
        {item.url && (
          <p>
            <a href={item.url} rel="external noopener noreferrer">
              {t('claim.news.original', { publisher: item.publisher })}
            </a>
          </p>
        )}
        <p>
          <a href={visit.claimLink('/news')}>{t('claim.news.all')}</a>
        </p>
        <SourcesBelow visit={visit} citations={citations} />
      </ClaimLayout>
    )
  },
})

/** The news of a claim for feed readers, one feed per language. */
export const newsFeedPage = page('/:lang{en|nl}/:claim/news.atom', {
  who: 'anyone',
  kept: true,
  show: (visit) =>
    documentAnswer(
      feedOf(visit, [visit.claim], {
        title: `${visit.claim.facts.name[visit.language]}: ${visit.t('claim.nav.news')}`,
        path: `/${visit.language}/${visit.claim.slug}`,
      }),
      'application/atom+xml; charset=utf-8',
      { public: true },
    ),
})

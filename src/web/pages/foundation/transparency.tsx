import { dayIn } from '#platform/clock.ts'
import { listClaims } from '#claims/queries.ts'
import { lastDayBeforeReview } from '#deadlines/disclosure.ts'
import { renderMarkdown } from '#web/markdown.ts'
import { page, type Ground } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { day } from '#words/formats.ts'
import { comingEvent } from '#web/pages/claim/case.tsx'
import { descriptionOf } from '#web/pages/claim/claim-layout.tsx'
import { FoundationLayout, ownText } from './foundation-layout.tsx'

type Item = Ground['organisation']['facts']['disclosures'][number]
type Claims = Awaited<ReturnType<typeof listClaims>>

/** What a foundation must show the public without log-in (3:305a BW; WEB-01 to WEB-14), and plainly what is missing. */
export const transparencyPage = page('/:lang{en|nl}/transparency', {
  who: 'anyone',
  kept: true,
  async show(visit) {
    const { t, organisation } = visit
    const { title, markdown } = ownText(visit, 'page/transparency')
    const items = organisation.facts.disclosures
    const claims = (await listClaims(visit.ctx.db)).filter(({ slug }) => organisation.facts.claims.includes(slug))
    return (
      <FoundationLayout visit={visit} title={title} description={descriptionOf(markdown)}>
        <h1>{title}</h1>
        {renderMarkdown(markdown, { headingFrom: 2 })}
        <nav class="contents" aria-labelledby="contents-title">
          <h2 id="contents-title">{t('foundation.transparency.contents')}</h2>
          <ol>
            {items.map(({ id, supplied }) => (
              <li>
                <a href={`#${id}`}>{ownText(visit, `transparency/${id}`).title}</a>
                {!supplied && (
                  <>
                    {' '}
                    <span class="tag">{t('foundation.transparency.missing')}</span>
                  </>
                )}
              </li>
            ))}
          </ol>
        </nav>
        {items.map((item) => (
          <Disclosed visit={visit} item={item} claims={claims} />
        ))}
      </FoundationLayout>
    )
  },
})

function Disclosed({ visit, item, claims }: { visit: Ground; item: Item; claims: Claims }) {
  const { t } = visit
  const { title, markdown } = ownText(visit, `transparency/${item.id}`)
  return (
    <section id={item.id} class="disclosed" aria-labelledby={`${item.id}-title`}>
      <h2 id={`${item.id}-title`}>{title}</h2>
      <p class="fine">
        {item.id}
        {' · '}
        {item.supplied ? <Dates visit={visit} item={item} /> : <span class="tag">{t('foundation.transparency.missing')}</span>}
      </p>
      {renderMarkdown(markdown, { headingFrom: 3 })}
      {item.id === 'WEB-07' && <States visit={visit} claims={claims} />}
    </section>
  )
}

function Dates({ visit, item: { adopted, published } }: { visit: Ground; item: Item }) {
  const { t, language } = visit
  const date = (on: string | undefined) => (on ? <time dateTime={on}>{day(language, on)}</time> : t('foundation.transparency.never'))
  const due = published && lastDayBeforeReview(published) < dayIn('Europe/Amsterdam', visit.ctx.now)
  return (
    <>
      {t('foundation.transparency.adopted')}
      {': '}
      {date(adopted)}
      {' · '}
      {t('foundation.transparency.published')}
      {': '}
      {date(published)}
      {due && (
        <>
          {' · '}
          <strong>{t('foundation.transparency.old')}</strong>
        </>
      )}
    </>
  )
}

/** The state of every claim as its own facts say it (WEB-07, WEB-12), so that this page cannot lag behind. */
function States({ visit, claims }: { visit: Ground; claims: Claims }) {
  const { t, language } = visit
  return (
    <DataTable
      caption={t('foundation.transparency.states')}
      showCaption
      rows={claims}
      columns={[
        {
          head: t('foundation.transparency.claim'),
          rowHead: true,
          cell: ({ slug, facts }) => <a href={visit.homeLink(`/${slug}`)}>{facts.name[language]}</a>,
        },
        { head: t('foundation.transparency.state'), cell: ({ facts }) => t(`phase.${facts.phase}`) },
        {
          head: t('foundation.transparency.next'),
          cell: ({ slug, facts }) =>
            comingEvent(facts) ? <a href={visit.homeLink(`/${slug}#case`)}>{t('claim.closed.next')}</a> : t('claim.case.noDate'),
        },
      ]}
    />
  )
}

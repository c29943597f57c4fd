import type { ComponentChildren } from 'preact'
import { plainText, printed } from '#web/markdown.ts'
import type { Ground } from '#web/page.ts'
import { frameOf } from '#web/frame.ts'
import { Layout, type LayoutProps } from '#web/parts/layout.tsx'
import { breadcrumbFact, sharing, StructuredFacts, type Crumb } from '#web/pages/structured.tsx'

interface ClaimLayoutProps extends Pick<LayoutProps, 'kind' | 'islands' | 'joinBar' | 'footer'> {
  visit: Ground
  title: string
  description: string
  /** Pages between the claim and this one, for the way back; this page itself comes last. Empty on the campaign page. */
  trail?: readonly Crumb[]
  graph?: readonly object[]
  article?: boolean
  children: ComponentChildren
}

/** A public page of a claim: its name and links in the head, the way back, and what search engines and shared links show. */
export function ClaimLayout({ visit, title, description, trail = [], graph = [], article, children, ...rest }: ClaimLayoutProps) {
  const { t, claim, language, organisation } = visit
  const { slug, facts } = claim
  const crumbs = [
    { name: organisation.facts.name, path: `/${language}` },
    { name: facts.name[language], path: `/${language}/${slug}` },
    ...trail,
  ]
  const picture = {
    path: `/${language}/${slug}/share.png`,
    alt: facts.pictures.find(({ id }) => id === 'hero')?.alt[language] ?? facts.name[language],
  }
  return (
    <Layout
      {...frameOf(visit)}
      title={title}
      description={description}
      nav={navOf(visit)}
      {...rest}
      head={
        <>
          <link rel="alternate" type="application/atom+xml" title={t('claim.nav.news')} href={visit.claimLink('/news.atom')} />
          {sharing({ visit, title, description, kind: article ? 'article' : 'website', picture })}
          <StructuredFacts graph={[...graph, breadcrumbFact(visit, crumbs)]} />
        </>
      }
    >
      {trail.length > 0 && <Trail visit={visit} trail={trail} />}
      {children}
    </Layout>
  )
}

const navOf = ({ t, claimLink }: Ground) => [
  { href: `${claimLink()}#how`, label: t('claim.nav.how') },
  { href: claimLink('/costs'), label: t('claim.nav.costs') },
  { href: claimLink('/questions'), label: t('claim.nav.questions') },
]

function Trail({ visit, trail }: { visit: Ground; trail: readonly Crumb[] }) {
  const { t, claim, language, claimLink } = visit
  const onThisHost = (path: string) => claimLink(path.slice(`/${language}/${claim.slug}`.length))
  return (
    <nav class="trail" aria-label={t('claim.breadcrumb')}>
      <ol>
        <li>
          <a href={claimLink()}>{claim.facts.name[language]}</a>
        </li>
        {trail.slice(0, -1).map(({ name, path }) => (
          <li>
            <a href={onThisHost(path)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Title and first words of a text of the claim; the content check has seen that it is there. */
export function textOf(visit: Ground, name: string) {
  const text = visit.claim.text(name)
  if (!text) throw new Error(`${visit.claim.slug} has no text ${name}`)
  return { ...text, title: printed(text.title) }
}

/** A description for search engines: at most about 155 characters, ending with a word. */
export function descriptionOf(markdown: string): string {
  const words = plainText(markdown)
  return words.length <= 155 ? words : `${words.slice(0, 152).replace(/\s\S*$/, '')}…`
}

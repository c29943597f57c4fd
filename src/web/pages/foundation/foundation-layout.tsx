import type { ComponentChildren } from 'preact'
import { printed } from '#web/markdown.ts'
import type { Ground } from '#web/page.ts'
import { frameOf } from '#web/frame.ts'
import { Layout, type LayoutProps } from '#web/parts/layout.tsx'
import { organisationFact, sharing, StructuredFacts } from '#web/pages/structured.tsx'

interface FoundationLayoutProps extends Pick<LayoutProps, 'kind'> {
  visit: Ground
  title: string
  description: string
  graph?: readonly object[]
  head?: ComponentChildren
  /** The claim whose colour the page wears. */
  hue?: number | undefined
  children: ComponentChildren
}

/** A page of the foundation itself. */
export function FoundationLayout({ visit, title, description, graph = [], head, hue, children, kind }: FoundationLayoutProps) {
  const { t, homeLink } = visit
  const frame = frameOf(visit, { ofClaim: false })
  return (
    <Layout
      {...frame}
      hue={hue ?? frame.hue}
      title={title}
      description={description}
      kind={kind}
      nav={[
        { href: `${homeLink()}#claims`, label: t('foundation.nav.claims') },
        { href: homeLink('/about'), label: t('foundation.nav.about') },
        { href: homeLink('/transparency'), label: t('foundation.nav.transparency') },
        { href: homeLink('/sign-in'), label: t('foundation.nav.signIn') },
      ]}
      head={
        <>
          <link rel="alternate" type="application/atom+xml" title={t('claim.nav.news')} href={homeLink('/news.atom')} />
          {sharing({ visit, title, description })}
          <StructuredFacts graph={[organisationFact(visit), ...graph]} />
          {head}
        </>
      }
    >
      {children}
    </Layout>
  )
}

/** A text of the foundation; the content check has seen that it is there. */
export function ownText({ organisation }: Ground, name: string) {
  const text = organisation.text(name)
  if (!text) throw new Error(`the organisation has no text ${name}`)
  return { ...text, title: printed(text.title) }
}

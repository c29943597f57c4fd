import type { ComponentChildren } from 'preact'
import type { Language } from '#claims/bundle.ts'
import { hueClass } from '#platform/figure.ts'
import { islands, type Assets, type Island } from '#web/assets.ts'
import type { T } from '#words/words.ts'
import { Mark } from './drawings.tsx'

/** What the page wrapper knows for every page, the same for all parts of it: `<Layout {...frame} title="…">`. */
export interface Frame {
  t: T
  assets: Assets
  language: Language
  /** Path of this page, for the home link and for `aria-current`. */
  path: string
  /** The foundation, as it signs. */
  organisation: string
  /** Hue of the claim or of the foundation, degrees, rounded to steps of 10. */
  hue: number
  /** The claim this page belongs to; its name leads to its page. */
  claimName?: string | undefined
  claimHref?: string | undefined
  /** This page in the other language, where it exists. */
  otherLanguageHref?: string | undefined
  /** The foundation's home; absolute on a claim's own host. */
  homeHref?: string | undefined
  /** Full address of this page for search engines; begins with the language after the host. */
  canonical?: string | undefined
  /** While true every page says that this is a demonstration. */
  demonstrationNotice: boolean
  /** Says that this page is a preview at the desk; it is then kept out of search engines too. */
  previewNotice?: string | undefined
  signedIn?: { name: string; accountHref: string; signOutAction: string } | undefined
}

export interface LayoutProps extends Frame {
  title: string
  description?: string | undefined
  /** Links of the head (a few), for example "Questions", "News". */
  nav?: readonly { href: string; label: string }[] | undefined
  /** More elements for <head>: alternate links, JSON-LD. */
  head?: ComponentChildren
  /** Islands on this page, to be preloaded. */
  islands?: readonly Island[] | undefined
  /** `wide` for campaign pages that draw their own frames, `form` for one thing a page, `desk` for the organisers. */
  kind?: 'wide' | 'reading' | 'form' | 'desk' | undefined
  /** Sharing picture and the like are the page's business; false keeps a page out of search engines. */
  indexed?: boolean | undefined
  /** A quiet bar with the join button once the element #join has scrolled away. */
  joinBar?: { href: string; label: string; text: string } | undefined
  /** Footer above the fixed links: other claims, address, part of. */
  footer?: ComponentChildren
  /** Fixed links of the footer: the withdrawal function (6:230oa BW, MO-04), WEB-01…14, art. 13 GDPR, EAA. */
  footerLinks?: readonly { href: string; label: string }[] | undefined
  children: ComponentChildren
}

/** The whole document. Renders `<html>`; the caller puts the doctype before it. */
export function Layout(props: LayoutProps) {
  const { t, language, hue, kind = 'reading', joinBar, children } = props
  return (
    <html lang={language} class={hueClass(hue)}>
      <Head {...props} />
      <body class={`page-${kind}`}>
        <a class="skip" href="#main">{t('parts.skip')}</a>
        <Banner {...props} />
        <main id="main" tabindex={-1}>{kind === 'wide' ? children : <div class={`frame ${kind}`}>{children}</div>}</main>
        {joinBar && <div class="join-bar"><p>{joinBar.text}</p><a class="button primary" href={joinBar.href}>{joinBar.label}</a></div>}
        <Foot {...props} />
      </body>
    </html>
  )
}

function Head({ title, description, organisation, claimName, canonical, indexed = true, assets, otherLanguageHref, islands: used = [],
  head, kind, previewNotice }: LayoutProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{[title, claimName ?? organisation].filter((part, at, all) => all.indexOf(part) === at).join(' · ')}</title>
      {description && <meta name="description" content={description} />}
      {(!indexed || previewNotice) && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {canonical && otherLanguageHref && twinsOf(canonical)
        .map(({ hreflang, href }) => <link rel="alternate" hreflang={hreflang} href={href} />)}
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assets.css} />
      {kind === 'desk' && <link rel="stylesheet" href={assets.deskCss} />}
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <script type="module" src={assets.script} />
      {islands.filter((island) => used.includes(island)).map((island) => <link rel="modulepreload" href={assets.island[island]} />)}
      {head}
    </head>
  )
}

/** The same page in each language; who reads neither gets the English one. */
const twinsOf = (canonical: string) => ([['en', 'en'], ['nl', 'nl'], ['x-default', 'en']] as const)
  .map(([hreflang, language]) => ({ hreflang, href: canonical.replace(/^(\w+:\/\/[^/]+)\/(?:en|nl)(?=\/|$)/, `$1/${language}`) }))

function Banner({ t, language, path, homeHref = `/${language}`, organisation, claimName, claimHref, otherLanguageHref, nav, signedIn,
  demonstrationNotice, previewNotice }: LayoutProps) {
  const other = language === 'en' ? 'nl' : 'en'
  return (
    <header class="banner">
      {previewNotice && <aside class="demonstration preview-notice" aria-label={t('parts.notice.warning')}><p>{previewNotice}</p></aside>}
      {demonstrationNotice && <aside class="demonstration" aria-label={t('parts.notice.info')}><p>{t('parts.demonstration')}</p></aside>}
      <div class="frame banner-frame">
        <p class="brand">
          <a href={homeHref}><Mark />{organisation}</a>
          {claimName && <a class="brand-claim" href={claimHref ?? path}>{claimName}</a>}
        </p>
        <nav aria-label={t('parts.mainNav')}>
          {nav?.map((link) => <a href={link.href} {...(link.href === path && { 'aria-current': 'page' })}>{link.label}</a>)}
          {otherLanguageHref && <a href={otherLanguageHref} hreflang={other} lang={other} rel="alternate">{t('parts.otherLanguage')}</a>}
          {signedIn && <a href={signedIn.accountHref}>{signedIn.name}</a>}
          {signedIn && (
            <form method="post" action={signedIn.signOutAction}>
              <button class="button quiet" type="submit">{t('parts.signOut')}</button>
            </form>
          )}
        </nav>
      </div>
    </header>
  )
}

const fixed = ['withdraw', 'contact', 'transparency', 'terms', 'privacy', 'accessibility'] as const

function Foot({ t, language, homeHref = `/${language}`, organisation, footer, footerLinks }: LayoutProps) {
  const links = footerLinks ?? fixed.map((page) => ({ href: `${homeHref}/${page}`, label: t(`parts.footer.${page}`) }))
  return (
    <footer class="foot">
      <div class="frame">
        {footer}
        <nav aria-label={t('parts.footerNav')}><ul>{links.map((link) => <li><a href={link.href}>{link.label}</a></li>)}</ul></nav>
        <p class="foot-sign"><Mark />{t('parts.partOf', { organisation })}</p>
      </div>
    </footer>
  )
}

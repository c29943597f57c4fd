import MarkdownIt, { type Env as AnyEnv, type Token } from 'markdown-it'
import type { VNode } from 'preact'
import type { Citations } from './citations.ts'
import { Prose } from './parts/blocks.tsx'

export interface Rendering {
  /** Level that the highest heading of a text (`##`) gets, so that it nests under the headings around it. */
  headingFrom: 2 | 3 | 4 | 5
  /** Turns `[^id]` into a numbered link to the list of sources; without it marks are left out. */
  citations?: Citations | undefined
  /** Finds the pictures that a text shows as `![](picture:id)`; without it they are left out. */
  pictures?: Pictures | undefined
  /** An agreement or a letter: exactly as typed, and every numbered clause has an address (`#clause-4.2`). */
  letter?: boolean | undefined
  /** On a page with several letters: stands before the address of each clause (`#mandate-clause-4.2`). */
  clausesOf?: string | undefined
}

/** A picture of the claim as a page loads it; sizes in pixels. */
export type Pictures = (id: string) => { src: string; alt: string; width: number; height: number } | undefined

/** What the parser hands to its rules. */
type Env = AnyEnv & Rendering

const markOf = /^\[\^([a-z0-9]+(?:-[a-z0-9]+)*)\]/

function parser(letter: boolean) {
  const md = new MarkdownIt('default', { html: false, linkify: true, typographer: !letter, quotes: '“”‘’' })
  md.core.ruler.disable('replacements')
  // Bare domains and telephone-like numbers stay words; only mail addresses become links by themselves.
  md.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true })
  md.inline.ruler.before('link', 'source', (state, silent) => {
    const id = markOf.exec(state.src.slice(state.pos))?.[1]
    if (!id) return false
    if (!silent) state.push('source', '', 0).content = id
    state.pos += id.length + 3
    return true
  })
  md.core.ruler.push('nest', (state) => nest(state.tokens, state.env as Env))
  md.renderer.rules['source'] = (tokens, at, _options, env) => (env as Env | undefined)?.citations?.mark(tokens[at]!.content) ?? ''
  if (!letter) md.core.ruler.push('figures', (state) => { state.tokens = withFigures(state.tokens) })
  md.renderer.rules['figure'] = (tokens, at, _options, env) => figure(tokens[at]!, (env as Env | undefined)?.pictures, md.utils.escapeHtml)
  // Of every other picture the words stay.
  md.renderer.rules.image = (tokens, at) => md.utils.escapeHtml(tokens[at]!.content)
  md.renderer.rules.link_open = (tokens, at, options, _env, self) => {
    const href = String(tokens[at]!.attrGet('href'))
    if (/^https?:/i.test(href)) tokens[at]!.attrSet('rel', 'external noopener noreferrer')
    return self.renderToken(tokens, at, options)
  }
  md.renderer.rules.table_open = (tokens, at) => {
    const name = tokens[at]!.info
    return `<div class="table-scroll" role="region" tabindex="0"${name ? ` aria-label="${md.utils.escapeHtml(name)}"` : ''}><table>`
  }
  md.renderer.rules.table_close = () => '</table></div>'
  md.renderer.rules.th_open = (tokens, at, options, _env, self) => {
    tokens[at]!.attrSet('scope', 'col')
    return self.renderToken(tokens, at, options)
  }
  return md
}

const parsers = { prose: parser(false), letter: parser(true) }

/** A paragraph that is nothing but a picture of the claim becomes a figure. */
function withFigures(tokens: Token[]): Token[] {
  const figures = new Set(tokens.flatMap((token, at) => (token.type === 'paragraph_open' && pictureIn(tokens[at + 1]) ? [at] : [])))
  return tokens.flatMap((token, at) => {
    if (figures.has(at) || figures.has(at - 2)) return []
    const image = figures.has(at - 1) ? pictureIn(token) : undefined
    return image ? [Object.assign(image, { type: 'figure', block: true })] : [token]
  })
}

const pictureIn = (inline: Token | undefined): Token | undefined => {
  const [image, more] = inline?.children ?? []
  return image?.type === 'image' && !more && !image.content && /^picture:[a-z0-9-]+$/.test(String(image.attrGet('src'))) ? image : undefined
}

function figure(token: Token, pictures: Pictures | undefined, escaped: (text: string) => string): string {
  const shown = pictures?.(String(token.attrGet('src')).slice('picture:'.length))
  if (!shown) return ''
  const { src, alt, width, height } = shown
  const title = token.attrGet('title')
  const caption = title ? `<figcaption>${escaped(printed(String(title)))}</figcaption>` : ''
  const picture = `<img src="${escaped(src)}" alt="${escaped(alt)}" width="${width}" height="${height}" loading="lazy" decoding="async">`
  return `<figure class="picture">${picture}${caption}</figure>\n`
}

/** Moves headings below the page's own, names tables after the heading above them, gives clauses their address. */
function nest(tokens: Token[], env: Env): void {
  let heading = ''
  tokens.forEach((token, at) => {
    const inline = tokens[at + 1]
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${Math.min(6, Math.max(2, Number(token.tag.slice(1))) - 2 + env.headingFrom)}`
      if (token.type === 'heading_open') heading = inline?.content ?? ''
    }
    // Without a heading the first column names the table.
    if (token.type === 'table_open')
      token.info = (heading || tokens.slice(at).find((next) => next.type === 'inline')?.content || '').replaceAll(/[*_`]/g, '')
    if (!env.letter || !inline || token.level > 0) return
    const number =
      token.type === 'heading_open'
        ? /^(\d+)\./.exec(inline.content)?.[1]
        : token.type === 'paragraph_open'
          ? /^\*\*(\d+(?:\.\d+)+)\*\*/.exec(inline.content)?.[1]
          : undefined
    if (number) token.attrSet('id', [env.clausesOf, 'clause', number].filter(Boolean).join('-'))
  })
}

/** A text as safe HTML: no HTML of its own, no pictures from elsewhere, no scripts in links. */
export const markdownHtml = (markdown: string, rendering: Rendering): string =>
  parsers[rendering.letter ? 'letter' : 'prose'].render(markdown, { ...rendering } satisfies Env)

/** A text as a part of a page. */
export const renderMarkdown = (markdown: string, rendering: Rendering): VNode =>
  Prose({ html: markdownHtml(markdown, rendering), letter: rendering.letter ?? false })

/** One paragraph without the paragraph around it, for places that are one already. */
export const inlineHtml = (markdown: string, citations?: Citations): string =>
  parsers.prose.renderInline(markdown, { headingFrom: 2, citations } satisfies Env)

/** The words alone, on one line: for descriptions, feeds and search engines. */
export const plainText = (markdown: string): string =>
  markdownHtml(markdown, { headingFrom: 2 })
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;:?!)])/g, '$1')
    .trim()

/** Straight quotation marks of a title as printed ones, as in the texts below it. */
export const printed = (title: string): string =>
  title
    .replaceAll(/(?<=\S)'/g, '’')
    .replaceAll("'", '‘')
    .replaceAll(/(?<=\S)"/g, '”')
    .replaceAll('"', '“')

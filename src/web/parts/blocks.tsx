import type { ComponentChildren } from 'preact'
import type { T } from '#words/words.ts'

type Children = { children: ComponentChildren }

/**
 * A message of the page. `live` when it appears as the answer to an act (read out at once). The word of the kind is said, not
 * only coloured.
 */
export function Notice({ t, kind = 'info', title, live, children }: Children & { t: T; kind?: 'info' | 'success' | 'warning' | 'error';
  title?: string | undefined; live?: boolean | undefined }) {
  return (
    <div class={`notice ${kind}`} {...(live && { role: kind === 'error' ? 'alert' as const : 'status' as const })}>
      <p class="notice-kind">{t(`parts.notice.${kind}`)}</p>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

/** Opens in place. With an `id` it has an address of its own (questions). */
export const Disclosure = ({ summary, id, open, heading, children }: Children & { summary: ComponentChildren; id?: string | undefined;
  open?: boolean | undefined; heading?: boolean | undefined }) => (
  <details class="disclosure" id={id} open={open}>
    <summary>{heading ? <h3>{summary}</h3> : summary}</summary>
    <div class="prose">{children}</div>
  </details>
)

export interface SummaryRow { label: string; value: ComponentChildren; change?: { href: string; what: string } | undefined }

/** Answers to check: label, value, and a way to change it. `what` completes the link for who cannot see the row ("your address"). */
export const SummaryList = ({ t, rows }: { t: T; rows: readonly SummaryRow[] }) => (
  <dl class="summary">
    {rows.map(({ label, value, change }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {change && <dd class="change"><a href={change.href}>{t('parts.change')}<span class="visually-hidden"> {change.what}</span></a></dd>}
      </div>
    ))}
  </dl>
)

/** Two columns of a fact sheet: terms as row headings. */
export const DefinitionTable = ({ caption, rows }: {
  caption?: string | undefined
  rows: readonly { term: string; value: ComponentChildren }[]
}) => (
  <table class="definitions">
    {caption && <caption>{caption}</caption>}
    <tbody>{rows.map((row) => <tr><th scope="row">{row.term}</th><td>{row.value}</td></tr>)}</tbody>
  </table>
)

export interface Column<Row> {
  head: string
  cell: (row: Row) => ComponentChildren
  numeric?: boolean | undefined
  rowHead?: boolean | undefined
}

/** A table of many rows: sticky head, scrolls sideways by itself on a phone and is then reachable by keyboard. */
export function DataTable<Row>({ caption, columns, rows, showCaption }: { caption: string; columns: readonly Column<Row>[];
  rows: readonly Row[]; showCaption?: boolean | undefined }) {
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabindex={0}>
      <table class="rows">
        <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead><tr>{columns.map((column) => <th scope="col" class={column.numeric ? 'number' : undefined}>{column.head}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr>{columns.map((column) => column.rowHead
              ? <th scope="row">{column.cell(row)}</th>
              : <td class={column.numeric ? 'number' : undefined}>{column.cell(row)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Markdown already rendered to safe HTML. `letter` sets agreements and letters like a document. */
export const Prose = ({ html, letter, children }: { html?: string | undefined; letter?: boolean | undefined;
  children?: ComponentChildren }) => html === undefined
  ? <div class={letter ? 'prose letter' : 'prose'}>{children}</div>
  : <div class={letter ? 'prose letter' : 'prose'} dangerouslySetInnerHTML={{ __html: html }} />

export interface CardProps extends Children {
  title: string
  href?: string | undefined
  drawing?: ComponentChildren
  level?: 2 | 3 | undefined
  foot?: ComponentChildren
}

/** A card; with `href` its title is the link and the whole card follows it. */
export function Card({ title, href, drawing, level = 3, foot, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class={href ? 'card linked' : 'card'}>
      {drawing && <div class="card-drawing">{drawing}</div>}
      <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
      {children}
      {foot && <p class="card-foot">{foot}</p>}
    </article>
  )
}

/** Cards side by side where there is room; `as` numbers them as steps. */
export const Cards = ({ numbered, children }: Children & { numbered?: boolean | undefined }) => (
  <div class={numbered ? 'cards numbered' : 'cards'}>{children}</div>
)

/** A titled part of a page; `wash` gives it the tint of the claim over the full width. */
export const Section = ({ id, title, intro, wash, narrow, children }: Children & { id: string; title: string; intro?: ComponentChildren;
  wash?: boolean | undefined; narrow?: boolean | undefined }) => (
  <section class={wash ? 'section wash' : 'section'} id={id} aria-labelledby={`${id}-title`}>
    <div class={narrow ? 'frame narrow' : 'frame'}>
      <h2 id={`${id}-title`}>{title}</h2>
      {intro && <div class="intro">{intro}</div>}
      {children}
    </div>
  </section>
)

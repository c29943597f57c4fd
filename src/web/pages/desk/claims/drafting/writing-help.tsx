import { scopeOf, writeOut, type Scope } from '#claims/quote.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { Disclosure } from '#web/parts/blocks.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'

const lines = ['paragraph', 'heading', 'list', 'strong', 'link', 'source'] as const

/** How to write, which facts can be quoted and how they read, and which sources can be named. */
export function WritingHelp({ visit, copy }: { visit: Desk; copy: WorkingCopy }) {
  const { t } = visit
  const facts = copy.bundle?.facts
  return (
    <section class="writing-help">
      <Disclosure summary={t('desk.texts.help.title')}>
        <ul>{lines.map((line) => <li>{t(`desk.texts.help.${line}`)}</li>)}</ul>
      </Disclosure>
      {facts && (
        <Disclosure summary={t('desk.texts.quotes.title')}>
          <p>{t('desk.texts.quotes.hint')}</p>
          <Quotes visit={visit} scope={scopeOf(facts, copy.organisation)} />
        </Disclosure>
      )}
      {facts?.kind === 'claim' && facts.sources.length > 0 && (
        <Disclosure summary={t('desk.texts.sources.title')}>
          <ul>{facts.sources.map(({ id, publisher, title }) => <li><code>[^{id}]</code> {publisher}: {title[visit.language]}</li>)}</ul>
        </Disclosure>
      )}
    </section>
  )
}

const Quotes = ({ visit: { t, language }, scope }: { visit: Desk; scope: Scope }) => (
  <div class="table-scroll" role="region" tabIndex={0} aria-label={t('desk.texts.quotes.title')}>
    <table class="desk-table">
      <caption class="visually-hidden">{t('desk.texts.quotes.title')}</caption>
      <thead><tr><th scope="col">{t('desk.texts.quotes.quote')}</th><th scope="col">{t('desk.texts.quotes.reads')}</th></tr></thead>
      <tbody>{[...scope].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, fact]) =>
        ['', ...('date' in fact ? ['|weekday', '|month', '|year'] : [])].map((form) => (
          <tr>
            <th scope="row"><code>{`{{${name}${form}}}`}</code></th>
            <td>{writeOut(fact, language, form ? form.slice(1) : undefined)}</td>
          </tr>
        )))}</tbody>
    </table>
  </div>
)

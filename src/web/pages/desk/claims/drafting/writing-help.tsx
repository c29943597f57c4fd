import { scopeOf, writeOut, type Scope } from '#claims/quote.ts'
import { listPictures } from '#drafting/change-pictures.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { Disclosure } from '#web/parts/blocks.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
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
      {facts?.kind === 'claim' && <PicturesHelp visit={visit} copy={copy} />}
      {facts?.kind === 'claim' && facts.sources.length > 0 && (
        <Disclosure summary={t('desk.texts.sources.title')}>
          <ul>{facts.sources.map(({ id, publisher, title }) => <li><code>[^{id}]</code> {publisher}: {title[visit.language]}</li>)}</ul>
        </Disclosure>
      )}
    </section>
  )
}

/** Every picture that has a file, as a text shows it. */
function PicturesHelp({ visit, copy }: { visit: Desk; copy: WorkingCopy }) {
  const { t, language } = visit
  const pictures = listPictures(copy.files).filter(({ hasFile }) => hasFile)
  return (
    <Disclosure summary={t('desk.texts.pictures.title')}>
      <p>{t('desk.texts.pictures.hint')}</p>
      <ul>{pictures.map(({ id, alt }) => <li><code>![](picture:{id})</code> {alt[language]}</li>)}</ul>
      <p><a href={claimDesk(visit, copy.slug, '/pictures')}>{t('desk.texts.pictures.link')}</a></p>
    </Disclosure>
  )
}

const Quotes = ({ visit: { t, language }, scope }: { visit: Desk; scope: Scope }) => (
  <DeskTable caption={t('desk.texts.quotes.title')} quiet>
    <thead><tr><th scope="col">{t('desk.texts.quotes.quote')}</th><th scope="col">{t('desk.texts.quotes.reads')}</th></tr></thead>
    <tbody>{[...scope].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, fact]) =>
      ['', ...('date' in fact ? ['|weekday', '|month', '|year'] : [])].map((form) => (
        <tr>
          <th scope="row"><code>{`{{${name}${form}}}`}</code></th>
          <td>{writeOut(fact, language, form ? form.slice(1) : undefined)}</td>
        </tr>
      )))}</tbody>
  </DeskTable>
)

import { pictureIdOf } from '#claims/picture-file.ts'
import { languageAndName, type BundleFile } from '#claims/read-bundle.ts'
import { titleOf } from '#drafting/texts.ts'
import type { Comparison, Line, Part, TextChange } from '#publishing/compare.ts'
import type { Ground } from '#web/page.ts'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { tellChange } from './fact-words.ts'

interface Differing {
  visit: Ground
  slug: string
  /** The files that are compared, the newer ones first: their titles name what differs. */
  files: readonly BundleFile[]
}

/** What differs between two versions: facts as a table of values, texts line by line with the words that went and came marked. */
export function Difference({ visit, slug, files, comparison: { facts, texts } }: Differing & { comparison: Comparison }) {
  const { t } = visit
  if (!facts.length && !texts.length) return <p>{t('desk.version.same')}</p>
  return (
    <>
      <p>{t('desk.version.count', { facts: facts.length, texts: texts.length })}</p>
      {facts.length > 0 && (
        <section>
          <h2 id="facts">{t('desk.draft.facts')}</h2>
          <FactTable visit={visit} facts={facts} files={files} labelledBy="facts" />
        </section>
      )}
      {texts.length > 0 && (
        <section aria-labelledby="texts">
          <h2 id="texts">{t('desk.draft.texts')}</h2>
          <p class="fine">{t('desk.version.legend')}</p>
          {texts.map((text) => <TextDifference visit={visit} slug={slug} files={files} text={text} />)}
        </section>
      )}
    </>
  )
}

/** Facts that differ, a value a line. */
export function FactTable({
  visit, facts, files, labelledBy,
}: Omit<Differing, 'slug'> & { facts: Comparison['facts']; labelledBy: string }) {
  const { t } = visit
  return (
    <DeskTable labelledBy={labelledBy} caption={t('desk.version.factsCaption')} quiet>
      <thead><tr>
        <th scope="col">{t('desk.version.fact')}</th><th scope="col">{t('desk.version.before')}</th>
        <th scope="col">{t('desk.version.after')}</th>
      </tr></thead>
      <tbody>{facts.map((change) => {
        const { place, before, after } = tellChange({ visit, files }, change)
        return (
          <tr>
            <th scope="row">{place}</th>
            <td>{before === undefined ? t('desk.version.nothing') : <del>{before}</del>}</td>
            <td>{after === undefined ? t('desk.version.nothing') : <ins>{after}</ins>}</td>
          </tr>
        )
      })}</tbody>
    </DeskTable>
  )
}

/** A text by its title and language; a picture by what it is called. */
export function fileWords({ t }: Ground, files: readonly BundleFile[], path: string): string {
  const picture = pictureIdOf(path)
  if (picture !== undefined) return t('desk.pictures.file', { id: picture })
  const [language, name] = languageAndName(path)
  return language ? `${titleOf(files, name, language) ?? name} (${t(`desk.draft.language.${language}`)})` : t('desk.draft.facts')
}

export function TextDifference({ visit, slug, files, text }: Differing & { text: TextChange }) {
  const { t } = visit
  const { name, path, language, state, lines } = text
  const told = fileWords(visit, files, path)
  return (
    <div class="table-scroll" role="region" tabIndex={0} aria-label={told}>
      <table class="difference" {...(language && { lang: language })}>
        <caption lang={visit.language}>
          {language && state !== 'removed' ? <a href={claimDesk(visit, slug, `/texts/${name}#${language}`)}>{told}</a> : told}{' '}
          <span class="tag">{t(`desk.version.text.${state}`)}</span>
        </caption>
        <tbody>{lines.map((line) => <DifferenceLine visit={visit} line={line} />)}</tbody>
      </table>
    </div>
  )
}

const signs = { same: '', in: '+', out: '−', changed: '±' } as const

function DifferenceLine({ visit: { t, language }, line }: { visit: Ground; line: Line }) {
  if (line.kind === 'gap') return <tr class="gap"><td /><td lang={language}>{t('desk.version.gap', { count: line.count })}</td></tr>
  return (
    <tr class={line.kind}>
      <td class="sign" lang={language}>
        {line.kind !== 'same' && <>
          <span aria-hidden="true">{signs[line.kind]}</span><span class="visually-hidden">{t(`desk.version.line.${line.kind}`)}</span>
        </>}
      </td>
      <td>{line.parts.map((part) => <Stretch part={part} />)}</td>
    </tr>
  )
}

function Stretch({ part: { kind, text } }: { part: Part }) {
  if (kind === 'same') return text
  return kind === 'in' ? <ins>{text}</ins> : <del>{text}</del>
}

import { languages, type Language } from '#claims/bundle.ts'
import { resolve, scopeOf } from '#claims/quote.ts'
import type { Finding } from '#claims/read-bundle.ts'
import { isAgreement } from '#claims/text-file.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { lineInField, placeOf } from '#drafting/finding-place.ts'
import { fieldsOf, fileFrom, fileOf, shaOf, type TextFields } from '#drafting/texts.ts'
import { citationsOf } from '#web/citations.ts'
import { printed, renderMarkdown } from '#web/markdown.ts'
import { TextField } from '#web/parts/fields.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { draftedPictures } from '#web/pages/desk/claims/pictures/picture-file.ts'
import { findingWords } from './findings.tsx'

interface OneLanguage {
  visit: Desk
  copy: WorkingCopy
  name: string
  language: Language
  fields: TextFields
}

/** Whether the fields still say what they said when the page was made (`was`). */
export const untouched = (name: string, fields: TextFields, was: string | undefined): boolean => shaOf(fileFrom(name, fields)) === was

/** What the writer saw in each language. */
export const savedSeen = (sent: Record<string, string | undefined>): Record<Language, string> =>
  ({ en: sent['en-seen'] ?? '', nl: sent['nl-seen'] ?? '' })

/** A published version of an agreement is never edited, in no language (SG-06). */
export const isFixed = (copy: WorkingCopy, name: string): boolean => isAgreement(name) && languages.some((language) =>
  copy.publishedAgreements.includes(`${name.slice('agreements/'.length)} ${fieldsOf(name, fileOf(copy.files, language, name)).version}`))

/** The fields of one language and what is to mend in it. */
export function LanguageFields({ visit, copy, name, language, fields }: OneLanguage) {
  const { t } = visit
  const raw = fileOf(copy.files, language, name)
  const theirs = errorAt(visit, `${language}-body`) !== undefined && raw !== undefined
  const field = (which: keyof TextFields) => ({
    t, name: `${language}-${which}`, value: fields[which], error: errorAt(visit, `${language}-${which}`),
  })
  const said = t(`desk.draft.language.${language}`)
  return (
    <section class="one-language" id={language} aria-labelledby={`${language}-name`} >
      <h2 id={`${language}-name`}>{said}</h2>
      <input type="hidden" name={`${language}-seen`} value={shaOf(raw)} />
      <input type="hidden" name={`${language}-was`} value={shaOf(fileFrom(name, fieldsOf(name, raw)))} />
      <div lang={language}>
        <TextField {...field('title')} label={t('desk.texts.one.title')} />
        {isAgreement(name) && (
          <TextField {...field('version')} label={t('desk.texts.one.version')} hint={t('desk.texts.one.versionHint')} width="medium" />
        )}
        {isAgreement(name) && <TextField {...field('summary')} label={t('desk.texts.one.summary')} rows={4} />}
        <TextField {...field('body')} label={t('desk.texts.one.body')} rows={isAgreement(name) ? 24 : 16} spellcheck />
      </div>
      <TextFindings visit={visit} copy={copy} name={name} language={language} fields={fields} />
      {theirs && (
        <section class="theirs" aria-labelledby={`${language}-theirs`}>
          <h3 id={`${language}-theirs`}>{t('desk.texts.one.theirs')}</h3>
          <p>{t('desk.texts.one.theirsHint')}</p>
          <pre class="their-words" tabIndex={0} lang={language}>{raw}</pre>
        </section>
      )}
    </section>
  )
}

function TextFindings({ visit, copy, name, language }: OneLanguage) {
  const { t } = visit
  const found = copy.findings.filter((finding) => {
    const place = placeOf(copy, finding)
    return place.of === 'text' && place.name === name && place.language === language
  })
  if (!found.length) return null
  const line = (finding: Finding) => {
    const at = lineInField(copy, finding)
    return at === undefined ? '' : `${t('desk.draft.line', { line: at })}: `
  }
  return (
    <section class="notice warning" aria-labelledby={`${language}-findings`}>
      <h3 id={`${language}-findings`}>{t('desk.texts.one.findings', { language: t(`desk.draft.language.${language}`) })}</h3>
      <ul>{found.map((finding) => <li>{line(finding)}{findingWords(visit, finding)}</li>)}</ul>
    </section>
  )
}

/** The text with every fact written out, as a visitor would read it. */
export const Reading = (one: OneLanguage) => (
  <section class="one-language" aria-labelledby={`${one.language}-reads`}>
    <h2 id={`${one.language}-reads`}>
      {one.visit.t('desk.texts.one.preview', { language: one.visit.t(`desk.draft.language.${one.language}`) })}
    </h2>
    <Read {...one} />
  </section>
)

function Read({ visit, copy, name, language, fields }: OneLanguage) {
  if (!fields.title && !fields.body) return <p class="hint">{visit.t('desk.texts.one.previewNone')}</p>
  const facts = copy.bundle?.facts
  const words = (text: string) => (facts ? resolve(text.replaceAll('\r\n', '\n'), language, scopeOf(facts, copy.organisation)).text : text)
  const citations = facts?.kind === 'claim' ? citationsOf(facts.sources, visit.t) : undefined
  return (
    <div class="reading" lang={language}>
      <p class="reading-title">{printed(words(fields.title))}</p>
      {renderMarkdown(words(fields.body), {
        headingFrom: 3, citations: citations && { ...citations, mark: plainMark(facts!, citations.mark) },
        letter: isAgreement(name), pictures: draftedPictures(copy, language),
        clausesOf: `${language}-${name.replace('/', '-')}`,
      })}
    </div>
  )
}

/** Marks here have no list of sources below them, and two languages would give them the same address twice. */
const plainMark = (facts: NonNullable<WorkingCopy['bundle']>['facts'], mark: (id: string) => string) => (id: string): string => {
  const at = facts.kind === 'claim' ? facts.sources.findIndex((source) => source.id === id) : -1
  return at < 0 ? mark(id) : `<sup class="mark">[${at + 1}]</sup>`
}

import * as z from 'zod'
import { changeFacts } from '#drafting/change-facts.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { openFacts } from '#drafting/facts-file.ts'
import { countItems, newItem, shaOfPart, writePart } from '#drafting/facts-form.ts'
import { nameOfPart, partsOf, placeOf } from '#drafting/finding-place.ts'
import { shaOfNamedFacts } from '#drafting/named-facts.ts'
import type { Finding } from '#claims/read-bundle.ts'
import { again, goTo, missing, type Errors } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { DraftStamp } from './draft-stamp.tsx'
import { ItemFields, type FactsForm } from './fact-fields.tsx'
import { FindingList } from './findings.tsx'
import { ItemActs, ItemList } from './fact-items.tsx'
import { NamedFacts, namedValues } from './named-facts.tsx'
import { SavedNow } from './saved-now.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'

const partOf = (visit: Desk) => partsOf({ slug: visit.params['slug'] ?? '' }).find((part) => nameOfPart(part) === visit.params['part'])
const readMove = (typed: string | undefined) => {
  const [, act, item] = /^(up|down|remove)-(\d{1,4})$/.exec(typed ?? '') ?? []
  return act ? { act: act as 'up' | 'down' | 'remove', item: Number(item) } : undefined
}

/** One part of the facts, as a form that works without script: every button saves what was typed, and then moves or removes. */
export const deskFactsPage = page('/:lang{en|nl}/desk/claims/:slug/facts/:part', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  largest: 256 * 1024,
  form: z.record(z.string(), z.string().optional()),
  async show(visit) {
    const { t, language } = visit
    const [copy, part] = [await copyOf(visit), partOf(visit)]
    const facts = copy && openFacts(copy.files)
    if (!copy || !part || !facts) return missing
    const { document } = facts
    const saved = part === 'facts' ? namedValues(document, language) : writePart(document, part, language)
    const sent = Object.keys(visit.form.typed).length > 0
    const values = sent ? visit.form.typed : saved
    const findings = findingsByField(copy, nameOfPart(part))
    const name = nameOfPart(part) as 'general'
    const title = t('desk.facts.title', { part: t(`desk.facts.part.${name}`), name: nameOf(copy, language) })
    return deskPageOf(visit, { title, islands: ['draft-stamp'], children: (
      <>
        <p><a href={claimDesk(visit, copy.slug)}>{t('desk.draft.back', { name: nameOf(copy, language) })}</a></p>
        <p class="lead">{t(`desk.facts.about.${name}`)}</p>
        {part !== 'facts' && part.name === 'money' && (
          <p>{t('desk.fee.hint')} <a href={claimDesk(visit, 'organisation', '/fee')}>{t('desk.fee.link')}</a></p>
        )}
        {visit.query.get('saved') === 'yes' && !sent && <Notice t={t} kind="success" live><p>{t('desk.draft.saved')}</p></Notice>}
        <DraftStamp copy={copy} />
        {visit.form.errors[''] === 'changed-meanwhile' && <SavedNow visit={visit} part={part} document={document} saved={saved} />}
        <FindingList visit={visit} copy={copy} findings={findings.get('') ?? []} />
        <form method="post" action={claimDesk(visit, copy.slug, `/facts/${name}`)} novalidate>
          <input type="hidden" name="seen" value={part === 'facts' ? shaOfNamedFacts(document) : shaOfPart(document, part)} />
          <fieldset class="bare" disabled={!may(visit, 'claims.edit')}>
            <legend class="visually-hidden">{t(`desk.facts.part.${name}`)}</legend>
            {part === 'facts' ? <NamedFacts visit={visit} document={document} values={values} findings={findings} />
              : <PartFields form={{ visit, copy, part, document, values, findings }} />}
            {may(visit, 'claims.edit') && <Actions><Button busy={t('desk.draft.saving')}>{t('desk.draft.save')}</Button></Actions>}
          </fieldset>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const [copy, part] = [await copyOf(visit), partOf(visit)]
    if (!copy || !part) return missing
    const { seen = '', do: act, ...typed } = visit.sent
    const change = { typed, language: visit.language, seenSha: seen, move: readMove(act) }
    const saved = await changeFacts(visit.ctx, copy.slug, part, change)
    if (!saved.ok) return again({ '': saved.because })
    if (Object.keys(saved.value.faults).length) return again(saved.value.faults satisfies Errors)
    return goTo(`${claimDesk(visit, copy.slug, `/facts/${nameOfPart(part)}`)}?saved=yes`)
  },
})

function PartFields({ form }: { form: FactsForm }) {
  const { visit, part, document, values } = form
  const { t } = visit
  if (part.shape === 'one') return <ItemFields form={form} />
  const begun = Object.keys(visit.form.errors).some((field) => field.startsWith('new-'))
  return (
    <>
      {countItems(document, part) === 0 && <p>{t('desk.facts.empty')}</p>}
      <ItemList form={form} count={countItems(document, part)} />
      <details class="disclosure" open={begun || countItems(document, part) === 0 || (values['new-id'] ?? '') !== ''}>
        <summary>{t('desk.facts.add')}</summary>
        <p class="hint">{t('desk.facts.addHint')}</p>
        <ItemFields form={form} item={newItem} />
        <ItemActs visit={visit} />
      </details>
    </>
  )
}

/** Findings of one part by the field where they are mended; those of no field under the empty name. */
function findingsByField(copy: WorkingCopy, part: string): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>()
  for (const finding of copy.findings) {
    const place = placeOf(copy, finding)
    if (place.of === 'facts' && place.part === part) found.set(place.field ?? '', [...(found.get(place.field ?? '') ?? []), finding])
  }
  return found
}

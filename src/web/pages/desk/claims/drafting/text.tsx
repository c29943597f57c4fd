import * as z from 'zod'
import { languages } from '#claims/bundle.ts'
import { neededTexts } from '#claims/check/needed-texts.ts'
import { languageAndName } from '#claims/read-bundle.ts'
import { changeText, removeText } from '#drafting/change-text.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { confirmMatch } from '#drafting/matching.ts'
import { fieldsOf, fileFrom, fileOf, titleOf, type TextFields } from '#drafting/texts.ts'
import { again, goTo, missing, type Answer, type Errors } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { DraftStamp } from './draft-stamp.tsx'
import { isFixed, LanguageFields, Reading, savedSeen, untouched } from './text-fields.tsx'
import { Matching, matchingOf } from './text-matching.tsx'
import { NewVersion, Remove } from './text-acts.tsx'
import { WritingHelp } from './writing-help.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'

const nameIn = ({ params }: Desk) => `${params['family']}/${params['name']}`
const typedFields = (typed: Record<string, string | undefined>, language: string): TextFields => {
  const field = (name: string) => typed[`${language}-${name}`] ?? ''
  return { title: field('title'), body: field('body'), version: field('version'), summary: field('summary') }
}

/** One text in every language, side by side. One button saves what was changed in either, so no language is lost over the other. */
export const deskTextPage = page('/:lang{en|nl}/desk/claims/:slug/texts/:family/:name', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  largest: 512 * 1024,
  form: z.record(z.string(), z.string().optional()),
  async show(visit) {
    const { t, language } = visit
    const [copy, name] = [await copyOf(visit), nameIn(visit)]
    if (!copy || languageAndName(`en/${name}.md`)[1] !== name) return missing
    const address = claimDesk(visit, copy.slug, `/texts/${name}`)
    const sent = visit.form.typed['do'] === 'save'
    const [fixed, matching] = [isFixed(copy, name), await matchingOf(visit, copy, name)]
    const shown = (one: (typeof languages)[number]) =>
      sent ? typedFields(visit.form.typed, one) : fieldsOf(name, fileOf(copy.files, one, name))
    return deskPageOf(visit, { title: titleOf(copy.files, name, language) ?? name, islands: ['draft-stamp'], children: (
      <>
        <p>
          <a href={claimDesk(visit, copy.slug, '/texts')}>
            {t('desk.texts.title', { name: nameOf(copy, language) })}
          </a> <span class="text-name">{name}</span>
        </p>
        {visit.query.get('saved') === 'yes' && !sent && <Notice t={t} kind="success" live><p>{t('desk.draft.saved')}</p></Notice>}
        <DraftStamp copy={copy} />
        {fixed && <NewVersion visit={visit} slug={copy.slug} kind={name.slice('agreements/'.length)} />}
        <form method="post" action={address} novalidate>
          <input type="hidden" name="do" value="save" />
          <fieldset class="bare" disabled={fixed || !may(visit, 'claims.edit')}>
            <legend class="visually-hidden">{t('desk.texts.text')}</legend>
            <div class="languages">
              {languages.map((one) => <LanguageFields visit={visit} copy={copy} name={name} language={one} fields={shown(one)} />)}
            </div>
            {!fixed && may(visit, 'claims.edit') && (
              <Actions><Button busy={t('desk.draft.saving')}>{t('desk.draft.save')}</Button></Actions>
            )}
          </fieldset>
        </form>
        <WritingHelp visit={visit} copy={copy} />
        <div class="languages">
          {languages.map((one) => <Reading visit={visit} copy={copy} name={name} language={one} fields={shown(one)} />)}
        </div>
        <Matching {...matching} />
        {isAsked(copy, name) || !languages.some((one) => fileOf(copy.files, one, name) !== undefined)
          ? null
          : <Remove visit={visit} address={address} />}
      </>
    ) })
  },
  async send(visit) {
    const [copy, name] = [await copyOf(visit), nameIn(visit)]
    if (!copy || languageAndName(`en/${name}.md`)[1] !== name) return missing
    const act = visit.sent['do']
    if (act === 'remove' && !isAsked(copy, name)) return remove(visit, copy.slug, name)
    if (act === 'match') {
      const matched = await confirmMatch(visit.ctx, copy.slug, name, savedSeen(visit.sent))
      return matched.ok ? goTo(claimDesk(visit, copy.slug, `/texts/${name}`)) : again({ '': matched.because })
    }
    return act === 'save' && !isFixed(copy, name) ? save(visit, copy, name, visit.sent) : again({ '': 'nothing-changed' })
  },
})

async function save(visit: Desk, copy: WorkingCopy, name: string, sent: Record<string, string | undefined>): Promise<Answer> {
  const errors: Errors = {}
  for (const language of languages) {
    const fields = typedFields(sent, language)
    if (untouched(name, fields, sent[`${language}-was`])) continue
    const markdown = fileFrom(name, fields, fileOf(copy.files, language, name))
    const saved = await changeText(visit.ctx, copy.slug, { language, name, markdown, seenSha: sent[`${language}-seen`] ?? '' })
    if (!saved.ok) errors[`${language}-body`] = saved.because
  }
  return Object.keys(errors).length ? again(errors) : goTo(`${claimDesk(visit, copy.slug, `/texts/${name}`)}?saved=yes`)
}

async function remove(visit: Desk, slug: string, name: string): Promise<Answer> {
  const removed = await removeText(visit.ctx, slug, name)
  return removed.ok ? goTo(claimDesk(visit, slug, '/texts')) : again({ '': removed.because })
}

/** Whether the facts or the pages ask for a text of this name. */
const isAsked = ({ bundle }: WorkingCopy, name: string) => !bundle || neededTexts(bundle.facts).some((needed) => needed.name === name)

import * as z from 'zod'
import { languages } from '#claims/bundle.ts'
import { languageAndName } from '#claims/read-bundle.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { placeOf } from '#drafting/finding-place.ts'
import { listMatches, stateOf, type Match } from '#drafting/matching.ts'
import { textNames, titleOf } from '#drafting/texts.ts'
import { goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Disclosure } from '#web/parts/blocks.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'

const families = ['page', 'faq', 'news', 'documents', 'timeline', 'agreements', 'transparency'] as const

/** Every text by family, the languages side by side, with what is missing, outdated or to mend. */
export const deskTextsPage = page('/:lang{en|nl}/desk/claims/:slug/texts', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  form: z.object({ name: z.string().trim().refine((name) => languageAndName(`en/${name}.md`)[1] === name, because('no-such-text')) }),
  async show(visit) {
    const { t, language } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const matches = await listMatches(visit.ctx, copy.slug)
    const names = Map.groupBy(textNames(copy), (name) => families.find((family) => name.startsWith(`${family}/`)) ?? 'other')
    return deskPageOf(visit, { title: t('desk.texts.title', { name: nameOf(copy, language) }), children: (
      <>
        <p><a href={claimDesk(visit, copy.slug)}>{t('desk.draft.back', { name: nameOf(copy, language) })}</a></p>
        <p class="lead">{t('desk.texts.lead')}</p>
        {[...families, 'other' as const].map((family) => names.get(family) && (
          <Family visit={visit} copy={copy} matches={matches} family={family} names={names.get(family)!} />
        ))}
        {may(visit, 'claims.edit') && copy.slug !== 'organisation' && <AddText visit={visit} slug={copy.slug} />}
      </>
    ) })
  },
  send: (visit) => goTo(claimDesk(visit, visit.params['slug'] ?? '', `/texts/${visit.sent.name}`)),
})

function Family({ visit, copy, matches, family, names }: { visit: Desk; copy: WorkingCopy; matches: readonly Match[];
  family: (typeof families)[number] | 'other'; names: readonly string[] }) {
  const { t, language } = visit
  const places = copy.findings.map((finding) => placeOf(copy, finding))
  return (
    <div class="text-family">
      <h2 id={`family-${family}`}>{t(`desk.texts.family.${family}`)}</h2>
      <DeskTable labelledBy={`family-${family}`} caption={t(`desk.texts.family.${family}`)} quiet look="text-table">
        <thead><tr><th scope="col">{t('desk.texts.text')}</th>
          {languages.map((one) => <th scope="col">{t(`desk.draft.language.${one}`)}</th>)}</tr></thead>
        <tbody>{names.map((name) => (
          <tr>
            <th scope="row">
              <a href={claimDesk(visit, copy.slug, `/texts/${name}`)}>{titleOf(copy.files, name, language) ?? name}</a>
              <span class="text-name">{name}</span>
            </th>
            {languages.map((one) => {
              const state = stateOf(copy.files, matches, name, one)
              const count = places.filter((place) => place.of === 'text' && place.name === name && place.language === one).length
              return (
                <td>
                  <span class={`text-state ${state}`}>{t(`desk.texts.state.${state}`)}</span>
                  {count > 0 && state !== 'missing' && <span class="to-mend">{t('desk.draft.findings', { count })}</span>}
                </td>
              )
            })}
          </tr>
        ))}</tbody>
      </DeskTable>
    </div>
  )
}

const AddText = ({ visit, slug }: { visit: Desk; slug: string }) => (
  <Disclosure summary={visit.t('desk.texts.add')} open={errorAt(visit, 'name') !== undefined}>
    <form method="post" action={claimDesk(visit, slug, '/texts')} novalidate>
      <TextField t={visit.t} name="name" label={visit.t('desk.texts.addName')} hint={visit.t('desk.texts.addHint')} width="medium"
        value={typedAt(visit, 'name') ?? 'page/why-'} error={errorAt(visit, 'name')} spellcheck={false} />
      <Actions><Button kind="secondary">{visit.t('desk.texts.write')}</Button></Actions>
    </form>
  </Disclosure>
)

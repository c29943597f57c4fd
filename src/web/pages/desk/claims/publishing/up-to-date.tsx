import * as z from 'zod'
import { bringUpToDate, findBehind, type Behind } from '#publishing/bring-up-to-date.ts'
import { compareFiles } from '#publishing/compare.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { RadioField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { Difference, fileWords } from './difference.tsx'

/** What was published since a working copy was begun, and taking it in, with a choice wherever both changed the same place. */
export const deskUpToDatePage = page('/:lang{en|nl}/desk/claims/:slug/up-to-date', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  form: z.object({ seen: z.coerce.number().int().min(0).max(1_000_000) }),
  async show(visit) {
    const { t, language } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const behind = await findBehind(visit.ctx.db, copy.slug)
    return deskPageOf(visit, { title: t('desk.upToDate.title', { name: nameOf(copy, language) }), children: (
      <>
        <p><a href={claimDesk(visit, copy.slug, '/publish')}>{t('desk.upToDate.back')}</a></p>
        {!behind && <p>{t('desk.upToDate.already')}</p>}
        {behind && <Choices visit={visit} slug={copy.slug} behind={behind} />}
        {behind && (
          <>
            <h2>{t('desk.upToDate.since', { from: String(behind.from), to: String(behind.to) })}</h2>
            <Difference visit={visit} slug={copy.slug} files={[...behind.published, ...behind.base]}
              comparison={compareFiles(behind.base, behind.published)} />
          </>
        )}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const behind = await findBehind(visit.ctx.db, copy.slug)
    const choices = new Map((behind?.conflicts ?? []).flatMap((path, at): [string, 'draft' | 'published'][] => {
      const chosen = visit.form.typed[`keep-${at}`]
      return chosen === 'draft' || chosen === 'published' ? [[path, chosen]] : []
    }))
    const missingChoice = (behind?.conflicts ?? []).findIndex((path) => !choices.has(path))
    if (missingChoice >= 0) return again({ [`keep-${missingChoice}`]: 'choice-missing' })
    const brought = await bringUpToDate(visit.ctx, copy.slug, { seen: visit.sent.seen, choices })
    return brought.ok ? goTo(claimDesk(visit, copy.slug, '/publish')) : again({ '': brought.because })
  },
})

function Choices({ visit, slug, behind }: { visit: Desk; slug: string; behind: Behind }) {
  const { t } = visit
  return (
    <>
      <p class="lead">{t('desk.upToDate.lead', { version: String(behind.to), count: behind.conflicts.length })}</p>
      {may(visit, 'claims.edit') && (
        <form method="post" action={claimDesk(visit, slug, '/up-to-date')} novalidate>
          <input type="hidden" name="seen" value={behind.to} />
          {behind.conflicts.map((path, at) => (
            <RadioField t={t} name={`keep-${at}`} label={t('desk.upToDate.both', { file: fileWords(visit, behind.draft, path) })}
              error={errorAt(visit, `keep-${at}`)} value={typedAt(visit, `keep-${at}`)}
              choices={[
                { value: 'draft', label: t('desk.upToDate.keepDraft') }, { value: 'published', label: t('desk.upToDate.keepPublished') },
              ]} />
          ))}
          <Actions><Button>{t('desk.upToDate.take', { version: String(behind.to) })}</Button></Actions>
        </form>
      )}
    </>
  )
}

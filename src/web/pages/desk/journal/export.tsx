import * as z from 'zod'
import { exportBytes, exportLines, noteExport, periodOf } from '#journal/export.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { again, documentAnswer } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { readDays } from './days.ts'

/**
 * The journal leaves the house, for a period: sent as it is read, after what says so was written, and never whole in memory.
 */
export const exportPage = page('/:lang{en|nl}/desk/journal/export', {
  who: 'organiser',
  act: 'journal.export',
  form: z.object({ from: z.string().max(40).default(''), until: z.string().max(40).default('') }),
  show(visit) {
    const { t, homeLink } = visit
    const day = (name: 'from' | 'until') => (
      <TextField t={t} name={name} label={t(`desk.journal.${name}`)} hint={t('desk.journal.dayHint')} width="medium"
        value={typedAt(visit, name)} error={errorAt(visit, name)} />
    )
    return deskPageOf(visit, { title: t('desk.journal.export.title'), children: (
      <>
        <p>{t('desk.journal.export.about')}</p>
        <form method="post" action={homeLink('/desk/journal/export')} novalidate>
          {day('from')}{day('until')}
          <p class="hint">{t('desk.journal.export.whole')}</p>
          <Actions><Button>{t('desk.journal.export.button')}</Button></Actions>
        </form>
      </>
    ) })
  },
  async send({ sent, ctx }) {
    const { from, until, wrong } = readDays(sent.from, sent.until)
    if (wrong.length) return again(Object.fromEntries(wrong.map((which) => [which, 'day-wrong' as const])))
    if (from !== undefined && until !== undefined && until < from) return again({ until: 'period-empty' })
    const period = periodOf(legalZone, from, until)
    await noteExport(ctx, period)
    return documentAnswer((db) => exportBytes(exportLines({ ...ctx, db }, period, ctx.now)), 'application/x-ndjson',
      { fileName: `journal-${dayIn(legalZone, ctx.now)}.ndjson` })
  },
})

import * as z from 'zod'
import { exportBytes, exportLines, noteExport, periodOf } from '#journal/export.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { again, documentAnswer, goTo } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { readDays } from './days.ts'

/** For which period the journal is to leave the house; the file comes from the next address. */
export const exportPage = page('/:lang{en|nl}/desk/journal/export', {
  who: 'organiser',
  act: 'journal.export',
  form: z.object({ from: z.string().max(40).default(''), until: z.string().max(40).default('') }),
  show(visit) {
    const { t, homeLink } = visit
    const day = (name: 'from' | 'until') => (
      <TextField t={t} name={name} label={t(`desk.journal.${name}`)} hint={t('desk.journal.dayHint')} width="medium" value={typedAt(visit, name)}
        error={errorAt(visit, name)} />
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
  send({ sent, homeLink }) {
    const { from, until, wrong } = readDays(sent.from, sent.until)
    if (wrong.length) return again(Object.fromEntries(wrong.map((which) => [which, 'day-wrong' as const])))
    if (from !== undefined && until !== undefined && until < from) return again({ until: 'period-empty' })
    return goTo(homeLink(`/desk/journal/export/file?${new URLSearchParams({ ...(from && { from }), ...(until && { until }) }).toString()}`))
  },
})

/** The file itself, sent as it is read and never whole in memory. That it left is journaled here, so that nobody gets it without. */
export const exportFilePage = page('/:lang{en|nl}/desk/journal/export/file', {
  who: 'organiser',
  act: 'journal.export',
  async show({ ctx, query }) {
    const { from, until } = readDays(query.get('from'), query.get('until'))
    const period = periodOf(legalZone, from, until)
    await noteExport(ctx, period)
    const lines = exportLines(ctx.db, period, ctx.now)
    return documentAnswer(exportBytes(lines), 'application/x-ndjson',
      { fileName: `journal-${dayIn(legalZone, ctx.now)}.ndjson` })
  },
})

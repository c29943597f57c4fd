import * as z from 'zod'
import type { Finding } from '#claims/read-bundle.ts'
import { takeIn } from '#carrying/take-in.ts'
import { zipLimits } from '#carrying/zip.ts'
import { again, goTo, showOnce } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { aria, Field } from '#web/parts/field.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { findingWords } from '#web/pages/desk/claims/drafting/findings.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { tick } from '#web/parts/field-schemas.ts'
import { errorAt } from '#web/parts/typed.ts'

/** Take a bundle in as a zip: it becomes a working copy and is published by nobody yet. */
export const deskTakeInPage = page('/:lang{en|nl}/desk/claims/import', {
  who: 'organiser',
  act: 'claims.carry',
  // The zip, and what the form around it needs.
  largest: zipLimits.bytes + 64 * 1024,
  files: ['bundle'],
  form: z.object({ replace: tick }),
  show: (visit) => Form(visit, []),
  async send(visit) {
    const { bundle } = visit.uploaded
    if (!bundle) return again({ bundle: 'file-missing' })
    const taken = await takeIn(visit.ctx, bundle.bytes, { replace: visit.sent.replace })
    if (!taken.ok) return again({ [taken.because === 'draft-exists' ? 'replace' : 'bundle']: taken.because })
    const { slug, findings, phaseKept } = taken.value
    return slug === undefined
      ? showOnce(Form(visit, findings))
      : goTo(`${claimDesk(visit, slug, '/publish')}?taken=${phaseKept ? 'phase-kept' : 'yes'}`)
  },
})

function Form(visit: Desk, findings: readonly Finding[]) {
  const { t } = visit
  const words = { t, name: 'bundle', label: t('desk.takeIn.file'), hint: t('desk.takeIn.fileHint'), error: errorAt(visit, 'bundle') }
  return deskPageOf(visit, { title: t('desk.takeIn.title'), children: (
    <>
      <p class="lead">{t('desk.takeIn.lead')}</p>
      {findings.length > 0 && (
        <Notice t={t} kind="error" live>
          <p>{t('desk.takeIn.wrong')}</p>
          <ul class="findings">
            {findings.slice(0, 50).map((finding) => (
              <li>{finding.path && <><strong>{finding.path}</strong>{': '}</>}{findingWords(visit, finding)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={visit.homeLink('/desk/claims/import')} enctype="multipart/form-data" novalidate>
        <Field {...words}><input type="file" id="bundle" name="bundle" accept=".zip,application/zip" {...aria(words)} /></Field>
        <CheckField t={t} name="replace" label={t('desk.takeIn.replace')} error={errorAt(visit, 'replace')} />
        <Actions><Button>{t('desk.takeIn.take')}</Button></Actions>
      </form>
    </>
  ) })
}

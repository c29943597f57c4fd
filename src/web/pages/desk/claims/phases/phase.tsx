import * as z from 'zod'
import { phases } from '#claims/bundle.ts'
import { findClaimFacts } from '#claims/versions.ts'
import { titleOf } from '#drafting/texts.ts'
import { movePhase } from '#phases/move-phase.ts'
import { findPhaseStanding, keptBack, type PhaseStanding } from '#phases/standing.ts'
import { listPhaseSteps } from '#phases/history.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { DateField, RadioField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { claimDesk, copyOf, nameOf, namesOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { optional } from '#web/parts/field-schemas.ts'
import { datePartsOf, dayTyped, errorAt, typedAt } from '#web/parts/typed.ts'
import { Gate } from './gate.tsx'
import { PhaseSteps } from './steps.tsx'

/** Where a claim stands (domain 9.1), what may come next, what lacks before that, and the move itself. */
export const deskPhasePage = page('/:lang{en|nl}/desk/claims/:slug/phase', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.move',
  form: z.object({
    to: z.enum([...phases, 'back'], { error: () => because('phase-missing') }), seen: z.coerce.number().int().min(1).max(1_000_000),
    document: optional(), reference: optional(200),
  }),
  async show(visit) {
    const { t, language, ctx } = visit
    const copy = await copyOf(visit)
    if (!copy || copy.slug === 'organisation') return missing
    const { slug } = copy
    const standing = await findPhaseStanding(ctx, slug)
    const steps = await listPhaseSteps(ctx.db, slug)
    const who = await namesOf(visit, steps.map(({ by }) => by && `organiser:${by}`))
    const documents = (await findClaimFacts(ctx.db, slug))?.documents ?? []
    return deskPageOf(visit, { title: t('desk.phase.title', { name: nameOf(copy, language) }), children: (
      <>
        <ClaimLinks visit={visit} slug={slug} />
        {!standing && <p>{t('desk.phase.unpublished')}</p>}
        {standing && (
          <>
            <p class="lead">{t('desk.phase.now', { phase: t(`phase.${standing.phase}`) })}</p>
            <Gate visit={visit} copy={copy} standing={standing} />
            <section aria-labelledby="next">
              <h2 id="next">{t('desk.phase.next')}</h2>
              <Next visit={visit} slug={slug} standing={standing} documents={documents.map(({ id }) => ({
                value: id, label: titleOf(copy.files, `documents/${id}`, language) ?? id,
              }))} />
            </section>
            {copy.drafted && <p>{t('desk.phase.draftStays')}</p>}
          </>
        )}
        {steps.length > 0 && <PhaseSteps visit={visit} copy={copy} steps={steps} who={who} />}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy || copy.slug === 'organisation') return missing
    const { to, seen, document, reference } = visit.sent
    const on = dayTyped(visit, 'on')
    if (!on) return again({ on: because('day-missing') })
    const before = to === 'back' ? (await findPhaseStanding(visit.ctx, copy.slug))?.before : to
    if (!before) return again({ to: because('no-such-move') })
    const evidence = { on, document: document || undefined, reference: reference || undefined }
    const moved = await movePhase(visit.ctx, copy.slug, { to: before, reason: to === 'back' ? 'mistake' : 'move', seen, evidence })
    if (moved.ok) return goTo(claimDesk(visit, copy.slug, '/phase'))
    const field = {
      'day-to-come': 'on', 'document-missing': 'document', 'reference-of-decision-missing': 'reference',
      'gate-closed': 'to',
    } as const
    return again({ [moved.because in field ? field[moved.because as 'day-to-come'] : '']: moved.because })
  },
})

type Choice = { value: string; label: string }

function Next({ visit, slug, standing, documents }: { visit: Desk; slug: string; standing: PhaseStanding; documents: readonly Choice[] }) {
  const { t } = visit
  const { moves, newest, before } = standing
  const over = moves.length ? null : <p>{t('desk.phase.over')}</p>
  if (over && !(before && may(visit, 'claims.move'))) return over
  const choices = moves.map(({ to, cause, asks }) => ({
    value: to, label: t(`phase.${to}`),
    hint: [t(`desk.phase.cause.${cause}`), t(`desk.phase.asks.${asks}`), keptBack(standing, to) && t('desk.phase.keptBack')]
      .filter(Boolean).join(' '),
  }))
  if (!may(visit, 'claims.move')) return <ul>{choices.map(({ label, hint }) => <li>{label}<br /><span class="hint">{hint}</span></li>)}</ul>
  const back = before && !moves.some(({ to }) => to === before)
    ? [{ value: 'back', label: t('desk.phase.mistake', { phase: t(`phase.${before}`) }), hint: t('desk.phase.mistakeHint') }] : []
  return (
    <form method="post" action={claimDesk(visit, slug, '/phase')} novalidate>
      {over}
      <input type="hidden" name="seen" value={newest.version} />
      <RadioField t={t} name="to" label={t('desk.phase.to')} choices={[...choices, ...back]}
        value={typedAt(visit, 'to')} error={errorAt(visit, 'to')} />
      <DateField t={t} name="on" label={t('desk.phase.on')} hint={t('desk.phase.onHint')}
        value={datePartsOf(visit, 'on')} error={errorAt(visit, 'on')} />
      <SelectField t={t} name="document" label={t('desk.phase.document')} hint={t('desk.phase.documentHint')}
        empty={t('desk.phase.noDocument')} choices={documents} value={typedAt(visit, 'document')}
        error={errorAt(visit, 'document')} />
      <TextField t={t} name="reference" label={t('desk.phase.reference')} hint={t('desk.phase.referenceHint')} maxlength={200}
        value={typedAt(visit, 'reference')} error={errorAt(visit, 'reference')} />
      <Actions><Button>{t('desk.phase.move')}</Button></Actions>
    </form>
  )
}

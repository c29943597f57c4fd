import * as z from 'zod'
import { listDealings } from '#casework/dealings.ts'
import { decideOnSignals, grounds } from '#signals/decide.ts'
import { openSignals } from '#signals/open-signals.ts'
import { findQueued, listDecisions, listSignals, type SignalDecision } from '#signals/queries.ts'
import type { Signal } from '#signals/explain.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { listPersons } from '#participants/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { isId } from '#platform/id.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { RadioField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { isLocked } from '#web/pages/desk/people/person/case-file.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'

type Desk = Visit<'organiser'>
const decisions = ['no-concern', 'watch', 'suspended'] as const

const Signs = ({ visit: { t, language }, signals }: { visit: Desk; signals: readonly Signal[] }) => (
  <section>
    <h2>{t('desk.signals.signs')}</h2>
    <dl class="desk-facts signs">{signals.map(({ code, figures, weight }) => (
      <div>
        <dt>{t(`desk.signals.code.${code}`)}<br />{t('desk.signals.weight', { weight: number(language, weight) })}</dt>
        <dd>
          <p>{t(`desk.signals.why.${code}` as 'desk.signals.why.burst', { people: 0, seconds: 0, limit: 0, mails: 0, ...figures } as never)}</p>
          <p class="fine">{t(`desk.signals.harmless.${code}`)}</p>
        </dd>
      </div>
    ))}</dl>
  </section>
)

async function historyOf(visit: Desk, decided: readonly SignalDecision[]) {
  const { t, language, ctx } = visit
  const names = new Map((await listOrganisers(ctx, [...new Set(decided.map(({ decidedBy }) => decidedBy))])).map(({ personId, name }) => [personId, name]))
  return decided.length > 0 && (
    <section>
      <h2>{t('desk.duplicates.before')}</h2>
      <ul>{decided.map((each) => <li>{t('desk.signals.decided', { at: dayAndTime(language, each.decidedAt), name: names.get(each.decidedBy) ?? '–',
        decision: t(`desk.signals.decision.${each.decision}`), ground: t(`desk.signals.ground.${each.ground as 'household'}`) })}</li>)}</ul>
    </section>
  )
}

const Decide = ({ visit, personId }: { visit: Desk; personId: string }) => {
  const { t, homeLink } = visit
  return (
    <form method="post" action={homeLink(`/desk/signals/${personId}`)} novalidate>
      <h2>{t('desk.signals.decide')}</h2>
      <RadioField t={t} name="decision" label={t('desk.signals.whatNow')} error={errorAt(visit, 'decision')} value={typedAt(visit, 'decision')}
        choices={decisions.map((value) => ({ value, label: t(`desk.signals.decision.${value}`), hint: t(`desk.signals.effect.${value}`) }))} />
      <SelectField t={t} name="ground" label={t('desk.duplicates.ground')} error={errorAt(visit, 'ground')} value={typedAt(visit, 'ground')}
        empty={t('desk.signals.choose')} choices={grounds.map((value) => ({ value, label: t(`desk.signals.ground.${value}`) }))} />
      <TextField t={t} name="explanation" label={t('desk.signals.explanation')} hint={t('desk.signals.explanationHint')} rows={4} maxlength={2000} optional
        error={errorAt(visit, 'explanation')} value={typedAt(visit, 'explanation')} />
      <Actions><Button>{t('desk.signals.save')}</Button></Actions>
    </form>
  )
}

/** The signs about one person who is not erased or locked (art. 18), explained with their figures, and the decision of a human; looking is journaled (AD-05, GDPR 22). */
export const signalPersonPage = page('/:lang{en|nl}/desk/signals/:person', {
  who: 'organiser',
  act: 'signals.see',
  sendAct: 'signals.judge',
  form: z.object({
    decision: z.enum(decisions, 'decision-missing'), ground: z.enum(grounds, 'ground-missing'), explanation: z.string().max(2000).optional(),
  }),
  async show(visit) {
    const { t, ctx, language, homeLink, params } = visit
    const personId = params['person'] ?? ''
    const [person] = isId(personId) ? await listPersons(ctx, [personId]) : []
    if (!person || isLocked(await listDealings(ctx, personId))) return missing
    await openSignals(ctx, personId)
    const [signals, queued, decided] = [await listSignals(ctx, [personId]), await findQueued(ctx, personId), await listDecisions(ctx, personId)]
    return deskPageOf(visit, { title: may(visit, 'people.open') ? t('desk.signals.about', { name: person.legalName }) : t('desk.signals.title'), children: (
      <>
        <p><a href={homeLink(`/desk/people/${personId}`)}>{t('desk.signals.toFile')}</a></p>
        {signals.length ? <Signs visit={visit} signals={signals} /> : <p>{t('desk.signals.noSigns')}</p>}
        {queued && <Notice t={t}><p>{t('desk.signals.onlyQueues', { score: number(language, queued.score) })}</p></Notice>}
        {signals.length > 0 && may(visit, 'signals.judge') && <Decide visit={visit} personId={personId} />}
        {await historyOf(visit, decided)}
      </>
    ) })
  },
  async send(visit) {
    const { sent: { decision, ground, explanation = '' }, params, site, ctx } = visit
    const personId = params['person'] ?? ''
    if (!isId(personId)) return missing
    const decided = await decideOnSignals(ctx, personId, { decision, ground, explanation, origin: site.origin })
    if (decided.ok) return goTo(visit.homeLink('/desk/signals'))
    return again({ [decided.because === 'explanation-missing' ? 'explanation' : '']: decided.because })
  },
})

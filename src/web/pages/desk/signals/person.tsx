import * as z from 'zod'
import { listDealings } from '#casework/dealings.ts'
import { decideOnSignals, grounds } from '#signals/decide.ts'
import { openSignals } from '#signals/open-signals.ts'
import { findQueued, listDecisions, listSignals } from '#signals/queries.ts'
import { listPersons } from '#participants/queries.ts'
import { number } from '#words/formats.ts'
import { isId } from '#platform/id.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { isLocked } from '#web/pages/desk/people/person/case-file.ts'
import { Decide, decisions, historyOf, Signs } from './person-parts.tsx'

/**
 * The signs about one person who is not erased or locked (art. 18), explained with their figures, and the decision of a human; looking is
 * journaled (AD-05, GDPR 22).
 */
export const signalPersonPage = page('/:lang{en|nl}/desk/signals/:person', {
  who: 'organiser',
  act: 'signals.see',
  sendAct: 'signals.judge',
  form: z.object({
    decision: z.enum(decisions, 'decision-missing'), ground: z.enum(grounds, 'ground-missing'),
    explanation: z.string().max(2000).optional(),
  }),
  async show(visit) {
    const { t, ctx, language, homeLink, params } = visit
    const personId = params['person'] ?? ''
    const [person] = isId(personId) ? await listPersons(ctx, [personId]) : []
    if (!person || isLocked(await listDealings(ctx, personId))) return missing
    await openSignals(ctx, personId)
    const [signals, queued, decided] = [
      await listSignals(ctx, [personId]), await findQueued(ctx, personId), await listDecisions(ctx, personId),
    ]
    return deskPageOf(visit, {
      title: may(visit, 'people.open') ? t('desk.signals.about', { name: person.legalName }) : t('desk.signals.title'),
      children: (
        <>
          <p>
            <a href={homeLink(`/desk/people/${personId}`)}>{t('desk.signals.toFile')}</a>
          </p>
          {signals.length ? <Signs visit={visit} signals={signals} /> : <p>{t('desk.signals.noSigns')}</p>}
          {queued && (
            <Notice t={t}>
              <p>{t('desk.signals.onlyQueues', { score: number(language, queued.score) })}</p>
            </Notice>
          )}
          {signals.length > 0 && may(visit, 'signals.judge') && <Decide visit={visit} personId={personId} />}
          {await historyOf(visit, decided)}
        </>
      ),
    })
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

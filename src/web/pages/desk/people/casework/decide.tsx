import * as z from 'zod'
import { listFlags, type DecisionKind } from '#casework/decisions/decisions.ts'
import { exclude } from '#casework/decisions/exclude.ts'
import type { ExcludeReason, FlagReason, LiftReason, SuspendReason } from '#casework/reasons.ts'
import { resolveFlag } from '#casework/decisions/resolve-flag.ts'
import { liftSuspension, suspendForReview } from '#casework/decisions/suspend.ts'
import { listContents } from '#claims/queries.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { findNewest, type KnownPerson } from '#participants/queries.ts'
import { isId } from '#platform/id.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { reasonsOf, reasonWords } from '#web/pages/desk/people/person/reason-words.ts'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { explanation, ExplanationField, lines, ReasonField } from './form-parts.tsx'
import { changedAt, subjectOf } from './subject.ts'

/** How a notice ended is decided on its own page. */
const kinds = ['suspend', 'lift', 'exclude', 'resolve-flag'] as const satisfies readonly DecisionKind[]
type Kind = (typeof kinds)[number]
const kindOf = ({ params }: Desk) => kinds.find((kind) => kind === params['act'])

/** What a decision is about, in words: the claim, the suspension or the flag named in the query. Undefined where there is no such thing. */
async function aboutOf(visit: Desk, kind: Kind, { personId }: KnownPerson): Promise<string | undefined> {
  const { t, ctx, language, query } = visit
  const of = query.get('of') ?? ''
  if (kind === 'suspend') return ''
  if (kind === 'exclude') {
    const newest = await findNewest(ctx, personId, of)
    return newest && ((await listContents(ctx.db, [of], language))[0]?.facts.name[language] ?? of)
  }
  if (kind === 'lift') {
    const suspension = isId(of) ? (await listSuspensions(ctx, [personId])).find(({ id }) => id === of) : undefined
    return suspension && t(`desk.person.suspension.${suspension.reason}`)
  }
  const known = (await listFlags(ctx, personId)).find(({ flag }) => flag === of)
  return known && t(`desk.person.flag.${known.flag}`)
}

/** Carries out what was chosen; the ground was checked against the list of its kind. */
async function decide(visit: Desk, kind: Kind, personId: string, reason: string, words: string) {
  const { ctx, query, site: { origin } } = visit
  const of = query.get('of') ?? ''
  const told = { explanation: words, origin }
  if (kind === 'suspend') return suspendForReview(ctx, personId, { reason: reason as SuspendReason, ...told })
  if (kind === 'lift') return liftSuspension(ctx, personId, { suspensionId: of, reason: reason as LiftReason, ...told })
  if (kind === 'exclude') return exclude(ctx, personId, { claim: of, reason: reason as ExcludeReason, ...told })
  return resolveFlag(ctx, personId, { flag: of as 'plus-alias', reason: reason as FlagReason })
}

/** One decision about somebody: what it does, the ground, and what the participant is told (9.2, AD-05, GDPR 22). */
export const decidePage = page('/:lang{en|nl}/desk/people/:person/decide/:act', {
  who: 'organiser', act: 'people.decide',
  form: z.object({ reason: z.string().default(''), explanation: lines }),
  async show(visit) {
    const [kind, person] = [kindOf(visit), await subjectOf(visit)]
    const about = kind && person && (await aboutOf(visit, kind, person))
    if (!kind || !person || about === undefined) return missing
    const { t, query } = visit
    const title = kind === 'exclude' ? t('desk.decide.exclude.title', { claim: about }) : t(`desk.decide.${kind}.title`)
    return deskPageOf(visit, { title, children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a>{kind === 'exclude' || !about ? null : `: ${about}`}</p>
        <p>{t(`desk.decide.${kind}.about`)}</p>
        {kind !== 'resolve-flag' && <p>{t('desk.decide.told', { name: person.legalName })}</p>}
        <form method="post" action={`${visit.path}?of=${encodeURIComponent(query.get('of') ?? '')}`} novalidate>
          <ReasonField visit={visit} label={t('desk.decide.reason')}
            choices={reasonsOf[kind].map((value) => ({ value, label: reasonWords(t, kind, value) }))} />
          {kind !== 'resolve-flag' && <ExplanationField visit={visit} language={person.language} />}
          <Actions>
            <Button kind={kind === 'exclude' || kind === 'suspend' ? 'danger' : 'primary'} busy={t('join.busy')}>
              {t(`desk.decide.${kind}.button`)}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a>
          </Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const [kind, person] = [kindOf(visit), await subjectOf(visit)]
    if (!kind || !person || (await aboutOf(visit, kind, person)) === undefined) return missing
    const { reason, explanation: words } = visit.sent
    const isGround = (reasonsOf[kind] as readonly string[]).includes(reason)
    const isTold = kind === 'resolve-flag' || explanation.safeParse(words).success
    if (!isGround || !isTold) {
      return again({ ...(!isGround && { reason: 'reason-missing' }), ...(!isTold && { explanation: 'explanation-missing' }) })
    }
    const decided = await decide(visit, kind, person.personId, reason, words)
    return decided.ok ? changedAt(visit, person.personId, 'decided') : again({ '': decided.because })
  },
})

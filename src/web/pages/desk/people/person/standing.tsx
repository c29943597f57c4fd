import type { ComponentChildren } from 'preact'
import { Disclosure } from '#web/parts/blocks.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import type { Decision } from '#casework/decisions/decisions.ts'
import type { Review } from '#casework/reviews/reviews.ts'
import { outcomes } from '#deficiencies/defects.ts'
import { day } from '#words/formats.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { reasonWords } from './reason-words.ts'
import { dayOf, personLink, whoWords } from './who.ts'

interface Section { visit: Desk; file: CaseFile }

/** `of` is the day or the word that tells the line from others of its kind, for whoever hears the link alone. */
function Line({ children, acts, of }: { children: ComponentChildren; acts: readonly { href: string; label: string }[]; of: string }) {
  return (
    <li>
      <span>{children}</span>
      {acts.map(({ href, label }) => <a href={href}>{label}<span class="visually-hidden">, {of}</span></a>)}
    </li>
  )
}

/** What a decision was, on which ground, by whom. */
function decisionWords(visit: Desk, { names, parts, person }: CaseFile, decision: Decision): string {
  const { t, language } = visit
  const claim =
    parts.find(({ participation }) => participation.claim === decision.claim)?.claim?.facts.name[language] ?? decision.claim ?? ''
  const what = decision.kind === 'exclude' ? t('desk.person.decision.exclude', { claim })
    : decision.kind === 'resolve-flag' ? t('desk.person.decision.resolve-flag', { flag: t(`desk.person.flag.${decision.flag!}`) })
    : t(`desk.person.decision.${decision.kind}`)
  const by = { day: dayOf(visit, decision.decidedAt), who: whoWords(visit, names, person.personId, decision.actor) }
  return `${what.replace(/\.$/, '')}. ${reasonWords(t, decision.kind, decision.reason)}. ${t('desk.person.byOn', by)}.`
}

/** That somebody asked for a second look, and what came of it. */
function reviewWords(
  visit: Desk,
  { names, person, decisions }: CaseFile,
  { decisionId, askedOn, answerBy, cameBy, stands }: Review,
): string {
  const { t, language } = visit
  const asked = { day: day(language, askedOn), way: t(`desk.review.way.${cameBy}`) }
  if (stands) {
    const who = whoWords(visit, names, person.personId, stands.actor)
    return t('desk.person.review.stands', { ...asked, who, at: dayOf(visit, stands.at) })
  }
  return decisions.find(({ id }) => id === decisionId)?.undone ? t('desk.person.review.takenBack', asked)
    : t('desk.person.review.open', { ...asked, until: day(language, answerBy) })
}

/** One decision, whether it was taken back or looked at again, and what may be done about it. */
function DecisionLine({ visit, file, decision }: Section & { decision: Decision }) {
  const { t } = visit
  const { person: { personId }, reviews, opened, names } = file
  const { id, kind, reason, undone } = decision
  // Nobody asks for a second look at what helped them.
  const askable = kind !== 'resolve-flag' && (kind !== 'conclude' || (outcomes['not-cured'] as readonly string[]).includes(reason))
  const asked = reviews.filter(({ decisionId }) => decisionId === id)
  const open = asked.find(({ isOpen }) => isOpen)
  const way = (path: string, label: string) => ({ href: personLink(visit, personId, path), label })
  const acts = may(visit, 'people.decide') && !undone ? [
    way(`/decisions/${id}/undo`, t('desk.person.act.undo')),
    ...(open ? [way(`/reviews/${open.id}`, t('desk.person.act.answerReview'))]
      : !askable ? [] : [way(`/decisions/${id}/review`, t('desk.person.act.review'))]),
  ] : []
  const said = opened?.text('decision', id)
  return (
    <Line acts={acts} of={dayOf(visit, decision.decidedAt)}>
      {decisionWords(visit, file, decision)}
      {undone && <> <strong>{t('desk.person.undone', { day: dayOf(visit, undone.at),
        who: whoWords(visit, names, personId, undone.actor), why: t(`desk.reason.undo.${undone.reason}`) })}</strong></>}
      {asked.map((each) => <> {each.isOpen ? <strong>{reviewWords(visit, file, each)}</strong> : reviewWords(visit, file, each)}</>)}
      {said && <Disclosure summary={t('desk.person.explanation')}><p class="said">{said}</p></Disclosure>}
    </Line>
  )
}

/** Suspensions, flags, deficiency notices and decisions: what stands in the way, what was decided, and what may be done about it. */
export function Standing({ visit, file }: Section) {
  const { t, language } = visit
  const { person: { personId }, suspensions, flags, notices, decisions, objection } = file
  const decides = may(visit, 'people.decide')
  const link = (path: string, label: string) => (decides ? [{ href: personLink(visit, personId, path), label }] : [])
  const open = flags.filter(({ decisionId }) => decisionId === undefined)
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t('desk.person.standing')}</h2>
      {suspensions.length + open.length + notices.length + decisions.length === 0 && !objection
        && <p>{t('desk.person.standingNone')}</p>}
      <ul class="case-lines">
        {suspensions.map(({ id, reason, suspendedAt }) => (
          <Line acts={reason === 'nobody-represents' ? [] : link(`/decide/lift?of=${id}`, t('desk.person.act.lift'))}
            of={dayOf(visit, suspendedAt)}>
            <strong>{t('desk.person.suspended', { day: dayOf(visit, suspendedAt) })}</strong> {t(`desk.person.suspension.${reason}`)}
          </Line>
        ))}
        {objection && (
          <Line acts={link('/objection', t('desk.person.act.objectionEnd'))} of={day(language, objection.askedOn)}>
            <strong>{t('desk.person.objects', { day: day(language, objection.askedOn) })}</strong>
          </Line>
        )}
        {open.map(({ flag, flaggedAt }) => (
          <Line acts={link(`/decide/resolve-flag?of=${flag}`, t('desk.person.act.flag'))} of={t(`desk.person.flag.${flag}`)}>
            <strong>{t('desk.person.flagged', { day: dayOf(visit, flaggedAt) })}</strong> {t(`desk.person.flag.${flag}`)}
          </Line>
        ))}
        {notices.map((notice) => (
          <Line acts={[{ href: personLink(visit, personId, `/deficiencies/${notice.id}`), label: t('desk.person.act.notice') }]}
            of={dayOf(visit, notice.sentAt)}>
            <strong>{t('desk.person.notice', { day: dayOf(visit, notice.sentAt) })}</strong>{' '}
            {notice.outcome ? t(`desk.person.outcome.${notice.outcome.outcome}`)
              : t('desk.person.noticeUntil', { day: day(language, notice.dueOn) })}
          </Line>
        ))}
        {decisions.map((decision) => <DecisionLine visit={visit} file={file} decision={decision} />)}
      </ul>
    </section>
  )
}

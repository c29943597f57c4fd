import type { listTexts } from '#casework/texts.ts'
import { extensionReasons, outcomes, type CureOutcome } from '#deficiencies/defects.ts'
import { mostExtension } from '#deficiencies/extend-cure.ts'
import type { Notice } from '#deficiencies/notices.ts'
import { day } from '#words/formats.ts'
import { CheckField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { reasonWords } from '#web/pages/desk/people/person/reason-words.ts'
import { dayOf, personLink, timeOf, whoWords } from '#web/pages/desk/people/person/who.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { ExplanationField, ReasonField } from './form-parts.tsx'

type Texts = Awaited<ReturnType<typeof listTexts>> | undefined
type Names = ReadonlyMap<string, string>
type OutcomeKey = { [O in CureOutcome]: `${O}.${(typeof outcomes)[O][number]}` }[CureOutcome]
const outcomeKeys = Object.entries(outcomes).flatMap(([outcome, reasons]) => reasons.map((reason) => `${outcome}.${reason}` as OutcomeKey))

/** How a notice ended, by whom, with the words to the participant, and the way to take it back. */
function Outcome({ visit, notice: { personId, outcome }, text, names }: { visit: Desk; notice: Notice; text: Texts; names: Names }) {
  const { t } = visit
  if (!outcome) return null
  const said = text?.('decision', outcome.decisionId)
  return (
    <>
      {t('desk.notice.outcomeWas', {
        outcome: t(`desk.person.outcome.${outcome.outcome}`), why: reasonWords(t, 'conclude', outcome.reason),
        who: whoWords(visit, names, personId, outcome.actor), day: dayOf(visit, outcome.at),
      })}
      {said && <p class="said">{said}</p>}
      {may(visit, 'people.decide')
        && <p><a href={personLink(visit, personId, `/decisions/${outcome.decisionId}/undo`)}>{t('desk.notice.undo')}</a></p>}
    </>
  )
}

/** What a notice lists, its two clocks, what was answered, how it ended. */
export function NoticeFacts({ visit, notice, text, names }: { visit: Desk; notice: Notice; text: Texts; names: Names }) {
  const { t, language } = visit
  const { defects, answers, extensions, outcome, dueOn, internalDueOn, sentAt, days, rule } = notice
  const said = (about: 'notice' | 'answer', id: string) => text?.(about, id) && <p class="said">{text(about, id)}</p>
  const wrong = <ul class="plain">{defects.map((code) => <li>{t(`desk.defect.${code}`)}</li>)}</ul>
  const longer = extensions.map((each) => (
    <li>
      {t('desk.notice.extension', { days: each.days, due: day(language, each.dueOn), why: t(`desk.reason.extension.${each.reason}`) })}
    </li>
  ))
  const answered = answers.map(({ id, answer, at }) => (
    <li>{`${t(`desk.notice.answer.${answer}`)}, ${timeOf(visit, at)}`}{said('answer', id)}</li>
  ))
  const rows = [
    { term: t('desk.notice.defects'), value: <>{wrong}{said('notice', notice.id)}</> },
    { term: t('desk.notice.due'), value: <strong>{day(language, dueOn)}</strong> },
    { term: t('desk.notice.internal'), value: day(language, internalDueOn) },
    { term: t('desk.notice.rule'), value: t('desk.notice.ruleFrom', { day: dayOf(visit, sentAt), days, rule }) },
    { term: t('desk.notice.extensions'), value: longer.length ? <ul class="plain">{longer}</ul> : '–' },
    { term: t('desk.notice.answers'), value: answered.length ? <ul class="plain">{answered}</ul> : t('desk.notice.answersNone') },
    ...(outcome ? [{ term: t('desk.notice.outcome'), value: <Outcome visit={visit} notice={notice} text={text} names={names} /> }] : []),
  ]
  return (
    <>
      <dl class="desk-facts">{rows.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      {!text && <p class="fine">{t('desk.notice.closedWords')}</p>}
    </>
  )
}

/** How a notice ends, with the words to the participant. */
export function ConcludeForm({ visit, notice, language }: { visit: Desk; notice: Notice; language: 'en' | 'nl' }) {
  const { t } = visit
  return (
    <section aria-labelledby="conclude">
      <h2 id="conclude">{t('desk.notice.conclude')}</h2>
      <p>{t('desk.notice.concludeAbout')}</p>
      <p class="fine">{t('desk.notice.notYet', { day: day(visit.language, notice.dueOn) })}</p>
      <form method="post" action={personLink(visit, notice.personId, `/deficiencies/${notice.id}/conclude`)} novalidate>
        <ReasonField visit={visit} name="outcome" label={t('desk.notice.concludeWhat')}
          choices={outcomeKeys.map((value) => ({ value, label: t(`desk.outcome.${value}`) }))} />
        <ExplanationField visit={visit} language={language} label={t('desk.notice.concludeExplanation')} optional />
        <CheckField t={t} name="excludes" label={t('desk.notice.excludes')} hint={t('desk.notice.excludesHint')}
          checked={typedAt(visit, 'excludes') === 'yes'} />
        <Actions><Button busy={t('join.busy')}>{t('desk.notice.concludeButton')}</Button></Actions>
      </form>
    </section>
  )
}

/** More time to mend, with the reason. */
export function ExtendForm({ visit, notice }: { visit: Desk; notice: Notice }) {
  const { t } = visit
  return (
    <section aria-labelledby="extend">
      <h2 id="extend">{t('desk.notice.extend')}</h2>
      <form method="post" action={personLink(visit, notice.personId, `/deficiencies/${notice.id}/extend`)} novalidate>
        <TextField t={t} name="more" inputmode="numeric" width="short" label={t('desk.notice.extendDays')}
          hint={t('because.extension-days-wrong')}
          error={errorAt(visit, 'more')} value={typedAt(visit, 'more')} maxlength={String(mostExtension).length} />
        <ReasonField visit={visit} name="because" label={t('desk.notice.extendWhy')}
          choices={extensionReasons.map((value) => ({ value, label: t(`desk.reason.extension.${value}`) }))} />
        <Actions><Button kind="secondary" busy={t('join.busy')}>{t('desk.notice.extendButton')}</Button></Actions>
      </form>
    </section>
  )
}

import * as z from 'zod'
import { noteLook } from '#casework/open-record.ts'
import { deskReasons, identityChecks, waysToAnswer, waysToAsk } from '#erasure/desk-reasons.ts'
import { findDeskSubject } from '#erasure/desk-subject.ts'
import { mayErase } from '#erasure/erase.ts'
import { proposeErasure, waitingErasures } from '#erasure/propose-erasure.ts'
import type { Subject } from '#archives/subjects.ts'
import { again, goTo, missing, type Errors } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { DateField, RadioField, SelectField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { giveAnswerTask } from '#web/pages/desk/erasures/clock.ts'
import { Fates } from './erase-fates.tsx'
import { datePartsOf, dayTyped, errorAt, typedAt } from '#web/parts/typed.ts'

type Desk = Visit<'organiser'>

/** What the form asks, each under its own label. */
const asked = ['because', 'cameBy', 'askedOn', 'identity', 'answerBy'] as const

function Form({ visit, subject }: { visit: Desk; subject: Subject }) {
  const { t, homeLink } = visit
  const select = <V extends string>(name: 'because' | 'cameBy' | 'identity', values: readonly V[], words: (value: V) => string) => (
    <SelectField t={t} name={name} label={t(`desk.erasures.${name}`)} empty={t('desk.bulk.choose')} error={errorAt(visit, name)}
      value={typedAt(visit, name)} choices={values.map((value) => ({ value, label: words(value) }))} />
  )
  return (
    <form method="post" novalidate>
      {select('because', deskReasons, (value) => t(`desk.erasures.reason.${value}`))}
      {select('cameBy', waysToAsk, (value) => t(`desk.way.${value}`))}
      <DateField t={t} name="askedOn" label={t('desk.erasures.askedOn')} hint={t('desk.erasures.askedOnHint')}
        error={errorAt(visit, 'askedOn')} value={datePartsOf(visit, 'askedOn')} />
      {select('identity', identityChecks, (value) => t(`desk.identity.${value}`))}
      <RadioField t={t} name="answerBy" label={t('desk.erasures.answerBy')} error={errorAt(visit, 'answerBy')}
        value={typedAt(visit, 'answerBy')}
        choices={waysToAnswer.map((value) => ({ value, label: t(`desk.erasures.answer.${value}`),
          hint: value === 'mail' && !subject.email ? t('desk.erasures.noAddress') : undefined }))} />
      <p>{t('desk.erasures.proposeAbout')}</p>
      <Actions>
        <Button kind="danger" busy={t('join.busy')}>{t('desk.erasures.propose')}</Button>
        <ButtonLink kind="secondary" href={homeLink(`/desk/people/${subject.personId}`)}>{t('desk.bulk.back')}</ButtonLink>
      </Actions>
    </form>
  )
}

const pick = <V extends string>(values: readonly V[]) => z.enum(values as [V, ...V[]], because('choose-one'))
const form = z.object({
  because: pick(deskReasons), cameBy: pick(waysToAsk), identity: pick(identityChecks), answerBy: pick(waysToAnswer),
})

const fieldOf: Record<string, string> = {
  'asked-in-future': 'askedOn', 'identity-unchecked': 'identity', 'no-address-to-answer': 'answerBy',
}

/** Erasing somebody by the desk: what goes and what stays, why, and how it was asked; somebody else has to approve (SE-03, SE-06). */
export const erasePersonPage = page('/:lang{en|nl}/desk/people/:person/erase', {
  who: 'organiser',
  act: 'erasures.propose',
  form,
  async show(visit) {
    const { t, ctx, homeLink } = visit
    const subject = await findDeskSubject(ctx, visit.params['person']!)
    if (!subject) return missing
    await noteLook(ctx, subject.personId)
    const [may, waiting] = await Promise.all([mayErase(ctx, subject), waitingErasures(ctx, subject.personId)])
    const over = !may.ok && may.because === 'erased-already'
    return deskPageOf(visit, {
      title: over ? t('desk.erasures.title') : t('desk.erasures.of', { name: subject.name }),
      fields: Object.fromEntries(asked.map((name) => [name, t(`desk.erasures.${name}`)])),
      children: (
        <>
          {waiting.map(({ id }) => (
            <Notice t={t}>
              <p>
                <a href={homeLink(`/desk/proposals/${id}`)}>{t('desk.erasures.waits')}</a>
              </p>
            </Notice>
          ))}
          {!may.ok && (
            <Notice t={t} kind="warning">
              <p>{t(over ? 'desk.erasures.over' : 'desk.erasures.heldBack')}</p>
              {!over && <p>{t(`desk.erasures.why.${may.because}`)}</p>}
            </Notice>
          )}
          {!over && (await Fates({ visit, subject }))}
          {!over && !waiting.length && <Form visit={visit} subject={subject} />}
        </>
      ),
    })
  },
  async send(visit) {
    const askedOn = dayTyped(visit, 'askedOn')
    if (!askedOn) return again({ askedOn: 'date-wrong' })
    const personId = visit.params['person']!
    const request = { ...visit.sent, askedOn }
    const proposed = await proposeErasure(visit.ctx, personId, request)
    if (!proposed.ok) return again({ [fieldOf[proposed.because] ?? '']: proposed.because } as Errors)
    await giveAnswerTask(visit, personId, request)
    return goTo(visit.homeLink(`/desk/proposals/${proposed.value}`))
  },
})

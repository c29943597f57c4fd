import * as z from 'zod'
import { endObjection, noteObjection } from '#casework/objections/object.ts'
import { waysToAsk } from '#casework/reasons.ts'
import { listObjections } from '#participants/objections.ts'
import { day } from '#words/formats.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { DateField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { datePartsOf, dayTyped, errorAt } from '#web/parts/typed.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { oneOf, ReasonField } from './form-parts.tsx'
import { changedAt, subjectOf } from './subject.ts'

/** Notes that somebody objects that data about them support a claim, or takes that back (UAVG 37, GD-09). */
export const objectionPage = page('/:lang{en|nl}/desk/people/:person/objection', {
  who: 'organiser', act: 'people.decide',
  form: z.object({ cameBy: oneOf(waysToAsk) }),
  async show(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { t, language } = visit
    const [standing] = await listObjections(visit.ctx, [person.personId])
    return deskPageOf(visit, { title: t(standing ? 'desk.objection.endTitle' : 'desk.objection.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <p>{standing ? t('desk.objection.endAbout', { day: day(language, standing.askedOn) }) : t('desk.objection.about')}</p>
        <form method="post" action={visit.path} novalidate>
          <ReasonField visit={visit} name="cameBy" label={t('desk.review.ask.cameBy')}
            choices={waysToAsk.map((value) => ({ value, label: t(`desk.way.${value}`) }))} />
          <DateField t={t} name="askedOn" label={t('desk.review.ask.askedOn')} error={errorAt(visit, 'askedOn')}
            value={datePartsOf(visit, 'askedOn')} />
          <Actions><Button busy={t('join.busy')}>{t(standing ? 'desk.objection.endButton' : 'desk.objection.button')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { personId } = person
    const askedOn = dayTyped(visit, 'askedOn')
    if (!askedOn) return again({ askedOn: 'date-wrong' })
    const [standing] = await listObjections(visit.ctx, [personId])
    const asked = { cameBy: visit.sent.cameBy, askedOn, origin: visit.site.origin }
    const noted = standing ? await endObjection(visit.ctx, personId, asked) : await noteObjection(visit.ctx, personId, asked)
    if (noted.ok) return changedAt(visit, personId, standing ? 'objection-ended' : 'objection')
    return again(noted.because === 'asked-in-future' ? { askedOn: noted.because } : { '': noted.because })
  },
})

import * as z from 'zod'
import { leastCoolDownDays } from '#accounts/cool-down.ts'
import { correctFor } from '#casework/corrections/correct-for.ts'
import { correctionReasons, identityChecks, waysToAsk } from '#casework/reasons.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, missing, type Errors } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { correctionForm } from '#web/pages/join/details-form.ts'
import { PersonFields } from '#web/pages/join/person-fields.tsx'
import { oneOf, ReasonField } from './form-parts.tsx'
import { changedAt, subjectOf } from './subject.ts'

const asked = z.object({ reason: oneOf(correctionReasons), cameBy: oneOf(waysToAsk), identity: oneOf(identityChecks) })

type Refusal = Extract<Awaited<ReturnType<typeof correctFor>>, { ok: false }>['because']
/** The field at which a refusal stands; an address that cannot be written stands at the first line of it. */
const fieldOf = {
  'nothing-changed': '', 'identity-disputed': '', 'crosses-18': 'birthDate', 'crosses-16': 'knowsOf16', 'birth-date-future': 'birthDate',
  'name-characters': 'legalName', 'address-characters': 'street',
} as const satisfies Record<Refusal, string>

/** Corrects name, date of birth or postal address of somebody who asked the desk to (GD-02, GDPR 16). */
export const correctForPage = page('/:lang{en|nl}/desk/people/:person/correct', {
  who: 'organiser', act: 'people.correct',
  form: z.intersection(correctionForm, asked),
  async show(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { t, form: { errors, typed } } = visit
    const at16 = errors['knowsOf16'] !== undefined || typed['knowsOf16'] === 'yes'
    return deskPageOf(visit, { title: t('desk.correct.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <p>{t('desk.correct.about', { days: leastCoolDownDays })}</p>
        <p>{t('desk.correct.notHere')}</p>
        <form method="post" action={visit.path} novalidate>
          <PersonFields visit={visit} known={person} forSomebody />
          {at16 && <CheckField t={t} name="knowsOf16" label={t('desk.correct.knowsOf16')} error={errorAt(visit, 'knowsOf16')}
            checked={typed['knowsOf16'] === 'yes'} />}
          <h2>{t('desk.correct.asked')}</h2>
          <ReasonField visit={visit} label={t('desk.correct.reason')}
            choices={correctionReasons.map((value) => ({ value, label: t(`desk.correct.reason.${value}`) }))} />
          <ReasonField visit={visit} name="cameBy" label={t('desk.review.ask.cameBy')}
            choices={waysToAsk.map((value) => ({ value, label: t(`desk.way.${value}`) }))} />
          <ReasonField visit={visit} name="identity" label={t('desk.correct.identity')}
            choices={identityChecks.map((value) => ({ value, label: t(`desk.identity.${value}`) }))} />
          <Actions><Button busy={t('join.busy')}>{t('desk.correct.button')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { reason, cameBy, identity, ...correction } = visit.sent
    const corrected = await correctFor(visit.ctx, person.personId, { correction, reason, cameBy, identity, origin: visit.site.origin })
    if (corrected.ok) return changedAt(visit, person.personId, 'corrected')
    const wrongLine = corrected.because === 'address-characters'
      && Object.entries(correction.address).find(([, typed]) => missingGlyphs(typed).length)?.[0]
    return again({ [wrongLine || fieldOf[corrected.because]]: corrected.because } satisfies Errors)
  },
})

import { heldBack } from '#accounts/held-back.ts'
import { may } from '#accounts/may.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { followCorrection, followCorrectionOfChild } from '#joining/follow-correction.ts'
import { correct, listChanges } from '#participants/correct.ts'
import { getPerson } from '#participants/queries.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, goTo, missing, type Errors } from '#web/answer.ts'
import type { Because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { correctionForm } from '#web/pages/join/details-form.ts'
import { errorAt } from '#web/parts/typed.ts'
import { PersonFields } from '#web/pages/join/person-fields.tsx'
import { accountPageOf, participationsOf, personOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { historyOf } from './history.tsx'
import { NewMandateNeeded, staleMandates } from './new-mandate.tsx'

/** The field at which a refusal of `correct` stands. */
const fieldOf = {
  'nothing-changed': '', 'crosses-18': 'birthDate', 'crosses-16': 'knowsOf16', 'birth-date-future': 'birthDate',
  'name-characters': 'legalName',
} as const

/** What a wrong birth date of this kind means, and what to do about it. */
function About18({ visit }: { visit: Participant }) {
  if (visit.form.errors['birthDate'] !== 'crosses-18') return null
  const { t } = visit
  return (
    <Notice t={t} kind="warning">
      <p>{t('account.correct.why18')}</p>
      <p><a href={visit.homeLink('/contact')}>{t('account.correct.write', { organisation: visit.organisation.facts.name })}</a></p>
    </Notice>
  )
}

/** Corrects name, date of birth and address of one person; under it, what was corrected before (GD-02). */
export const correctPage = page('/:lang{en|nl}/account/details/:person', {
  who: 'participant',
  form: correctionForm,
  async show(visit) {
    const of = await personOf(visit)
    if (!of || !may(of, 'correct-details')) return missing
    const { t } = visit
    const { person } = of
    const takesPart = (await participationsOf(visit)).some((each) => each.personId === person.personId && !each.end)
    const at16 = visit.form.errors['knowsOf16'] !== undefined || visit.form.typed['knowsOf16'] === 'yes'
    return accountPageOf(visit, {
      title: t('account.correct.title', { name: person.legalName }),
      children: (
        <>
          <NewMandateNeeded visit={visit} of={of} stale={await staleMandates(visit, of)} />
          <p class="lead">{t('account.correct.lead')}</p>
          {takesPart && <p>{t('account.correct.needsMandate')}</p>}
          <About18 visit={visit} />
          <form method="post" action={visit.path} novalidate>
            <PersonFields visit={visit} known={person} />
            {at16 && <CheckField t={t} name="knowsOf16" label={t('account.correct.knowsOf16')} error={errorAt(visit, 'knowsOf16')}
              checked={visit.form.typed['knowsOf16'] === 'yes'} />}
            <Actions><Button busy={t('join.busy')}>{t('account.correct.button')}</Button></Actions>
          </form>
          <p><a href={visit.homeLink('/account/details')}>{t('account.correct.back')}</a></p>
          {await historyOf(visit, of, await listChanges(visit.ctx, person.personId))}
        </>
      ),
    })
  },
  async send(visit) {
    const of = await personOf(visit)
    if (!of || !may(of, 'correct-details')) return missing
    const { ctx, sent } = visit
    const { personId } = of.person
    const held = await heldBack(ctx, personId, of.as)
    if (held) return again({ '': held })
    const corrected = await correct(ctx, personId, sent)
    if (!corrected.ok) return again(errorOf(corrected.because, sent.address))
    const now = await getPerson(ctx, personId)
    await followCorrection(ctx, personId, now)
    for (const { representativeId } of await listRepresentations(ctx, [personId])) {
      await followCorrectionOfChild(ctx, representativeId, of.person, now)
    }
    return goTo(visit.homeLink(`/account/details/${personId}/saved`))
  },
})

function errorOf(reason: Extract<Awaited<ReturnType<typeof correct>>, { ok: false }>['because'], address: Record<string, string>): Errors {
  if (reason !== 'address-characters') return { [fieldOf[reason]]: reason satisfies Because }
  return { [Object.entries(address).find(([, typed]) => missingGlyphs(typed).length)?.[0] ?? 'street']: reason }
}

/** What was saved, what stays as it was signed, and what to do now. */
export const correctedPage = page('/:lang{en|nl}/account/details/:person/saved', {
  who: 'participant',
  async show(visit) {
    const of = await personOf(visit)
    if (!of || !may(of, 'correct-details')) return missing
    const { t } = visit
    const stale = await staleMandates(visit, of)
    return accountPageOf(visit, {
      title: t('account.corrected.title'),
      children: (
        <>
          <p class="lead">{t('account.corrected.lead', { name: of.person.legalName })}</p>
          <p>{t('account.corrected.sealed')}</p>
          <NewMandateNeeded visit={visit} of={of} stale={stale} />
          <p><a href={visit.homeLink('/account/details')}>{t('account.correct.back')}</a></p>
        </>
      ),
    })
  },
})

import * as z from 'zod'
import { askForPasskey } from '#identity/passkeys.ts'
import { enrol, mayEnrol } from '#organisers/entrance/passkeys.ts'
import { again, goTo, goToDesk } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { ButtonLink } from '#web/parts/form.tsx'
import { PasskeyForm } from '#web/parts/passkey.tsx'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { optionsAnswer, partyOf, passkeyAnswer } from '#web/parts/passkey-answers.ts'
import { sendingOf } from './sending.ts'

/** As the device shows it: apart from a passkey that the same person may have as a participant. */
export async function askedOf(visit: Visit<'enrolling' | 'organiser'>) {
  const { organiser: { personId, name, email }, session } = visit
  const shown = visit.t('desk.passkey.shownAs', { email })
  const asking = { personId, email: shown, name, sessionId: session.id, ip: visit.request.ip }
  return optionsAnswer(visit, await askForPasskey(visit.ctx, partyOf(visit), asking))
}

/** Somebody proved the address: makes the passkey with which the desk opens from now on. */
export const enrolPage = page('/:lang{en|nl}/desk/passkey', {
  who: 'enrolling',
  form: z.object({ answer: passkeyAnswer }),
  async show(visit) {
    const { t, homeLink, organiser, site: { production } } = visit
    const may = await mayEnrol(visit.ctx, visit.session, visit.site)
    if (!may.ok) {
      return (
        <FormLayout visit={visit} title={t('desk.passkey.title')}>
          <p class="lead">{t(`because.${may.because}`)}.</p>
          <p><ButtonLink href={homeLink('/desk/sign-in')}>{t('desk.signIn.title')}</ButtonLink></p>
        </FormLayout>
      )
    }
    return (
      <FormLayout visit={visit} title={t('desk.passkey.title')} islands={['passkey-button']}>
        <p class="lead">{t('desk.passkey.lead', { name: organiser.name })}</p>
        <p>{t('desk.passkey.what')}</p>
        <PasskeyForm t={t} act="add" action={homeLink('/desk/passkey')} options={homeLink('/desk/passkey/options')}
          button={t('desk.passkey.button')} without={t('desk.passkey.without')} />
        {!production && <p>{t('desk.passkey.trial')} <a href={homeLink('/desk')}>{t('desk.passkey.goOn')}</a></p>}
      </FormLayout>
    )
  },
  async send(visit) {
    const { session, request: { userAgent }, sent: { answer }, site } = visit
    const enrolled = await enrol(visit.ctx, sendingOf(visit), { session, answer, userAgent, rp: partyOf(visit) }, site)
    return enrolled.ok ? goToDesk(visit.homeLink('/desk'), enrolled.value) : again({ '': enrolled.because })
  },
})

/** What the browser needs to make it. */
export const enrolOptionsPage = page('/:lang{en|nl}/desk/passkey/options', {
  who: 'enrolling',
  show: (visit) => goTo(visit.homeLink('/desk/passkey')),
  async send(visit) {
    const may = await mayEnrol(visit.ctx, visit.session, visit.site)
    return may.ok ? askedOf(visit) : optionsAnswer(visit, may)
  },
})

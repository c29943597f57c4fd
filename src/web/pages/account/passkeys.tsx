import * as z from 'zod'
import { may } from '#accounts/may.ts'
import { dropPasskey, keepPasskey } from '#accounts/passkeys.ts'
import { askForPasskey, listPasskeys } from '#identity/passkeys.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { PasskeyForm } from '#web/parts/passkey.tsx'
import { dayWords, deviceWords } from '#web/parts/devices.ts'
import { accountPageOf, personOf, type Participant } from './account-layout.tsx'
import { aboutOf, optionsAnswer, partyOf, passkeyAnswer } from '#web/parts/passkey-answers.ts'
import { findReachedNames } from './reached-names.ts'

/** The person of the path, where they take part with this address themselves: nobody gets a passkey for a child they act for. */
export async function ownPersonOf(visit: Participant) {
  const reached = await personOf(visit)
  return reached && may(reached, 'change-way-in') && reached.person.email !== undefined
    ? { ...reached.person, email: reached.person.email }
    : undefined
}

/** Adds a passkey for one person of this address. */
export const addPasskeyPage = page('/:lang{en|nl}/account/passkeys/add/:person', {
  who: 'freshly-proven',
  form: z.object({ answer: passkeyAnswer }),
  async show(visit) {
    const { t, homeLink } = visit
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const path = homeLink(`/account/passkeys/add/${person.personId}`)
    return accountPageOf(visit, { title: t('account.passkeyAdd.title'), islands: ['passkey-button'], children: (
      <>
        <p class="lead">{t('account.passkeyAdd.for', { name: person.legalName, email: person.email })}</p>
        <p>{t('account.passkeyAdd.lead')}</p>
        <p>{t('account.passkeyAdd.own')}</p>
        <PasskeyForm t={t} act="add" action={path} options={`${path}/options`} button={t('account.passkeyAdd.button')}
          without={t('account.passkey.without')} />
        <p><a href={homeLink('/account/sign-in')}>{t('account.end.back')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const { request: { userAgent }, sent: { answer } } = visit
    const kept = await keepPasskey(visit.ctx, aboutOf(visit), partyOf(visit), visit.session, {
      personId: person.personId, answer, userAgent,
    })
    return kept.ok ? goTo(visit.homeLink('/account/sign-in')) : again({ '': kept.because })
  },
})

/** What the browser needs to make one. */
export const addPasskeyOptionsPage = page('/:lang{en|nl}/account/passkeys/add/:person/options', {
  who: 'freshly-proven',
  show: (visit) => goTo(visit.homeLink(`/account/passkeys/add/${visit.params['person']}`)),
  async send(visit) {
    const person = await ownPersonOf(visit)
    if (!person) return missing
    const { personId, email, legalName: name } = person
    return optionsAnswer(
      visit,
      await askForPasskey(visit.ctx, partyOf(visit), { personId, email, name, sessionId: visit.session.id, ip: visit.request.ip }),
    )
  },
})

async function namedPasskey(visit: Participant) {
  const { own } = await findReachedNames(visit)
  return (await listPasskeys(visit.ctx, own.map(({ personId }) => personId))).find(({ id }) => id === visit.params['passkey'])
}

/** Removes a passkey; asks before. */
export const removePasskeyPage = page('/:lang{en|nl}/account/passkeys/remove/:passkey', {
  who: 'freshly-proven',
  async show(visit) {
    const { t, homeLink, path } = visit
    const passkey = await namedPasskey(visit)
    if (!passkey) return missing
    return accountPageOf(visit, { title: t('account.passkeyRemove.title'), children: (
      <form method="post" action={path}>
        <p class="lead">
          {t('account.passkeyRemove.text', { device: deviceWords(visit, passkey), date: dayWords(visit, passkey.addedAt) })}
        </p>
        <Actions>
          <Button kind="danger">{t('account.passkeyRemove.button')}</Button>
          <ButtonLink kind="quiet" href={homeLink('/account/sign-in')}>{t('account.end.back')}</ButtonLink>
        </Actions>
      </form>
    ) })
  },
  async send(visit) {
    const passkey = await namedPasskey(visit)
    if (!passkey) return missing
    const dropped = await dropPasskey(visit.ctx, aboutOf(visit), passkey.personId, passkey.id)
    return dropped.ok ? goTo(visit.homeLink('/account/sign-in')) : again({ '': dropped.because })
  },
})

import * as z from 'zod'
import { addOwnPasskey } from '#organisers/entrance/passkeys.ts'
import { again, goTo } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { PasskeyForm } from '#web/parts/passkey.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { askedOf } from '#web/pages/desk/entrance/passkey.tsx'
import { sendingOf } from '#web/pages/desk/entrance/sending.ts'
import { partyOf, passkeyAnswer } from '#web/parts/passkey-answers.ts'
import { FreshFirst } from './me.tsx'

/** A further passkey, for another device or a security key. */
export const addDeskPasskeyPage = page('/:lang{en|nl}/desk/me/passkey', {
  who: 'organiser',
  act: 'overview.see',
  form: z.object({ answer: passkeyAnswer }),
  show(visit) {
    const { t, homeLink } = visit
    return deskPageOf(visit, { title: t('desk.me.passkeyAdd'), islands: ['passkey-button'], children: (
      <>
        <p class="lead">{t('desk.passkey.what')}</p>
        <FreshFirst visit={visit} />
        <PasskeyForm t={t} act="add" action={homeLink('/desk/me/passkey')} options={homeLink('/desk/me/passkey/options')}
          button={t('desk.passkey.button')} without={t('desk.passkey.without')} />
        <p><a href={homeLink('/desk/me')}>{t('desk.me.back')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const { session, request: { userAgent }, sent: { answer } } = visit
    const added = await addOwnPasskey(visit.ctx, sendingOf(visit), { session, answer, userAgent, rp: partyOf(visit) })
    return added.ok ? goTo(visit.homeLink('/desk/me')) : again({ '': added.because })
  },
})

/** What the browser needs to make it. */
export const addDeskPasskeyOptionsPage = page('/:lang{en|nl}/desk/me/passkey/options', {
  who: 'organiser',
  act: 'overview.see',
  show: (visit) => goTo(visit.homeLink('/desk/me/passkey')),
  send: (visit) => askedOf(visit),
})

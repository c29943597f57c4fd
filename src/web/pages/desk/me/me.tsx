import * as z from 'zod'
import { listDeskSessions } from '#identity/desk-sessions.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { isFresh } from '#identity/sessions.ts'
import { chooseLanguage } from '#organisers/choose-language.ts'
import { rolesSaid } from '#organisers/emails.ts'
import { dropOwnPasskey } from '#organisers/entrance/passkeys.ts'
import { endOwnSessions } from '#organisers/entrance/sessions.ts'
import { again, goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { RadioField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { dayWords, deviceWords } from '#web/parts/devices.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { sendingOf } from '#web/pages/desk/entrance/sending.ts'
import { SessionTable } from './session-table.tsx'

/** Adding or removing a passkey asks for a sign-in of the last 15 minutes. */
export const FreshFirst = ({ visit }: { visit: Visit<'organiser'> }) => (isFresh(visit.session, visit.ctx.now) ? null : (
  <p>{visit.t('desk.me.signInFirst')} <a href={visit.homeLink('/desk/sign-in')}>{visit.t('desk.signIn.title')}</a></p>
))

async function Passkeys({ visit }: { visit: Visit<'organiser'> }) {
  const { t, homeLink } = visit
  const passkeys = await listPasskeys(visit.ctx, [visit.organiser.personId])
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('desk.me.passkeys')}</h2>
      <p>{t('desk.me.passkeysLead')}</p>
      <FreshFirst visit={visit} />
      {passkeys.length > 0 && <ul class="ways-in">{passkeys.map((each) => {
        const [device, date] = [deviceWords(visit, each), dayWords(visit, each.addedAt)]
        return (
          <li>
            <p><strong>{device}</strong></p>
            <p>{each.usedAt ? t('account.access.passkeyUsed', { date, used: dayWords(visit, each.usedAt) })
              : t('account.access.passkeyAdded', { date })}</p>
            {passkeys.length > 1 && <form method="post" action={homeLink('/desk/me')}>
              <input type="hidden" name="act" value="remove-passkey" /><input type="hidden" name="which" value={each.id} />
              <Button kind="quiet">{t('account.access.remove')}
                <span class="visually-hidden"> {t('account.access.removeWhat', { device })}</span></Button>
            </form>}
          </li>
        )
      })}</ul>}
      <p><ButtonLink kind="secondary" href={homeLink('/desk/me/passkey')}>{t('desk.me.passkeyAdd')}</ButtonLink></p>
    </section>
  )
}

/** One's own way in at the desk: passkeys, devices, and the language of its mails. */
export const mePage = page('/:lang{en|nl}/desk/me', {
  who: 'organiser',
  act: 'overview.see',
  form: z.discriminatedUnion('act', [
    z.object({ act: z.literal('language'), language: z.enum(['en', 'nl'], { error: () => 'language-missing' }) }),
    z.object({ act: z.literal('end-sessions'), which: z.string().max(64) }),
    z.object({ act: z.literal('remove-passkey'), which: z.string().max(64) }),
  ]),
  async show(visit) {
    const { t, homeLink, organiser } = visit
    const sessions = await listDeskSessions(visit.ctx, [organiser.personId])
    return deskPageOf(visit, { title: t('desk.me.title'), children: (
      <>
        <p class="lead">{t('desk.me.lead', { name: organiser.name, email: organiser.email, roles: rolesSaid(t, organiser.roles) })}</p>
        {await Passkeys({ visit })}
        <section>
          <h2>{t('desk.sessions.title')}</h2>
          <SessionTable visit={visit} sessions={sessions} action={homeLink('/desk/me')} all="others" />
        </section>
        <section aria-labelledby="mails">
          <h2 id="mails">{t('desk.me.language')}</h2>
          <form method="post" action={homeLink('/desk/me')}>
            <input type="hidden" name="act" value="language" />
            <RadioField t={t} name="language" label={t('desk.me.languageAsk')} value={organiser.language} inline
              choices={[{ value: 'en', label: t('desk.language.en') }, { value: 'nl', label: t('desk.language.nl') }]} />
            <Actions><Button kind="secondary">{t('desk.me.languageKeep')}</Button></Actions>
          </form>
        </section>
      </>
    ) })
  },
  async send(visit) {
    const { ctx, session, sent } = visit
    if (sent.act === 'language') await chooseLanguage(ctx, sent.language)
    else {
      const acted = sent.act === 'end-sessions' ? await endOwnSessions(ctx, session, sent.which)
        : await dropOwnPasskey(ctx, sendingOf(visit), session, sent.which)
      if (!acted.ok) return again({ '': acted.because })
    }
    return goTo(visit.homeLink('/desk/me'))
  },
})

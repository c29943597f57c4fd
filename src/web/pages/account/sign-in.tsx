import { listPasskeys, type Passkey } from '#identity/passkeys.ts'
import { endSessions, listSessions, type ListedSession } from '#identity/sessions.ts'
import { dayAndTime } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { SummaryList } from '#web/parts/blocks.tsx'
import { dayWords, deviceWords } from '#web/parts/devices.ts'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { accountPageOf, type Participant } from './account-layout.tsx'
import { findReachedNames } from './reached-names.ts'

function PasskeyItem({ visit, passkey, name }: { visit: Participant; passkey: Passkey; name: string | undefined }) {
  const { t } = visit
  const device = deviceWords(visit, passkey)
  const date = dayWords(visit, passkey.addedAt)
  return (
    <li>
      <p><strong>{device}</strong></p>
      <p>
        {passkey.usedAt
          ? t('account.access.passkeyUsed', { date, used: dayWords(visit, passkey.usedAt) })
          : t('account.access.passkeyAdded', { date })}
      </p>
      {name && <p>{t('account.access.passkeyOf', { name })}</p>}
      {passkey.synced && <p>{t('account.access.passkeySynced')}</p>}
      <p><a href={visit.homeLink(`/account/passkeys/remove/${passkey.id}`)}>{t('account.access.remove')}
        <span class="visually-hidden"> {t('account.access.removeWhat', { device })}</span></a></p>
    </li>
  )
}

function SessionItem({ visit, session }: { visit: Participant; session: ListedSession }) {
  const { t, language } = visit
  const [opened, seen, ends] = [session.openedAt, session.seenAt, session.endsAt].map((at) => dayAndTime(language, at)) as [string, string,
    string]
  const device = deviceWords(visit, session)
  const own = session.id === visit.session.id
  return (
    <li>
      <p><strong>{device}</strong>{own && <> · {t('account.access.thisDevice')}</>}</p>
      <p>{t('account.access.deviceTimes', { opened, seen, ends })}</p>
      {!own && <p><a href={visit.homeLink(`/account/sign-in/end/${session.id}`)}>{t('account.access.end')}
        <span class="visually-hidden"> {t('account.access.endWhat', { device, opened })}</span></a></p>}
    </li>
  )
}

/** How one gets into this account, and where one is in: addresses, passkeys, devices. */
export const accessPage = page('/:lang{en|nl}/account/sign-in', {
  who: 'participant',
  async show(visit) {
    const { t, homeLink } = visit
    const { own, nameOf } = await findReachedNames(visit)
    const [passkeys, sessions] = [await listPasskeys(visit.ctx, own.map(({ personId }) => personId)),
      await listSessions(visit.ctx, visit.session.emailIndex)]
    const several = own.length > 1
    return accountPageOf(visit, { title: t('account.access.title'), children: (
      <>
        <p class="lead">{t('account.access.lead')}</p>
        {own.length > 0 && <SummaryList t={t} rows={own.map(({ personId, legalName: name, email }) => ({
          label: several ? t('account.access.emailOf', { name }) : t('account.access.email'), value: email,
          change: { href: homeLink(`/account/email/${personId}`), what: t('account.access.emailOfWhat', { name }) },
        }))} />}
        <h2>{t('account.access.passkeys')}</h2>
        <p>{t('account.access.passkeysLead', { days: visit.site.moneyCoolDownDays })}</p>
        {passkeys.length > 0 && (
          <ul class="ways-in">
            {passkeys.map((each) => <PasskeyItem visit={visit} passkey={each} name={several ? nameOf(each.personId) : undefined} />)}
          </ul>
        )}
        {passkeys.length === 0 && <p>{t('account.access.passkeysNone')}</p>}
        <Actions>{own.map(({ personId, legalName: name }) => (
          <ButtonLink kind="secondary" href={homeLink(`/account/passkeys/add/${personId}`)}>
            {several ? t('account.access.passkeyAddFor', { name }) : t('account.access.passkeyAdd')}
          </ButtonLink>
        ))}</Actions>
        <h2>{t('account.access.devices')}</h2>
        <ul class="ways-in">{sessions.map((session) => <SessionItem visit={visit} session={session} />)}</ul>
        {sessions.length > 1 && (
          <Actions>
            <ButtonLink kind="secondary" href={homeLink('/account/sign-in/end/others')}>{t('account.access.endOthers')}</ButtonLink>
          </Actions>
        )}
      </>
    ) })
  },
})

/** The session named in the path, where it is another living one of this address; `others` for all but this one. */
async function namedSession(visit: Participant): Promise<ListedSession | 'others' | undefined> {
  const id = visit.params['session']
  if (id === 'others') return 'others'
  return (await listSessions(visit.ctx, visit.session.emailIndex)).find((session) => session.id === id && id !== visit.session.id)
}

/** Ends one session of this address, or all others; asks before. */
export const endSessionPage = page('/:lang{en|nl}/account/sign-in/end/:session', {
  who: 'freshly-proven',
  async show(visit) {
    const { t, homeLink, path } = visit
    const named = await namedSession(visit)
    if (!named) return missing
    return accountPageOf(visit, { title: t(named === 'others' ? 'account.end.othersTitle' : 'account.end.title'), children: (
      <form method="post" action={path}>
        {named === 'others'
          ? <p class="lead">{t('account.end.othersText')}</p>
          : <ul class="ways-in"><SessionWords visit={visit} session={named} /></ul>}
        {named !== 'others' && <p>{t('account.end.text')}</p>}
        <Actions>
          <Button kind="danger">{t('account.end.button')}</Button>
          <ButtonLink kind="quiet" href={homeLink('/account/sign-in')}>{t('account.end.back')}</ButtonLink>
        </Actions>
      </form>
    ) })
  },
  async send(visit) {
    const named = await namedSession(visit)
    if (!named) return missing
    const ended = await endSessions(visit.ctx, visit.session.emailIndex, named === 'others' ? { allBut: visit.session.id }
      : { id: named.id })
    return ended || named === 'others' ? goTo(visit.homeLink('/account/sign-in')) : again({ '': 'session-gone' })
  },
})

const SessionWords = ({ visit, session }: { visit: Participant; session: ListedSession }) => (
  <li><p><strong>{deviceWords(visit, session)}</strong></p>
    <p>{visit.t('account.access.deviceTimes', {
      opened: dayAndTime(visit.language, session.openedAt), seen: dayAndTime(visit.language, session.seenAt),
      ends: dayAndTime(visit.language, session.endsAt),
    })}</p></li>
)

import type { ListedSession } from '#identity/sessions.ts'
import { dayAndTime } from '#words/formats.ts'
import type { Visit } from '#web/page.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { Button } from '#web/parts/form.tsx'
import { deviceWords } from '#web/parts/devices.ts'

/** Where somebody is signed in at the desk. With `action` each session can be ended, and all of them by the word `all`. */
export function SessionTable({ visit, sessions, action, all }: {
  visit: Visit<'organiser'>; sessions: readonly ListedSession[]; action: string | undefined; all: 'all' | 'others'
}) {
  const { t, language } = visit
  if (!sessions.length) return <p>{t('desk.sessions.none')}</p>
  const others = sessions.filter(({ id }) => id !== visit.session.id).length
  const ends = action !== undefined && others > 0
  const end = (which: string, words: string, what?: string) => (
    <form method="post" action={action}>
      <input type="hidden" name="act" value="end-sessions" /><input type="hidden" name="which" value={which} />
      <Button kind="quiet">{words}{what && <span class="visually-hidden"> {what}</span>}</Button>
    </form>
  )
  return (
    <>
      <DeskTable label={t('desk.sessions.title')} caption={t('desk.sessions.caption', { count: sessions.length })}>
        <thead><tr>
          <th scope="col">{t('desk.sessions.device')}</th><th scope="col">{t('desk.sessions.opened')}</th>
          <th scope="col">{t('desk.sessions.seen')}</th>
          <th scope="col">{t('desk.sessions.ends')}</th>{ends && <th scope="col">{t('desk.sessions.end')}</th>}
        </tr></thead>
        <tbody>{sessions.map((each) => {
          const device = deviceWords(visit, each)
          const own = each.id === visit.session.id
          return (
            <tr>
              <th scope="row">{device}{own && <> · {t('account.access.thisDevice')}</>}</th>
              {[each.openedAt, each.seenAt, each.endsAt].map((at) => <td>{dayAndTime(language, at)}</td>)}
              {ends && <td>{!own && end(each.id, t('desk.sessions.end'), device)}</td>}
            </tr>
          )
        })}</tbody>
      </DeskTable>
      {action && others > 1 && end(all, t(`desk.sessions.${all}`))}
    </>
  )
}

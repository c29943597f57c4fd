import { listDeskSessions } from '#identity/desk-sessions.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { standingOf } from '#organisers/standing.ts'
import { page } from '#web/page.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { ButtonLink } from '#web/parts/form.tsx'
import { dayWords } from '#web/parts/devices.ts'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'

/** Newest of some instants. */
const latest = (instants: readonly (Date | null)[]): Date | undefined =>
  instants.reduce<Date | undefined>((newest, each) => (each && (!newest || each > newest) ? each : newest), undefined)

/** Who works at the desk, and how each stands. */
export const organisersPage = page('/:lang{en|nl}/desk/organisers', {
  who: 'organiser',
  act: 'organisers.see',
  async show(visit) {
    const { t, homeLink, ctx } = visit
    const organisers = await listOrganisers(ctx)
    const ids = organisers.map(({ personId }) => personId)
    const [passkeys, sessions] = [await listPasskeys(ctx, ids), await listDeskSessions(ctx, ids)]
    const of = <E extends { personId: string }>(all: readonly E[], id: string) => all.filter(({ personId }) => personId === id)
    return deskPageOf(visit, { title: t('desk.organisers.title'), children: (
      <>
        {may(visit, 'organisers.change')
          && <p><ButtonLink href={homeLink('/desk/organisers/invite')}>{t('desk.invite.title')}</ButtonLink></p>}
        <DeskTable label={t('desk.organisers.title')} caption={t('desk.organisers.caption', { count: organisers.length })}>
          <thead><tr>
            <th scope="col">{t('desk.organisers.name')}</th><th scope="col">{t('desk.organisers.standing')}</th>
            <th scope="col">{t('desk.organisers.roles')}</th>
            <th scope="col" class="number">{t('desk.organisers.passkeys')}</th><th scope="col">{t('desk.organisers.seen')}</th>
          </tr></thead>
          <tbody>{organisers.map((each) => {
            const seen = latest([...of(sessions, each.personId).map(({ seenAt }) => seenAt),
              ...of(passkeys, each.personId).map(({ usedAt }) => usedAt)])
            return (
              <tr>
                <th scope="row"><a href={homeLink(`/desk/organisers/${each.personId}`)}>{each.name}</a></th>
                <td>{t(`desk.standing.${standingOf(each, ctx)}`)}</td>
                <td>{each.roles.map((role) => t(`desk.role.${role}`)).join(', ')}</td>
                <td class="number">{of(passkeys, each.personId).length}</td>
                <td>{seen ? dayWords(visit, seen) : t('desk.organisers.never')}</td>
              </tr>
            )
          })}</tbody>
        </DeskTable>
        <p><a href={homeLink('/desk/roles')}>{t('desk.roles.title')}</a></p>
      </>
    ) })
  },
})

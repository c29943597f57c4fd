import { listDeskSessions } from '#identity/desk-sessions.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { findOrganiser, type Organiser } from '#organisers/queries.ts'
import { standingOf } from '#organisers/standing.ts'
import { dayAndTime } from '#words/formats.ts'
import { isId } from '#platform/id.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { dayWords, deviceWords } from '#web/parts/devices.ts'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { SessionTable } from '#web/pages/desk/me/session-table.tsx'
import { actOn, isOrganiserAct, OrganiserActs, organiserForm } from './organiser-acts.tsx'

const named = (visit: Visit<'organiser'>): Promise<Organiser | undefined> | undefined =>
  (isId(visit.params['organiser'] ?? '') ? findOrganiser(visit.ctx, visit.params['organiser']!) : undefined)

async function Facts({ visit, organiser }: { visit: Visit<'organiser'>; organiser: Organiser }) {
  const { t, ctx, language } = visit
  const passkeys = await listPasskeys(ctx, [organiser.personId])
  const facts: [string, string][] = [
    [t('desk.organisers.standing'), t(`desk.standing.${standingOf(organiser, ctx)}`)],
    [t('desk.organisers.roles'), organiser.roles.map((role) => t(`desk.role.${role}`)).join(', ') || t('desk.organisers.noRoles')],
    [t('desk.organisers.email'), organiser.email],
    [t('desk.organisers.language'), t(`desk.language.${organiser.language}`)],
    [t('desk.organisers.invitedOn'), dayWords(visit, organiser.invitedAt)],
    ...(organiser.expiresAt ? [[t('desk.organisers.until'), dayAndTime(language, organiser.expiresAt)] as [string, string]] : []),
    [t('desk.organisers.enrolledOn'), organiser.enrolledAt ? dayWords(visit, organiser.enrolledAt) : t('desk.organisers.never')],
    [t('desk.organisers.passkeys'), passkeys.map((each) => deviceWords(visit, each)).join(', ') || t('desk.organisers.noPasskeys')],
  ]
  return <dl class="desk-facts">{facts.map(([term, value]) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
}

/** One organiser: how they stand, where they are signed in, and what an administrator may do about it. */
export const organiserPage = page('/:lang{en|nl}/desk/organisers/:organiser', {
  who: 'organiser',
  act: 'organisers.see',
  sendAct: 'organisers.change',
  form: organiserForm,
  async show(visit) {
    const { t, homeLink, ctx } = visit
    const organiser = await named(visit)
    if (!organiser) return missing
    const own = organiser.personId === visit.organiser.personId
    const done = visit.query.get('done')
    const sessions = await listDeskSessions(ctx, [organiser.personId])
    const change = may(visit, 'organisers.change') && !own
    return deskPageOf(visit, { title: organiser.name, children: (
      <>
        {(isOrganiserAct(done) || done === 'invite')
          && <Notice t={t} kind="success" live><p>{t(`desk.organiser.done.${done}`)}</p></Notice>}
        {await Facts({ visit, organiser })}
        {own && <p>{t('desk.organiser.own')} <a href={homeLink('/desk/me')}>{t('desk.me.title')}</a></p>}
        {change && <OrganiserActs visit={visit} organiser={organiser} />}
        <section>
          <h2>{t('desk.sessions.title')}</h2>
          <SessionTable visit={visit} sessions={sessions} all="all"
            action={change ? homeLink(`/desk/organisers/${organiser.personId}`) : undefined} />
        </section>
        <p><a href={homeLink('/desk/organisers')}>{t('desk.organisers.back')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const organiser = await named(visit)
    if (!organiser) return missing
    const { personId } = organiser
    const acted = await actOn(visit, personId)
    const { act } = visit.sent
    if (acted.ok) return goTo(visit.homeLink(act === 'take-back' ? '/desk/organisers' : `/desk/organisers/${personId}?done=${act}`))
    return again({ [acted.because === 'roles-missing' || acted.because === 'nothing-changed' ? 'roles' : '']: acted.because })
  },
})

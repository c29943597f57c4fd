import type { ComponentChildren } from 'preact'
import { findReached, listReached, type Reached } from '#accounts/reach.ts'
import { listParticipations, type KnownParticipation } from '#participants/queries.ts'
import { leavesFor } from '#leaving/leavers.ts'
import { mayWithdraw } from '#leaving/withdrawal-term.ts'
import { listContents, type ClaimContent } from '#claims/queries.ts'
import { isId } from '#platform/id.ts'
import type { Island } from '#web/assets.ts'
import { frameOf } from '#web/frame.ts'
import type { Visit } from '#web/page.ts'
import { ErrorSummary } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'
import { faultsOf } from '#web/parts/typed.ts'

export type Participant = Visit<'participant'>

/** Whom the account of this visit reaches; read once for each request. */
export function reachOf(visit: Participant): Promise<Reached[]> {
  const known = reaches.get(visit.session)
  if (known) return known
  const reading = listReached(visit.ctx, visit.session.emailIndex)
  reaches.set(visit.session, reading)
  return reading
}
const reaches = new WeakMap<object, Promise<Reached[]>>()

/** All participations of those this visit reaches, ended ones too; read once for each request. */
export function participationsOf(visit: Participant): Promise<KnownParticipation[]> {
  const known = participations.get(visit.session)
  if (known) return known
  const reading = reachOf(visit).then((reached) => listParticipations(visit.ctx, reached.map(({ person }) => person.personId)))
  participations.set(visit.session, reading)
  return reading
}
const participations = new WeakMap<object, Promise<KnownParticipation[]>>()

/** Every claim of the foundation as published, in the language of this visit; read once for each request. */
export function claimsOf(visit: Participant): Promise<ClaimContent[]> {
  const known = claims.get(visit.session)
  if (known) return known
  const reading = listContents(visit.ctx.db, visit.organisation.facts.claims, visit.language)
  claims.set(visit.session, reading)
  return reading
}
const claims = new WeakMap<object, Promise<ClaimContent[]>>()

/** The person named in the path (`:person`) where this account reaches it; undefined for everybody else. */
export async function personOf(visit: Participant): Promise<Reached | undefined> {
  const id = visit.params['person'] ?? ''
  return isId(id) ? findReached(visit.ctx, visit.session.emailIndex, id) : undefined
}

/** The pages of the account that stand in its menu, in order. */
type Entry = (typeof menu)[number]
type Named = Entry extends infer E ? (E extends `/${infer Name}` ? Name : never) : never
const nameOf = (to: Entry): Named | 'home' => (to === '' ? 'home' : to.slice(1) as Named)
const menu = ['', '/documents', '/messages', '/details', '/claims', '/my-data', '/sign-in'] as const

/** Whether somebody of this account may still withdraw from something: then every page of it shows the way (art. 6:230oa BW, MO-04). */
async function withdrawable(visit: Participant): Promise<boolean> {
  const [all, published, reached] = await Promise.all([participationsOf(visit), claimsOf(visit), reachOf(visit)])
  const leavers = new Set(reached.filter(leavesFor).map(({ person }) => person.personId))
  const zoneOf = (slug: string) => published.find((claim) => claim.slug === slug)?.facts.timeZone ?? 'Europe/Amsterdam'
  return all.some((each) => leavers.has(each.personId) && mayWithdraw(each, zoneOf(each.claim), visit.ctx.now))
}

/** The frame of every page of the account: its menu, the way to withdraw while there is one, what is wrong with the form, one heading. */
export async function accountPageOf(visit: Participant, { title, islands, children, wide }: {
  title: string; islands?: Island[]; wide?: boolean; children: ComponentChildren
}) {
  const { t, path } = visit
  const faults = faultsOf(visit)
  const link = (to: string) => visit.homeLink(`/account${to}`)
  return (
    <Layout {...frameOf(visit, { ofClaim: false })} title={faults.length ? `${t('parts.error')} ${title}` : title}
      indexed={false} islands={islands} kind={wide ? 'reading' : 'form'}
      signedIn={{ name: t('account.title'), accountHref: link(''), signOutAction: visit.homeLink('/sign-out') }}>
      <nav class="account-menu" aria-label={t('account.menu.label')}>
        <ul>
          {menu.map((to) => (
            <li><a href={link(to)} {...(path === link(to) && { 'aria-current': 'page' })}>{t(`account.menu.${nameOf(to)}`)}</a></li>
          ))}
          {(await withdrawable(visit)) && <li><a class="withdraw" href={link('/withdraw')}>{t('account.menu.withdraw')}</a></li>}
        </ul>
      </nav>
      <ErrorSummary t={t} faults={faults} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { findSession, seen } from '#identity/sessions.ts'
import { findOrganiser } from '#organisers/queries.ts'
import { mayDo } from '#organisers/roles.ts'
import type { Ground, Page, Visit } from './page.ts'

/** The cookie of somebody at the desk: apart from the account's, so that one browser may hold both and neither opens the other. */
export const deskCookie = (cookie: string) => `${cookie}-desk`

/** Why somebody does not get into a page of the desk. */
export type ShutOut = 'desk-sign-in' | 'desk-enrol' | 'desk-suspended' | 'desk-not-yours'

const kinds = ['desk-caller', 'enrolling', 'organiser'] as const
/** Whether a page belongs to the desk. */
export const isOfDesk = ({ who }: Pick<Page, 'who'>): boolean => (kinds as readonly string[]).includes(who)

/**
 * Lets an organiser into a page of the desk: a living session of the desk, not suspended, and one of the roles that the act of the page
 * asks for. In production only a passkey opens more than the page on which one is made.
 */
export async function enterDesk(page: Page, ground: Ground, c: Context, cookie: string, sending: boolean): Promise<Visit | ShutOut> {
  const token = getCookie(c, deskCookie(cookie))
  const session = token ? await findSession(ground.ctx, token) : undefined
  if (!session || session.openedFor !== 'desk') return 'desk-sign-in'
  const { personId } = session
  if (page.who === 'desk-caller') return visitOf(ground, { session }, 'visitor')
  const organiser = session.provenAt ? await findOrganiser(ground.ctx, personId) : undefined
  if (!organiser) return 'desk-sign-in'
  if (organiser.suspended) return 'desk-suspended'
  await seen(ground.ctx, session, ground.request.userAgent)
  const known = () => visitOf(ground, { session, organiser }, `organiser:${personId}`)
  if (page.who === 'enrolling') return known()
  if (ground.site.production && session.provenBy !== 'passkey') return 'desk-enrol'
  const act = sending ? page.sendAct ?? page.act : page.act
  return act === undefined || mayDo(organiser.roles, act) ? known() : 'desk-not-yours'
}

function visitOf(ground: Ground, found: object, actor: Ground['ctx']['actor']): Visit {
  const visit = Object.create(ground, Object.getOwnPropertyDescriptors(found)) as Ground
  Object.defineProperty(visit, 'ctx', { value: { ...ground.ctx, actor } })
  return visit as Visit
}

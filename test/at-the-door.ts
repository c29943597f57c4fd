import type { Role } from '#organisers/roles.ts'
import { makeFirstLink } from '#organisers/entrance/first-link.ts'
import { invite } from '#organisers/invite.ts'
import { transact } from '#platform/world.ts'
import { codeFor, visitor, type TestSite, type Visitor } from './builders.ts'

/** Who the mails of the desk come from, as the acts are told. */
export const sending = {
  sender: { name: 'Voorbeeldstichting', address: [], email: 'info@voorbeeld.example', origin: 'http://localhost:8080' },
}

/** Makes the link of the first administrator, as a start does. */
export const link = (site: TestSite) => transact(site, makeFirstLink, 'system')

/** Has an administrator invite somebody at this address. */
export const invited = (site: TestSite, by: string, email: string, roles: readonly Role[] = ['lawyer']) =>
  transact(site, (ctx) => invite(ctx, sending, { name: 'Uitgenodigd Voorbeeld', email, language: 'en', roles }), `organiser:${by}`)

/** Asks for a code at the desk; answers the browser and where it was led. */
export async function asked(site: TestSite, email: string, who = visitor(site), headers = {}) {
  const answer = await who.post('/en/desk/sign-in', { email }, headers)
  return { who, status: answer.status, to: answer.headers.get('location') }
}

/** Types the code that was mailed to the address. */
export const typed = async (site: TestSite, who: Visitor, email: string, headers = {}) =>
  who.post('/en/desk/sign-in/code', { code: await codeFor(site, email) }, headers)

import type { BrowserContext } from '@playwright/test'
import type { Role } from '#organisers/roles.ts'
import { codeFor } from '../mailbox.ts'

/** Name of the cookie of the desk where the site has no https. */
const cookieName = 'session-desk'
let made = 0

/** Fills in forms of the desk without a browser; keeps the one cookie that counts there. */
function client(origin: string, cookie = '') {
  const own = `10.${process.pid % 250}.${(made += 1) % 250}.9`
  let token = cookie
  return {
    token: () => token,
    async post(path: string, fields: [string, string][]): Promise<Response> {
      const response = await fetch(`${origin}${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields),
        headers: { origin, 'x-forwarded-for': own, ...(token && { cookie: `${cookieName}=${token}` }) } })
      for (const line of response.headers.getSetCookie()) token = new RegExp(`^${cookieName}=([^;]*)`).exec(line)?.[1] ?? token
      if (response.status !== 303) {
        const said = /class="field-error"[^>]*>(.*?)<\/p>/s.exec(await response.text())?.[1]
        throw new Error(`${path} answered ${response.status}${said ? `: ${said}` : ''}`)
      }
      return response
    },
  }
}

/** Opens the link of the first start and proves an address; answers the session of the first administrator. */
export async function becomeAdministrator(origin: string, firstLink: string, email = 'beheerder@voorbeeld.example'): Promise<string> {
  const first = client(origin)
  await first.post(new URL(firstLink).pathname, [['name', 'Bea Voorbeeldbeheerder'], ['email', email]])
  await first.post('/en/desk/sign-in/code', [['code', await codeFor(origin, email)]])
  return first.token()
}

/** Has the administrator invite somebody with these roles, who proves the address; answers the session. */
export async function invited(origin: string, roles: readonly Role[],
  { administrator = process.env['JOINDER_ADMINISTRATOR'] ?? '', language = 'en', name = 'Voorbeeld Medewerker' }: {
    administrator?: string; language?: 'en' | 'nl'; name?: string
  } = {}): Promise<string> {
  const email = `medewerker-${process.pid}-${(made += 1)}-${Date.now()}@voorbeeld.example`
  await client(origin, administrator).post(`/en/desk/organisers/invite`,
    [['name', name], ['email', email], ['language', language], ...roles.map((role): [string, string] => [`role-${role}`, 'yes'])])
  const organiser = client(origin)
  await organiser.post(`/${language}/desk/sign-in`, [['email', email]])
  await organiser.post(`/${language}/desk/sign-in/code`, [['code', await codeFor(origin, email)]])
  return organiser.token()
}

/** Puts the session of somebody at the desk into a browser. */
export const enter = (context: BrowserContext, origin: string, token: string) =>
  context.addCookies([{ name: cookieName, value: token, url: origin, httpOnly: true, sameSite: 'Lax' }])

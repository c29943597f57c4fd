import { openSession } from '#identity/sessions.ts'
import { codeFor, join, visitor, type TestSite, type Visitor } from './builders.ts'

/** Moves the clock on. */
export const wait = (site: TestSite, minutes: number) => site.clock.moveTo(new Date(site.clock.now().getTime() + minutes * 60_000)
  .toISOString())

/** Somebody who joined, an hour later, so that no proof is fresh and no limit is met. */
export async function joined(site: TestSite, email: string, answers: Record<string, string> = {}): Promise<Visitor> {
  const who = visitor(site)
  await join(site, who, { email, answers })
  wait(site, 60)
  return who
}

/** Signs in by code in a browser of its own. */
export async function signedIn(site: TestSite, email: string, { remember = false, who = visitor(site) } = {}): Promise<Visitor> {
  await who.post('/en/sign-in', { email })
  const answer = await who.post('/en/sign-in/code', { code: await codeFor(site, email), ...(remember && { remember: 'yes' }) })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return who
}

/** A browser in the account of an address, as if its code had just been typed: no mail, no limit. */
export async function inAccount(site: TestSite, email: string): Promise<Visitor> {
  const emailIndex = site.vault.index('email', email)
  const { person_id: personId } = await site.db.selectFrom('participant').select('person_id').where('email_index', '=', emailIndex)
    .orderBy('admitted_at').executeTakeFirstOrThrow()
  const who = visitor(site)
  who.cookies.set('session', await openSession(site.ctx(), { personId, emailIndex, proven: true, lasting: true }))
  return who
}

/** Every browser of the site stays signed in, as if each had asked to be remembered. */
export const rememberAll = async (site: TestSite): Promise<void> => void (await site.db.updateTable('session')
  .set({ lasting: true, expires_at: new Date(site.clock.now().getTime() + 60 * 86_400_000) }).execute())

/** Proves the address of the account once more, by code. */
export async function confirmed(site: TestSite, who: Visitor, email: string, to = '/account') {
  await who.post('/en/account/confirm', { to })
  return who.post('/en/account/confirm/code', { to, code: await codeFor(site, email) })
}

/** What the options of a passkey page say. */
export async function optionsAt(who: Visitor, path: string) {
  const answer = await who.post(path)
  return ((await answer.json()) as { options: { challenge: string; user: { id: string } } }).options
}

import { codeFor, join, joinWithChildren, visitor, type TestSite, type Visitor } from './builders.ts'

/** Moves the clock on. */
export const wait = (site: TestSite, minutes: number) => site.clock.moveTo(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString())

/** The person who joined with an address. */
export const personWith = async (site: TestSite, email: string) =>
  (await site.db.selectFrom('participant').select('person_id').where('email_index', '=', site.vault.index('email', email)).executeTakeFirstOrThrow()).person_id

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

/** A parent who joined with an address, also for themselves, and the one child they joined for; an hour later. */
export async function familyWith(site: TestSite, email: string, birthYear: number): Promise<{ parent: string; kid: string }> {
  await joinWithChildren(site, visitor(site), { email, who: 'both', children: [{ legalName: 'Kind Voorbeeld', 'birthDate-day': '5', 'birthDate-month': '5', 'birthDate-year': String(birthYear) }] })
  wait(site, 60)
  const parent = await personWith(site, email)
  const { person_id: kid } = await site.db.selectFrom('representation').select('person_id').where('representative_id', '=', parent).executeTakeFirstOrThrow()
  return { parent, kid }
}

import { lookAtBirthdays } from '#coming-of-age/jobs.ts'
import { daysAfter } from '#guardians/birthdays.ts'
import { findNewest } from '#participants/queries.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { codeFor, joinWithChildren, visitor, type TestSite, type Visitor } from './builders.ts'

/** Moves the clock to a time (UTC) of a day; without one to that of the daily look at birthdays. */
export const at = (site: TestSite, day: string, time = '07:40:00Z') => site.clock.moveTo(`${day}T${time}`)
export const onHour = (site: TestSite, day: string, hour: number) => at(site, day, `${String(hour).padStart(2, '0')}:00:00Z`)

/** The three fields of a date of birth. */
export function born(date: string) {
  const [year, month, day] = date.split('-').map((part) => String(Number(part))) as [string, string, string]
  return { 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }
}

export const indexOf = (site: TestSite, email: string) => site.vault.index('email', email)
export const personAt = async (site: TestSite, email: string) =>
  (await site.db.selectFrom('participant').select('person_id').where('email_index', '=', indexOf(site, email)).executeTakeFirstOrThrow()).person_id

export interface Family { who: Visitor; email: string; parent: string; child: string; reference: string }

/** A parent `<name>@voorbeeld.example` who joined for one child with that date of birth, “Kind <name>”. */
export async function family(site: TestSite, name: string, birthDate: string, more: { who?: 'children' | 'both'; language?: 'en' | 'nl' } = {}): Promise<Family> {
  const [who, email] = [visitor(site), `${name}@voorbeeld.example`]
  await joinWithChildren(site, who, { email, children: [{ legalName: `Kind ${name}`, ...born(birthDate) }], ...more })
  const parent = await personAt(site, email)
  const { person_id: child } = await site.db.selectFrom('representation').select('person_id').where('representative_id', '=', parent).executeTakeFirstOrThrow()
  return { who, email, parent, child, reference: (await findNewest(site, child, 'tiktok'))!.reference }
}

/** Signs in with a code. */
export async function signIn(site: TestSite, email: string): Promise<Visitor> {
  const who = visitor(site)
  await who.post('/en/sign-in', { email })
  const answer = await who.post('/en/sign-in/code', { code: await codeFor(site, email) })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return who
}

/** Every mail of these kinds to these addresses since the beginning: the day, to whom, its subject. */
export const mails = async (site: TestSite, kinds: RegExp, to: readonly string[]): Promise<string[]> =>
  (await listMailbox(site, 2000)).filter((mail) => kinds.test(mail.kind) && to.includes(mail.to))
    .map((mail) => `${mail.queuedAt.toISOString().slice(0, 10)} ${mail.to.split('@')[0]} ${mail.subject}`).toReversed()

/** One look at birthdays on each of these days. */
export async function walk(site: TestSite, from: string, until: string): Promise<void> {
  for (let day = from; day <= until; day = daysAfter(day, 1)) {
    at(site, day)
    await lookAtBirthdays(site as never)
  }
}

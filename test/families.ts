import { lookAtBirthdays } from '#coming-of-age/jobs.ts'
import { daysAfter } from '#guardians/birthdays.ts'
import type { Answers } from '#joining/answers.ts'
import { findDraft } from '#joining/queries.ts'
import { findNewest } from '#participants/queries.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { wait } from './account-builders.ts'
import { details, joinWithChildren, visitor, type TestSite, type Visitor } from './builders.ts'

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
  (await site.db.selectFrom('participant').select('person_id').where('email_index', '=', indexOf(site, email))
    .executeTakeFirstOrThrow()).person_id

export interface Family { who: Visitor; email: string; parent: string; child: string; reference: string }

/** A parent `<name>@voorbeeld.example` who joined for one child with that date of birth, “Kind <name>”. */
export async function family(site: TestSite, name: string, birthDate: string,
  more: { who?: 'children' | 'both'; language?: 'en' | 'nl' } = {}): Promise<Family> {
  const [who, email] = [visitor(site), `${name}@voorbeeld.example`]
  await joinWithChildren(site, who, { email, children: [{ legalName: `Kind ${name}`, ...born(birthDate) }], ...more })
  const parent = await personAt(site, email)
  const { person_id: child } = await site.db.selectFrom('representation').select('person_id').where('representative_id', '=', parent)
    .executeTakeFirstOrThrow()
  return { who, email, parent, child, reference: (await findNewest(site, child, 'tiktok'))!.reference }
}

/** A parent who joined with an address, also for themselves, and the one child they joined for; an hour later. */
export async function familyWith(site: TestSite, email: string, birthYear: number): Promise<{ parent: string; kid: string }> {
  const { parent, joined: [, kid] } = await joinFamily(site, visitor(site),
    { email, children: [child('Kind Voorbeeld', `${birthYear}-05-05`)] })
  wait(site, 60)
  return { parent, kid: kid! }
}

/** A child as a parent fills it in; it uses the product from the year in which it turned 8. */
export const child = (legalName: string,
  birthDate: string) => ({ legalName, ...born(birthDate), 'from-year': String(Number(birthDate.slice(0, 4)) + 8) })

/** Joins for children (`both`: and for oneself) in one signing. Answers who joined: the adult first where they take part. */
export async function joinFamily(site: TestSite, who: Visitor, { email, claim = 'tiktok', children, forWhom = 'both', answers, before }: {
  email: string; claim?: string; children: ReturnType<typeof child>[]; forWhom?: 'both' | 'children'; answers?: Record<string, string>
  /** Is shown the answers of the adult as they are submitted, for signing another time. */
  before?: (answers: Answers) => void
}): Promise<{ email: string; parent: string; joined: string[] }> {
  await joinWithChildren(site, who,
    { email, claim, who: forWhom, children, until: 'sign', answers: { legalName: details.legalName, ...answers } })
  const { person_id: parent } = await site.db.selectFrom('draft').select('person_id').where('email_index', '=', indexOf(site, email))
    .where('claim', '=', claim)
    .orderBy('started_at', 'desc').executeTakeFirstOrThrow()
  const answered = async () => (await findDraft(site.ctx(), parent, claim))!.answers
  before?.(await answered())
  const sent = await who.post(`/en/${claim}/join/check`)
  if (sent.status !== 303) throw new Error(`joining answered ${sent.status}`)
  return { email, parent, joined: (await answered()).joined! }
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

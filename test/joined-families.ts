import { getContent } from '#claims/queries.ts'
import { openSession } from '#identity/sessions.ts'
import type { Answers, Child } from '#joining/answers.ts'
import { keep } from '#joining/keep.ts'
import { findDraft } from '#joining/queries.ts'
import { signedContent } from '#joining/steps.ts'
import { submit } from '#joining/submit/submit.ts'
import { join, origin, visitor, type TestSite, type Visitor } from './builders.ts'

const usage = { accounts: { username: 'voorbeeld' }, from: '2021-03', until: null }

/** A browser signed in to the account of an address that somebody joined with. */
export async function signedIn(site: TestSite, email: string): Promise<Visitor> {
  const emailIndex = site.vault.index('email', email)
  const { person_id: personId } = await site.db.selectFrom('participant').select('person_id').where('email_index', '=', emailIndex).orderBy('admitted_at').executeTakeFirstOrThrow()
  const who = visitor(site)
  who.cookies.set('session', await openSession(site.ctx(), { personId, emailIndex, proven: true }))
  return who
}

/** A child as a parent would give it. */
export const child = (legalName: string, birthDate: string, given: Partial<Child> = {}): Child =>
  ({ legalName, birthDate, usage, relation: 'parent', authority: 'joint', ...given })

/** The person somebody has in a claim by its draft. */
export const personOf = async (site: TestSite, email: string, claim = 'tiktok'): Promise<string> =>
  (await site.db.selectFrom('draft').select('person_id').where('email_index', '=', site.vault.index('email', email)).where('claim', '=', claim)
    .orderBy('started_at', 'desc').executeTakeFirstOrThrow()).person_id

/** Joins for children (`both`: and for oneself) in one signing. Answers who joined: the adult first where they take part. */
export async function joinFamily(site: TestSite, who: Visitor, { email, claim = 'tiktok', children, forWhom = 'both', answers, before }: {
  email: string; claim?: string; children: Child[]; forWhom?: 'both' | 'children'; answers?: Record<string, string>
  /** Is shown the answers of the adult as they are submitted, for signing another time. */
  before?: (answers: Answers) => void
}): Promise<{ email: string; parent: string; joined: string[] }> {
  await join(site, who, { email, claim, until: 'sign', ...(answers && { answers }) })
  const parent = await personOf(site, email, claim)
  await keep(site.ctx(), (await findDraft(site.ctx(), parent, claim))!, 'children', {
    who: forWhom, children,
    declared: { statements: children.map(({ legalName }) => `I am a parent of ${legalName}.`), sentence: 'I know of no objection.', at: site.clock.now().toISOString() },
  })
  const draft = (await findDraft(site.ctx(), parent, claim))!
  const signature = { ...draft.answers.signature!, over: signedContent(draft.answers) }
  await keep(site.ctx(), draft, 'sign', { signature })
  before?.((await findDraft(site.ctx(), parent, claim))!.answers)
  const content = await getContent(site.db, claim, 'en')
  const sent = await submit(site.ctx(), (await findDraft(site.ctx(), parent, claim))!, content, { button: 'Join', secureConnection: false, build: 'test', origin })
  if (!sent.ok) throw new Error(sent.because)
  return { email, parent, joined: (await findDraft(site.ctx(), parent, claim))!.answers.joined! }
}

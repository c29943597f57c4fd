import type { Reached } from '#accounts/reach.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { answerChild } from '#joining/answer-child.ts'
import { findDraft } from '#joining/queries.ts'
import { again, type Answer, type Errors } from '#web/answer.ts'
import { isBecause } from '#web/because.ts'
import { usageForm } from '../join/details-form.ts'
import { UsageFields } from '../join/usage-fields.tsx'
import type { Participant } from './account-layout.tsx'
import { beginFor } from './begin.ts'

/** How a child used the product of this claim: all that is new about a child who is known. */
export const ChildUsage = ({ visit }: { visit: Participant }) => <UsageFields visit={visit} facts={visit.claim.facts} known={undefined} />

/** A representative begins to let a known child join: the child stands in the list already, its representative declares and signs. */
export async function beginForChild(visit: Participant, { person, representativeId }: Reached, said: { sentence: string; terms: string }): Promise<Answer> {
  const { ctx, claim } = visit
  const told = usageForm.safeParse(visit.form.typed)
  if (!told.success) return again(Object.fromEntries(told.error.issues.map(({ path, message }) => [String(path[0]), isBecause(message) ? message : 'unusable'])) as Errors)
  const representative = (await listRepresentations(ctx, [person.personId])).find((each) => each.representativeId === representativeId && !each.end)
  if (!representative) throw new Error(`nobody of this account acts for ${person.personId}`)
  const begun = await beginFor(visit, { personId: representative.representativeId, purpose: 'join', who: 'children' }, said)
  if (begun.kind !== 'go') return begun
  const draft = await findDraft(ctx, representative.representativeId, claim.slug, { lock: true })
  const { relation, authority } = representative
  const kept = await answerChild(ctx, draft!, claim.facts.timeZone,
    { legalName: person.legalName, birthDate: person.birthDate, relation, authority, usage: told.data })
  if (kept.ok) return begun
  return again({ [kept.because.startsWith('period') ? 'until' : kept.because === 'address-characters' ? 'accounts' : '']: kept.because })
}

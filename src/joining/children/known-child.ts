import { listReached, type Reached } from '#accounts/reach.ts'
import { isSuspended } from '#guardians/suspensions.ts'
import { isExcluded } from '#participants/hindrances.ts'
import { findNewest } from '#participants/queries.ts'
import { foldedName } from '#participants/same-person.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Child } from '#joining/answers.ts'
import type { Draft } from '#joining/queries.ts'

type Named = Pick<Child, 'legalName' | 'birthDate'>
type Reader = Pick<Ctx, 'db' | 'vault' | 'now'>

/** The children under this name and birthday that the address of the draft already represents. */
async function listKnown(reader: Reader, { emailIndex }: Pick<Draft, 'emailIndex'>, { legalName, birthDate }: Named): Promise<Reached[]> {
  return (await listReached(reader, emailIndex)).filter(({ as, person }) =>
    as !== 'self' && person.birthDate === birthDate && foldedName(person.legalName) === foldedName(legalName))
}

/** The child as the same signer represents it already: it keeps its one file for all claims. Undefined for a child that is new. */
export const findKnownChild = async (reader: Reader, draft: Draft, child: Named): Promise<string | undefined> =>
  (await listKnown(reader, draft, child)).find(({ representativeId }) => representativeId === draft.personId)?.person.personId

/** Why a child cannot join this claim: it takes part already, or acts for it are paused by an objection (SG-07). Undefined where it can. */
export async function whyNotAgain(reader: Reader, draft: Draft, child: Named) {
  for (const { person } of await listKnown(reader, draft, child)) {
    const newest = await findNewest(reader, person.personId, draft.claim)
    if (newest && !newest.end) return 'child-takes-part' as const
    if (await isSuspended(reader, person.personId)) return 'child-suspended' as const
    if (await isExcluded(reader, person.personId, draft.claim)) return 'excluded' as const
  }
  return undefined
}

import { listOrganisers } from '#organisers/queries.ts'
import { fourEyes, mayDo, roles, type FourEyesAct, type Role } from '#organisers/roles.ts'
import type { Proposal } from '#organisers/four-eyes/proposals.ts'
import type { Ground } from '#web/page.ts'

const allActs = Object.keys(fourEyes) as FourEyesAct[]

/** Acts about which somebody with these roles may know: who proposes or approves them, and who audits. */
export const knownActs = (has: readonly Role[]): FourEyesAct[] =>
  allActs.filter((act) => mayDo(has, fourEyes[act].propose) || mayDo(has, fourEyes[act].approve) || mayDo(has, 'journal.export'))

/** Acts that somebody with these roles may approve. */
export const approvedBy = (has: readonly Role[]): FourEyesAct[] => allActs.filter((act) => mayDo(has, fourEyes[act].approve))

/** For whom a proposal waits. */
export const waitsFor = ({ t }: Ground, act: FourEyesAct): string =>
  roles.filter((role) => mayDo([role], fourEyes[act].approve)).map((role) => t(`desk.role.${role}`)).join(', ')

/** What became of a proposal until now. */
export const outcomeOf = ({ answer, expiresAt }: Proposal, now: Date): 'waiting' | 'over' | 'approved' | 'declined' | 'withdrawn' =>
  answer?.answer ?? (expiresAt > now ? 'waiting' : 'over')

/** Names of organisers by id. */
export const namesOf = async ({ ctx }: Ground, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await listOrganisers(ctx, [...new Set(ids)])).map(({ personId, name }) => [personId, name]))

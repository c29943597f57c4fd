import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import type { FourEyesAct } from '#organisers/roles.ts'

/** How long a proposal waits for its second pair of eyes. */
export const proposalDays = 30

/** What one organiser proposed, and what another answered. `subject` holds ids, hashes and codes, never personal data. */
export interface Proposal {
  id: string
  act: FourEyesAct
  subject: Record<string, unknown>
  aboutPerson: string | null
  proposedBy: string
  proposedAt: Date
  expiresAt: Date
  /** Why; gone once the person it is about was erased. */
  note: string | undefined
  answer: { answer: 'approved' | 'declined' | 'withdrawn'; by: string; at: Date } | undefined
}

const rowsOf = ({ db }: Pick<Ctx, 'db'>) =>
  db.selectFrom('proposal').leftJoin('proposal_answer', 'proposal_answer.proposal_id', 'proposal.id')
    .select([
      'proposal.id', 'proposal.act', 'proposal.subject', 'proposal.about_person', 'proposal.proposed_by',
      'proposal.proposed_at', 'proposal.expires_at', 'proposal.note', 'proposal_answer.answer',
      'proposal_answer.answered_by', 'proposal_answer.answered_at',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

async function read({ db, vault }: Pick<Ctx, 'db' | 'vault'>, rows: Row[]): Promise<Proposal[]> {
  const safes = await vault.findAll(db, [...new Set(rows.map((row) => row.about_person ?? row.proposed_by))])
  return rows.map((row) => ({
    id: row.id, act: row.act as FourEyesAct, subject: row.subject as Record<string, unknown>, aboutPerson: row.about_person,
    proposedBy: row.proposed_by, proposedAt: row.proposed_at, expiresAt: row.expires_at,
    note: row.note ? safes.get(row.about_person ?? row.proposed_by)?.text('proposal.note', row.note) : undefined,
    answer: row.answer && row.answered_by && row.answered_at
      ? { answer: row.answer as 'approved', by: row.answered_by, at: row.answered_at } : undefined,
  }))
}

/** One proposal; undefined where there is none. */
export async function findProposal(reader: Pick<Ctx, 'db' | 'vault'>, id: string): Promise<Proposal | undefined> {
  if (!isId(id)) return undefined
  return (await read(reader, await rowsOf(reader).where('proposal.id', '=', id).execute()))[0]
}

export interface Asked {
  /** Only those that wait for an answer and are not over. */
  waiting?: boolean
  /** Only those that were answered. */
  answered?: boolean
  acts?: readonly FourEyesAct[]
  by?: string
  notBy?: string
  aboutPerson?: string
  /** Those proposed before this one, which was the last of the page before. */
  after?: Pick<Proposal, 'proposedAt' | 'id'>
  limit?: number
}

/** Proposals, the newest first. */
export async function listProposals(reader: Pick<Ctx, 'db' | 'vault' | 'now'>,
  { waiting = false, answered = false, acts, by, notBy, aboutPerson, after, limit = 50 }: Asked): Promise<Proposal[]> {
  const rows = await rowsOf(reader)
    .$if(waiting, (query) => query.where('proposal_answer.answer', 'is', null).where('proposal.expires_at', '>', reader.now))
    .$if(answered, (query) => query.where('proposal_answer.answer', 'is not', null))
    .$if(acts !== undefined, (query) => query.where('proposal.act', 'in', acts!.length ? [...acts!] : ['none']))
    .$if(by !== undefined, (query) => query.where('proposal.proposed_by', '=', by!))
    .$if(notBy !== undefined, (query) => query.where('proposal.proposed_by', '<>', notBy!))
    .$if(aboutPerson !== undefined, (query) => query.where('proposal.about_person', '=', aboutPerson!))
    .$if(after !== undefined, (query) => query.where((row) => row.or([row('proposal.proposed_at', '<', after!.proposedAt),
      row.and([row('proposal.proposed_at', '=', after!.proposedAt), row('proposal.id', '>', after!.id)])])))
    .orderBy('proposal.proposed_at', 'desc').orderBy('proposal.id').limit(limit).execute()
  return read(reader, rows)
}

import { phases, type ClaimFacts } from '#claims/bundle.ts'

export type Phase = ClaimFacts['phase']

/** Who causes a move (domain 9.1): the board, a court, the company, the board with the company, time, or administration. */
export type Cause = 'board' | 'court' | 'company' | 'both' | 'time' | 'administration'
/** What proves a move: the day it happened is always asked. */
export type Evidence = 'document' | 'reference'
/** What must be complete before a move: the texts and the fee, or what the law asks a foundation to show (WEB-01 to WEB-09). */
export type Gate = 'texts' | 'disclosures'

/** One move a claim may make. */
export interface Move { to: Phase; cause: Cause; asks: Evidence; gate?: Gate }

/** The state table of a claim (domain 9.1), without the moves that many phases share. */
const table: Partial<Record<Phase, readonly Move[]>> = {
  draft: [{ to: 'pre_registration', cause: 'board', asks: 'reference', gate: 'texts' }],
  pre_registration: [{ to: 'open', cause: 'board', asks: 'reference', gate: 'disclosures' }],
  open: [{ to: 'notice_sent', cause: 'board', asks: 'document' }],
  notice_sent: [{ to: 'consultation', cause: 'company', asks: 'reference' }],
  consultation: [{ to: 'investigating', cause: 'board', asks: 'reference' }],
  investigating: [{ to: 'summons_served', cause: 'board', asks: 'document' }],
  summons_served: [{ to: 'registered', cause: 'court', asks: 'reference' }],
  registered: [{ to: 'competing_window', cause: 'court', asks: 'reference' }],
  competing_window: [{ to: 'admissibility', cause: 'court', asks: 'reference' }],
  admissibility: [
    { to: 'er_appointed', cause: 'court', asks: 'reference' }, { to: 'co_party', cause: 'court', asks: 'reference' },
    { to: 'inadmissible', cause: 'court', asks: 'reference' },
  ],
  er_appointed: [{ to: 'opt_window', cause: 'court', asks: 'reference' }],
  co_party: [{ to: 'opt_window', cause: 'court', asks: 'reference' }],
  opt_window: [{ to: 'settlement_attempt', cause: 'court', asks: 'reference' }, { to: 'merits', cause: 'court', asks: 'reference' }],
  // An attempt that fails leads to judgment (art. 1018i Rv); the table of the reference leaves that way out.
  settlement_attempt: [{ to: 'merits', cause: 'court', asks: 'reference' }],
  merits: [{ to: 'liability_found', cause: 'court', asks: 'reference' }, { to: 'dismissed', cause: 'court', asks: 'reference' }],
  // A higher court may set a judgment aside (9.1, on appeal): the case goes on where it was lost, or is lost after all.
  liability_found: [{ to: 'scheme_set', cause: 'court', asks: 'reference' }, { to: 'dismissed', cause: 'court', asks: 'reference' }],
  settlement_signed: [{ to: 'settlement_approved', cause: 'court', asks: 'reference' }],
  scheme_set: [{ to: 'claims_filing', cause: 'administration', asks: 'reference' }],
  settlement_approved: [{ to: 'claims_filing', cause: 'administration', asks: 'reference' }],
  claims_filing: [{ to: 'distribution', cause: 'administration', asks: 'reference' }],
  distribution: [{ to: 'closing', cause: 'administration', asks: 'document' }],
  closing: [{ to: 'closed', cause: 'board', asks: 'document' }],
  // A claim that was lost is wound up too.
  inadmissible: [{ to: 'admissibility', cause: 'court', asks: 'reference' }, { to: 'closing', cause: 'board', asks: 'reference' }],
  dismissed: [{ to: 'merits', cause: 'court', asks: 'reference' }, { to: 'closing', cause: 'board', asks: 'reference' }],
}

const over: readonly Phase[] = ['closed', 'withdrawn']
const beforeOpen: readonly Phase[] = ['draft', 'pre_registration']
/** After these there is nothing left to settle. */
const settled: readonly Phase[] = ['settlement_signed', 'settlement_approved', 'claims_filing', 'distribution', 'closing', 'stayed']

/** Whether people may join or have joined in this phase: what the gate of WEB-01 to WEB-09 guards. */
export const isOpened = (phase: Phase): boolean => !beforeOpen.includes(phase) && phase !== 'withdrawn'

/** Whether a version that carries `to` would open a claim that was not open, on whatever road it comes. */
export const opens = (from: Phase | undefined, to: Phase): boolean => isOpened(to) && !(from && isOpened(from))

/** The moves a claim in this phase may make; `before` is the phase it was in before this one, to which a stayed claim goes back. */
export function movesFrom(phase: Phase, before?: Phase): readonly Move[] {
  if (over.includes(phase)) return []
  const shared: Move[] = []
  if (isOpened(phase) && !settled.includes(phase)) shared.push({ to: 'settlement_signed', cause: 'both', asks: 'document' })
  if (phase === 'stayed' && before) shared.push({ to: before, cause: 'court', asks: 'reference' })
  if (isOpened(phase) && phase !== 'stayed') shared.push({ to: 'stayed', cause: 'court', asks: 'reference' })
  if (phase !== 'draft') shared.push({ to: 'withdrawn', cause: 'board', asks: 'reference' })
  return [...(table[phase] ?? []), ...shared]
}

/** All phases in the order of the table, for pages and tests. */
export const allPhases: readonly Phase[] = phases

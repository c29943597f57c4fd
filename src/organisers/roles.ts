/** What somebody at the desk is there for; one person may have several. */
export const roles = ['administrator', 'campaigner', 'case-handler', 'treasurer', 'lawyer', 'auditor'] as const
export type Role = (typeof roles)[number]

const everybody = roles
const files = ['case-handler', 'lawyer'] as const
const readers = ['case-handler', 'lawyer', 'treasurer', 'auditor'] as const
const writers = ['campaigner', 'lawyer'] as const

/**
 * Every act of the desk and the roles that may do it (SE-03, least privilege). The pages, the tests and the page that shows this table read
 * it here; nothing else decides. An administrator runs the desk and sees no participant; a campaigner writes texts and sees none either.
 */
export const deskActs = {
  'overview.see': everybody,
  'jobs.retry': ['administrator'],
  'organisers.see': ['administrator', 'auditor'],
  'organisers.change': ['administrator'],
  'proposals.see': everybody,
  'people.find': readers,
  'people.open': readers,
  'people.read': files,
  'people.note': ['case-handler', 'lawyer', 'treasurer'],
  'people.decide': files,
  'people.correct': files,
  'people.segment': ['case-handler', 'lawyer', 'treasurer'],
  'deficiencies.send': files,
  'duplicates.see': ['case-handler', 'lawyer', 'auditor'],
  'duplicates.judge': files,
  'signals.see': ['case-handler', 'lawyer', 'auditor'],
  'signals.judge': files,
  'merges.propose': files,
  'merges.approve': files,
  'bulk.see': ['case-handler', 'lawyer', 'administrator', 'auditor'],
  'bulk.propose': files,
  'bulk.steer': ['case-handler', 'lawyer', 'administrator'],
  'bulk.approve': ['lawyer', 'administrator'],
  'erasures.see': ['case-handler', 'lawyer', 'administrator', 'auditor'],
  'erasures.propose': files,
  'erasures.approve': ['lawyer', 'administrator'],
  'payments.see': ['treasurer', 'auditor'],
  'claims.see': everybody,
  'claims.edit': writers,
  'claims.publish': writers,
  'claims.move': ['lawyer', 'administrator'],
  'claims.carry': ['campaigner', 'lawyer', 'administrator'],
  'agreements.propose': writers,
  'agreements.approve': ['lawyer', 'administrator'],
  'journal.read': ['auditor', 'lawyer', 'administrator'],
  'journal.verify': ['auditor', 'administrator'],
  'journal.export': ['auditor'],
} as const satisfies Record<string, readonly Role[]>
export type DeskAct = keyof typeof deskActs

/** Whether somebody with these roles may do this. */
export const mayDo = (has: readonly Role[], act: DeskAct): boolean => has.some((role) => (deskActs[act] as readonly Role[]).includes(role))

/** Acts that two people do: who proposes, and which act the other one needs to approve (SE-03, four eyes). */
export const fourEyes = {
  merge: { propose: 'merges.propose', approve: 'merges.approve' },
  unmerge: { propose: 'merges.propose', approve: 'merges.approve' },
  bulk: { propose: 'bulk.propose', approve: 'bulk.approve' },
  erasure: { propose: 'erasures.propose', approve: 'erasures.approve' },
  agreements: { propose: 'agreements.propose', approve: 'agreements.approve' },
  fee: { propose: 'agreements.propose', approve: 'agreements.approve' },
} as const satisfies Record<string, { propose: DeskAct; approve: DeskAct }>
export type FourEyesAct = keyof typeof fourEyes

/**
 * The rooms of the house in their order: a room imports only rooms that stand before it. The boundaries that `npm run check` holds, the map
 * in docs/architecture.md and the one in the README are all made from or compared with this list.
 */
export const rooms = [
  { name: 'platform', what: 'database, vault, jobs, mail, files, typesetting, seal, clock; knows nothing of claims' },
  { name: 'words', what: 'every sentence of the interface, in each language, and how dates and amounts are written' },
  { name: 'deadlines', what: 'when something is due; pure, and names its statute' },
  { name: 'journal', what: 'what happened, by whom; append-only, chained by hash, each link signed and anchored outside the database' },
  { name: 'identity', what: 'prove an e-mail address by a code, sessions, rate limits' },
  { name: 'organisers', what: 'who works at the desk: invite, sign in, roles, four eyes' },
  { name: 'claims', what: 'facts, texts, terms and agreements of a claim; versions, import, export' },
  { name: 'drafting', what: 'the unpublished working copy of a claim or of the foundation: facts, texts, findings' },
  { name: 'carrying', what: 'the files of a claim in and out: from an example, from nothing, as a zip' },
  { name: 'publishing', what: 'from draft to public: publish, plan, take back, compare; agreements by two people' },
  { name: 'phases', what: 'where a claim stands and what may come next, with its gate; what the foundation must disclose' },
  { name: 'participants', what: 'the people who take part: admit, correct, find; ages and states' },
  { name: 'guardians', what: 'who acts for a child: declare, invite the other parent, birthdays, give up' },
  { name: 'accounts', what: 'the way into an account: sign in, whom an address reaches, change address or bank account' },
  { name: 'mandates', what: 'powers of attorney: grant, typeset, seal, revoke' },
  { name: 'fees', what: 'what a participant owes and how it is paid' },
  { name: 'joining', what: 'the way in: start, prove the address, answer, agree, sign, submit' },
  { name: 'leaving', what: 'the way out: withdraw, end, take back a power' },
  { name: 'coming-of-age', what: 'a child turns 16 and 18: notices, handover, the end when there is no answer' },
  { name: 'archives', what: 'own data to take along: whose data one may ask for, ask, build, fetch' },
  { name: 'court', what: 'letters to the court registry to opt out or in: prepare, note what happened; no part of leaving' },
  { name: 'search', what: 'finding people at the desk over sealed data; filters and segments' },
  { name: 'casework', what: 'a person at the desk: notes, tasks, decisions with reasons; what is opened for a stated reason' },
  { name: 'deficiencies', what: 'one letter that lists what is wrong, the time to mend it, and how it ended' },
  { name: 'duplicates', what: 'pairs that may be one human being; merging and taking it back' },
  { name: 'signals', what: 'signs of abuse, explained; they only queue for a human' },
  { name: 'bulk', what: 'one act on a whole segment: count, sample, two people, progress, undo' },
  { name: 'erasure', what: 'forgetting a person: on request, when its time is over, after a restored backup; “it was not me”' },
  { name: 'retention', what: 'how long everything is kept, as one table, and letting go of what is kept longer' },
  { name: 'figures', what: 'tallies by day and claim, for the overview; counts and no persons' },
  { name: 'web', what: 'pages, their parts, styles, and what runs in the browser' },
] as const

/** Files beside the rooms that put them together; no room imports one of them. `config.ts` is read by all, as types. */
export const assembly = [
  'built-files.ts', 'content.ts', 'journal-alarm.ts', 'worker.ts', 'world.ts', 'serve.ts', 'main.ts', 'terminal.ts', 'journal-terminal.ts',
  'cli.ts',
] as const

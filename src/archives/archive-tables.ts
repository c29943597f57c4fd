/** How a table is told in an archive. */
interface Told {
  /** Its name in data.json. */
  as: string
  /** Columns that stay out, each with its reason; the archive's readme says so in general. */
  without?: Record<string, string>
  /** Columns whose value is shown only as to whether it is the person's own. */
  actors?: string[]
}

const technical = 'finds or proves something inside the program and tells nothing about the person'
const ofDesk = 'which of its people the foundation had do it tells nothing about the person'
const ofOthers = 'about somebody else, who did not ask for it (15(4))'

/** Every table about people as it is told to them (art. 15, 20, SE-05). A test compares it with the database. */
export const archiveTables: Record<string, Told> = {
  participant: { as: 'person', without: { email_index: technical, birth_index: technical } },
  participant_change: { as: 'corrections', actors: ['actor'] },
  participant_flag: { as: 'flags' },
  email_change_ask: { as: 'addressesNotYetProven', without: { email_index: technical } },
  participation: { as: 'participations' },
  participation_end: { as: 'endedParticipations' },
  withdrawal_asked: { as: 'withdrawalsBegun', without: { session_hash: technical } },
  leaving_receipt: { as: 'receiptsOfLeaving' },
  leaving_receipt_file: { as: 'filesOfReceipts' },
  court_letter: { as: 'lettersToTheCourt' },
  court_letter_step: { as: 'stepsOfLettersToTheCourt' },
  mandate: { as: 'mandates' },
  capacity: { as: 'capacities' },
  revocation: { as: 'revocations' },
  mandate_ended_notice: { as: 'noticesOfRevocations' },
  signature: { as: 'signatures', without: { evidence: 'lies beside, as a file of its own' } },
  seal: { as: 'seals' },
  fee: { as: 'fees' },
  fee_refund: { as: 'refunds' },
  fee_set_aside: { as: 'feesSetAside' },
  fee_set_aside_end: { as: 'feesOwedAgain' },
  bank_account: { as: 'bankAccounts', actors: ['actor'] },
  representation: { as: 'representedBy' },
  representation_end: { as: 'endsOfRepresentation' },
  guardian_invitation: { as: 'invitationsOfTheOtherParent', without: { email_index: technical, contact: ofOthers } },
  guardian_answer: { as: 'answersOfTheOtherParent', without: { statement: ofOthers } },
  own_access_invitation: { as: 'invitationsToAnOwnAccount', without: { email_index: technical } },
  request_consent: { as: 'agreementToRequests' },
  suspension: { as: 'suspensions' },
  suspension_lift: { as: 'endsOfSuspensions' },
  // Notes too: what is thought about somebody is data about them (15; C-434/16). Who wrote it stays out, its words stand in `caseTexts`.
  case_text: { as: 'caseTexts' },
  case_opening: { as: 'openingsOfTheRecord', without: { organiser_id: ofDesk } },
  case_note: { as: 'notes', without: { written_by: ofDesk } },
  case_note_strike: { as: 'notesStruck', without: { struck_by: ofDesk } },
  case_task: { as: 'tasks', without: { for_organiser: ofDesk, done_by: ofDesk }, actors: ['actor'] },
  decision: { as: 'decisions', actors: ['actor'] },
  decision_undo: { as: 'decisionsTakenBack', actors: ['actor'] },
  desk_correction: { as: 'correctionsByTheDesk', actors: ['actor'] },
  objection: { as: 'objections', actors: ['actor'] },
  objection_end: { as: 'objectionsTakenBack', actors: ['actor'] },
  decision_review: { as: 'secondLooksAsked', actors: ['actor', 'decided_by'] },
  decision_review_answer: { as: 'secondLooksAnswered', actors: ['actor', 'decided_by'] },
  deficiency_notice: { as: 'deficiencyNotices', actors: ['actor'] },
  deficiency_extension: { as: 'deficiencyExtensions', actors: ['actor'] },
  deficiency_answer: { as: 'deficiencyAnswers', actors: ['actor'] },
  draft: { as: 'unfinishedJoinings', without: { email_index: technical } },
  signing_link: { as: 'signingsOnAPhone', without: { token_hash: technical, phone_hash: technical } },
  email_code: { as: 'codes', without: { email_index: technical, mac: technical } },
  session: { as: 'sessions', without: { email_index: technical, token_hash: technical } },
  passkey: { as: 'passkeys', without: { public_key: technical, credential_id: technical } },
  way_back: { as: 'signInsWithoutThePasskey' },
  mail: { as: 'mails', without: { message_id: technical, once: technical, letter: 'lies beside, as a file of its own' } },
  mail_outcome: { as: 'deliveriesOfMails' },
  stored_file: { as: 'files' },
  archive: { as: 'archives', actors: ['asked_by'] },
  erasure_request: { as: 'requestsToErase' },
  restriction: { as: 'restrictions' },
  restriction_look: { as: 'looksAtRestrictions', actors: ['looked_by'] },
  desk_erasure: { as: 'erasuresProposed', actors: ['prepared_by'] },
  bulk_item: { as: 'actsOnManyPeople' },
  person_merge: { as: 'merges', without: { into_id: ofOthers, proposal_id: technical } },
  person_merge_undo: { as: 'mergesUndone', without: { proposal_id: technical } },
  signal: { as: 'signsOfAbuse' },
  signal_queue: { as: 'queueOfSigns' },
  signal_decision: { as: 'decisionsOnSigns', actors: ['decided_by'] },
  journal_entry: { as: 'journal', actors: ['actor'] },
}

const atDesk = 'about who works at the desk: no participant, and no account from which an archive is asked for'

/** Tables with a person in them that are not in an archive, and why. */
export const notInArchive: Record<string, string> = {
  search_person: 'blind terms made of what the archive tells already; they find somebody inside the program and tell nothing themselves',
  search_query: 'what an organiser typed into the search box; gone after 12 hours',
  bulk_sample: 'who was shown as an example before an act on many people; the act itself is told',
  match_term: 'keyed hashes of what the archive tells already; they find somebody inside the program and tell nothing themselves',
  duplicate_pair: 'names two people: it would tell each of them about the other (15(4))',
  duplicate_judgement: 'names two people, and says that they are two',
  signing_block: 'a keyed hash of a block of addresses, for 30 days; the record of the signing tells the address itself',
  vault_key: 'the key that opens the rest; given away it would protect nothing any more',
  vault_erasure: 'only of people who were erased, and they have no archive',
  organiser: atDesk,
  organiser_role: atDesk,
  organiser_suspension: atDesk,
  first_link: atDesk,
  erasure_logged: 'only of people who asked to be erased; tells that the log outside the database knows it',
}

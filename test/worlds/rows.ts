import { randomBytes, randomUUID } from 'node:crypto'
import { ageBand } from '#figures/age-band.ts'
import type { Count } from '#figures/tallies.ts'
import { creditorReference } from '#fees/registration-fee.ts'
import { birthIndexOf } from '#participants/admit.ts'
import { legalZone } from '#participants/age.ts'
import { stateOf } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import type { Db } from '#platform/ctx.ts'
import { letterPlace } from '#platform/mail/queue.ts'
import type { Safe, Vault } from '#platform/vault.ts'
import { placeOf } from '#search/relist.ts'
import { ageBandOf, facetsOf } from '#search/subjects.ts'
import { termsOf } from '#search/terms.ts'
import { familyName, postcodeIn, wholeName } from './names.ts'
import { dice } from './people.ts'

export type Row = Record<string, unknown>
export type Rows = Record<(typeof pouredTables)[number], Row[]>

/** The tables that are poured, in the order in which their rows may be written. */
export const pouredTables = ['vault_key', 'participant', 'participant_flag', 'representation', 'participation', 'participation_end',
  'suspension', 'signature', 'mandate', 'capacity', 'stored_file', 'seal', 'fee', 'draft', 'mail', 'mail_outcome', 'journal_entry',
  'search_person', 'search_term'] as const

/**
 * A share of a world: the people from number `from` on, `count` of `total`, who joined in that order in the two months before `now`. Entries of
 * the journal are numbered after `entriesAfter`.
 */
export interface Share { from: number; count: number; total: number; now: Date; entriesAfter: number }

interface Pouring extends Share { vault: Vault; roll: () => number; rows: Rows; counts: Count[]; made: number; today: string }
interface Poured { personId: string; safe: Safe; at: Date; number: number; language: 'en' | 'nl'; email: string; name: string; family: string
  address: { street: string; postcode: string; city: string; country: string }; birthDate: string; claim: string }

const day = 86_400_000
const one = <T>(of: readonly T[], roll: () => number): T => of[Math.floor(roll() * of.length)]!
const reference = () => Array.from(randomBytes(12), (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31]).join('')

/** More join at the beginning of a campaign than at its end; the order is that of the numbers. */
const joinedAt = ({ now, total }: Share, number: number) =>
  new Date(Math.floor(now.getTime() - day - (1 - (number / total) ** 1.4) * 60 * day))

/** Has the vault make a key for somebody, and keeps the row to be written with many others. */
async function keyFor(vault: Vault, personId: string, at: Date, keys: Row[]): Promise<Safe> {
  const gather = { insertInto: () => ({ values: (row: Row) => ({ execute: async () => { keys.push(row) } }) }) }
  return vault.create(gather as unknown as Db, personId, at)
}

/** Entries of the journal are numbered with the people, so that its order is that of time whoever pours first. */
const journalPerPerson = 10
function journal({ rows, entriesAfter }: Pouring, { number, personId, at }: Poured, at2: Date, entries: readonly [string, Row][]) {
  for (const [n, [event, facts]] of entries.entries()) {
    rows.journal_entry.push({ id: entriesAfter + number * journalPerPerson + n + 1, at: event === 'mandates.sealed' ? at2 : at,
      actor: event === 'mandates.sealed' ? 'system' : `joiner:${personId}`, event, person_id: personId, facts })
  }
}

const bornYearsAgo = (years: number, { now, roll }: Pouring) =>
  new Date(now.getTime() - (years + roll() * 0.98) * 365.25 * day).toISOString().slice(0, 10)

async function person(pouring: Pouring, parent?: Poured): Promise<Poured> {
  const { vault, roll, rows } = pouring
  const number = pouring.from + pouring.made
  pouring.made += 1
  const [personId, at] = [randomUUID(), joinedAt(pouring, number)]
  const safe = await keyFor(vault, personId, at, rows.vault_key)
  const family = parent?.family ?? familyName(roll)
  const country = parent?.address.country ?? (roll() < 0.9 ? 'NL' : one(['BE', 'BE', 'DE', 'FR', 'PL', 'ES'], roll))
  const alias = !parent && roll() < 0.01
  const made: Poured = {
    personId, safe, at, number, family, name: wholeName(family, roll), language: parent?.language ?? (roll() < 0.75 ? 'nl' : 'en'),
    email: parent?.email ?? `deelnemer-${number}${alias ? '+claim' : ''}@voorbeeld.example`,
    birthDate: bornYearsAgo(parent ? 4 + Math.floor(roll() * 14) : 19 + Math.floor(roll() ** 1.5 * 60), pouring),
    address: parent?.address ?? { street: `Voorbeeldstraat ${1 + Math.floor(roll() * 250)}`, postcode: postcodeIn(country, roll),
      city: one(['Voorbeeldstad', 'Proefdorp', 'Verzonnenveen', 'Denkbeeldingen', 'Testerhuizen'], roll), country },
    claim: parent?.claim ?? (roll() < 0.85 ? 'tiktok' : 'zoom'),
  }
  rows.participant.push({
    person_id: personId, email_index: parent ? null : vault.index('email', made.email),
    email: parent ? null : safe.seal('participant.email', made.email), legal_name: safe.seal('participant.legal_name', made.name),
    birth_date: safe.seal('participant.birth_date', made.birthDate), birth_index: parent ? birthIndexOf({ vault }, made.birthDate) : null,
    address: safe.seal('participant.address', JSON.stringify(made.address)), country, language: made.language, admitted_at: at,
  })
  if (alias) rows.participant_flag.push({ person_id: personId, flag: 'plus-alias', flagged_at: at })
  participation(pouring, made, { parent, flags: alias ? ['plus-alias'] : [] })
  return made
}

/** One participation as joining writes it: signature, mandate, two capacities, seal, fee, mail with the papers; and some have left again. */
function participation(pouring: Pouring, of: Poured, { parent, flags }: { parent: Poured | undefined; flags: string[] }) {
  const { vault, roll, rows, counts, now, today } = pouring
  const { personId, safe, at, language, claim } = of
  const [signature, mandate, file, mail] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const [ref, sealedAt] = [reference(), new Date(at.getTime() + 40_000)]
  const successFee = roll() < 0.45 ? 'fixed' as const : 'percent' as const
  const account = roll() < 0.2 ? `+316${String(10_000_000 + Math.floor(roll() * 89_999_999))}` : `voorbeeld_${of.number}`
  const leaves = !parent && roll() < 0.06 ? new Date(Math.min(at.getTime() + (1 + roll() * 20) * day, now.getTime())) : undefined
  const end = leaves && { kind: leaves.getTime() - at.getTime() < 14 * day ? 'withdrawn' as const : 'terminated' as const,
    noticedAt: leaves, effectiveOn: dayIn(legalZone, leaves) }
  const suspended = roll() < 0.01
  const sealed = of.number < pouring.total * 0.998
  rows.participation.push({
    person_id: personId, claim, round: 1, reference: ref, language, success_fee: successFee, success_fixed_cents: 5000, success_percent: 20,
    start_early: roll() < 0.3, joined_at: at,
    usage: safe.seal('participation.usage', JSON.stringify({ accounts: { username: account }, from: '2020-01', until: null })),
  })
  if (end) rows.participation_end.push({ person_id: personId, claim, round: 1, kind: end.kind, channel: 'account',
    notice: safe.seal('participation_end.notice', '{}'), noticed_at: end.noticedAt, effective_on: end.effectiveOn })
  if (suspended) rows.suspension.push({ person_id: personId, id: randomUUID(), reason: 'identity-disputed', suspended_at: at })
  rows.signature.push({ person_id: personId, id: signature, claim, way: 'typed', signatory: parent ? 'parent' : 'self',
    representative_id: parent?.personId ?? null, evidence: safe.seal('signature.evidence', '{}'), signed_at: at })
  rows.mandate.push({ person_id: personId, id: mandate, claim, round: 1, signature_id: signature, language, granted_at: at })
  for (const kind of ['mandate', 'power-of-attorney']) {
    rows.capacity.push({ person_id: personId, mandate_id: mandate, kind, text_sha256: 'poured', text_version: '1', language, scope: [],
      valid_from: at.toISOString().slice(0, 10) })
  }
  if (sealed) {
    rows.stored_file.push({ person_id: personId, id: file, kind: 'mandate', media_type: 'application/pdf', bytes: 90_000,
      sha256: randomBytes(32), stored_at: sealedAt })
    rows.seal.push({ person_id: personId, mandate_id: mandate, file_id: file, sha256: randomBytes(32), level: 'B-B',
      certificate_sha256: randomBytes(32), test_certificate: true, sealed_at: sealedAt })
    rows.mail.push({ person_id: personId, id: mail, kind: 'sealed-copy', once: `sealed:${mandate}`, language, message_id: mail,
      queued_at: sealedAt, letter: safe.seal(letterPlace(mail),
        JSON.stringify({ to: of.email, subject: 'Voorbeeld', text: 'Voorbeeld', html: '<p>Voorbeeld</p>', attachments: [] })) })
    rows.mail_outcome.push({ person_id: personId, mail_id: mail, outcome: 'accepted', reply_code: 250, decided_at: sealedAt })
  }
  rows.fee.push({ person_id: personId, id: randomUUID(), kind: 'registration', claim, round: 1, turn: 1, owed_at: at, ...(parent
    ? { cents: 0, vat_cents: 0, reference: null, reason: 'paid-by-representative' }
    : { cents: 1750, vat_cents: 304, reference: creditorReference(`JN${ref}`), reason: 'first-claim-of-this-person' }) })
  counts.push({ what: 'age', claim, day: dayIn(legalZone, at), of: ageBand(of.birthDate, dayIn(legalZone, at)), n: 1 })
  const capacities = 'mandate power-of-attorney'
  journal(pouring, of, sealedAt, [
    ...(parent ? [] : [['joining.started', { claim }], ['identity.address-proven', { codeId: signature, purpose: 'join' }],
      ['joining.submitted', { claim, purpose: 'join' }]] as [string, Row][]),
    ['participants.admitted', {}], ['participants.joined', { claim, round: 1 }], ['mandates.granted', { mandateId: mandate, claim, capacities }],
    parent ? ['fees.waived', { claim, rule: 'MO-09', why: 'paid-by-representative' }] : ['fees.owed', { claim, rule: 'MO-09' }],
    ...(sealed ? [['mandates.sealed', { mandateId: mandate, fileId: file }] as [string, Row]] : []),
    ...(end ? [['leaving.ended', { claim, kind: end.kind }] as [string, Row]] : []),
  ])
  const state = stateOf({ end, suspended, birthDate: of.birthDate, today, signedByOthersOnly: parent !== undefined })
  const place = placeOf(at, personId).toString()
  const terms = termsOf(vault, {
    name: of.name, birthDate: of.birthDate, emails: [of.email], postcode: of.address.postcode, references: [ref], accounts: [account],
    facets: facetsOf({ country: of.address.country, language, age: ageBandOf(of.birthDate, today), represented: parent !== undefined, flags,
      standings: [{ claim, state, successFee, sealed }] }),
  })
  rows.search_person.push({ person_id: personId, place, terms: `{${terms.join()}}` })
  for (const term of terms) rows.search_term.push({ term, place })
}

/** Name words and facets come again and again; their blind indexes are made once. */
function remembering(vault: Vault): Vault {
  const known = new Map<string, Buffer>()
  const index = (kind: string, value: string): Buffer => {
    if (!kind.startsWith('search.') || /\.(email|reference|postcode|account|born)$/.test(kind)) return vault.index(kind, value)
    const key = `${kind} ${value}`
    const made = known.get(key) ?? vault.index(kind, value)
    known.set(key, made)
    return made
  }
  return { ...vault, index }
}

const vaults = new WeakMap<Vault, Vault>()

/**
 * The rows of a share of a world: adults, and for every fourth of them one to three children, sealed as joining seals them; with the counts
 * that only the program can make. The documents themselves are not made.
 */
export async function rowsOf(vault: Vault, share: Share): Promise<{ rows: Rows; counts: Count[] }> {
  const remembered = vaults.get(vault) ?? remembering(vault)
  vaults.set(vault, remembered)
  const rows = Object.fromEntries(pouredTables.map((table) => [table, []])) as unknown as Rows
  const pouring: Pouring = { ...share, vault: remembered, roll: dice(1680 + share.from), rows, counts: [], made: 0,
    today: dayIn(legalZone, share.now) }
  while (pouring.made < share.count) {
    const adult = await person(pouring)
    rows.draft.push({ person_id: adult.personId, claim: adult.claim, language: adult.language, purpose: 'join',
      email_index: vault.index('email', adult.email), answers: adult.safe.seal('draft.answers', '{}'), started_at: adult.at,
      changed_at: adult.at, confirmed_at: adult.at, submitted_at: adult.at })
    const family = pouring.roll() < 0.25 ? 1 + Math.floor(pouring.roll() * 3) : 0
    const steps = ['who', 'details', ...(family ? ['children'] : []), 'agreements', 'sign', 'check']
    pouring.counts.push(...steps.map((of): Count => ({ what: 'reached', claim: adult.claim, day: dayIn(legalZone, adult.at), of, n: 1 })))
    for (let children = family; children > 0 && pouring.made < share.count; children -= 1) {
      const child = await person(pouring, adult)
      rows.representation.push({ person_id: child.personId, representative_id: adult.personId, relation: 'parent', authority: 'joint',
        declaration: child.safe.seal('representation.declaration', JSON.stringify({ sentence: 'Voorbeeld', at: adult.at.toISOString() })),
        declared_at: child.at })
    }
  }
  return { rows, counts: pouring.counts }
}

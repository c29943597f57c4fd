import { randomBytes, randomUUID } from 'node:crypto'
import { creditorReference } from '#fees/registration-fee.ts'
import { ageBand } from '#figures/age-band.ts'
import { legalZone } from '#participants/age.ts'
import { stateOf } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import { letterPlace } from '#platform/mail/queue.ts'
import type { Case } from './cases.ts'
import { foundBy, matchedBy } from './found-by.ts'
import type { Poured, Pouring, Row } from './poured.ts'

const day = 86_400_000
const reference = () => Array.from(randomBytes(12), (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31]).join('')

interface Beside { parent: Poured | undefined; flags: string[]; given: Case | undefined }

/** One participation as joining writes it: signature, mandate, capacities, seal, fee, mail with the papers; and some have left again. */
export function participation(pouring: Pouring, of: Poured, { parent, flags, given }: Beside): void {
  const { roll, rows, counts, today } = pouring
  const { personId, safe, at, language, claim, account } = of
  const [signature, mandate] = [randomUUID(), randomUUID()]
  const [ref, sealedAt] = [reference(), new Date(at.getTime() + 40_000)]
  const successFee = roll() < 0.45 ? 'fixed' as const : 'percent' as const
  const end = parent || given ? undefined : ending(pouring, at)
  const suspended = !given && roll() < 0.01
  const sealed = of.number < pouring.total * 0.998
  const usage = { accounts: { username: account }, from: '2020-01', until: null }
  rows.participation.push({
    person_id: personId, claim, round: 1, reference: ref, language, success_fee: successFee, success_fixed_cents: 5000, success_percent: 20,
    start_early: roll() < 0.3, joined_at: at, usage: safe.seal('participation.usage', JSON.stringify(usage)),
  })
  if (end) rows.participation_end.push({ person_id: personId, claim, round: 1, kind: end.kind, channel: 'account',
    notice: safe.seal('participation_end.notice', '{}'), noticed_at: end.noticedAt, effective_on: end.effectiveOn })
  if (suspended) rows.suspension.push({ person_id: personId, id: randomUUID(), reason: 'identity-disputed', suspended_at: at })
  rows.signature.push({ person_id: personId, id: signature, claim, way: 'typed', signatory: parent ? 'parent' : 'self',
    representative_id: parent?.personId ?? null, evidence: safe.seal('signature.evidence', evidenceOf(at, given)), signed_at: at })
  rows.mandate.push({ person_id: personId, id: mandate, claim, round: 1, signature_id: signature, language, granted_at: at })
  for (const kind of ['mandate', 'power-of-attorney']) {
    rows.capacity.push({ person_id: personId, mandate_id: mandate, kind, text_sha256: 'poured', text_version: '1', language, scope: [],
      valid_from: at.toISOString().slice(0, 10) })
  }
  const file = sealed ? papers(pouring, of, mandate, sealedAt) : undefined
  rows.fee.push({ person_id: personId, id: randomUUID(), kind: 'registration', claim, round: 1, turn: 1, owed_at: at, ...(parent
    ? { cents: 0, vat_cents: 0, reference: null, reason: 'paid-by-representative' }
    : { cents: 1750, vat_cents: 304, reference: creditorReference(`JN${ref}`), reason: 'first-claim-of-this-person' }) })
  counts.push({ what: 'age', claim, day: dayIn(legalZone, at), of: ageBand(of.birthDate, dayIn(legalZone, at)), n: 1 })
  journal(pouring, of, sealedAt, entries(of, { parent, signature, mandate, file, end: end?.kind }))
  const state = stateOf({ end, suspended, birthDate: of.birthDate, today, signedByOthersOnly: parent !== undefined })
  foundBy(pouring, of, { reference: ref, flags, represented: parent !== undefined, standing: { claim, state, successFee, sealed } })
  if (!end) matchedBy(pouring, of, { usage, parent })
}

function ending({ roll, now }: Pouring, at: Date) {
  const leaves = roll() < 0.06 ? new Date(Math.min(at.getTime() + (1 + roll() * 20) * day, now.getTime())) : undefined
  return leaves && {
    kind: leaves.getTime() - at.getTime() < 14 * day ? 'withdrawn' as const : 'terminated' as const,
    noticedAt: leaves, effectiveOn: dayIn(legalZone, leaves),
  }
}

/** Of a signature only what signs of abuse rest on, and only where there is one. */
function evidenceOf(at: Date, given: Case | undefined): string {
  if (!given?.signed) return '{}'
  const { seconds, ip } = given.signed
  return JSON.stringify({
    screens: [{ screen: 'start', at: new Date(at.getTime() - seconds * 1000).toISOString() }],
    signature: { way: 'typed', at: at.toISOString(), ip },
  })
}

/** The sealed document and the mail with it; answers the file. */
function papers({ rows }: Pouring, { personId, safe, email, language }: Poured, mandate: string, at: Date): string {
  const [file, mail] = [randomUUID(), randomUUID()]
  rows.stored_file.push({ person_id: personId, id: file, kind: 'mandate', media_type: 'application/pdf', bytes: 90_000,
    sha256: randomBytes(32), stored_at: at })
  rows.seal.push({ person_id: personId, mandate_id: mandate, file_id: file, sha256: randomBytes(32), level: 'B-B',
    certificate_sha256: randomBytes(32), test_certificate: true, sealed_at: at })
  const letter = { to: email, subject: 'Voorbeeld', text: 'Voorbeeld', html: '<p>Voorbeeld</p>', attachments: [] }
  rows.mail.push({ person_id: personId, id: mail, kind: 'sealed-copy', once: `sealed:${mandate}`, language, message_id: mail,
    queued_at: at, letter: safe.seal(letterPlace(mail), JSON.stringify(letter)) })
  rows.mail_outcome.push({ person_id: personId, mail_id: mail, outcome: 'accepted', reply_code: 250, decided_at: at })
  return file
}

interface Told { parent: Poured | undefined; signature: string; mandate: string; file: string | undefined; end: string | undefined }

function entries({ claim, iban }: Poured, { parent, signature, mandate, file, end }: Told): [string, Row][] {
  const began: [string, Row][] = [['joining.started', { claim }], ['identity.address-proven', { codeId: signature, purpose: 'join' }],
    ['joining.submitted', { claim, purpose: 'join' }]]
  return [
    ...(parent ? [] : began), ['participants.admitted', {}], ['participants.joined', { claim, round: 1 }],
    ['mandates.granted', { mandateId: mandate, claim, capacities: 'mandate power-of-attorney' }],
    parent ? ['fees.waived', { claim, rule: 'MO-09', why: 'paid-by-representative' }] : ['fees.owed', { claim, rule: 'MO-09' }],
    ...(file ? [['mandates.sealed', { mandateId: mandate, fileId: file }] as [string, Row]] : []),
    ...(iban === undefined ? [] : [['accounts.bank-account-entered', {}] as [string, Row]]),
    ...(end ? [['leaving.ended', { claim, kind: end }] as [string, Row]] : []),
  ]
}

/** Entries of the journal are numbered with the people, so that its order is that of time whoever pours first. */
const journalPerPerson = 10
function journal({ rows, entriesAfter }: Pouring, { number, personId, at }: Poured, sealedAt: Date, told: readonly [string, Row][]) {
  for (const [n, [event, facts]] of told.entries()) {
    const sealed = event === 'mandates.sealed'
    rows.journal_entry.push({ id: entriesAfter + number * journalPerPerson + n + 1, at: sealed ? sealedAt : at,
      actor: sealed ? 'system' : `joiner:${personId}`, event, person_id: personId, facts })
  }
}

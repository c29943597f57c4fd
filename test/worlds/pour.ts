import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { creditorReference } from '#fees/registration-fee.ts'
import { birthIndexOf } from '#participants/admit.ts'
import type { Db } from '#platform/ctx.ts'
import { letterPlace } from '#platform/mail/queue.ts'
import type { Safe, Vault } from '#platform/vault.ts'
import { dice, invented } from './people.ts'

type Row = Record<string, unknown>
type Rows = Record<string, Row[]>

const written = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)

/** The tables in the order in which their rows may be written. */
const order = ['vault_key', 'participant', 'representation', 'participation', 'signature', 'mandate', 'capacity', 'stored_file', 'seal',
  'fee', 'draft', 'mail', 'mail_outcome'] as const

async function pour(db: Db, rows: Rows) {
  await db.transaction().execute(async (all) => {
    for (const table of order) {
      const [first] = rows[table] ?? []
      if (!first) continue
      const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
      const poured = JSON.stringify(rows[table], (_, value: unknown) => written(isBufferJson(value) ? Buffer.from(value.data) : value))
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${poured}::json)`.execute(all)
    }
  })
}

const isBufferJson = (value: unknown): value is { data: number[] } => typeof value === 'object' && value !== null
  && (value as { type?: string }).type === 'Buffer'

/** Has the vault make a key for somebody, and keeps the row to be written with many others. */
async function keyFor(vault: Vault, personId: string, at: Date, keys: Row[]): Promise<Safe> {
  const gather = { insertInto: () => ({ values: (row: Row) => ({ execute: async () => { keys.push(row) } }) }) }
  return vault.create(gather as unknown as Db, personId, at)
}

const day = 86_400_000
const born = (years: number, roll: () => number) => new Date(Date.now() - (years + roll() * 0.98) * 365.25 * day).toISOString().slice(0, 10)
const reference = () => Array.from(randomBytes(12), (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte & 31]).join('')

interface Pouring { vault: Vault; roll: () => number; now: Date; rows: Rows }
interface Poured { personId: string; safe: Safe; at: Date; language: 'en' | 'nl'; email: string; name: string }

async function person({ vault, roll, now, rows }: Pouring, number: number, parent?: Poured): Promise<Poured> {
  const made = invented(number, roll)
  const [personId, at] = [randomUUID(), parent?.at ?? new Date(now.getTime() - day - roll() * 60 * day)]
  const safe = await keyFor(vault, personId, at, rows['vault_key']!)
  const { 'birthDate-year': year, 'birthDate-month': month, 'birthDate-day': on, street, postcode, city } = made.answers
  const birthDate = parent ? born(4 + Math.floor(roll() * 14), roll) : `${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`
  rows['participant']!.push({
    person_id: personId, email_index: parent ? null : vault.index('email', made.email), email: parent ? null
      : safe.seal('participant.email', made.email),
    legal_name: safe.seal('participant.legal_name', made.answers.legalName), birth_date: safe.seal('participant.birth_date', birthDate),
    birth_index: parent ? birthIndexOf({ vault }, birthDate) : null,
    address: safe.seal('participant.address', JSON.stringify({ street, postcode, city, country: 'NL' })),
    country: 'NL', language: made.language, admitted_at: at,
  })
  return { personId, safe, at, language: made.language, email: parent?.email ?? made.email, name: made.answers.legalName }
}

/** One participation as joining writes it: signature, mandate, two capacities, seal, fee, mail with the papers. */
function participation({ roll, rows }: Pouring, of: Poured, claim: string, parent?: Poured) {
  const { personId, safe, at, language } = of
  const [signature, mandate, file, mail] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const ref = reference()
  rows['participation']!.push({
    person_id: personId, claim, round: 1, reference: ref, language, success_fee: roll() < 0.45 ? 'fixed' : 'percent',
    success_fixed_cents: 5000, success_percent: 20,
    start_early: roll() < 0.3,
    usage: safe.seal('participation.usage', JSON.stringify({ accounts: { username: 'voorbeeld' }, from: '2020-01', until: null })),
    joined_at: at,
  })
  rows['signature']!.push({ person_id: personId, id: signature, claim, way: 'typed', signatory: parent ? 'parent' : 'self',
    representative_id: parent?.personId ?? null,
    evidence: safe.seal('signature.evidence', '{}'), signed_at: at })
  rows['mandate']!.push({ person_id: personId, id: mandate, claim, round: 1, signature_id: signature, language, granted_at: at })
  for (const kind of ['mandate', 'power-of-attorney']) {
    rows['capacity']!.push({ person_id: personId, mandate_id: mandate, kind, text_sha256: 'poured', text_version: '1', language, scope: [],
      valid_from: at.toISOString().slice(0, 10) })
  }
  rows['stored_file']!.push({ person_id: personId, id: file, kind: 'mandate', media_type: 'application/pdf', bytes: 90_000,
    sha256: randomBytes(32), stored_at: at })
  rows['seal']!.push({ person_id: personId, mandate_id: mandate, file_id: file, sha256: randomBytes(32), level: 'B-B',
    certificate_sha256: randomBytes(32), test_certificate: true, sealed_at: at })
  rows['fee']!.push(parent
    ? { person_id: personId, id: randomUUID(), kind: 'registration', claim, round: 1, turn: 1, cents: 0, vat_cents: 0, reference: null,
      reason: 'paid-by-representative', owed_at: at }
    : { person_id: personId, id: randomUUID(), kind: 'registration', claim, round: 1, turn: 1, cents: 1750, vat_cents: 304,
      reference: creditorReference(`JN${ref}`), reason: 'first-claim-of-this-person', owed_at: at })
  rows['mail']!.push({ person_id: personId, id: mail, kind: 'sealed-copy', once: `sealed:${mandate}`, language, message_id: mail,
    queued_at: at,
    letter: safe.seal(letterPlace(mail),
      JSON.stringify({ to: of.email, subject: 'Voorbeeld', text: 'Voorbeeld', html: '<p>Voorbeeld</p>', attachments: [] })) })
  rows['mail_outcome']!.push({ person_id: personId, mail_id: mail, outcome: 'accepted', reply_code: 250, decided_at: at })
}

/**
 * Pours that many participants into an empty world, minutes instead of days: adults, and for every fourth of them one to three children.
 * What is sealed is sealed as joining seals it; the documents themselves are not made.
 */
export async function pourParticipants({ db, vault, now }: { db: Db; vault: Vault; now: Date }, count: number,
  tell: (line: string) => void): Promise<void> {
  const roll = dice(1680)
  const empty = (): Rows => Object.fromEntries(order.map((table) => [table, []]))
  const pouring: Pouring = { vault, roll, now, rows: empty() }
  let [number, poured] = [0, 0]
  while (poured < count) {
    number += 1
    const adult = await person(pouring, number)
    const claim = roll() < 0.85 ? 'tiktok' : 'zoom'
    participation(pouring, adult, claim)
    poured += 1
    pouring.rows['draft']!.push({ person_id: adult.personId, claim, language: adult.language,
      email_index: vault.index('email', adult.email), purpose: 'join',
      answers: adult.safe.seal('draft.answers', '{}'), started_at: adult.at, changed_at: adult.at, confirmed_at: adult.at,
      submitted_at: adult.at })
    for (let children = roll() < 0.25 ? 1 + Math.floor(roll() * 3) : 0; children > 0 && poured < count; children -= 1) {
      number += 1
      const one = await person(pouring, number, adult)
      pouring.rows['representation']!.push({ person_id: one.personId, representative_id: adult.personId, relation: 'parent',
        authority: 'joint',
        declaration: one.safe.seal('representation.declaration', JSON.stringify({ sentence: 'Voorbeeld', at: adult.at.toISOString() })),
        declared_at: adult.at })
      participation(pouring, one, claim, adult)
      poured += 1
    }
    if (pouring.rows['vault_key']!.length >= 2000 || poured >= count) {
      await pour(db, pouring.rows)
      pouring.rows = empty()
      if (poured % 20_000 < 2000 || poured >= count) tell(`${poured} people take part`)
    }
  }
}

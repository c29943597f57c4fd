import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from '#platform/ctx.ts'
import { openSigner, type Signer } from '#platform/signer.ts'

/**
 * Personal values are AES-256-GCM under a key per person; that key is wrapped by a master key held outside the database (SE-03).
 * A sealed value is bound to its person and its place (`table.column`), so it cannot be moved to another row unnoticed.
 */
export interface Vault {
  /** Makes the key of a new person. Refuses (throws) when the person has one. */
  create(db: Db, personId: string, now: Date): Promise<Safe>
  /** Opens a person's key; undefined once the person has been erased. */
  find(db: Db, personId: string): Promise<Safe | undefined>
  /** Opens the keys of several persons in one query; who was erased is not among them. */
  findAll(db: Db, personIds: readonly string[]): Promise<Map<string, Safe>>
  /** Like `find`, and throws where the key is missing. */
  open(db: Db, personId: string): Promise<Safe>
  /**
   * Destroys the person's key: what was sealed can never be read again. Leaves a tombstone with id, reason and time (SE-06); backups from
   * before still hold the key.
   */
  erase(db: Db, personId: string, reason: string, now: Date): Promise<void>
  /**
   * Wraps up to `most` keys that are under an older master key anew with the newest; answers how many it looked at, 0 when none is left.
   * What is sealed stays as it is. Each key is changed only where it is still as it was read, so it may run beside everything else and be
   * broken off.
   */
  rewrap(db: Db, most: number): Promise<number>
  /** Blind index of a normalised value, for look-up without reading. */
  index(kind: string, value: string): Buffer
  /** Signs what has to be believed of this installation later, such as the journal. */
  readonly signer: Signer
}

export interface Safe {
  readonly personId: string
  seal(place: string, value: string | Uint8Array): Buffer
  text(place: string, sealed: Uint8Array): string
  bytes(place: string, sealed: Uint8Array): Buffer
}

export interface VaultKeys {
  /** Newest first: the first wraps, all unwrap. 32 bytes each. */
  masters: Buffer[]
  /** Key of the blind indexes and of keyed hashes; it does not rotate with the master key. */
  index: Buffer
}

const keyName = (key: Buffer) => createHash('sha256').update(key).digest('hex').slice(0, 16)

function encrypt(key: Buffer, bound: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([Uint8Array.of(1), iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, bound: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== 1 || sealed.length < 29) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(sealed.length - 16))
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
}

function safe(personId: string, key: Buffer): Safe {
  const bound = (place: string) => `${personId}/${place}`
  return {
    personId,
    seal: (place, value) => encrypt(key, bound(place), typeof value === 'string' ? Buffer.from(value) : value),
    text: (place, sealed) => decrypt(key, bound(place), sealed).toString(),
    bytes: (place, sealed) => decrypt(key, bound(place), sealed),
  }
}

export function openVault({ masters, index }: VaultKeys): Vault {
  const byName = new Map(masters.map((key) => [keyName(key), key]))
  const current = masters[0]
  if (!current) throw new Error('the vault needs a master key')
  const indexKey = Buffer.from(hkdfSync('sha256', index, '', 'joinder blind index', 32))

  const unwrap = (personId: string, row: { wrapped: Uint8Array; master_key: string }): Buffer => {
    const master = byName.get(row.master_key)
    if (!master)
      throw new Error(
        `MASTER_KEY_FILE lacks the master key ${row.master_key} that this database was written with; add it as a further "master:" line`,
      )
    return decrypt(master, personId, row.wrapped)
  }

  const vault: Vault = {
    async create(db, personId, now) {
      const key = randomBytes(32)
      const row = { person_id: personId, wrapped: encrypt(current, personId, key), master_key: keyName(current), created_at: now }
      await db.insertInto('vault_key').values(row).execute()
      return safe(personId, key)
    },
    async find(db, personId) {
      const row = await db.selectFrom('vault_key').select(['wrapped', 'master_key']).where('person_id', '=', personId).executeTakeFirst()
      return row && safe(personId, unwrap(personId, row))
    },
    async findAll(db, personIds) {
      if (!personIds.length) return new Map()
      const rows = await db.selectFrom('vault_key').select(['person_id', 'wrapped', 'master_key']).where('person_id', 'in', personIds)
        .execute()
      return new Map(rows.map((row) => [row.person_id, safe(row.person_id, unwrap(row.person_id, row))]))
    },
    async open(db, personId) {
      const found = await vault.find(db, personId)
      if (!found) throw new Error(`no vault key for person ${personId}`)
      return found
    },
    async erase(db, personId, reason, now) {
      const gone = await db.deleteFrom('vault_key').where('person_id', '=', personId).executeTakeFirst()
      if (!gone.numDeletedRows) return
      await db.insertInto('vault_erasure').values({ person_id: personId, reason, erased_at: now }).execute()
    },
    async rewrap(db, most) {
      const rows = await db.selectFrom('vault_key').select(['person_id', 'wrapped', 'master_key'])
        .where('master_key', '<>', keyName(current)).orderBy('person_id').limit(most).execute()
      for (const row of rows) {
        const wrapped = encrypt(current, row.person_id, unwrap(row.person_id, row))
        await db.updateTable('vault_key').set({ wrapped, master_key: keyName(current) })
          .where('person_id', '=', row.person_id).where('wrapped', '=', row.wrapped).execute()
      }
      return rows.length
    },
    index: (kind, value) => createHmac('sha256', indexKey).update(`${kind}\0${value}`).digest(),
    signer: openSigner(index),
  }
  return vault
}

/** Reads `MASTER_KEY_FILE`: lines `index:<base64>` (one) and `master:<base64>` (newest first), 32 bytes each; `#` starts a comment. */
export function readVaultKeys(text: string, file: string): VaultKeys {
  const keys = { index: [] as Buffer[], master: [] as Buffer[] }
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line || line.startsWith('#')) continue
    const [, name, value] = /^(index|master):([A-Za-z0-9+/=_-]+)$/.exec(line) ?? []
    const key = Buffer.from(value ?? '', 'base64')
    if (!name || key.length !== 32) throw new Error(`${file}: each line is "index:" or "master:" with 32 bytes in base64`)
    keys[name as 'index' | 'master'].push(key)
  }
  const [index] = keys.index
  if (!index || keys.index.length > 1
    || !keys.master.length) throw new Error(`${file}: needs one "index:" line and at least one "master:" line`)
  return { index, masters: keys.master }
}

/** The text of a fresh key file. */
export function newVaultKeys(): string {
  const key = () => randomBytes(32).toString('base64')
  const warning = '# Joinder keys. Without this file nothing personal in the database can be read: keep a copy apart from the backups.'
  return `${warning}\nindex:${key()}\nmaster:${key()}\n`
}

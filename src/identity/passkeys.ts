import { randomUUID } from 'node:crypto'
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import { done, refused } from '#platform/outcome.ts'
import { deviceOf, type Device } from './device.ts'
import { newChallenge, useChallenge, type ChallengePurpose } from './passkey-challenges.ts'

/** Whom a passkey is made for: the one public address of the site. A claim's own host is another origin, and its answers are refused. */
export interface RelyingParty { name: string; origin: string }

/** A passkey as its owner sees it; no name is given to it, only the device on which it was made. */
export interface Passkey extends Device { id: string; personId: string; synced: boolean; addedAt: Date; usedAt: Date | null }

const idOf = ({ origin }: RelyingParty) => new URL(origin).hostname
const bytesOf = (base64url: string) => Buffer.from(base64url, 'base64url')

/** The passkeys of some persons, oldest first. */
export async function listPasskeys({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Passkey[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('passkey')
    .select(['id', 'person_id', 'synced', 'browser', 'system', 'added_at', 'used_at'])
    .where('person_id', 'in', personIds).orderBy('added_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, synced: row.synced, browser: row.browser as Device['browser'],
    system: row.system as Device['system'], addedAt: row.added_at, usedAt: row.used_at,
  }))
}

/** What the browser needs to make a passkey for a person, in this session. Refused: `too-many-codes`. */
export async function askForPasskey(
  ctx: Ctx, rp: RelyingParty,
  { personId, email, name, sessionId, ip }: { personId: string; email: string; name: string; sessionId: string; ip: string },
) {
  const challenge = await newChallenge(ctx, { purpose: 'add', sessionId, ip })
  if (!challenge.ok) return challenge
  const has = await ctx.db.selectFrom('passkey').select(['credential_id', 'transports']).where('person_id', '=', personId).execute()
  return done(
    await generateRegistrationOptions({
      rpName: rp.name, rpID: idOf(rp), userName: email, userDisplayName: name,
      userID: new Uint8Array(Buffer.from(personId)), challenge: challenge.value, attestationType: 'none',
      timeout: 300_000, authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: has.map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports })),
    }),
  )
}

/** Keeps a passkey the browser made. Refused: `passkey-failed` for anything that is not exactly what was asked for. */
export async function addPasskey(
  ctx: Ctx, rp: RelyingParty,
  { personId, sessionId, answer, userAgent }: { personId: string; sessionId: string; answer: string; userAgent: string },
) {
  const response = parsed<RegistrationResponseJSON>(answer)
  const checked = response && (await verifyRegistrationResponse({
    response, expectedChallenge: (challenge) => useChallenge(ctx, challenge, { purpose: 'add', sessionId }),
    expectedOrigin: rp.origin, expectedRPID: idOf(rp), requireUserVerification: true,
  }).catch(notOurs))
  if (!checked?.verified) return refused('passkey-failed')
  const { credential, credentialBackedUp } = checked.registrationInfo
  const id = randomUUID()
  const added = await ctx.db.insertInto('passkey')
    .values({
      person_id: personId, credential_id: bytesOf(credential.id), id, public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).filter((each) => /^[a-z-]{1,20}$/.test(each)).slice(0, 8),
      synced: credentialBackedUp, ...deviceOf(userAgent), added_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!added.numInsertedOrUpdatedRows) return refused('passkey-failed')
  await record(ctx, 'identity.passkey-added', personId, { passkeyId: id })
  return done(id)
}

/**
 * What the browser needs to sign with a passkey: any one of this site at sign-in, one of these persons to confirm. Refused:
 * `too-many-codes`.
 */
export async function askPasskeyToSign(
  ctx: Ctx, rp: RelyingParty,
  asking: { purpose: ChallengePurpose; sessionId?: string; personIds?: readonly string[]; ip: string },
) {
  const challenge = await newChallenge(ctx, asking)
  if (!challenge.ok) return challenge
  const { personIds = [] } = asking
  const known = personIds.length
    ? await ctx.db.selectFrom('passkey').select(['credential_id', 'transports']).where('person_id', 'in', personIds).execute()
    : []
  return done(await generateAuthenticationOptions({
    rpID: idOf(rp), challenge: challenge.value, userVerification: 'required', timeout: 300_000,
    allowCredentials: known.map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports })),
  }))
}

/**
 * A passkey signed: answers whose it is. Refused as one `passkey-failed`: an unknown or removed passkey, a challenge that was used, is
 * older than 5 minutes or was made for another session, another origin, a signature that does not fit, and a counter that does not rise.
 */
export async function provePasskey(
  ctx: Ctx, rp: RelyingParty,
  { answer, purpose, sessionId = null }: { answer: string; purpose: ChallengePurpose; sessionId?: string | null },
) {
  const response = parsed<AuthenticationResponseJSON>(answer)
  const personId = response?.response.userHandle ? bytesOf(response.response.userHandle).toString() : ''
  if (!response || !isId(personId)) return refused('passkey-failed')
  const key = await ctx.db.selectFrom('passkey').selectAll().where('person_id', '=', personId)
    .where('credential_id', '=', bytesOf(response.id)).executeTakeFirst()
  if (!key) return refused('passkey-failed')
  const checked = await verifyAuthenticationResponse({
    response, expectedChallenge: (challenge) => useChallenge(ctx, challenge, { purpose, sessionId }),
    expectedOrigin: rp.origin, expectedRPID: idOf(rp),
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(key.public_key), counter: key.counter, transports: key.transports },
  }).catch(notOurs)
  if (!checked?.verified) return refused('passkey-failed')
  const { newCounter, credentialBackedUp } = checked.authenticationInfo
  // Two answers of one counter at the same time: the first counts.
  const counted = await ctx.db.updateTable('passkey')
    .set({ counter: newCounter, synced: credentialBackedUp, used_at: ctx.now }).where('person_id', '=', personId)
    .where('credential_id', '=', key.credential_id).where('counter', newCounter ? '<' : '=', newCounter)
    .executeTakeFirst()
  if (!counted.numUpdatedRows) return refused('passkey-failed')
  await record(ctx, 'identity.passkey-used', personId, { passkeyId: key.id, purpose })
  return done(personId)
}

/** Removes a passkey; answers whether there was one. */
export async function removePasskey(ctx: Ctx, personId: string, id: string): Promise<boolean> {
  const gone = await ctx.db.deleteFrom('passkey').where('person_id', '=', personId).where('id', '=', id).executeTakeFirst()
  if (!gone.numDeletedRows) return false
  await record(ctx, 'identity.passkey-removed', personId, { passkeyId: id })
  return true
}

/** An answer as the browser sends it; undefined where it has not that form. */
function parsed<R extends RegistrationResponseJSON | AuthenticationResponseJSON>(answer: string): R | undefined {
  try {
    const read = JSON.parse(answer) as R | null
    return typeof read?.id === 'string' && typeof read.response === 'object' && read.response !== null ? read : undefined
  } catch {
    return undefined
  }
}

/** The library tells by exceptions that an answer does not hold; a fault of the database is one of ours and goes on up. */
function notOurs(error: unknown): undefined {
  if (typeof (error as { code?: unknown }).code === 'string' && /^[0-9A-Z]{5}$/.test((error as { code: string }).code)) throw error
  return undefined
}

import { constants, hash as hashOf, randomBytes, verify, X509Certificate } from 'node:crypto'
import { issuerAndSerial, sha256 } from './cms.ts'
import { asRead, bigInteger, bytesOf, fromDer, integer, isTagged, nothing, octets, oid, oidOf, parts, sequence, toDer, yes,
  type Node } from './der.ts'

/** The time stamping authority did not give a usable token. The job that seals tries again. */
export class TimestampFailed extends Error {
  override readonly name = 'TimestampFailed'
}

const timeStampInfo = '1.2.840.113549.1.9.16.1.4'
const messageDigest = '1.2.840.113549.1.9.4'
const rsaPss = '1.2.840.113549.1.1.10'
const timeStamping = '1.3.6.1.5.5.7.3.8'
const sha2 = '2.16.840.1.101.3.4.2'
const hashes: Record<string, string> = { [`${sha2}.1`]: 'sha256', [`${sha2}.2`]: 'sha384', [`${sha2}.3`]: 'sha512' }

/**
 * Asks an RFC 3161 authority for a token over `value` (hashed here by SHA-256). Checks the status, the imprint, the
 * nonce, the policy when one was asked for, and that the token is signed by a certificate for time stamping it carries.
 * Throws `TimestampFailed` for anything else, including no answer within `patience` milliseconds.
 */
export async function timestamp(url: string, value: Uint8Array, options: { policy?: string; patience?: number } = {}): Promise<Uint8Array> {
  const { policy, patience = 15_000 } = options
  const imprint = sha256(value)
  const nonce = Buffer.concat([Buffer.from([1]), randomBytes(8)]) // the leading 1 keeps it positive and of one length
  const query = toDer(sequence(
    integer(1), sequence(sequence(oid(`${sha2}.1`), nothing()), octets(imprint)),
    ...(policy ? [oid(policy)] : []), bigInteger(nonce), yes(),
  ))
  const answer = await ask(url, query, patience)
  try {
    const token = tokenIn(answer)
    checkToken(token, { imprint, nonce, policy })
    return asRead(token)
  } catch (error) {
    if (error instanceof TimestampFailed) throw error
    throw new TimestampFailed(`${url} answered with something that is not a time stamp`, { cause: error })
  }
}

async function ask(url: string, query: Buffer, patience: number): Promise<Buffer> {
  try {
    const response = await fetch(url, {
      method: 'POST', body: new Uint8Array(query), signal: AbortSignal.timeout(patience), redirect: 'error',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    })
    if (!response.ok) throw new TimestampFailed(`${url} answered ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    throw error instanceof TimestampFailed ? error : new TimestampFailed(`${url} gave no time stamp`, { cause: error })
  }
}

function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new TimestampFailed(otherwise)
}

function tokenIn(answer: Buffer): Node {
  const [status, token] = parts(fromDer(answer))
  const granted = bytesOf(parts(status)[0]).at(-1) ?? 255
  demand(granted <= 1, `The time stamping authority refused (status ${granted})`)
  demand(token !== undefined, 'The time stamping authority granted a time stamp and sent none')
  return token
}

function checkToken(token: Node, asked: { imprint: Buffer; nonce: Buffer; policy: string | undefined }) {
  const signedData = parts(parts(parts(token)[1])[0])
  const content = parts(signedData[2])
  demand(oidOf(content[0]) === timeStampInfo, 'The token holds something else than a time stamp')
  const info = bytesOf(parts(content[1])[0])
  const [, policy, imprint, , , ...rest] = parts(fromDer(info))
  const [algorithm, digest] = parts(imprint)
  demand(hashes[oidOf(parts(algorithm)[0])] === 'sha256' && bytesOf(digest).equals(asked.imprint), 'The time stamp is over something else')
  const given = oidOf(policy)
  demand(given !== '' && (!asked.policy || given === asked.policy), `The time stamp was given under another policy (${given})`)
  const nonce = rest.find((node) => node.idBlock.tagClass === 1 && node.idBlock.tagNumber === 2)
  demand(nonce !== undefined && bytesOf(nonce).equals(asked.nonce), 'The time stamp answers another request')
  checkSignature(signedData, info)
}

/** The token's own signature, by a certificate it carries that is meant for time stamping (RFC 3161, 2.3). */
function checkSignature(signedData: Node[], info: Buffer) {
  const carried = signedData.find((node) => isTagged(node, 0))
  const certificates = carried ? parts(carried).map((node) => new X509Certificate(asRead(node))) : []
  const signer = parts(parts(signedData.at(-1))[0])
  const [issuer, serial] = parts(signer[1])
  const certificate = certificates.find((candidate) => {
    const own = issuerAndSerial(candidate.raw)
    return asRead(own.issuer).equals(asRead(issuer)) && asRead(own.serial).equals(asRead(serial))
  })
  demand(certificate !== undefined, 'The token does not carry the certificate it is signed with')
  demand(certificate.keyUsage?.includes(timeStamping) ?? false, 'The token is signed with a certificate that is not for time stamping')
  const hash = hashes[oidOf(parts(signer[2])[0])]
  const attributes = signer[3]
  demand(hash !== undefined && isTagged(attributes, 0), 'The token is signed in a way that is not known here')
  const digest = parts(attributes).map((a) => parts(a)).find(([type]) => oidOf(type) === messageDigest)?.[1]
  demand(digest !== undefined && bytesOf(parts(digest)[0]).equals(hashOf(hash, info, 'buffer')), 'The token was changed')
  const signed = asRead(attributes)
  signed[0] = 0x31 // signed as a set, carried under a tag (RFC 5652, 5.4)
  const signature = bytesOf(signer[5])
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
  const key = { key: certificate.publicKey, ...(oidOf(parts(signer[4])[0]) === rsaPss ? padding : {}) }
  demand(verify(hash, signed, key, signature), 'The signature of the token does not hold')
}

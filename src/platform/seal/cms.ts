import { createHash } from 'node:crypto'
import { fromDer, integer, isTagged, nothing, octets, oid, parts, sequence, setOf, tagged, toDer, type Node } from './der.ts'
import type { SealKey } from './certificate.ts'

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const signedData = '1.2.840.113549.1.7.2'
const contentType = '1.2.840.113549.1.9.3'
const messageDigest = '1.2.840.113549.1.9.4'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'
const timeStampToken = '1.2.840.113549.1.9.16.2.14'
const plainData = '1.2.840.113549.1.7.1'
const sha256Algorithm = () => sequence(oid('2.16.840.1.101.3.4.2.1'))

/** From a signature value to the RFC 3161 token over it. */
type Timestamp = (signature: Uint8Array) => Promise<Uint8Array>

/** Issuer and serial number, by which a signature says whose certificate it belongs to. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Node; serial: Node } {
  const body = parts(parts(fromDer(certificate))[0])
  const first = isTagged(body[0], 0) ? 1 : 0
  return { serial: body[first]!, issuer: body[first + 2]! }
}

/**
 * A detached CMS signature for PAdES (EN 319 142-1): content type, message digest and signing-certificate-v2 as signed
 * attributes and nothing else; in particular no signing time, which the standard forbids there (it stands in `/M`).
 * `timestamp` receives the signature value and returns the RFC 3161 token to carry.
 */
export async function signCms(content: Uint8Array, key: SealKey, timestamp?: Timestamp): Promise<Buffer> {
  const copy = (node: Node) => fromDer(toDer(node))
  const { issuer, serial } = issuerAndSerial(key.certificate)
  const certificateId = sequence(octets(sha256(key.certificate)), sequence(sequence(tagged(4, copy(issuer))), copy(serial)))
  const attributes = [
    sequence(oid(contentType), setOf(oid(plainData))),
    sequence(oid(messageDigest), setOf(octets(sha256(content)))),
    sequence(oid(signingCertificateV2), setOf(sequence(sequence(certificateId)))),
  ].map(toDer).sort(Buffer.compare) // DER orders a set by its bytes
  const signature = await key.sign(toDer(setOf(...attributes.map(fromDer))))
  const algorithm = key.kind === 'ec' ? sequence(oid('1.2.840.10045.4.3.2')) : sequence(oid('1.2.840.113549.1.1.11'), nothing())
  const token = await timestamp?.(signature)
  const signer = sequence(
    integer(1), sequence(copy(issuer), copy(serial)), sha256Algorithm(), tagged(0, ...attributes.map(fromDer)), algorithm,
    octets(signature),
    ...(token ? [tagged(1, sequence(oid(timeStampToken), setOf(fromDer(token))))] : []),
  )
  return toDer(sequence(oid(signedData), tagged(0, sequence(
    integer(1), setOf(sha256Algorithm()), sequence(oid(plainData)), tagged(0, ...[key.certificate, ...key.chain].map(fromDer)),
    setOf(signer),
  ))))
}

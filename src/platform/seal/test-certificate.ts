import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readSealKey, type SealKey } from './certificate.ts'
import { bigInteger, bits, fromDer, integer, octets, oid, sequence, setOf, tagged, toDer, utcTime, utf8, yes, type Node } from './der.ts'

const named = (type: string, value: string) => setOf(sequence(oid(type), utf8(value)))
const subject = () => sequence(named('2.5.4.10', 'Joinder'), named('2.5.4.3', 'TEST seal – not a qualified certificate'))
const critical = (type: string, value: Node) => sequence(oid(type), yes(), octets(toDer(value)))
const pem = (label: string, der: Buffer) =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`

/**
 * A self-signed X.509 certificate (RFC 5280) on P-256 with its key, as PEM. The years are fixed, so that worlds set in
 * the past or the future can be sealed too; nobody trusts this certificate anyway.
 */
function makeCertificate(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const ecdsaWithSha256 = () => sequence(oid('1.2.840.10045.4.3.2'))
  const body = toDer(sequence(
    tagged(0, integer(2)), bigInteger(Buffer.concat([Buffer.from([1]), randomBytes(15)])), ecdsaWithSha256(), subject(),
    sequence(utcTime(new Date('2020-01-01T00:00:00Z')), utcTime(new Date('2049-12-31T23:59:59Z'))), subject(), fromDer(spki),
    tagged(3, sequence(
      critical('2.5.29.19', sequence()), // not an authority
      critical('2.5.29.15', bits(Buffer.from([0b1100_0000]), 6)), // digital signature, non-repudiation
      sequence(oid('2.5.29.14'), octets(toDer(octets(createHash('sha1').update(spki).digest())))), // key identifier
    )),
  ))
  const certificate = toDer(sequence(fromDer(body), ecdsaWithSha256(), bits(sign('sha256', body, privateKey))))
  return pem('PRIVATE KEY', privateKey.export({ type: 'pkcs8', format: 'der' })) + pem('CERTIFICATE', certificate)
}

/**
 * The self-signed certificate of an installation that has none of its own: made once in `folder` (readable by its
 * owner only) and used again at every start. Its subject says that it is a test seal. When two processes start at
 * once, the one that links its file first wins and both use that.
 */
export async function testSealKey(folder: string): Promise<SealKey> {
  const path = join(folder, 'test-seal.pem')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const present = await open(path).then((file) => file.close().then(() => true), (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return false
    throw error
  })
  if (!present) {
    const mine = `${path}.${randomUUID()}`
    const file = await open(mine, 'wx', 0o600)
    await file.writeFile(makeCertificate())
    await file.sync()
    await file.close()
    await link(mine, path).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
    await rm(mine)
  }
  return readSealKey(path)
}

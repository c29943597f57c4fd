import { createPrivateKey, createPublicKey, sign, verify, X509Certificate, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { P12Signer } from '@libpdf/core'

/** The key the foundation seals with. `sign` is its only use, so a key in hardware can stand behind it. */
export interface SealKey {
  kind: 'rsa' | 'ec'
  /** DER. */
  certificate: Uint8Array
  /** The issuers, DER, as far as the file holds them. */
  chain: Uint8Array[]
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** The seal certificate cannot be used; the message names the setting and what to do. */
export class SealSettingWrong extends Error {
  override readonly name = 'SealSettingWrong'
}

const wrong = (setting: 'SEAL_CERTIFICATE' | 'SEAL_PASSPHRASE', what: string, remedy: string) =>
  new SealSettingWrong(`${setting}: ${what}. ${remedy}`)
const together = 'Put the key and the certificates into one PEM file.'

/**
 * Reads the seal certificate and its key from a PKCS#12 (`.p12`, `.pfx`) or PEM file; RSA and elliptic curves.
 * Throws `SealSettingWrong`, naming SEAL_CERTIFICATE or SEAL_PASSPHRASE and the remedy, when it cannot.
 */
export async function readSealKey(path: string, passphrase?: string): Promise<SealKey> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw wrong('SEAL_CERTIFICATE', `${path} cannot be read (${error.code})`, 'Give the path of a .p12 or .pem file this program may read.')
  })
  return file.includes('-----BEGIN ') ? fromPem(file.toString('utf8'), path, passphrase) : fromP12(file, path, passphrase)
}

function fromPem(pem: string, path: string, passphrase?: string): SealKey {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const certificates = blocks.map((block) => readCertificate(block, path))
  const keyBlock = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]+?-----END \1PRIVATE KEY-----/.exec(pem)?.[0]
  if (!keyBlock) throw wrong('SEAL_CERTIFICATE', `${path} holds no private key`, together)
  if (!certificates.length) throw wrong('SEAL_CERTIFICATE', `${path} holds no certificate`, together)
  const encrypted = /ENCRYPTED/.test(keyBlock)
  if (encrypted && !passphrase) throw wrong('SEAL_PASSPHRASE', `the key in ${path} is encrypted`, 'Set its passphrase.')
  let key: KeyObject
  try {
    key = createPrivateKey({ key: keyBlock, format: 'pem', ...(passphrase ? { passphrase } : {}) })
  } catch {
    throw encrypted
      ? wrong('SEAL_PASSPHRASE', `the key in ${path} does not open with it`, 'Correct the passphrase.')
      : wrong('SEAL_CERTIFICATE', `the private key in ${path} cannot be read`, 'Export it again as PKCS#8 PEM.')
  }
  const kind = kindOf(key, path)
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (!own) throw notTheKeysCertificate(path)
  return {
    kind, certificate: own.raw, chain: certificates.filter((c) => c !== own).map((c) => c.raw),
    sign: async (bytes) => sign('sha256', bytes, key),
  }
}

async function fromP12(file: Uint8Array, path: string, passphrase = ''): Promise<SealKey> {
  const signer = await P12Signer.create(file, passphrase).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : ''
    if (/password|integrity|decrypt/i.test(why)) {
      const remedy = passphrase ? 'Correct the passphrase.' : 'Set its passphrase.'
      throw wrong('SEAL_PASSPHRASE', `${path} does not open with ${passphrase ? 'it' : 'an empty passphrase'}`, remedy)
    }
    const what = `${path} is neither a usable PKCS#12 nor a PEM file (${why})`
    throw wrong('SEAL_CERTIFICATE', what, 'Export it again as PKCS#12 with its key.')
  })
  const trial = Buffer.from('which certificate belongs to the key')
  const signature = await signer.sign(trial, 'SHA-256')
  const certificates = [signer.certificate, ...signer.certificateChain].map((der) => new X509Certificate(der))
  // The order inside the file is not fixed: the certificate is the one whose key verifies what the key signs.
  const own = certificates.find(({ publicKey }) =>
    (publicKey.asymmetricKeyType === 'ec' || publicKey.asymmetricKeyType === 'rsa') && verify('sha256', trial, publicKey, signature))
  if (!own) throw notTheKeysCertificate(path)
  return {
    kind: kindOf(createPublicKey(own.publicKey.export({ format: 'pem', type: 'spki' })), path), certificate: own.raw,
    chain: certificates.filter((c) => c !== own).map((c) => c.raw),
    sign: (bytes) => signer.sign(bytes, 'SHA-256'),
  }
}

function readCertificate(block: string, path: string): X509Certificate {
  try {
    return new X509Certificate(block)
  } catch {
    throw wrong('SEAL_CERTIFICATE', `a certificate in ${path} cannot be read`, 'Export it again as PEM.')
  }
}

const notTheKeysCertificate = (path: string) =>
  wrong('SEAL_CERTIFICATE', `${path} holds no certificate that belongs to its private key`, 'Export key and certificate together.')

function kindOf(key: KeyObject, path: string): 'rsa' | 'ec' {
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'ec') return key.asymmetricKeyType
  throw wrong('SEAL_CERTIFICATE', `the key in ${path} is of kind ${key.asymmetricKeyType}`, 'Use RSA or an elliptic curve such as P-256.')
}

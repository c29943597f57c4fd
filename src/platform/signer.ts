import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'

/** Signs in the name of this installation, with a key that no database and no backup holds. */
export interface Signer {
  /** Name of the key: the beginning of the SHA-256 of its public half (SPKI, DER). */
  readonly key: string
  /** The public half, for whoever checks without us. */
  readonly publicKey: string
  sign(text: string): Buffer
  signed(text: string, signature: Uint8Array): boolean
}

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * An Ed25519 key derived from the secret of the blind indexes: it is in the key file of every installation already and, unlike the master
 * key, stays the same for ever, so that what was signed once can always be checked.
 */
export function openSigner(secret: Buffer): Signer {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'joinder signature', 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  return {
    key: createHash('sha256').update(publicKey.export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 16),
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }),
    sign: (text) => sign(null, Buffer.from(text), privateKey),
    signed: (text, signature) => verify(null, Buffer.from(text), publicKey, signature),
  }
}

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** The few forms of CBOR that a passkey needs. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, length: number) => (length < 24 ? Buffer.of((major << 5) | length)
    : length < 256 ? Buffer.of((major << 5) | 24, length) : Buffer.of((major << 5) | 25, length >> 8, length & 255))
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])])
}

interface Options { challenge: string; user?: { id: string } }
interface Bending { origin?: string; challenge?: string; counter?: number; verified?: boolean; rpId?: string; userHandle?: string }

/** A device with one passkey that does as it is told, wrong things too. */
export function passkeyDevice({ origin = 'http://localhost:8080', rpId = 'localhost' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const id = randomBytes(32)
  let [counter, handle] = [0, '']
  const client = (type: string, challenge: string, bend: Bending) =>
    Buffer.from(JSON.stringify({ type, challenge: bend.challenge ?? challenge, origin: bend.origin ?? origin, crossOrigin: false }))
  const data = (flags: number, bend: Bending, rest: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(bend.counter ?? counter)
    return Buffer.concat([createHash('sha256').update(bend.rpId ?? rpId).digest(), Buffer.of(bend.verified === false ? flags & ~4 : flags),
      count, rest])
  }
  const base = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {} }
  return {
    /** Makes the passkey for what the server asked. */
    add(options: Options, bend: Bending = {}): string {
      handle = options.user!.id
      const key = cbor(new Map<number,
        Cbor>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]))
      const authData = data(0x45, bend, Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, key]))
      const attestationObject = cbor(new Map<string, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]]))
        .toString('base64url')
      return JSON.stringify({ ...base,
        response: { clientDataJSON: client('webauthn.create', options.challenge, bend).toString('base64url'), attestationObject,
        transports: ['internal'] } })
    },
    /** Signs what the server asked; its counter rises each time. */
    sign(options: Options, bend: Bending = {}): string {
      counter += 1
      const [authData, clientData] = [data(0x05, bend), client('webauthn.get', options.challenge, bend)]
      const signature = sign('sha256', Buffer.concat([authData, createHash('sha256').update(clientData).digest()]), privateKey)
        .toString('base64url')
      return JSON.stringify({ ...base, response: {
        clientDataJSON: clientData.toString('base64url'), authenticatorData: authData.toString('base64url'), signature,
        userHandle: bend.userHandle ?? handle,
      } })
    },
  }
}

import * as asn1 from 'asn1js'

/** The few shapes of ASN.1 (DER) a seal needs, so that the files beside this one read like the standards they follow. */
export type Node = asn1.AsnType

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer

export const oid = (value: string): Node => new asn1.ObjectIdentifier({ value })
export const sequence = (...value: Node[]): Node => new asn1.Sequence({ value })
export const setOf = (...value: Node[]): Node => new asn1.Set({ value })
export const octets = (bytes: Uint8Array): Node => new asn1.OctetString({ valueHex: buffer(bytes) })
export const integer = (value: number): Node => new asn1.Integer({ value })
/** A non-negative integer of any size, from its bytes. */
export const bigInteger = (bytes: Uint8Array): Node => new asn1.Integer({ valueHex: buffer(bytes) })
export const nothing = (): Node => new asn1.Null()
export const yes = (): Node => new asn1.Boolean({ value: true })
export const utf8 = (value: string): Node => new asn1.Utf8String({ value })
/** A moment before 2050, to the second. */
export const utcTime = (at: Date): Node => new asn1.UTCTime({ valueDate: at })
export const bits = (bytes: Uint8Array, unusedBits = 0): Node => new asn1.BitString({ valueHex: buffer(bytes), unusedBits })
/** Context-specific, constructed: `[tag]`. */
export const tagged = (tag: number, ...value: Node[]): Node => new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: tag }, value })

export const toDer = (node: Node): Buffer => Buffer.from(node.toBER(false))

/** Reads DER; throws when the bytes are not it. */
export function fromDer(bytes: Uint8Array): Node {
  const { result, offset } = asn1.fromBER(buffer(bytes))
  if (offset === -1) throw new Error('Not ASN.1')
  return result
}

/** The bytes a node was read from, exactly as they were written. */
export const asRead = (node: Node | undefined): Buffer => Buffer.from(node?.valueBeforeDecodeView ?? [])

/** The parts of a sequence, set or tagged value. */
export function parts(node: Node | undefined): Node[] {
  const value = (node?.valueBlock as { value?: unknown } | undefined)?.value
  if (!Array.isArray(value)) throw new Error('A list was expected in ASN.1')
  return value as Node[]
}

/** The text of an object identifier, such as `1.2.840.113549.1.7.2`; empty for anything else. */
export const oidOf = (node: Node | undefined): string => (node instanceof asn1.ObjectIdentifier ? node.getValue() : '')
/** The bytes inside an integer or an octet string; BER may cut the latter in pieces. */
export function bytesOf(node: Node | undefined): Buffer {
  if (node instanceof asn1.OctetString && node.idBlock.isConstructed) return Buffer.concat(parts(node).map(bytesOf))
  if (node instanceof asn1.OctetString || node instanceof asn1.Integer) return Buffer.from(node.valueBlock.valueHexView)
  throw new Error('Bytes were expected in ASN.1')
}
export const isTagged = (node: Node | undefined, tag: number) => node?.idBlock.tagClass === 3 && node.idBlock.tagNumber === tag

import { X509Certificate } from 'node:crypto'
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { readSealKey, SealSettingWrong } from './certificate.ts'
import { sha256, signCms } from './cms.ts'
import { testSealKey } from './test-certificate.ts'
import { timestamp } from './timestamp.ts'

/** PAdES baseline level (EN 319 142-1): B-B is signed, B-T also carries a trusted time. */
export type SealLevel = 'B-B' | 'B-T'

export interface Sealed {
  bytes: Uint8Array
  level: SealLevel
  certificateSha256: string
  /** True for the self-made certificate of an installation without one: proves integrity to nobody else. */
  test: boolean
}

/** What the seal says of itself: when, why, by whom. */
export interface SealedFor {
  at: Date
  reason: string
  name: string
}

/** Closes documents with the foundation's electronic seal (eIDAS 3(25)); it is not the signature of a participant. */
export interface Sealer {
  /**
   * Seals a PDF made here; never give it a file from outside. `at` is the claimed time in `/M`. Throws `TimestampFailed`
   * when the time stamping authority does not answer as it should, and `SealSettingWrong` outside the certificate's validity.
   */
  seal(pdf: Uint8Array, about: SealedFor): Promise<Sealed>
}

export interface SealSettings {
  /** Path of a PKCS#12 or PEM file (SEAL_CERTIFICATE). Without it a test certificate is made in `keyFolder`. */
  certificate?: string | undefined
  passphrase?: string | undefined
  /** RFC 3161 authority (TSA_URL); with it seals reach B-T. */
  tsaUrl?: string | undefined
  keyFolder: string
}

export async function openSealer({ certificate, passphrase, tsaUrl, keyFolder }: SealSettings): Promise<Sealer> {
  const key = certificate ? await readSealKey(certificate, passphrase) : await testSealKey(keyFolder)
  const { validFromDate, validToDate } = new X509Certificate(key.certificate)
  const certificateSha256 = sha256(key.certificate).toString('hex')
  const room = [key.certificate, ...key.chain].reduce((sum, der) => sum + der.length, 2048) + (tsaUrl ? 8192 : 0)
  return {
    async seal(pdf, { at, reason, name }) {
      if (at < validFromDate || at > validToDate) {
        const span = `valid from ${day(validFromDate)} to ${day(validToDate)}, not on ${day(at)}`
        throw new SealSettingWrong(`SEAL_CERTIFICATE: ${span}. Set a certificate that is valid.`)
      }
      const { bytes, hole } = openSpace(await withSignatureField(pdf, { at, reason, name }, room))
      const content = Buffer.concat([bytes.subarray(0, hole.start), bytes.subarray(hole.end)])
      const cms = await signCms(content, key, tsaUrl ? (signature) => timestamp(tsaUrl, signature) : undefined)
      const hex = cms.toString('hex')
      const space = hole.end - hole.start - 2
      if (hex.length > space) throw new Error(`The seal needs ${hex.length / 2} bytes and has ${space / 2}`)
      bytes.write(hex.padEnd(space, '0'), hole.start + 1, 'latin1')
      return { bytes, level: tsaUrl ? 'B-T' : 'B-B', certificateSha256, test: !certificate }
    },
  }
}

const day = (at: Date) => at.toISOString().slice(0, 10)
const pdfDate = (at: Date) => `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
const widest = 9_999_999_999

/** Appends an invisible signature field with room for the signature; what was there before stays byte for byte. */
async function withSignatureField(pdf: Uint8Array, { at, reason, name }: SealedFor, room: number): Promise<Uint8Array> {
  const document = await PDF.load(pdf)
  const catalog = document.getCatalog()
  if (catalog.get('AcroForm')) throw new Error('Only a document without form fields can be sealed, and only once')
  const page = document.getPage(0)
  if (!page) throw new Error('A document without pages cannot be sealed')
  const signature = document.register(PdfDict.of({
    Type: PdfName.of('Sig'), Filter: PdfName.of('Adobe.PPKLite'), SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: new PdfArray([0, widest, widest, widest].map((n) => PdfNumber.of(n))),
    Contents: PdfString.fromHex('00'.repeat(room)),
    M: PdfString.fromString(pdfDate(at)), Name: PdfString.fromString(name), Reason: PdfString.fromString(reason),
  }))
  const field = document.register(PdfDict.of({
    Type: PdfName.of('Annot'), Subtype: PdfName.of('Widget'), FT: PdfName.of('Sig'), T: PdfString.fromString('Seal'),
    TU: PdfString.fromString(`${name}: ${reason}`),
    V: signature, F: PdfNumber.of(132), P: page.ref, Rect: new PdfArray([0, 0, 0, 0].map((n) => PdfNumber.of(n))),
  }))
  catalog.set('AcroForm', document.register(PdfDict.of({ Fields: new PdfArray([field]), SigFlags: PdfNumber.of(3) })))
  return document.save({ incremental: true })
}

/** Finds the place kept for the signature and writes the byte range around it, in the space of its own placeholder. */
function openSpace(pdf: Uint8Array): { bytes: Buffer; hole: { start: number; end: number } } {
  const bytes = Buffer.from(pdf)
  const range = bytes.lastIndexOf(`/ByteRange [0 ${widest}`)
  const rangeEnd = bytes.indexOf(']', range) + 1
  const start = bytes.indexOf('<', bytes.indexOf('/Contents', rangeEnd))
  const end = bytes.indexOf('>', start) + 1
  if (range < 0 || start < 0 || end < 1) throw new Error('The space for the seal was not written as expected')
  const written = `/ByteRange [0 ${start} ${end} ${bytes.length - end}]`
  bytes.write(written.padEnd(rangeEnd - range), range, 'latin1')
  return { bytes, hole: { start, end } }
}

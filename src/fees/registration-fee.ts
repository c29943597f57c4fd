/** The VAT inside an amount, both in cents, rounded half up: EUR 17.50 at 21 % holds EUR 3.04 (MO-08). */
export function vatWithin(cents: number, percent: number): number {
  return Math.floor((2 * cents * percent + 100 + percent) / (2 * (100 + percent)))
}

const digitsOf = (text: string) => [...text].map((sign) => (sign >= 'A' ? String(sign.charCodeAt(0) - 55) : sign)).join('')
const mod97 = (digits: string) => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** A creditor reference (ISO 11649) over 1 to 21 capital letters and digits. */
export function creditorReference(body: string): string {
  if (!/^[A-Z0-9]{1,21}$/.test(body)) throw new Error('a creditor reference holds 1 to 21 capital letters and digits')
  return `RF${String(98 - mod97(digitsOf(`${body}RF00`))).padStart(2, '0')}${body}`
}

export const isCreditorReference = (text: string) => /^RF\d\d[A-Z0-9]{1,21}$/.test(text)
  && mod97(digitsOf(text.slice(4) + text.slice(0, 4))) === 1

/**
 * The lines of an EPC QR code (EPC069-12, version 002, UTF-8, SEPA credit transfer with a structured reference). Refuses more than 331
 * bytes.
 */
export function epcPayload(pay: { holder: string; iban: string; cents: number; reference: string }): string {
  const amount = `EUR${Math.floor(pay.cents / 100)}.${String(pay.cents % 100).padStart(2, '0')}`
  const text = ['BCD', '002', '1', 'SCT', '', pay.holder.slice(0, 70), pay.iban.replaceAll(' ', ''), amount, '', pay.reference].join('\n')
  if (Buffer.byteLength(text) > 331) throw new Error('an EPC payload holds at most 331 bytes')
  return text
}

import * as z from 'zod'
import { normaliseEmail } from '#identity/address.ts'
import { printable } from '#platform/pdf/script-coverage.ts'
import { because, type Because } from '#web/because.ts'

const oneLine = (typed: string) => printable(typed).replace(/\s+/g, ' ').trim()
const typed = (missing: Because) => z.string({ error: () => missing }).transform(oneLine)

/** A line of text that must be there, of at most `most` characters. */
export const filled = (missing: Because, tooLong: Because = because('too-long'), most = 200) =>
  typed(missing).pipe(z.string().min(1, { error: missing }).max(most, { error: tooLong }))

/** An e-mail address; what it means is decided by `normaliseEmail`. */
export const emailAddress = filled(because('email-missing'), because('email-wrong'), 254)
  .refine((address) => address === '' || normaliseEmail(address) !== undefined, { error: because('email-wrong') })

/** A code of 6 digits, typed with or without spaces. */
export const sixDigits = z.string({ error: () => because('code-missing') }).transform((typed) => typed.replace(/\D/g, ''))
  .pipe(z.string().length(6, { error: because('code-missing') }))

/** A line of text that may be left empty. */
export const optional = (most = 200) => z.string().default('').transform(oneLine).pipe(z.string().max(most, { error: because('too-long') }))

/** A box that must be ticked. */
export const ticked = (missing: Because) => z.literal('yes', { error: () => missing })

/** A box that may be ticked. */
export const tick = z.literal('yes').optional().catch(undefined).transform((value) => value === 'yes')

/** A number typed as digits; undefined where it is none. */
export const digits = (text: string | undefined, most: number): number | undefined => {
  const number = /^\d{1,4}$/.test(text?.trim() ?? '') ? Number(text) : undefined
  return number !== undefined && number <= most ? number : undefined
}

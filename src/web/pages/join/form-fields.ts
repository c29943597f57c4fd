import * as z from 'zod'
import { printable } from '#platform/pdf/script-coverage.ts'
import { because, type Because } from '#web/because.ts'

const oneLine = (typed: string) => printable(typed).replace(/\s+/g, ' ').trim()
const typed = (missing: Because) => z.string({ error: () => missing }).transform(oneLine)

/** A line of text that must be there, of at most `most` characters. */
export const filled = (missing: Because, tooLong: Because = because('too-long'), most = 200) =>
  typed(missing).pipe(z.string().min(1, { error: missing }).max(most, { error: tooLong }))

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

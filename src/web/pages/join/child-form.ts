import * as z from 'zod'
import type { Child } from '#joining/answers.ts'
import { normaliseEmail } from '#identity/address.ts'
import type { Because } from '#web/because.ts'
import { birthDate, usage, usageFields } from './details-form.ts'
import { optional } from '#web/parts/field-schemas.ts'

const authorities = ['joint', 'sole', 'guardianship'] as const

const childFields = usageFields.extend({
  legalName: optional(150), 'birthDate-day': optional(), 'birthDate-month': optional(), 'birthDate-year': optional(),
  authority: z.enum(authorities).optional().catch(undefined), otherName: optional(150), otherEmail: optional(254),
})

/** One child as it was typed: everything that is wrong is told at once, each at its own field. */
export const childForm = childFields.transform((typed, check): Child => {
  const wrong = (field: string, message: Because) => check.addIssue({ code: 'custom', path: [field], message })
  const { legalName, authority, otherName, otherEmail } = typed
  if (!legalName) wrong('legalName', 'child-name-missing')
  const born = birthDate(typed, (field, reason) => wrong(field, reason === 'birth-date-missing' ? 'child-birth-missing' : reason))
  const used = usage(typed, wrong)
  if (!authority) wrong('authority', 'authority-missing')
  const email = otherEmail ? normaliseEmail(otherEmail) : undefined
  if (otherEmail && !email) wrong('otherEmail', 'email-wrong')
  if (otherEmail && !otherName) wrong('otherName', 'other-parent-name-missing')
  return {
    legalName, birthDate: born, usage: used, relation: authority === 'guardianship' ? 'guardian' : 'parent',
    authority: authority ?? 'joint',
    ...(otherName && { otherParent: { name: otherName, ...(email && { email }) } }),
  }
})

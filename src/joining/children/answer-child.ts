import { record } from '#journal/record.ts'
import { isAdultOn } from '#participants/age.ts'
import { cleaned, isTurnedRound } from '#participants/given.ts'
import { foldedName } from '#participants/same-person.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { clean, missingGlyphs } from '#platform/pdf/script-coverage.ts'
import type { Child } from '#joining/answers.ts'
import { keep } from '#joining/keep.ts'
import { whyNotAgain } from './known-child.ts'
import type { Draft } from '#joining/queries.ts'
import { canVisit, forChildren } from '#joining/steps.ts'

/** More children than one person can have authority over is a mistake, or a machine. */
export const mostChildren = 12

/** Whether two children are one: the same name, written in whatever way, and the same birthday. */
export const sameChild = (one: Pick<Child, 'legalName' | 'birthDate'>, other: Pick<Child, 'legalName' | 'birthDate'>): boolean =>
  one.birthDate === other.birthDate && foldedName(one.legalName) === foldedName(other.legalName)

/** A guardian has guardianship; a parent has authority, together with the other parent or alone (MI-02, MI-04). */
const fits = ({ relation, authority }: Child): boolean => (relation === 'guardian') === (authority === 'guardianship')

/**
 * Keeps one child: a new one, or the one at place `at` (from 0) anew. A change of any child asks for the declaration again. Refused:
 * `child-is-adult` (joins alone, art. 1:233 BW), `birth-date-future`, `child-twice`, `child-takes-part`, `child-suspended`,
 * `authority-relation`, `name-characters`, `address-characters` (an account), `other-parent-characters`, `other-parent-self` (one's own
 * address), `period-turned-round`, `period-before-birth`, `too-many-children`, `answers-missing`, `already-submitted`.
 */
export async function answerChild(ctx: Ctx, draft: Draft, timeZone: string, given: Child, at?: number) {
  const { submittedAt, answers } = draft
  const before = answers.children ?? []
  if (submittedAt) return refused('already-submitted')
  if (!canVisit(answers, 'children') || !forChildren(answers) || (at !== undefined && !before[at])) return refused('answers-missing')
  if (at === undefined && before.length >= mostChildren) return refused('too-many-children')
  const child = tidied(given)
  const wrong = whyNot(child, draft, dayIn(timeZone, ctx.now)) ?? (await whyNotAgain(ctx, draft, child))
  if (wrong) return refused(wrong)
  if (before.some((other, place) => place !== at && sameChild(other, child))) return refused('child-twice')
  await record(ctx, 'joining.details-given', draft.personId, { claim: draft.claim })
  const { declared: _, ...rest } = answers
  const children = at === undefined ? [...before, child] : before.with(at, child)
  return done(await keep(ctx, { ...draft, answers: rest }, 'children', { children }))
}

const tidied = ({ otherParent, ...child }: Child): Child => ({
  ...child, legalName: clean(child.legalName, 150), usage: { ...child.usage, accounts: cleaned(child.usage.accounts) },
  ...(otherParent && { otherParent: { ...otherParent, name: clean(otherParent.name, 150) } }),
})

function whyNot(child: Child, { answers }: Draft, today: string) {
  const { legalName, birthDate, usage, otherParent } = child
  if (birthDate > today) return 'birth-date-future' as const
  if (isAdultOn(birthDate, today)) return 'child-is-adult' as const
  if (!fits(child)) return 'authority-relation' as const
  if (missingGlyphs(legalName).length) return 'name-characters' as const
  if (missingGlyphs(Object.values(usage.accounts).join(' ')).length) return 'address-characters' as const
  if (otherParent && missingGlyphs(`${otherParent.name} ${otherParent.email ?? ''}`).length) return 'other-parent-characters' as const
  if (otherParent?.email === answers.email) return 'other-parent-self' as const
  if (isTurnedRound(usage, today)) return 'period-turned-round' as const
  if (usage.from < birthDate.slice(0, 7)) return 'period-before-birth' as const
  return undefined
}

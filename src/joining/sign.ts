import { record } from '#journal/record.ts'
import type { GivenSignature } from '#mandates/signing-record.ts'
import { foldedName } from '#participants/same-person.ts'
import type { Ctx } from '#platform/ctx.ts'
import { clean, missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { done, refused } from '#platform/outcome.ts'
import { textsInForce } from './agree.ts'
import type { ForEach } from './answers.ts'
import { keep } from './keep.ts'
import type { Draft } from './queries.ts'
import { reached } from './reached.ts'
import { canVisit, signedContent } from './steps.ts'

/**
 * The joiner signs exactly the details and texts given before, drawn or typed; both weigh the same (SG-05). Refused: `answers-missing`,
 * `text-changed`, `signature-other-name` when the typed name is not the name in the details, `already-submitted`.
 */
export async function sign(ctx: Ctx, draft: Draft, signature: Omit<GivenSignature, 'at'> & ForEach) {
  if (draft.submittedAt) return refused('already-submitted')
  if (!canVisit(draft.answers, 'sign')) return refused('answers-missing')
  if (!(await textsInForce(ctx, draft))) return refused('text-changed')
  const legalName = draft.answers.details!.legalName
  if (signature.way === 'typed' && foldedName(signature.typedName ?? '') !== foldedName(legalName)) return refused('signature-other-name')
  if (missingGlyphs(signature.typedName ?? '').length) return refused('signature-other-name')
  const typed = signature.typedName === undefined ? {} : { typedName: clean(signature.typedName) }
  await record(ctx, 'joining.signed', draft.personId, { way: signature.way, ...reached(draft, 'sign') })
  return done(await keep(ctx, draft, 'sign',
    { signature: { ...signature, ...typed, at: ctx.now.toISOString(), over: signedContent(draft.answers) } }))
}

import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { takesPart } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done } from '#platform/outcome.ts'
import { codeMail } from './emails.ts'
import type { Draft } from './queries.ts'

/**
 * Sends a new code to the address of a draft; the old one is void. Refused: `too-many-codes`, with the instant from which it is possible.
 */
export async function sendCodeAgain(ctx: Ctx, organisation: OrganisationContent, claim: ClaimContent, draft: Draft,
  { ip, origin }: { ip: string; origin: string }) {
  const code = await issueCode(ctx, { personId: draft.personId, purpose: 'join', emailIndex: draft.emailIndex, ip })
  if (!code.ok) return code
  const known = await takesPart(ctx, draft.emailIndex, claim.slug)
  await queueFirstMail(ctx, {
    personId: draft.personId, emailIndex: draft.emailIndex, origin, once: `code:${code.value.id}`, kind: known ? 'join-code-known'
      : 'join-code', language: claim.language, to: draft.answers.email,
    message: (notMe) => codeMail({ organisation, claim, origin, code: code.value.code, expiresAt: code.value.expiresAt, known, notMe }),
  })
  return done()
}

import { randomUUID } from 'node:crypto'
import { acceptsSignUps } from '#claims/phase.ts'
import { listAgreements, type ClaimContent, type OrganisationContent } from '#claims/queries.ts'
import { normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { findCode } from '#identity/prove-code.ts'
import { openSession } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import { takesPart } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Answers, Stated } from './answers.ts'
import { codeMail } from './emails.ts'
import { findOpenDraft, type Draft } from './queries.ts'

export interface Starting { name: string; email: string; statement: string; terms: string; ip: string; origin: string }

/**
 * A visitor starts to join: a draft under its own key, a code to the address, and a session that is worth nothing until the code comes
 * back. An unfinished draft of the same address goes on; an address that already joined gets the same answer, and its mail says so.
 * Refused: `email-wrong` (also with a character no document can show: it could never be sealed), `claim-closed`, `too-many-codes` (with the
 * instant from which it is possible).
 */
export async function start(ctx: Ctx, organisation: OrganisationContent, claim: ClaimContent,
  { name, email, statement, terms, ip, origin }: Starting) {
  if (!acceptsSignUps(claim.facts)) return refused('claim-closed')
  const address = normaliseEmail(email)
  if (!address || missingGlyphs(address).length) return refused('email-wrong')
  const emailIndex = ctx.vault.index('email', address)
  const open = await findOpenDraft(ctx, emailIndex, claim.slug)
  const personId = open?.personId ?? randomUUID()

  const code = await issueCode(ctx, { personId, purpose: 'join', emailIndex, ip })
  if (!code.ok) {
    // Of a double click the second waited for the first at the limit, and sees its draft only now.
    const begun = open ?? (await findOpenDraft(ctx, emailIndex, claim.slug))
    return begun && (await hasLivingCode(ctx, begun.personId))
      ? done(await openSession(ctx, { personId: begun.personId, emailIndex, proven: false, lasting: true, openedFor: 'join' })) : code
  }

  const shown = (await listAgreements(ctx.db, claim.slug, claim.language)).filter(({ of }) => of === 'organisation')
  const said: Stated = { sentence: statement, terms, texts: shown.map(({ kind, version, sha256 }) => ({ kind, version, sha256 })),
    at: ctx.now.toISOString() }
  if (!open?.confirmedAt) await write(ctx, claim, open,
    { personId, emailIndex, answers: { name, email: address, statement: said, screens: [{ screen: 'start', at: said.at }] } })
  const known = await takesPart(ctx, emailIndex, claim.slug)
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, once: `code:${code.value.id}`, kind: known ? 'join-code-known' : 'join-code', language: claim.language,
    to: address,
    message: (notMe) => codeMail({ organisation, claim, origin, code: code.value.code, expiresAt: code.value.expiresAt, known, notMe }),
  })
  return done(await openSession(ctx, { personId, emailIndex, proven: false, lasting: true, openedFor: 'join' }))
}

async function hasLivingCode(ctx: Ctx, personId: string): Promise<boolean> {
  const code = await findCode(ctx, personId, 'join')
  return code !== undefined && !code.used_at && code.expires_at > ctx.now
}

async function write(ctx: Ctx, claim: ClaimContent, open: Draft | undefined,
  { personId, emailIndex, answers }: { personId: string; emailIndex: Buffer; answers: Answers }) {
  const safe = open ? await ctx.vault.open(ctx.db, personId) : await ctx.vault.create(ctx.db, personId, ctx.now)
  const sealed = safe.seal('draft.answers', JSON.stringify(answers))
  if (open) {
    await ctx.db.updateTable('draft').set({ answers: sealed, language: claim.language, changed_at: ctx.now })
      .where('person_id', '=', personId).where('claim', '=', claim.slug).execute()
    return
  }
  await ctx.db.insertInto('draft').values({
    person_id: personId, claim: claim.slug, purpose: 'join', language: claim.language, email_index: emailIndex, answers: sealed,
    started_at: ctx.now, changed_at: ctx.now,
  }).execute()
  await record(ctx, 'joining.started', personId, { claim: claim.slug })
}

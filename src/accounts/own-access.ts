import { randomUUID } from 'node:crypto'
import type { OrganisationContent } from '#claims/queries.ts'
import { belongsToRepresentative, closeInvitations, findOwnAccessInvitation, keepInvitation, listInvited } from '#guardians/own-access.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { ipBlock, normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { codeMinutes, issueCode } from '#identity/issue-code.ts'
import { take, usedUpUntil, type Limit } from '#identity/rate-limit.ts'
import { openSession, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import { ageOn, dataRightsFrom, legalZone } from '#participants/age.ts'
import { flag } from '#participants/flag.ts'
import { reachAt } from '#participants/reach-at.ts'
import { listPersons, personsAt, type KnownPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused, refusedUntil } from '#platform/outcome.ts'
import { notOpenedMail, openedMail, ownCodeMail } from './own-access-emails.ts'

export interface AskingOwnAccess { reference: string; birthDate: string; email: string; ip: string; origin: string }

const limits = {
  // References stand in mails and papers, and a stolen database holds them all: no birth date is found by trying the days of two years.
  reference: { name: 'own-access-reference', burst: 5, everySeconds: 3 * 86_400 },
  wrong: { name: 'own-access-wrong', burst: 100, everySeconds: 300 },
  block: { name: 'own-access-block', burst: 20, everySeconds: 600 },
} satisfies Record<string, Limit>

/** A reference as it is kept, however it was typed over. */
const referenceOf = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/**
 * Who was signed up as a child and is 16 by now asks for an own way in: with the reference of the participation, the date of birth and an
 * own address, to which a code goes. Whatever is right or wrong, the answer is the same; only the mail differs (GD-07, OWASP ASVS 2.5).
 * Refused: `email-wrong`, `too-many-codes` (with the instant from which it is possible; a reference counts whether it exists or not, and
 * wrong tries of everybody together).
 */
export async function askOwnAccess(ctx: Ctx, organisation: OrganisationContent,
  { reference, birthDate, email, ip, origin }: AskingOwnAccess) {
  const address = normaliseEmail(email)
  if (!address) return refused('email-wrong')
  const until = (await usedUpUntil(ctx, limits.wrong, '')) ?? (await take(ctx, limits.reference, referenceOf(reference)))
    ?? (await take(ctx, limits.block, ipBlock(ip)))
  if (until) return refusedUntil('too-many-codes', until)
  const emailIndex = ctx.vault.index('email', address)
  const person = await entitled(ctx, { reference: referenceOf(reference), birthDate, emailIndex })
  const personId = person?.personId ?? randomUUID()
  const code = await issueCode(ctx, { personId, purpose: 'sign-in', emailIndex, ip })
  if (!code.ok) return code
  const about = { organisation, origin }
  if (!person) await take(ctx, limits.wrong, '')
  if (person) await keepInvitation(ctx, personId, { email: address, way: 'asked',
    expiresAt: new Date(ctx.now.getTime() + codeMinutes * 60_000) })
  else await ctx.vault.create(ctx.db, personId, ctx.now)
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, once: `code:${code.value.id}`, kind: person ? 'own-access-code' : 'own-access-refused',
      language: organisation.language, to: address,
    message: (notMe) => (person ? ownCodeMail({ ...about, notMe, code: code.value.code, expiresAt: code.value.expiresAt })
      : notOpenedMail({ ...about, notMe })),
  })
  return done(await openSession(ctx, { personId, emailIndex, proven: false, lasting: false }))
}

/**
 * Whose reference and date of birth these are, if that person was signed up as a child, is 16, has no address yet, and the address is its
 * own.
 */
async function entitled(ctx: Ctx, { reference, birthDate,
  emailIndex }: { reference: string; birthDate: string; emailIndex: Buffer }): Promise<KnownPerson | undefined> {
  const row = await ctx.db.selectFrom('participation').innerJoin('participant', 'participant.person_id', 'participation.person_id')
    .select('participation.person_id').where('reference', '=', reference).where('birth_index', 'is not', null).limit(1).executeTakeFirst()
  const [person] = row ? await listPersons(ctx, [row.person_id]) : []
  if (!person || person.birthDate !== birthDate) return undefined
  // Two who know both: one of them is somebody else, and money waits until the desk has looked.
  if (person.email !== undefined && !ctx.vault.index('email', person.email).equals(emailIndex)) await flag(ctx, person.personId,
    'own-access-contested')
  if (!mayHaveOwnAddress(ctx, person)) return undefined
  if ((await listSuspensions(ctx, [person.personId])).some(({ reason }) => reason === 'identity-disputed')) return undefined
  return (await belongsToRepresentative(ctx, person.personId, emailIndex)) ? undefined : person
}

const mayHaveOwnAddress = (ctx: Pick<Ctx, 'now'>, { birthDate, email }: KnownPerson) =>
  email === undefined && ageOn(birthDate, dayIn(legalZone, ctx.now)) >= dataRightsFrom

/** The persons expected at an address, for whom a code may be sent though nobody joined with it. */
export const invitedAt = async (ctx: Pick<Ctx, 'db' | 'now'>, emailIndex: Buffer): Promise<string[]> =>
  (await listInvited(ctx, emailIndex)).filter(({ way }) => way === 'invited').map(({ personId }) => personId)

/**
 * After a code proved the address of a session: makes it the own address of every child that was invited there, and of the one that asked
 * in this session. Until 18 the representatives are told; afterwards it is no concern of theirs.
 */
export async function bindInvited(ctx: Ctx, organisation: OrganisationContent, { personId, emailIndex }: Session,
  origin: string): Promise<void> {
  for (const invited of await listInvited(ctx, emailIndex)) {
    if (invited.way === 'asked' && invited.personId !== personId) continue
    const [person] = await listPersons(ctx, [invited.personId])
    const invitation = await findOwnAccessInvitation(ctx, invited.personId, invited.way)
    if (!person || !invitation || !mayHaveOwnAddress(ctx, person)
      || (await belongsToRepresentative(ctx, person.personId, emailIndex))) continue
    // Who gave the address may have mistyped it, or given a stranger's: whoever takes part with it is not handed a child's file in passing.
    if (invited.way === 'invited' && (await isTaken(ctx, person.personId, emailIndex))) continue
    await reachAt(ctx, person.personId, invitation.email)
    await closeInvitations(ctx, person.personId)
    if (invited.way === 'asked') await flag(ctx, person.personId, 'own-access-by-reference')
    await record(ctx, 'accounts.own-access', person.personId, { way: invited.way })
    if (ageOn(person.birthDate, dayIn(legalZone, ctx.now)) < 18) await tellRepresentatives(ctx, organisation, person, origin)
  }
}

/** Whether somebody else takes part with this address already. */
export const isTaken = async (ctx: Pick<Ctx, 'db'>, personId: string, emailIndex: Buffer): Promise<boolean> =>
  (await personsAt(ctx, emailIndex)).some((each) => each !== personId)

async function tellRepresentatives(ctx: Ctx, organisation: OrganisationContent, child: KnownPerson, origin: string): Promise<void> {
  const living = (await listRepresentations(ctx, [child.personId])).filter(({ end }) => !end)
    .map(({ representativeId }) => representativeId)
  for (const { personId, email, language, legalName } of await listPersons(ctx, living)) {
    if (email === undefined) continue
    await queueMail(ctx, {
      personId, once: `own-access:${child.personId}`, kind: 'own-access-told', language, to: email,
      message: openedMail({ organisation, origin, language, to: legalName, child: child.legalName }),
    })
  }
}

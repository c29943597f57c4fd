import { giveTask } from '#casework/tasks.ts'
import { senderOf } from '#claims/mail-sender.ts'
import { getContent, getOrganisation } from '#claims/queries.ts'
import { listActingFor } from '#guardians/family-address.ts'
import { listPersons } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import { queueMail } from '#platform/mail/queue.ts'
import { wordsIn } from '#words/words.ts'

/** Who is told what: `claims` are those in which the merged one counts, or counted, under the other. */
export interface Telling { personId: string; intoId: string; mergeId: string; origin: string; claims: readonly string[] }

/**
 * Tells the person whose participation counts under another, at the address it was joined with, or who acts for a child. The letter says
 * what changes for this participation and nothing of the other one: whoever should hold an address wrongly learns nothing by it (AD-03).
 * The one that stays is unchanged and gets no letter. Where nobody has an address the case handlers get the task to write by post.
 */
export async function tellOfMerge(ctx: Ctx, what: 'merged' | 'unmerged', { personId, mergeId, origin, claims }: Telling): Promise<void> {
  const [person] = await listPersons(ctx, [personId])
  if (!person) return
  const told = person.email === undefined ? await listPersons(ctx, await listActingFor(ctx, personId)) : [person]
  if (!told.some(({ email }) => email !== undefined)) await giveTask(ctx, personId, { kind: 'write', to: { role: 'case-handler' } })
  for (const { personId: whose, legalName, email, language } of told) {
    if (email === undefined) continue
    const organisation = await getOrganisation(ctx.db, language)
    const t = wordsIn(language)
    const names = await Promise.all(claims.map(async (slug) => (await getContent(ctx.db, slug, language)).facts.name[language]))
    await queueMail(ctx, {
      personId: whose, once: `${what}:${mergeId}`, kind: `duplicates-${what}`, language, to: email,
      message: emailMessage({
        language, sender: senderOf(organisation, origin), subject: t(`mail.${what}.subject`), preheader: t(`mail.${what}.preheader`),
        blocks: [
          { kind: 'paragraph', text: t('mail.greeting', { name: legalName }) },
          { kind: 'paragraph', text: t(`mail.${what}.lead`, { name: person.legalName }) },
          ...(names.length ? [{ kind: 'list' as const, items: names }] : []),
          { kind: 'paragraph', text: t(`mail.${what}.effect`) },
          { kind: 'paragraph', text: t(`mail.${what}.keeps`) },
          { kind: 'heading', text: t('mail.merged.wrongTitle') },
          { kind: 'paragraph', text: t('mail.merged.wrong', { email: organisation.facts.email }) },
        ],
      }),
    })
  }
}

import { randomUUID } from 'node:crypto'
import { senderOf } from '#claims/mail-sender.ts'
import { getOrganisation } from '#claims/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import { queueMail } from '#platform/mail/queue.ts'
import { getPerson } from '#participants/queries.ts'
import { wordsIn } from '#words/words.ts'
import { keepReceipt } from './jobs.ts'

export type ReceiptKind = 'withdrawn' | 'terminated' | 'revoked'

/** What somebody is told about leaving, on the page, in the mail and in the document, in the same words. */
export interface Receipt {
  language: 'en' | 'nl'
  title: string
  blocks: Exclude<MailBlock, { kind: 'code' | 'button' | 'link' }>[]
}
export interface KnownReceipt extends Receipt { personId: string; id: string; kind: ReceiptKind; madeAt: Date }

export interface Addressee { personId: string; legalName: string; email: string }

/** Whom a receipt goes to: a person with an address of their own. Throws for a child without one: its representative is written to. */
export async function addressee(ctx: Ctx, personId: string): Promise<Addressee> {
  const { legalName, email } = await getPerson(ctx, personId)
  if (email === undefined) throw new Error(`person ${personId} has no address to write to`)
  return { personId, legalName, email }
}

const mailKinds = { withdrawn: 'withdrawal-receipt', terminated: 'ending-receipt', revoked: 'revocation-receipt' } as const

/** Keeps a receipt, mails it at once on a durable medium (6:230oa BW, AD-08), and has a copy made for the documents. Answers its id. */
export async function giveReceipt(ctx: Ctx, to: Addressee,
  { kind, receipt, hue, origin }: { kind: ReceiptKind; receipt: Receipt; hue?: number; origin: string }): Promise<string> {
  const { personId, email, legalName } = to
  const { language, title, blocks } = receipt
  const [safe, organisation, id, t] = [await ctx.vault.open(ctx.db, personId), await getOrganisation(ctx.db, language), randomUUID(),
    wordsIn(language)]
  await ctx.db.insertInto('leaving_receipt').values({
    person_id: personId, id, kind, receipt: safe.seal('leaving_receipt.receipt', JSON.stringify(receipt)), made_at: ctx.now,
  }).execute()
  await queueMail(ctx, {
    personId, once: `leaving:${id}`, kind: mailKinds[kind], language, to: email,
    message: emailMessage({
      language, sender: senderOf(organisation, origin, hue), subject: title, preheader: t('leaving.keepThis'),
      blocks: [{ kind: 'paragraph', text: t('mail.greeting', { name: legalName }) }, ...blocks],
    }),
  })
  await ctx.jobs.queue(ctx.db, keepReceipt, { personId, receiptId: id })
  return id
}

/** The receipts of some persons, newest first; without those of who was erased. */
export async function listReceipts({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personIds: readonly string[]): Promise<KnownReceipt[]> {
  if (!personIds.length) return []
  const [rows, safes] = [await db.selectFrom('leaving_receipt').selectAll().where('person_id', 'in', personIds).orderBy('made_at', 'desc')
    .orderBy('id').execute(), await vault.findAll(db, personIds)]
  return rows.flatMap((row) => {
    const safe = safes.get(row.person_id)
    return safe ? [{
      ...(JSON.parse(safe.text('leaving_receipt.receipt', row.receipt)) as Receipt), personId: row.person_id, id: row.id,
      kind: row.kind as ReceiptKind, madeAt: row.made_at,
    }] : []
  })
}

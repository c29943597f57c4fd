import { getOrganisation } from '#claims/queries.ts'
import type { OrganisationFacts } from '#claims/bundle.ts'
import { storeFile } from '#platform/files/stored.ts'
import { clean } from '#platform/pdf/script-coverage.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { dayAndTime } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import { listReceipts, type KnownReceipt } from './receipt.ts'

type ReceiptWorld = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files' | 'typesetter'>

/** Typesets a receipt and keeps it as a file of the person, once. Does nothing for a person who was erased meanwhile. */
export async function typesetReceipt(world: ReceiptWorld, { personId, receiptId }: { personId: string; receiptId: string }): Promise<void> {
  const ctx = ctxOf(world)
  const receipt = (await listReceipts(ctx, [personId])).find(({ id }) => id === receiptId)
  if (!receipt || (await isKept(world, personId, receiptId))) return
  const { facts } = await getOrganisation(ctx.db, receipt.language)
  const pdf = await world.typesetter.render('receipt', receiptDocument(receipt, facts), { at: receipt.madeAt })
  await transact(world, async (act) => {
    const key = await act.db.selectFrom('vault_key').select('person_id').where('person_id', '=', personId).forUpdate().executeTakeFirst()
    if (!key || (await isKept(act, personId, receiptId))) return
    const { id } = await storeFile({ ...world, db: act.db }, personId,
      { kind: `receipt-${receipt.kind}`, mediaType: 'application/pdf', bytes: pdf })
    await act.db.insertInto('leaving_receipt_file').values({ person_id: personId, receipt_id: receiptId, file_id: id, stored_at: act.now })
      .execute()
  })
}

const isKept = async ({ db }: Pick<World, 'db'>, personId: string, receiptId: string) =>
  (await db.selectFrom('leaving_receipt_file').select('file_id').where('person_id', '=', personId).where('receipt_id', '=', receiptId)
    .executeTakeFirst()) !== undefined

/** What the template reads. Pure: the same receipt gives the same document. */
export function receiptDocument({ language, title, blocks, madeAt, id }: KnownReceipt, organisation: OrganisationFacts): object {
  const t = wordsIn(language)
  const print = (text: string) => text.split('\n').map((line) => clean(line, 500)).join('\n')
  return {
    head: {
      title, shortTitle: title, description: title, author: organisation.legalName, organisation: organisation.name,
      addressLine: [...organisation.address, organisation.email].join(' · '), language, region: language === 'nl' ? 'NL' : 'GB',
      reference: id.slice(0, 8).toUpperCase(), pageOf: [t('pdf.page'), t('pdf.of')], hue: organisation.figure.hue, figure: null,
    },
    made: t('leaving.receipt.made', { time: dayAndTime(language, madeAt) }), field: t('leaving.receipt.field'),
    value: t('leaving.receipt.value'),
    blocks: blocks.map((block) => (block.kind === 'list' ? { ...block, items: block.items.map(print) }
      : block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.map(print)) } : { ...block, text: print(block.text) })),
  }
}

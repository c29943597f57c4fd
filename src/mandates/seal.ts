import { createHash } from 'node:crypto'
import { record } from '#journal/record.ts'
import { storeFile } from '#platform/files/stored.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { mandateDocument } from './document.ts'
import { sealedMail } from './emails.ts'
import { gather } from './gather.ts'
import type { SigningRecord } from './signing-record.ts'

type SealWorld = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files' | 'sealer' | 'typesetter'> & { config: { publicOrigin: string } }

/**
 * Typesets, seals, stores and mails one mandate, exactly once: the seal row and the mail are written in one transaction, and a repeat of
 * the job finds the seal and stops. Does nothing for a person who was erased meanwhile.
 */
export async function seal(world: SealWorld, { personId, mandateId }: { personId: string; mandateId: string }): Promise<void> {
  const ctx = ctxOf(world)
  const mandate = await ctx.db.selectFrom('mandate')
    .innerJoin('signature', (join) => join.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .select(['mandate.claim', 'mandate.language', 'signature.evidence', 'signature.signed_at']).where('mandate.person_id', '=', personId)
      .where('mandate.id', '=', mandateId).executeTakeFirst()
  const safe = mandate && (await ctx.vault.find(ctx.db, personId))
  if (!mandate || !safe || (await isSealed(world, personId, mandateId))) return

  const signing = JSON.parse(safe.text('signature.evidence', mandate.evidence)) as SigningRecord
  const told = await gather(ctx, { personId, mandateId, signing, origin: world.config.publicOrigin })
  const document = mandateDocument(told.document)
  const pdf = await world.typesetter.render(document.template, document.data, { at: mandate.signed_at, attachment: document.attachment })
  const sealed = await world.sealer.seal(pdf,
    { at: ctx.now, name: told.document.organisation.legalName,
    reason: told.t('mandate.sealReason', { organisation: told.document.organisation.name }) })
  const sha256 = createHash('sha256').update(sealed.bytes).digest()

  await transact(world, async (act) => {
    // Whoever holds the key's row works alone on this person; without a row the person was erased while the document was made.
    const key = await act.db.selectFrom('vault_key').select('person_id').where('person_id', '=', personId).forUpdate().executeTakeFirst()
    if (!key || (await isSealed({ db: act.db }, personId, mandateId))) return
    const file = await storeFile({ ...world, db: act.db }, personId, { kind: 'mandate', mediaType: 'application/pdf', bytes: sealed.bytes })
    await act.db.insertInto('seal').values({
      person_id: personId, mandate_id: mandateId, file_id: file.id, sha256, level: sealed.level,
      certificate_sha256: Buffer.from(sealed.certificateSha256, 'hex'), test_certificate: sealed.test, sealed_at: act.now,
    }).execute()
    await record(act, 'mandates.sealed', personId, { mandateId, sha256: sha256.toString('hex'), level: sealed.level })
    // Who asked to be erased meanwhile gets no mail any more, and no address of theirs is written down again; the proof is kept.
    if (await act.db.selectFrom('erasure_request').select('asked_at').where('person_id', '=', personId).executeTakeFirst()) return
    await queueMail(act, {
      personId, once: `sealed:${mandateId}`, kind: 'sealed-copy', language: signing.language, to: signing.email.address,
      message: await sealedMail(act, { personId, signing, sha256: sha256.toString('hex'), origin: world.config.publicOrigin }),
      attachments: [{ fileId: file.id, name: `${told.t('mail.sealed.fileName')}-${told.document.reference}.pdf` }],
    })
  })
}

const isSealed = async ({ db }: Pick<World, 'db'>, personId: string, mandateId: string) =>
  (await db.selectFrom('seal').select('mandate_id').where('person_id', '=', personId).where('mandate_id', '=', mandateId)
    .executeTakeFirst()) !== undefined

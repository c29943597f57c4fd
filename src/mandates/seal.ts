import { createHash } from 'node:crypto'
import { findAgreementByHash, getContent, getOrganisation, type ClaimContent } from '#claims/queries.ts'
import type { CapacityKind } from '#claims/bundle.ts'
import { record } from '#journal/record.ts'
import type { Usage } from '#participants/admit.ts'
import { findParticipation, getPerson } from '#participants/queries.ts'
import { storeFile } from '#platform/files/stored.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { figure } from '#platform/figure.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { country, money, month } from '#words/formats.ts'
import { wordsIn, type T, type WordKey } from '#words/words.ts'
import { mandateDocument, type MandateDocument } from './document.ts'
import { sealedMail } from './emails.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { SigningRecord } from './signing-record.ts'
import { strokesToSvg } from './strokes.ts'

type SealWorld = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files' | 'sealer' | 'typesetter'> & { config: { publicOrigin: string } }

/**
 * Typesets, seals, stores and mails one mandate, exactly once: the seal row and the mail are written in one transaction, and a repeat of
 * the job finds the seal and stops. Does nothing for a person who was erased meanwhile.
 */
export async function seal(world: SealWorld, { personId, mandateId }: { personId: string; mandateId: string }): Promise<void> {
  const ctx = ctxOf(world)
  const mandate = await ctx.db.selectFrom('mandate').innerJoin('signature', (join) => join.onRef('signature.person_id', '=', 'mandate.person_id').onRef('signature.id', '=', 'mandate.signature_id'))
    .select(['mandate.claim', 'mandate.language', 'signature.evidence', 'signature.signed_at']).where('mandate.person_id', '=', personId).where('mandate.id', '=', mandateId).executeTakeFirst()
  const safe = mandate && (await ctx.vault.find(ctx.db, personId))
  if (!mandate || !safe || (await isSealed(world, personId, mandateId))) return

  const signing = JSON.parse(safe.text('signature.evidence', mandate.evidence)) as SigningRecord
  const told = await tell(world, personId, mandateId, signing)
  const document = mandateDocument(told.document)
  const pdf = await world.typesetter.render(document.template, document.data, { at: mandate.signed_at, attachment: document.attachment })
  const sealed = await world.sealer.seal(pdf, { at: ctx.now, name: told.document.organisation.legalName, reason: told.t('mandate.sealReason', { organisation: told.document.organisation.name }) })
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
    await queueMail(act, {
      personId, once: `sealed:${mandateId}`, kind: 'sealed-copy', language: signing.language, to: signing.email.address,
      message: await sealedMail(act, { personId, signing, sha256: sha256.toString('hex'), origin: world.config.publicOrigin }),
      attachments: [{ fileId: file.id, name: `${told.t('mail.sealed.fileName')}-${told.document.reference}.pdf` }],
    })
  })
}

const isSealed = async ({ db }: Pick<World, 'db'>, personId: string, mandateId: string) =>
  (await db.selectFrom('seal').select('mandate_id').where('person_id', '=', personId).where('mandate_id', '=', mandateId).executeTakeFirst()) !== undefined

/** Gathers all that the document says, from the record of the signing and the texts by their hashes. */
async function tell(world: SealWorld, personId: string, mandateId: string, signing: SigningRecord): Promise<{ document: MandateDocument; t: T }> {
  const { language, claim: slug } = signing
  const ctx = ctxOf(world)
  const t = wordsIn(language)
  const [organisation, claim, person, participation, capacities] = await Promise.all([
    getOrganisation(ctx.db, language), getContent(ctx.db, slug, language), getPerson(ctx, personId), findParticipation(ctx, personId, slug),
    ctx.db.selectFrom('capacity').select(['kind', 'scope']).where('person_id', '=', personId).where('mandate_id', '=', mandateId).orderBy('kind').execute(),
  ])
  if (!participation) throw new Error(`mandate ${mandateId} has no participation`)
  const { facts } = organisation
  const agreements = await Promise.all(signing.texts.map(async (text) => {
    const published = await findAgreementByHash(ctx.db, text.sha256)
    if (!published) throw new Error(`no published text has the hash ${text.sha256}`)
    return { kind: text.kind, title: text.title, version: text.version, sha256: text.sha256, act: text.act, markdown: published.body }
  }))
  return { t, document: {
    language, reference: participation.reference, signedAt: new Date(signing.signature.at), timeZone: claim.facts.timeZone,
    organisation: { name: facts.name, legalName: facts.legalName, address: facts.address, registerNumber: facts.registerNumber, email: facts.email, phone: facts.phone, website: world.config.publicOrigin },
    claim: { name: claim.facts.name[language], hue: claim.facts.figure.hue, figure: figure({ seed: claim.facts.figure.seed, count: 220, width: 120, height: 120, colours: { ink: '#5b6575', mine: '#5b6575' } }) },
    signer: { name: person.legalName, born: person.birthDate, email: person.email, address: [person.address.street, `${person.address.postcode} ${person.address.city}`, country(language, person.address.country)], known: usageRows(t, claim, participation.usage) },
    role: 'self',
    capacities: capacities.map(({ kind, scope }) => ({ kind: kind as CapacityKind, scope: (scope as string[]).map((each) => t(`scope.${each}` as WordKey & `scope.${string}`)) })),
    fee: feeSentences(t, signing, claim.facts.money, facts.name),
    agreements,
    signature: { ...(signing.signature.strokes ? { svg: strokesToSvg(signing.signature.strokes) } : { typed: signing.signature.typedName ?? '' }), sha256: createHash('sha256').update(JSON.stringify(signing.signature)).digest('hex') },
    evidence: evidenceRows(signing),
    record: signing,
  } }
}

/** What the company knows the person by, as told at the details step. */
function usageRows(t: T, { facts, language }: ClaimContent, { accounts, from, until }: Usage): { label: string; value: string }[] {
  const { company } = facts
  return [
    ...facts.usage.accounts.flatMap((kind) => (accounts[kind] ? [{ label: t(`join.details.account.${kind}`, { company }), value: accounts[kind] }] : [])),
    { label: t('join.check.period'), value: until ? t('join.check.periodSpan', { from: month(language, from), until: month(language, until) }) : t('join.check.periodStill', { from: month(language, from) }) },
  ]
}

function feeSentences(t: T, { language, successFee }: SigningRecord, terms: { registrationFee: number; vatPercent: number }, organisation: string): string[] {
  const vat = Math.round((terms.registrationFee * terms.vatPercent) / (100 + terms.vatPercent))
  return [
    t('mandate.feeNow', { amount: money(language, terms.registrationFee), vat: money(language, vat), organisation }),
    t('mandate.feeLater', { choice: successFee.sentence }),
  ]
}

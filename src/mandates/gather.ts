import { createHash } from 'node:crypto'
import type { CapacityKind } from '#claims/bundle.ts'
import { findAgreementByHash, getContent, getOrganisation, type ClaimContent } from '#claims/queries.ts'
import type { Usage } from '#participants/admit.ts'
import { findParticipation } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { figure } from '#platform/figure.ts'
import { country, money, month } from '#words/formats.ts'
import { wordsIn, type T, type WordKey } from '#words/words.ts'
import type { MandateDocument } from './document.ts'
import { evidenceRows } from './evidence-rows.ts'
import type { SigningRecord } from './signing-record.ts'
import { strokesToSvg } from './strokes.ts'

interface Gathering { personId: string; mandateId: string; signing: SigningRecord; origin: string }

/** Gathers all that the document says, from the record of the signing and the texts by their hashes. */
export async function gather(ctx: Ctx, { personId, mandateId, signing, origin }: Gathering): Promise<{ document: MandateDocument; t: T }> {
  const { language, claim: slug } = signing
  const t = wordsIn(language)
  const [organisation, claim, participation, capacities] = await Promise.all([
    getOrganisation(ctx.db, language), getContent(ctx.db, slug, language), findParticipation(ctx, personId, slug),
    ctx.db.selectFrom('capacity').select(['kind', 'scope']).where('person_id', '=', personId).where('mandate_id', '=', mandateId)
      .orderBy('kind').execute(),
  ])
  if (!participation) throw new Error(`mandate ${mandateId} has no participation`)
  const { facts } = organisation
  const { details: { legalName, birthDate, address, usage: own }, represented, email } = signing
  const usage = represented?.usage ?? own
  if (!usage) throw new Error(`mandate ${mandateId} was signed without telling of use`)
  const lines = (of: typeof address) => [of.street, `${of.postcode} ${of.city}`, country(language, of.country)]
  const known = usageRows(t, claim, usage)
  const agreements = await Promise.all(signing.texts.map(async (text) => {
    const published = await findAgreementByHash(ctx.db, text.sha256)
    if (!published) throw new Error(`no published text has the hash ${text.sha256}`)
    return { kind: text.kind, title: text.title, version: text.version, sha256: text.sha256, act: text.act, markdown: published.body }
  }))
  return { t, document: {
    language, reference: participation.reference, signedAt: new Date(signing.signature.at), timeZone: claim.facts.timeZone,
    organisation: { name: facts.name, legalName: facts.legalName, address: facts.address, registerNumber: facts.registerNumber,
      email: facts.email, phone: facts.phone, website: origin },
    claim: { name: claim.facts.name[language], hue: claim.facts.figure.hue,
      figure: figure({ seed: claim.facts.figure.seed, count: 220, width: 120, height: 120,
      colours: { ink: '#5b6575', mine: '#5b6575' } }) },
    signer: { name: legalName, born: birthDate, email: email.address, address: lines(address), known: represented
      ? [{ label: t('mandate.authority'), value: t(`mandate.authority.${represented.authority}`) }] : known },
    role: signing.role,
    ...(represented && { represented: { name: represented.legalName, born: represented.birthDate, address: lines(represented.address),
      known } }),
    capacities: capacities.map(({ kind, scope }) => ({ kind: kind as CapacityKind, scope: (scope as string[])
      .map((each) => t(`scope.${each}` as WordKey & `scope.${string}`)) })),
    fee: feeSentences(t, signing, facts.name),
    agreements,
    signature: { ...(signing.signature.strokes ? { svg: strokesToSvg(signing.signature.strokes) }
      : { typed: signing.signature.typedName ?? '' }), sha256: createHash('sha256').update(JSON.stringify(signing.signature))
      .digest('hex') },
    evidence: evidenceRows(signing),
    record: signing,
  } }
}

/** What the company knows the person by, as told at the details step. */
function usageRows(t: T, { facts, language }: ClaimContent, { accounts, from, until }: Usage): { label: string; value: string }[] {
  const { company } = facts
  return [
    ...facts.usage.accounts.flatMap((kind) => (accounts[kind]
      ? [{ label: t(`join.details.account.${kind}`, { company }), value: accounts[kind] }] : [])),
    { label: t('join.check.period'), value: until
      ? t('join.check.periodSpan', { from: month(language, from), until: month(language, until) })
      : t('join.check.periodStill', { from: month(language, from) }) },
  ]
}

function feeSentences(t: T, { language, registrationFee: { cents, vatCents, waiver }, successFee, represented, renewal }: SigningRecord,
  organisation: string): string[] {
  const covered = waiver === 'owed-for-another-claim' ? t('mandate.feeCovered', { organisation }) : t('mandate.feeNone')
  const none = renewal ? t('mandate.feeAsBefore') : represented ? t('mandate.feeChild') : covered
  return [
    cents > 0 ? t('mandate.feeNow', { amount: money(language, cents), vat: money(language, vatCents), organisation }) : none,
    t('mandate.feeLater', { choice: successFee.sentence }),
  ]
}

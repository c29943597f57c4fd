import type { AgreementKind, CapacityKind, Language } from '#claims/bundle.ts'
import { dayIn } from '#platform/clock.ts'
import type { Attachment } from '#platform/pdf/typesetting-job.ts'
import { markdownBlocks, type Block } from '#platform/pdf/markdown.ts'
import { clean } from '#platform/pdf/script-coverage.ts'
import { documentWords, type Act, type DocumentWords, type Role } from './document-words.ts'

export interface DocumentPerson {
  name: string
  /** `YYYY-MM-DD`. */
  born?: string | undefined
  /** Lines of the postal address. */
  address?: readonly string[] | undefined
  email?: string | undefined
  phone?: string | undefined
  /** What the company knows this person by, and since when: label and value, in the document's language. */
  known?: readonly { label: string; value: string }[] | undefined
}

/** Everything a signed mandate says. Who typed it does not matter: it is made fit for print here. */
export interface MandateDocument {
  language: Language
  /** The reference of the participation, as people read it out. */
  reference: string
  signedAt: Date
  /** Zone in which the moment of signing is written out, the claim's. */
  timeZone: string
  organisation: {
    name: string
    legalName: string
    address: readonly string[]
    registerNumber: string
    email: string
    phone?: string | undefined
    website?: string | undefined
  }
  claim: { name: string; hue: number; figure?: string | undefined }
  signer: DocumentPerson
  role: Role
  /** Who is represented; needed for every role but `self` (SG-07). */
  represented?: DocumentPerson | undefined
  /** What is granted: each capacity with the acts it covers, as sentences. */
  capacities: readonly { kind: CapacityKind; scope: readonly string[] }[]
  /** The fee and the participant's choice as the sentences that were on the screen. */
  fee: readonly string[]
  /** Exactly the texts of the session, in their order; `sha256` of the bytes that were shown. */
  agreements: readonly { kind: AgreementKind; title: string; version: string; sha256: string; markdown: string; act: Act }[]
  /** Drawn (SVG by `strokesToSvg`) or typed, of equal weight (SG-05); `sha256` of the stored record of it. */
  signature: ({ svg: string } | { typed: string }) & { sha256: string }
  /** The record of the signing in words (SG-04). */
  evidence: readonly { at: Date; event: string; detail: string }[]
  /** The same record for machines; becomes `evidence.json` inside the file. */
  record: object
}

const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' }
const regions: Record<Language, string> = { en: 'GB', nl: 'NL' }

function longDate(language: Language, date: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

function moment({ language, signedAt, timeZone }: MandateDocument): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(signedAt)
  const at = language === 'nl' ? 'om' : 'at'
  return `${format({ dateStyle: 'long' })} ${at} ${format({ timeStyle: 'medium' })} (${timeZone.replace('_', ' ')})`
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** A name inside a sentence: after one written from right to left a mark keeps the sentence's own direction. */
const inSentence = (name: string) => (rightToLeft.test(name) ? `${clean(name)}\u200E` : clean(name))

function personRows(person: DocumentPerson, words: DocumentWords, language: Language, role?: Role) {
  const row = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return [
    { label: words.name, value: clean(person.name), strong: true },
    ...row(words.born, person.born && longDate(language, person.born)),
    ...row(words.role, role && words.roles[role]),
    ...row(words.address, person.address?.map((line) => clean(line)).join('\n')),
    ...row(words.email, person.email && clean(person.email, 320)),
    ...row(words.phone, person.phone && clean(person.phone)),
    ...(person.known ?? []).map(({ label, value }) => ({ label, value: clean(value) })),
  ]
}

function organisationRows({ organisation }: MandateDocument, words: DocumentWords) {
  return [
    { label: words.name, value: organisation.legalName, strong: true },
    { label: words.address, value: organisation.address.join('\n') },
    { label: words.registerNumber, value: organisation.registerNumber },
    { label: words.email, value: organisation.email },
    ...(organisation.website ? [{ label: words.website, value: organisation.website }] : []),
  ]
}

function signaturePart(document: MandateDocument, words: DocumentWords) {
  const { signature, signer, represented, role } = document
  const name = inSentence(signer.name)
  return {
    signed: words.signed(name, moment(document)),
    signedFor: role === 'self' || !represented ? null : words.signedFor(inSentence(represented.name)),
    svg: 'svg' in signature ? signature.svg : null,
    typed: 'typed' in signature ? clean(signature.typed) : null,
    typedMark: words.typedMark,
    alt: 'svg' in signature ? words.drawn(clean(signer.name)) : words.typed(clean(signer.name)),
    caption: clean(signer.name),
  }
}

/** Texts never change under their hash, and reading them takes as long as a tenth of the typesetting: each is read once. */
const read = new Map<string, Block[]>()
function blocksOf({ sha256, markdown }: { sha256: string; markdown: string }): Block[] {
  const key = `${sha256}/${markdown.length}`
  const known = read.get(key)
  if (known) return known
  const blocks = markdownBlocks(markdown, { below: 2 })
  if (read.size >= 100) read.clear()
  read.set(key, blocks)
  return blocks
}

/**
 * The mandate as a document: which template, what it says, and the record that goes inside the file. Pure: the same
 * input gives the same document. Throws when a representative signs without anyone being represented (SG-07), and for
 * a text in which a fact was not filled in.
 */
export function mandateDocument(document: MandateDocument): { template: 'mandate'; data: object; attachment: Attachment } {
  const { language, organisation, claim, signer, represented, role, agreements } = document
  if (role !== 'self' && !represented) throw new Error('A representative signs for somebody, and nobody is named')
  const unfilled = agreements.find(({ markdown }) => markdown.includes('{{'))
  if (unfilled) throw new Error(`The ${unfilled.kind} ${unfilled.version} still holds a fact that was not filled in`)
  const words = documentWords[language]
  const agreementRows = agreements.map((agreement, i) => ({
    place: i + 1, title: agreement.title, version: agreement.version, act: words.acts[agreement.act], sha256: agreement.sha256,
    kind: words.kinds[agreement.kind], blocks: blocksOf(agreement),
  }))
  const data = {
    words: Object.fromEntries(Object.entries(words).filter(([, value]) => typeof value === 'string')),
    head: {
      title: words.title, shortTitle: `${words.title} · ${claim.name}`, description: words.description(claim.name),
      author: organisation.legalName, organisation: organisation.name,
      addressLine: [...organisation.address, `${words.registerNumber} ${organisation.registerNumber}`].join(' · '),
      language, region: regions[language], reference: document.reference, pageOf: [words.page, words.of], hue: claim.hue,
      figure: claim.figure?.replaceAll('currentColor', '#5b6575') ?? null,
    },
    claim: claim.name,
    signedOn: longDate(language, dayOf(document)),
    opening: words.opening[role](inSentence(signer.name), organisation.legalName, claim.name, inSentence(represented?.name ?? '')),
    signerTitle: role === 'self' ? words.principal : words.representative,
    signer: personRows(signer, words, language, role === 'self' ? undefined : role),
    represented: role !== 'self' && represented ? personRows(represented, words, language) : null,
    organisation: organisationRows(document, words),
    whatLead: words.whatLead(document.capacities.length),
    capacities: document.capacities.map(({ kind, scope }) => ({
      title: words.capacities[kind].title, lead: words.capacities[kind].lead(organisation.legalName), scope,
    })),
    revoke: words.revoke(organisation.legalName),
    fee: document.fee,
    agreements: agreementRows,
    signature: signaturePart(document, words),
    evidence: document.evidence.map(({ at, event, detail }) => ({ at: utc(at), event, detail: clean(detail, 500) })),
    fingerprints: [
      ...agreementRows.map(({ title, version, sha256 }) => ({ of: `${title}, ${version}`, sha256 })),
      { of: words.signatureRecord, sha256: document.signature.sha256 },
    ],
    worth: words.worthText(organisation.legalName),
  }
  return {
    template: 'mandate', data,
    attachment: { name: 'evidence.json', json: JSON.stringify(document.record, null, 1), description: words.attachment },
  }
}

const utc = (at: Date) => at.toISOString().replace('T', ' ').slice(0, 19)
const dayOf = ({ signedAt, timeZone }: MandateDocument) => dayIn(timeZone, signedAt)

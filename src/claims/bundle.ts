import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import * as z from 'zod'

/** The languages a foundation publishes in. English is the master, Dutch is complete (AX-06). */
export const languages = ['en', 'nl'] as const
export type Language = (typeof languages)[number]

const cents = z.int().min(0)
const date = z.iso.date()
const iban = z.string().refine((typed) => isValidIBAN(electronicFormatIBAN(typed) ?? ''), 'an IBAN with right check digits (ISO 13616)')
/** Addresses become links on public pages, so nothing but http and https. */
const address = z.url({ protocol: /^https?$/ })
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const inEach = z.strictObject({ en: z.string().min(1), nl: z.string().min(1) })

/** A fact stands once in the bundle; texts quote it as `{{name}}` and each language formats it. */
export const fact = z.union([
  z.strictObject({ date }),
  z.strictObject({ cents }),
  z.strictObject({ dollars: z.int().min(0) }),
  z.strictObject({ percent: z.number().min(0).max(100) }),
  z.strictObject({ count: z.int().min(0) }),
  z.strictObject({ year: z.int().min(1900).max(2100) }),
  z.strictObject({ name: z.string().min(1) }),
  z.strictObject({ text: inEach }),
])
export type Fact = z.infer<typeof fact>

/** What the participant chooses in advance (SF-01): the fixed amount, or the share of what is received. */
export const feeChoices = ['fixed', 'percent'] as const
export type FeeChoice = (typeof feeChoices)[number]

/** What a participant can grant: each kind is a record of its own, never one "proxy" (domain 0.2, anchors M3). */
export const capacityKinds = ['support', 'mandate', 'power-of-attorney', 'assignment'] as const
export type CapacityKind = (typeof capacityKinds)[number]

/** What a capacity can cover; each has its words (`scope.…`), which stand in the sealed document, so no claim may invent one. */
export const capacityScopes: readonly string[] = [
  'be-counted', 'be-informed', 'claim-compensation', 'collect-in-own-name', 'complain-to-authority', 'court-against-authority',
  'court-against-company', 'instruct-lawyer', 'investigate', 'negotiate', 'notify-assignment', 'object', 'receive-replies',
  'request-access', 'request-documents', 'send-complaint', 'settle-within-limits', 'transfer-claim',
]

/** The documents of one signing session (domain 4, table). */
export const agreementKinds = [
  'participation-agreement', 'mandate', 'power-of-attorney', 'assignment', 'general-terms', 'privacy-notice',
] as const
export type AgreementKind = (typeof agreementKinds)[number]

/** States of a claim, domain 9.1. */
export const phases = [
  'draft', 'pre_registration', 'open', 'notice_sent', 'consultation', 'investigating', 'summons_served', 'registered', 'competing_window',
  'admissibility', 'er_appointed', 'co_party', 'inadmissible', 'opt_window', 'settlement_attempt', 'merits', 'liability_found', 'dismissed',
  'scheme_set', 'settlement_signed', 'settlement_approved', 'claims_filing', 'distribution', 'closing', 'closed', 'stayed', 'withdrawn',
] as const

/** Phases in which a claim may still take people in, in the order a claim passes them; a judgment comes after all of them. */
export const phasesBeforeJudgment = [
  'open', 'notice_sent', 'consultation', 'investigating', 'summons_served', 'registered', 'competing_window', 'admissibility',
  'er_appointed', 'co_party', 'opt_window', 'settlement_attempt', 'merits',
] as const satisfies readonly (typeof phases)[number][]

const source = z.strictObject({ id: slug, publisher: z.string(), title: inEach, on: date.optional(), url: address.optional() })
const picture = z.strictObject({ id: slug, alt: inEach })
const respondent = z.strictObject({ name: z.string(), country: z.string().length(2), from: date.optional(), until: date.optional() })
const capacity = z.strictObject({ kind: z.enum(capacityKinds), agreement: z.enum(agreementKinds), scope: z.array(slug).min(1) })
const agreement = z.strictObject({
  kind: z.enum(agreementKinds), of: z.enum(['claim', 'organisation']), act: z.enum(['sign', 'agree', 'read']),
})
const event = z.strictObject({
  id: slug, on: date.optional(), after: date.optional(), planned: z.boolean().default(false), document: slug.optional(),
})
/** The court where a collective action about the claim runs, once it announced the term to opt out or in (art. 1018f Rv; WA-08). */
const court = z.strictObject({
  name: z.string(),
  /** Lines of the postal address of its registry. */
  address: z.array(z.string()).min(1),
  caseNumber: z.string(),
  announcedOn: date,
  /** Last day on which the registry must have the notice. */
  lastDay: date,
  /** Where somebody lived on this day decides which of the two applies. */
  referenceDate: date,
  /** What applies to who lived abroad; opting in unless the court ordered otherwise (art. 1018f(5) Rv). */
  abroad: z.enum(['opt-in', 'opt-out']).default('opt-in'),
})
export type CourtFacts = z.infer<typeof court>

const newsItem = z.strictObject({
  id: slug, at: z.iso.datetime({ offset: true }), publisher: z.string(), section: inEach, url: address.optional(),
})

/** `claim.yaml`: the facts of one claim; the words stand in `<lang>/**.md` beside it. */
export const claimFacts = z.strictObject({
  kind: z.literal('claim'),
  slug,
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)).default([]),
  phase: z.enum(phases),
  /** The last phase in which people can sign up. After the summons that is a decision of the board, so the default stops before it. */
  signUpsUntil: z.enum(phasesBeforeJudgment).default('investigating'),
  timeZone: z.literal('Europe/Amsterdam'),
  /** Hue in degrees and seed of the field of points (LOOK.md). */
  figure: z.strictObject({ seed: z.string(), hue: z.int().min(0).max(359) }),
  name: inEach,
  company: z.string(),
  /** What the join button states, for example "I used TikTok and want to take part". */
  statement: inEach,
  /** The group whose interests are defended, one phrase. */
  group: inEach,
  /** The company names change over time: each with the dates it bore them. */
  respondents: z.array(respondent).min(1),
  money: z.strictObject({
    /** A demand, never a promise. */
    demandUpTo: cents,
    registrationFee: cents,
    vatPercent: z.number().min(0).max(100),
    successFixed: cents,
    successPercent: z.int().min(0).max(100),
    /** SF-01: how a percentage becomes whole cents; down favours the participant. */
    successRounding: z.enum(['down', 'nearest']).default('down'),
    /** SF-05: what the success fee is taken over; unless the agreement says otherwise, the lowest base. */
    successBase: z.enum(['award', 'award-and-interest', 'award-interest-and-costs']).default('award'),
    /** The timeline event that ends the combined offer of several claims (campaign facts, Money); MO-09. */
    combinedOfferEndsWith: slug.optional(),
  }),
  /** Which accounts the details step asks for; the period of use it always asks. */
  usage: z.strictObject({ accounts: z.array(z.enum(['username', 'email', 'phone', 'customer-number'])) }),
  /** Which capacities this claim needs, and what each covers. */
  capacities: z.array(capacity).min(1),
  /** Documents of the signing session in the order they are shown. `of` says which bundle holds the text. */
  agreements: z.array(agreement).min(1),
  /** Absent until a court announced a term. */
  court: court.optional(),
  facts: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), fact),
  sources: z.array(source),
  /** Dated line of the case. `on` a day, or `after` when only the day it was not yet there is known; `planned` for what comes. */
  timeline: z.array(event),
  documents: z.array(z.strictObject({ id: slug, on: date, audience: z.enum(['public', 'participants']) })),
  news: z.array(newsItem),
  faq: z.array(slug),
  pictures: z.array(picture),
})
export type ClaimFacts = z.infer<typeof claimFacts>

/** One item of the public page a foundation must keep (WEB-01 to WEB-14, art. 3:305a BW). */
const disclosure = z.strictObject({
  id: z.string().regex(/^WEB-\d\d$/), adopted: date.optional(), published: date.optional(), supplied: z.boolean(),
})

/** `organisation.yaml`: the foundation itself. */
export const organisationFacts = z.strictObject({
  kind: z.literal('organisation'),
  slug: z.literal('organisation'),
  name: z.string(),
  legalName: z.string(),
  figure: z.strictObject({ seed: z.string(), hue: z.int().min(0).max(359) }),
  address: z.array(z.string()).min(2),
  country: z.string().length(2),
  email: z.email(),
  phone: z.string(),
  registerNumber: z.string(),
  vatId: z.string(),
  bank: z.strictObject({ holder: z.string(), iban, bic: z.string().refine(isValidBIC, 'a BIC has 8 or 11 signs') }),
  /** Shown on every page while true: this is a demonstration, not the foundation's own site. */
  demonstration: z.boolean(),
  claims: z.array(slug),
  facts: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), fact),
  disclosures: z.array(disclosure),
})
export type OrganisationFacts = z.infer<typeof organisationFacts>

/** The front matter of `<lang>/agreements/<kind>.md`. A published version never changes; a new text is a new version. */
export const agreementHead = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}(\.\d+)?$/), title: z.string(), summary: z.string(),
})

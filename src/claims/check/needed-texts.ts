import type { ClaimFacts, OrganisationFacts } from '#claims/bundle.ts'

const claimPages = [
  'headline',
  'allegations',
  'letter-and-request',
  'harm',
  'how-1',
  'how-2',
  'how-3',
  'how',
  'why',
  'case',
  'money',
  'news',
  'gdpr',
  'faq',
  'about',
  'support',
  'share',
]
const organisationPages = ['home', 'about', 'transparency', 'terms', 'privacy', 'accessibility', 'contact']

/** A text that must exist in every language, and the place in the facts file that asks for it. */
export interface NeededText {
  name: string
  askedBy: PropertyKey[]
}

/** Every text the pages, mails and signing sessions of a bundle will look up by name. */
export function neededTexts(facts: ClaimFacts | OrganisationFacts): NeededText[] {
  return facts.kind === 'claim' ? ofClaim(facts) : ofOrganisation(facts)
}

/** Families whose texts are shown because an id in the facts asks for them; a text nobody asks for is never seen. */
export const askedFamilies = ['faq', 'news', 'documents', 'timeline', 'agreements', 'transparency']

function ofClaim(claim: ClaimFacts): NeededText[] {
  const items = (['news', 'documents', 'timeline'] as const).flatMap((family) =>
    claim[family].map(({ id }, index) => ({ name: `${family}/${id}`, askedBy: [family, index] })),
  )
  const agreements = claim.agreements.flatMap(({ kind, of }, index) =>
    of === 'claim' ? [{ name: `agreements/${kind}`, askedBy: ['agreements', index] }] : [],
  )
  return [...pages(claimPages), ...claim.faq.map((id, index) => ({ name: `faq/${id}`, askedBy: ['faq', index] })), ...items, ...agreements]
}

function ofOrganisation({ disclosures }: OrganisationFacts): NeededText[] {
  const items = disclosures.map(({ id }, index) => ({ name: `transparency/${id}`, askedBy: ['disclosures', index] }))
  const agreements = ['general-terms', 'privacy-notice'].map((kind) => ({ name: `agreements/${kind}`, askedBy: [] }))
  return [...pages(organisationPages), ...items, ...agreements]
}

const pages = (names: string[]): NeededText[] => names.map((name) => ({ name: `page/${name}`, askedBy: [] }))

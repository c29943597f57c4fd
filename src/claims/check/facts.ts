import { capacityScopes, type ClaimFacts, type OrganisationFacts } from '#claims/bundle.ts'
import { ownFacts, type Scope } from '#claims/quote.ts'
import type { Bundle } from '#claims/read-bundle.ts'
import { say, type Said } from '#claims/sayings.ts'

/** Reports a fault in the facts file at the value under `path`. */
export type ReportFact = (path: PropertyKey[], said: Said) => void

/** What the schema cannot see: names used twice, and ids that point to nothing. */
export function checkFacts(bundle: Bundle, organisation: OrganisationFacts | undefined, report: ReportFact): void {
  const { facts } = bundle
  const terms: Scope = new Map(ownFacts({ ...facts, facts: {} }))
  for (const name of Object.keys(facts.facts))
    if (terms.has(name)) report(['facts', name], say('name-of-term', { name }))
  if (facts.kind === 'claim') checkClaim(facts, organisation, report)
  else
    repeated(
      facts.disclosures.map(({ id }) => id),
      (index, id) => report(['disclosures', index], say('repeated-disclosure', { id })),
    )
}

function checkClaim(claim: ClaimFacts, organisation: OrganisationFacts | undefined, report: ReportFact): void {
  for (const list of ['sources', 'timeline', 'documents', 'news', 'pictures'] as const) {
    repeated(
      claim[list].map(({ id }) => id),
      (index, id) => report([list, index], say('repeated', { id, list })),
    )
  }
  repeated(claim.faq, (index, id) => report(['faq', index], say('repeated', { id, list: 'faq' })))
  const documents = new Map(claim.documents.map((document) => [document.id, document]))
  claim.timeline.forEach((event, index) => {
    if (!event.on && !event.after && !event.planned) report(['timeline', index], say('no-day', { id: event.id }))
    if (event.document && !documents.has(event.document))
      report(['timeline', index, 'document'], say('no-document', { id: event.document }))
    const sameName = documents.get(event.id)
    if (sameName && event.on && sameName.on !== event.on)
      report(['timeline', index, 'on'], say('other-date', { id: event.id, date: sameName.on }))
  })
  const offer = claim.money.combinedOfferEndsWith
  if (offer && !claim.timeline.some(({ id }) => id === offer))
    report(['money', 'combinedOfferEndsWith'], say('no-event', { id: offer }))
  claim.capacities.forEach(({ agreement }, index) => {
    const signed = claim.agreements.some(({ kind, act }) => kind === agreement && act === 'sign')
    if (!signed) report(['capacities', index, 'agreement'], say('not-signed', { agreement }))
  })
  if (organisation && !organisation.claims.includes(claim.slug)) report(['slug'], say('not-listed', { slug: claim.slug }))
  claim.capacities.forEach(({ scope }, index) => scope.forEach((id, at) => {
    if (!capacityScopes.includes(id)) report(['capacities', index, 'scope', at], say('unknown-scope', { id }))
  }))
  checkFee(claim, organisation, report)
}

/** The registration fee is owed once per person across all claims (MO-09), so the foundation and its claims state one amount. */
function checkFee(claim: ClaimFacts, organisation: OrganisationFacts | undefined, report: ReportFact): void {
  const fee = organisation?.facts['registrationFee']
  if (fee && 'cents' in fee && fee.cents !== claim.money.registrationFee) {
    report(['money', 'registrationFee'], say('other-fee', { cents: fee.cents }))
  }
}

function repeated(ids: string[], report: (index: number, id: string) => void): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) report(index, id)
  })
}

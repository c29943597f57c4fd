import type { ClaimFacts, OrganisationFacts } from '#claims/bundle.ts'
import { ownFacts, type Scope } from '#claims/quote.ts'
import type { Bundle } from '#claims/read-bundle.ts'

/** Reports a fault in the facts file at the value under `path`. */
export type ReportFact = (path: PropertyKey[], message: string) => void

/** What the schema cannot see: names used twice, and ids that point to nothing. */
export function checkFacts(bundle: Bundle, organisation: OrganisationFacts | undefined, report: ReportFact): void {
  const { facts } = bundle
  const terms: Scope = new Map(ownFacts({ ...facts, facts: {} }))
  for (const name of Object.keys(facts.facts))
    if (terms.has(name)) report(['facts', name], `${name} is the name of a term of this bundle: quote that, or choose another name`)
  if (facts.kind === 'claim') checkClaim(facts, organisation, report)
  else
    repeated(
      facts.disclosures.map(({ id }) => id),
      (index, id) => report(['disclosures', index], `${id} stands here twice`),
    )
}

function checkClaim(claim: ClaimFacts, organisation: OrganisationFacts | undefined, report: ReportFact): void {
  for (const list of ['sources', 'timeline', 'documents', 'news', 'pictures'] as const) {
    repeated(
      claim[list].map(({ id }) => id),
      (index, id) => report([list, index], `${id} stands in ${list} twice`),
    )
  }
  repeated(claim.faq, (index, id) => report(['faq', index], `${id} stands in faq twice`))
  const documents = new Map(claim.documents.map((document) => [document.id, document]))
  claim.timeline.forEach((event, index) => {
    if (!event.on && !event.after && !event.planned) report(['timeline', index], `${event.id} has no day (on or after) and is not planned`)
    if (event.document && !documents.has(event.document)) report(['timeline', index, 'document'], `there is no document ${event.document}`)
    const sameName = documents.get(event.id)
    if (sameName && event.on && sameName.on !== event.on)
      report(['timeline', index, 'on'], `the document ${event.id} has another date, ${sameName.on}`)
  })
  const offer = claim.money.combinedOfferEndsWith
  if (offer && !claim.timeline.some(({ id }) => id === offer))
    report(['money', 'combinedOfferEndsWith'], `there is no event ${offer} in the timeline`)
  claim.capacities.forEach(({ agreement }, index) => {
    const signed = claim.agreements.some(({ kind, act }) => kind === agreement && act === 'sign')
    if (!signed) report(['capacities', index, 'agreement'], `${agreement} is not among the agreements to sign, so nobody could grant this`)
  })
  if (organisation && !organisation.claims.includes(claim.slug)) report(['slug'], `the organisation does not list the claim ${claim.slug}`)
  checkFee(claim, organisation, report)
}

/** The registration fee is owed once per person across all claims (MO-09), so the foundation and its claims state one amount. */
function checkFee(claim: ClaimFacts, organisation: OrganisationFacts | undefined, report: ReportFact): void {
  const fee = organisation?.facts['registrationFee']
  if (fee && 'cents' in fee && fee.cents !== claim.money.registrationFee) {
    report(['money', 'registrationFee'], `differs from the ${fee.cents} cents of the organisation: the fee is one for all claims (MO-09)`)
  }
}

function repeated(ids: string[], report: (index: number, id: string) => void): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) report(index, id)
  })
}

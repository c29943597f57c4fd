import type { SessionAgreement } from '#claims/queries.ts'
import type { Ground } from '#web/page.ts'

/** The address of one version of an agreement; `slug` is the claim's, or `organisation`. */
export const textAddress = (
  { homeLink }: Pick<Ground, 'homeLink'>,
  { slug, kind, version }: { slug: string; kind: string; version: string },
) => homeLink(`/texts/${slug}/${kind}/${version}`)

/** The address of an agreement that is signed with this claim, its own or the foundation's. */
export const agreementAddress = (
  visit: Pick<Ground, 'homeLink' | 'claim'>,
  { of, kind, version }: Pick<SessionAgreement, 'of' | 'kind' | 'version'>,
) => textAddress(visit, { slug: of === 'claim' ? visit.claim.slug : 'organisation', kind, version })

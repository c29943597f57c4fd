import type { Language } from '#claims/bundle.ts'
import { getOrganisation, listContents, type ClaimContent, type OrganisationContent } from '#claims/queries.ts'
import type { Db } from '#platform/ctx.ts'
import type { Assets } from './assets.ts'

/** What all pages share: addresses, built files, and the published content. */
export interface Site {
  origin: string
  assets: Assets
  production: boolean
  /**
   * No mail server is set: mail waits in the local mailbox page. Never in production, where a process that only serves pages knows no mail
   * server either.
   */
  localMailbox: boolean
  /** Hash of the running build, part of the evidence record (SG-04). */
  build: string
  /** Days for which money waits after a change of an address, a bank account or the way in (PO-06). */
  moneyCoolDownDays: number
  /** By how many percent a segment may grow or shrink between being counted and being approved for a bulk act. */
  bulkMayMovePercent: number
  /** Days that a deficiency notice gives to mend what is wrong, at least (AD-04). */
  cureDays: number
}

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'nl' : 'en')

/** The links of one request: on a claim's own host the claim is the root; everything else is the foundation's. */
export function linksOf(origin: string, slug: string | undefined, language: Language, ownHost: boolean) {
  const homeLink = (path = '', inLanguage = language) => `${ownHost ? origin : ''}/${inLanguage}${path}`
  const claimLink = (path = '', inLanguage = language) => (ownHost ? `/${inLanguage}${path}` : `/${inLanguage}/${slug}${path}`)
  return { homeLink, claimLink }
}

/** The claim and the foundation a request is about; undefined where the path names a claim that does not exist or is still a draft. */
export async function contentFor(db: Db, slug: string | undefined,
  language: Language): Promise<{ organisation: OrganisationContent; claim?: ClaimContent } | undefined> {
  const organisation = await getOrganisation(db, language)
  if (slug === undefined) return { organisation }
  if (!organisation.facts.claims.includes(slug)) return undefined
  const [claim] = await listContents(db, [slug], language)
  return !claim || claim.facts.phase === 'draft' ? undefined : { organisation, claim }
}

/** The path inside the site that a request on a claim's own host means: `/en/join` there is `/en/tiktok/join` here. */
export function pathOnHost(path: string, slug: string | undefined): string {
  if (slug === undefined) return path
  return path.replace(/^\/(en|nl)(?=\/|$)/, `/$1/${slug}`)
}

import { findPublishedFiles } from '#claims/export-bundle.ts'
import { languages, type ClaimFacts, type Language } from '#claims/bundle.ts'
import { languageAndName, lockFile, type BundleFile } from '#claims/read-bundle.ts'
import { findClaimFacts, findNewest, findOrganisationFacts } from '#claims/versions.ts'
import { startDraft } from '#drafting/draft.ts'
import { openFacts, printFacts, putValue } from '#drafting/facts-file.ts'
import { record } from '#journal/record.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { skeleton } from './skeleton.ts'
import { isFreeSlug } from './slugs.ts'

/** What somebody who begins a claim knows of it. */
export interface NewClaim {
  slug: string
  name: Record<Language, string>
  /** As people call the company, such as `TikTok`. */
  company: string
  respondent: { name: string; country: string }
  /** The published claim whose texts are taken as an example; none begins with texts to be written. */
  from?: string | undefined
}

/**
 * Begins a claim as a draft in the phase `draft`, which nobody outside the desk sees: from a published claim, without its news, sources,
 * documents and dates, or from nothing. Refuses a name that is taken, that an address of the site uses, or that no address can have.
 */
export async function beginClaim(ctx: Ctx, claim: NewClaim) {
  if (!isFreeSlug(claim.slug)) return refused('slug-not-free')
  if (await findNewest(ctx.db, claim.slug)) return refused('slug-taken')
  const files = claim.from === undefined ? await fromNothing(ctx, claim) : await fromExample(ctx, claim, claim.from)
  if (!files) return refused('no-such-example')
  const started = await startDraft(ctx, claim.slug, files)
  if (!started.ok) return refused('slug-taken')
  await record(ctx, 'carrying.begun', null, { slug: claim.slug, ...(claim.from && { from: claim.from }) })
  return done()
}

const statementOf = (company: string) => ({
  en: `I used ${company} and want to take part`, nl: `Ik heb ${company} gebruikt en wil meedoen`,
})

/** What every new claim sets anew, whatever it began from. */
function ownFactsOf({ slug, name, company, respondent }: NewClaim): [keyof ClaimFacts, unknown][] {
  return [
    ['slug', slug], ['hosts', []], ['phase', 'draft'], ['figure', { seed: slug, hue: hueOf(slug) }], ['name', name], ['company', company],
    ['statement', statementOf(company)], ['respondents', [respondent]], ['sources', []], ['timeline', []], ['documents', []], ['news', []],
  ]
}

async function fromExample(ctx: Ctx, claim: NewClaim, from: string): Promise<BundleFile[] | undefined> {
  const published = await findPublishedFiles(ctx.db, from)
  const facts = await findClaimFacts(ctx.db, from)
  const document = published && openFacts(published.files)?.document
  if (!published || !facts || !document) return undefined
  for (const [name, value] of ownFactsOf(claim)) putValue(document, [name], value)
  for (const name of ['court', 'signUpsUntil']) putValue(document, [name], undefined)
  putValue(document, ['money', 'combinedOfferEndsWith'], undefined)
  const today = dayIn(facts.timeZone, ctx.now)
  const texts = published.files.filter(({ path }) => {
    const [, text] = languageAndName(path)
    return path !== lockFile && text !== undefined && !/^(?:news|timeline|documents)\//.test(text)
  })
  return [
    { path: 'claim.yaml', raw: printFacts(document) },
    ...texts.map(({ path, raw }) => ({
      path, raw: path.includes('/agreements/') ? raw.replace(/^version:.*$/m, `version: '${today}'`) : raw,
    })),
  ]
}

async function fromNothing(ctx: Ctx, claim: NewClaim): Promise<BundleFile[]> {
  const organisation = await findOrganisationFacts(ctx.db)
  const fee = organisation?.facts['registrationFee']
  const today = dayIn('Europe/Amsterdam', ctx.now)
  return skeleton(
    { own: Object.fromEntries(ownFactsOf(claim)), registrationFee: fee && 'cents' in fee ? fee.cents : 0, company: claim.company, today },
    languages,
  )
}

/** A hue of its own for each name, so that two claims seldom look alike. */
const hueOf = (slug: string): number => [...slug].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360, 7)

import { agreementsIn, type Agreement } from '#claims/agreement.ts'
import type { OrganisationFacts } from '#claims/bundle.ts'
import { lockedFiles } from '#claims/check/agreement-lock.ts'
import { scopeOf } from '#claims/quote.ts'
import { bundleOf, isOrganisation, type Bundle, type BundleFile } from '#claims/read-bundle.ts'
import { openFacts, printFacts, putValue, valueAt } from '#drafting/facts-file.ts'

/** A fee in cents split into what is without VAT and the VAT in it, to the cent (MO-08). */
export function splitVat(cents: number, percent: number): { net: number; vat: number } {
  const vat = Math.round((cents * percent) / (100 + percent))
  return { net: cents - vat, vat }
}

/** The registration fee of the foundation in cents, where its facts name one. */
export function feeOf({ facts }: Pick<OrganisationFacts, 'facts'>): number | undefined {
  const fee = facts['registrationFee']
  return fee && 'cents' in fee ? fee.cents : undefined
}

/** A published bundle with another registration fee; of the foundation with its net and VAT, where it states them. */
export function withFee(bundle: Bundle, cents: number, vatPercent: number): Bundle {
  const facts = openFacts(bundle.files)
  if (!facts) throw new Error(`the facts of ${bundle.facts.slug} cannot be read`)
  if (isOrganisation(bundle)) {
    const { net, vat } = splitVat(cents, vatPercent)
    for (const [name, value] of [['registrationFee', cents], ['registrationFeeNet', net], ['registrationFeeVat', vat]] as const) {
      const path = ['facts', name, 'cents']
      if (valueAt(facts.document, path) !== undefined) putValue(facts.document, path, value)
    }
  } else putValue(facts.document, ['money', 'registrationFee'], cents)
  const raw = printFacts(facts.document)
  return read(bundle.facts.slug, bundle.files.map((file) => (file.path === facts.path ? { ...file, raw } : file)))
}

/** The kinds of agreement in whose words the fee stands: they read otherwise in `after`. */
export function rewordedKinds(before: Bundle, after: Bundle, { was, is }: { was: OrganisationFacts; is: OrganisationFacts }): string[] {
  const wordsIn = (bundle: Bundle, organisation: OrganisationFacts) =>
    new Map(
      agreementsIn(bundle.texts, scopeOf(bundle.facts, organisation)).map((one): [string, string] => [
        `${one.kind}/${one.language}`, one.sha256 + one.summary,
      ]),
    )
  const [old, anew] = [wordsIn(before, was), wordsIn(after, is)]
  return [...new Set([...anew].filter(([key, words]) => old.get(key) !== words).map(([key]) => key.split('/')[0] ?? ''))]
}

/** The bundle with a fresh version of these agreements in every language, in the lock; a published version keeps its words (SG-06). */
export function withVersion(bundle: Bundle, kinds: readonly string[], version: string, organisation: OrganisationFacts): Bundle {
  const paths = new Set(bundle.texts.filter(({ name }) => kinds.some((kind) => name === `agreements/${kind}`)).map(({ path }) => path))
  const files = bundle.files.map((file) => (paths.has(file.path)
    ? { ...file, raw: file.raw.replace(/^version:.*$/m, `version: '${version}'`) } : file))
  const fresh = read(bundle.facts.slug, files)
  return read(bundle.facts.slug, lockedFiles(fresh, scopeOf(fresh.facts, organisation)))
}

/** The agreements of these kinds as they would be published. */
export const agreementsOf = ({ texts, facts }: Bundle, kinds: readonly string[], organisation: OrganisationFacts): Agreement[] =>
  agreementsIn(texts, scopeOf(facts, organisation)).filter(({ kind }) => kinds.includes(kind))

function read(slug: string, files: readonly BundleFile[]): Bundle {
  const { bundle, findings } = bundleOf(slug, files)
  if (!bundle) throw new Error(`the files of ${slug} cannot be read with another fee: ${findings.map(({ message }) => message).join('; ')}`)
  return bundle
}

import type { ClaimFacts } from '#claims/bundle.ts'
import type { Bundle } from '#claims/read-bundle.ts'
import { compareFacts, type FactChange } from './compare-facts.ts'

/**
 * Facts that no one person changes, like the agreements (SE-03): which documents are signed and what they grant; what people owe, by
 * whatever rule, even where no text quotes it; the account it goes to; the host names at which a claim answers, which the site trusts as
 * its own; until when people can join; and the court with the last day to opt out or in (WA-08), which people act upon.
 */
export const termNames = ['agreements', 'capacities', 'money', 'hosts', 'bank', 'signUpsUntil', 'court'] as const

/** Agreements that would come into force, go, or be in force in another version; and whether the terms around them change. */
export interface AgreementChanges {
  /** Such as `en/agreements/mandate`. */
  texts: string[]
  /** Whether a fact that two people change is another. */
  terms: boolean
  /** Those facts value by value, to be read; of a first version none. */
  termChanges: FactChange[]
}

/** What a new version would change about the agreements of a claim or of the foundation. */
export function touchesAgreements(before: Bundle | undefined, after: Bundle): AgreementChanges {
  const [was, is] = [versionsIn(before), versionsIn(after)]
  const texts = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name)).toSorted()
  const termChanges = before ? compareFacts(rawOf(before), rawOf(after)).filter((change) => isTerm(change, [before, after])) : []
  return { texts, terms: termsOf(before) !== termsOf(after), termChanges }
}

const isTerm = ({ path: [name = '', item] }: FactChange, bundles: readonly Bundle[]): boolean =>
  termNames.some((term) => term === name) || (name === 'timeline' && bundles.some((bundle) => offerEnd(bundle)?.id === item))

/** The event whose day ends the combined offer: until then a second claim costs nothing more (MO-09). */
export function offerEnd({ facts }: Bundle): ClaimFacts['timeline'][number] | undefined {
  return facts.kind === 'claim' ? facts.timeline.find(({ id }) => id === facts.money.combinedOfferEndsWith) : undefined
}

const versionsIn = (bundle: Bundle | undefined): Map<string, string> => new Map((bundle?.texts ?? [])
  .flatMap(({ language, name, head }): [string, string][] => (head ? [[`${language}/${name}`, head.version]] : [])))

const termsOf = (bundle: Bundle | undefined): string => JSON.stringify(
  bundle ? [...termNames.map((name) => bundle.facts[name as never]), offerEnd(bundle)] : [])

const rawOf = (bundle: Bundle | undefined): string | undefined => bundle?.files.find(({ path }) => path === bundle.factsFile)?.raw

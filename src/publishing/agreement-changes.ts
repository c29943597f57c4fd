import type { Bundle } from '#claims/read-bundle.ts'
import { compareFacts, type FactChange } from './compare-facts.ts'

/**
 * Facts that no one person changes, like the agreements (SE-03): which documents are signed and what they grant; what people owe, by whatever
 * rule, even where no text quotes it; the account it goes to; the host names at which a claim answers, which the site trusts as its own.
 */
const termNames: ReadonlySet<string> = new Set(['agreements', 'capacities', 'money', 'hosts', 'bank'])

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
  const termChanges = before ? compareFacts(rawOf(before), rawOf(after)).filter((change) => termNames.has(nameIn(change))) : []
  return { texts, terms: termsOf(before) !== termsOf(after), termChanges }
}

const versionsIn = (bundle: Bundle | undefined): Map<string, string> => new Map((bundle?.texts ?? [])
  .flatMap(({ language, name, head }): [string, string][] => (head ? [[`${language}/${name}`, head.version]] : [])))

const termsOf = (bundle: Bundle | undefined): string => JSON.stringify(bundle ? [...termNames].map((name) => bundle.facts[name as never]) : [])

const rawOf = (bundle: Bundle | undefined): string | undefined => bundle?.files.find(({ path }) => path === bundle.factsFile)?.raw
const nameIn = ({ path }: FactChange): string => path.split(' › ')[0] ?? ''

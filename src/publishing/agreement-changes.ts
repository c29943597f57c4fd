import type { Bundle } from '#claims/read-bundle.ts'

/** Agreements that would come into force, go, or be in force in another version; and whether what people sign changes otherwise. */
export interface AgreementChanges {
  /** Such as `en/agreements/mandate`. */
  texts: string[]
  /** Which documents are signed in which order, or what they grant, is another. */
  session: boolean
}

/** What a new version would change about the agreements of a claim or of the foundation. */
export function touchesAgreements(before: Bundle | undefined, after: Bundle): AgreementChanges {
  const [was, is] = [versionsIn(before), versionsIn(after)]
  const texts = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name)).toSorted()
  return { texts, session: sessionOf(before) !== sessionOf(after) }
}

const versionsIn = (bundle: Bundle | undefined): Map<string, string> => new Map((bundle?.texts ?? [])
  .flatMap(({ language, name, head }): [string, string][] => (head ? [[`${language}/${name}`, head.version]] : [])))

const sessionOf = (bundle: Bundle | undefined): string =>
  (bundle?.facts.kind === 'claim' ? JSON.stringify([bundle.facts.agreements, bundle.facts.capacities]) : '')

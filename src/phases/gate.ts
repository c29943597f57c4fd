import type { OrganisationFacts } from '#claims/bundle.ts'

/** What the law asks a foundation to show before a claim opens (art. 3:305a(2)(d) BW). */
export const beforeOpening = Array.from({ length: 9 }, (_, at) => `WEB-0${at + 1}`)

export type LackCode =
  'not-listed' | 'not-supplied' | 'no-adopted-date' | 'no-published-date' | 'published-later' | 'statutes-without-document' | 'text-missing'
/** One thing that a claim lacks before it may open. */
export interface Lack { code: LackCode; item: string }

/** Texts of the public page by language and name, such as `en/transparency/WEB-01`. */
export type DisclosureTexts = ReadonlyMap<string, string>

/**
 * What WEB-01 to WEB-09 lack on a day: each listed, supplied, with the days of adoption and publication, with words in both languages, and
 * for the statutes a link to the document itself. Empty: the gate is open.
 */
export function lacking({ disclosures }: Pick<OrganisationFacts, 'disclosures'>, texts: DisclosureTexts, today: string): Lack[] {
  return beforeOpening.flatMap((item): Lack[] => {
    const found = disclosures.find(({ id }) => id === item)
    if (!found) return [{ code: 'not-listed', item }]
    if (!found.supplied) return [{ code: 'not-supplied', item }]
    const lacks: Lack[] = []
    if (!found.adopted) lacks.push({ code: 'no-adopted-date', item })
    if (!found.published) lacks.push({ code: 'no-published-date', item })
    else if (found.published > today) lacks.push({ code: 'published-later', item })
    const words = ['en', 'nl'].map((language) => texts.get(`${language}/transparency/${item}`) ?? '')
    if (words.some((text) => !bodyOf(text))) lacks.push({ code: 'text-missing', item })
    else if (item === 'WEB-01' && !words.every((text) => /\]\((?:https?:\/)?\/[^)\s]+\)/.test(text)))
      lacks.push({ code: 'statutes-without-document', item })
    return lacks
  })
}

const bodyOf = (markdown: string): string => markdown.split('\n').slice(1).join('\n').trim()

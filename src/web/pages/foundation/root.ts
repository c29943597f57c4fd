import { languages, type Language } from '#claims/bundle.ts'
import { byLanguage } from '#web/answer.ts'
import { page } from '#web/page.ts'

/** The first of our languages in the order of the reader's wishes (RFC 9110, 12.5.4); English where none fits. */
function languageFor(acceptLanguage: string): Language {
  const wishes = acceptLanguage.split(',').map((wish) => {
    const [range = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean)
    return { language: languages.find((known) => known === range.split('-')[0]), weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wishes.filter(({ language, weight }) => language && weight > 0).toSorted((a, b) => b.weight - a.weight)[0]
  return best?.language ?? 'en'
}

/** The bare address: on to the reader's language. On a claim's own host that is the claim. */
export const rootPage = page('/', {
  who: 'anyone',
  show: ({ request }) => byLanguage(`/${languageFor(request.acceptLanguage)}`),
})

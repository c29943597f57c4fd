import { foldedName } from '#participants/same-person.ts'

/** Small words between the parts of a name that people leave out or write otherwise. */
const particles = new Set([
  'van', 'von', 'de', 'den', 'der', 'des', 'het', 't', 'ten', 'ter', 'te', 'op', 'in', 'aan', 'bij', 'el', 'al', 'la',
  'le', 'les', 'du', 'da', 'di', 'do', 'dos', 'bin', 'ibn', 'bint', 'ben', 'y', 'e', 'zu', 'af', 'av',
])

/** Letters that are no other letter with an accent, as people without them on the keyboard type them. */
const letters: Record<string, string> = { ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 't', ı: 'i' }

/** One word as it sounds: doubled letters once, spellings that people mix up made one. For comparing, never for showing. */
const sound = (word: string) =>
  word.replace(/[łøæœßđðþı]/g, (letter) => letters[letter]!).replaceAll('ij', 'y').replace(/[ae]i|ey/g, 'y')
    .replaceAll('ph', 'f').replaceAll('th', 't').replaceAll('dt', 't').replace(/c?k|c(?=[aou])/g, 'k')
    .replaceAll('ou', 'au').replaceAll('z', 's').replace(/(\p{L})\1+/gu, '$1')
    .replace(/(?<=..)[ts]s?$/, (end) => end[0]!)

/** The words of a name without accents, case, punctuation and order. */
export const nameKey = (name: string): string => foldedName(name).split(' ').sort().join(' ')

/** The words of a name that carry it, as they sound, in their order. */
export function soundWords(name: string): string[] {
  const words = foldedName(name).split(' ').filter(Boolean)
  const carrying = words.filter((word) => !particles.has(word))
  return (carrying.length ? carrying : words).map(sound)
}

const isInitial = (word: string) => word.length === 1
/** Whether two first names may be the same one: equal, or one is the initial of the other. Twins have names of their own. */
const mayBeSame = (one: string, other: string) => one === other || ((isInitial(one) || isInitial(other)) && one[0] === other[0])

/**
 * How far two names agree. `same`: all words, whatever their order. `alike`: as they sound, or some left out. `first`: only the first name.
 */
export function compareNames(one: string, other: string): 'same' | 'alike' | 'first' | 'other' {
  if (nameKey(one) === nameKey(other)) return 'same'
  const [a, b] = [soundWords(one), soundWords(other)]
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return 'alike'
  if (!a.length || !b.length) return 'other'
  const first = mayBeSame(a[0]!, b[0]!)
  const shared = a.filter((word) => !isInitial(word) && b.includes(word))
  const surname = shared.some((word) => word !== a[0] || word !== b[0])
  // Written the other way round, with or without a further name.
  if (!first) return shared.length >= 2 && (a.length !== b.length) ? 'alike' : 'other'
  return surname ? 'alike' : 'first'
}

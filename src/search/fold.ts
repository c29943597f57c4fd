/** Letters that do not come apart into a base letter and a mark. */
const unlike: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ѓ: 'г', ќ: 'к',
}

/** The words of a name as they are looked for: lower case, without marks and punctuation, each script as it is. Each word once. */
export function nameWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßæœøłđðþıςѓќ]/g, (letter) => unlike[letter]!)
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean))].slice(0, 12)
}

const shortest = 3
/** A word is found from its first three letters on; of a longer start than this, only the whole word is known. */
export const longestStart = 6

/** Whether a word is too short to be found by its first letters. */
export const isShort = (word: string): boolean => Array.from(word).length < shortest

/** The first letters of a word, as letters are read and not as bytes. */
export const startOf = (word: string, letters: number): string => Array.from(word).slice(0, letters).join('')

/** Under what a word of a name is listed: its first 3, 4, 5 and 6 letters, and the whole where that is shorter or longer. */
export function listedAs(word: string): string[] {
  const letters = Array.from(word)
  const starts = [3, 4, 5, longestStart].filter((length) => length <= letters.length).map((length) => letters.slice(0, length).join(''))
  return letters.length < shortest || letters.length > longestStart ? [...starts, word] : starts
}

/** A postcode as it is compared: no spaces, capitals. */
export const foldedPostcode = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/**
 * An account of the use told (name, number or phone) as it is compared. Of a phone number the last nine digits count: the rest is how it is
 * dialled from where.
 */
export function foldedAccount(text: string): string {
  const plain = text.normalize('NFKC').trim()
  if (/^[+\d][\d\s()./-]*$/.test(plain)) return plain.replace(/\D/g, '').slice(-9)
  return plain.replace(/^@/, '').replace(/\s+/g, '').toLowerCase()
}

/** An address without what makes aliases of it: the plus-tag, and at Google the dots (AD-03). Takes one in the form it is looked up. */
export function canonicalEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const [local, domain] = [email.slice(0, at).replace(/\+.*$/, ''), email.slice(at + 1)]
  const google = domain === 'gmail.com' || domain === 'googlemail.com'
  return google ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}

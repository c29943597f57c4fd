/** A document could not be typeset. The message holds the compiler's diagnosis without anything of the document's data. */
export class TypesettingFailed extends Error {
  override readonly name = 'TypesettingFailed'
}

/** Every text in the document's data, longest first, so that a short one does not break up a long one. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'number') found.add(String(value))
  else if (value && typeof value === 'object') for (const part of Object.values(value)) textsIn(part, found)
  return found
}

/**
 * What the compiler says is wrong, without what the document says: takes out all that stands between quotation marks
 * or backticks, all characters outside ASCII, and every text of the data that occurs in it.
 */
export function withoutInput(message: string, input: object): string {
  if (/could not be displayed with font/.test(message)) return 'a character of the text is in none of its fonts (missingGlyphs tells which)'
  let clean = message.replace(/"[^"]*"|`[^`]*`|“[^”]*”/gs, '…')
  for (const text of [...textsIn(input)].filter((t) => t.length > 2).sort((a, b) => b.length - a.length)) {
    clean = clean.replaceAll(text, '…')
    for (const word of text.split(/\s+/)) if (/\d|^\p{Lu}/u.test(word) && word.length > 2) clean = clean.replaceAll(word, '…')
  }
  return clean.replace(/[^\x20-\x7E…]+/g, '…').slice(0, 600)
}

/**
 * Everything the check of content can say, in the words of the terminal. The desk says the same by `code` in the reader's language
 * (`desk.finding.<code>`), with the same values.
 */
const sayings = {
  'no-facts': 'has no claim.yaml and no organisation.yaml',
  'no-place': 'has no place in a bundle: texts are <language>/<family>/<name>.md',
  'not-text': 'is not UTF-8 text',
  'two-facts': 'stands beside {file}: a bundle is a claim or an organisation',
  'not-yaml': '{problem}',
  'wrong-fact': '{fact}: {problem}',
  'no-title': 'the first line is not a title (`# Title`)',
  'no-front-matter': 'an agreement begins with front matter (version, title, summary between `---`)',
  'wrong-head': 'front matter: {field} {problem}',
  'no-claim': 'there is no claim {slug}',
  'other-folder': 'the folder is named {folder}, not {slug}',
  'name-of-term': '{name} is the name of a term of this bundle: quote that, or choose another name',
  repeated: '{id} stands in {list} twice',
  'repeated-disclosure': '{id} stands here twice',
  'no-day': '{id} has no day (on or after) and is not planned',
  'no-document': 'there is no document {id}',
  'host-taken': '{host} is a host name of the claim {slug} already: one name leads to one claim',
  'other-date': 'the document {id} has another date, {date}',
  'no-event': 'there is no event {id} in the timeline',
  'not-signed': '{agreement} is not among the agreements to sign, so nobody could grant this',
  'unknown-scope': '{id} is nothing that a capacity can cover: it has no words (capacityScopes in bundle.ts)',
  'not-listed': 'the organisation does not list the claim {slug}',
  'other-fee': 'differs from the {cents} cents of the organisation: the fee is one for all claims (MO-09)',
  'missing-text': 'the text {path} is missing',
  'not-asked': 'no id in {file} asks for this text',
  'unknown-fact': '{quote} names no fact, or a form the fact does not have',
  'to-write': 'something has to be written here in place of {quote} and the hint behind it',
  'typed-fact': '‘{written}’ is typed where {fact} has the same value',
  'typed-weekday': '‘{written}’ is typed before a date: write the date as {form}',
  'no-source': '{mark} is not among the sources',
  'other-picture': '{written}: only a picture of the claim is shown, on a line of its own between empty lines: ![](picture:<id>)',
  'unknown-picture': '{id} is not among the pictures',
  'no-picture-file': 'the picture {id} has no file, so no text can show it',
  'picture-in-agreement': 'an agreement is typeset and sealed, so no picture can stand in it',
  'picture-not-here': 'pictures stand in texts of the page, in questions and in news, and nowhere else',
  'no-alternative': 'the picture {id} has no alternative text in {language}',
  'alternative-is-name': 'the alternative text of {id} in {language} is only a name: it says what is to be seen',
  'alternative-repeats': 'the alternative text of {id} repeats the caption: who hears the page would hear it twice',
  'unlisted-picture': 'is the file of a picture that {file} does not list',
  'not-webp': 'is no still WebP in base64, or carries more than its image',
  'picture-too-large': 'is a picture of {width} by {height} pixels and {size} KB; at most {side} pixels a side and {most} KB',
  'pictures-too-large': 'the pictures together have {size} KB, at most {most} KB',
  html: 'HTML ({tag}) is not shown',
  'not-in-other': '{statement} is not in {language}',
  'title-only': 'has a title only, while {language} has a text',
  'other-version': 'is version {version}, while {language} is version {other}',
  'long-title': 'the title has {length} characters, at most {most} are shown',
  'long-description': 'the description has {length} characters, at most {most} are shown',
  'not-a-lock': 'is not a list of versions with their hashes',
  'not-locked': '{key} is not locked yet; when it is final: npm run check:content -- --lock',
  'changed-since-locked': '{key} has changed since it was locked: give it a new version',
  'fact-changed-since-locked': '{key} quotes a fact that has changed since it was locked: give it a new version',
  'same-words': '{key} has the same words as {twin}: a signature could not tell them apart',
  'zip-too-large': 'the zip is larger than 4 MiB',
  'zip-path': 'the path leads out of the bundle, or has signs that a path cannot have',
  'zip-twice': 'stands in the zip twice',
  'zip-file-too-large': 'is larger than 1 MiB',
  'zip-bomb': 'the zip holds more than 2,000 files or 16 MiB',
  'no-zip': 'this is not a zip, or it is damaged',
  'changed-since-published': '{key} has changed since it was published: give it a new version',
} as const

type Saying = keyof typeof sayings
export const sayingCodes = Object.keys(sayings) as Saying[]

/** One thing the check says: as a code with its values, and as the sentence of the terminal. */
export interface Said {
  code: Saying
  values: Record<string, string>
  message: string
}

type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never

/** Says it: every value that the sentence needs must be given. */
export function say<C extends Saying>(code: C, values: Record<Holes<(typeof sayings)[C]>, string | number>): Said {
  const given = Object.fromEntries(Object.entries<string | number>(values).map(([name, value]) => [name, String(value)]))
  return { code, values: given, message: sayings[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '') }
}

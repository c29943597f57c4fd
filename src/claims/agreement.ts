import { agreementKinds, type AgreementKind } from './bundle.ts'
import { resolve, type Scope } from './quote.ts'
import { sha256, type BundleText } from './read-bundle.ts'

/** An agreement as it is published: every quote written out, so that the hash names exactly the words that were read. */
export interface Agreement {
  kind: AgreementKind
  version: string
  language: string
  title: string
  summary: string
  body: string
  sha256: string
}

/** The agreements among the texts of a bundle, resolved in their language. */
export function agreementsIn(texts: BundleText[], scope: Scope): Agreement[] {
  return texts.flatMap((text) => {
    const kind = agreementKinds.find((known) => `agreements/${known}` === text.name)
    if (!text.head || !kind) return []
    const written = (words: string) => resolve(words, text.language, scope).text
    const [title, summary, body] = [written(text.head.title), written(text.head.summary), written(text.body)]
    return [
      { kind, version: text.head.version, language: text.language, title, summary, body, sha256: sha256(agreementBytes(title, body)) },
    ]
  })
}

/** The exact text a hash of an agreement is taken over, in UTF-8. */
export const agreementBytes = (title: string, body: string): string => `# ${title}\n\n${body}\n`

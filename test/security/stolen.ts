import type { TestSite } from '../builders.ts'
import { connected } from '../database.ts'

/** The same word as it would stand in a dump: plain, in hex, or in base64 at each of its three offsets. */
export const spellings = (word: string) => [
  word, Buffer.from(word).toString('hex'), Buffer.from(word, 'utf16le').toString('hex'), ...[0, 1, 2].map((shift) => base64At(word, shift)),
]

/** Without the characters at both ends that depend on what stands beside the word. */
const base64At = (word: string, shift: number) =>
  Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64').slice(shift ? 4 : 0).replace(/=+$/, '').slice(0, -1)

/** Everything the database holds, as `pg_dump` would write it: every table of every schema. */
export async function dump(site: TestSite): Promise<string> {
  return connected(site.database.ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
    let text = ''
    for (const { name } of tables) {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`)
      text += `${name}\n${rows.map((row) => row.line).join('\n')}\n`
    }
    return text
  })
}

/** Which of these words stand in a text, however they are written there. */
export const readable = (text: string, words: readonly string[]): string[] =>
  words.flatMap((word) => spellings(word).filter((spelling) => spelling.length > 5 && text.includes(spelling))
    .map((spelling) => `${word} as ${spelling}`))

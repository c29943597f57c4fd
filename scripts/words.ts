// Writes src/words/keys.ts: each key of en.json with the types of its arguments; and checks nl.json against it.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

type Words = Record<string, string>
const folder = new URL('../src/words/', import.meta.url)
const read = (language: string): Words => JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Words

function argumentsOf(elements: MessageFormatElement[], found: Record<string, string> = {}): Record<string, string> {
  for (const element of elements) {
    if (element.type === TYPE.argument) found[element.value] ??= 'string | number'
    else if (element.type === TYPE.number || element.type === TYPE.plural) found[element.value] = 'number'
    else if (element.type === TYPE.date || element.type === TYPE.time) found[element.value] = 'Date'
    else if (element.type === TYPE.select) found[element.value] = 'string'
    else if (element.type === TYPE.tag) {
      found[element.value] = 'Tag'
      argumentsOf(element.children, found)
    }
    if (element.type === TYPE.select || element.type === TYPE.plural)
      for (const option of Object.values(element.options)) argumentsOf(option.value, found)
  }
  return found
}

const signature = (message: string) => {
  const pairs = Object.entries(argumentsOf(parse(message))).sort(([a], [b]) => a.localeCompare(b))
  return pairs.length ? `{ ${pairs.map(([name, type]) => `${name}: ${type}`).join('; ')} }` : 'None'
}

const en = read('en')
const nl = read('nl')
const problems = [
  ...Object.keys(en).filter((key) => !(key in nl)).map((key) => `src/words/nl.json: missing ${key}`),
  ...Object.keys(nl).filter((key) => !(key in en)).map((key) => `src/words/nl.json: ${key} is not in en.json`),
  ...Object.keys(en).filter((key) => nl[key] && signature(en[key]!) !== signature(nl[key]))
    .map((key) => `src/words/nl.json: ${key} takes other arguments than in en.json`),
]
const lines = Object.keys(en).sort().map((key) => `  '${key}': ${signature(en[key]!)}`)
const text = `// Made by \`npm run words\` from en.json; do not edit.
export type Tag = (children: unknown[]) => unknown
export type None = Record<never, never>
export interface Words {
${lines.join('\n')}
}
`
const target = new URL('keys.ts', folder)
if (process.argv.includes('--verify')) {
  if (readFileSync(target, 'utf8') !== text) problems.push('src/words/keys.ts is stale: run `npm run words`')
} else writeFileSync(target, text)
if (problems.length) {
  console.error(problems.join('\n'))
  process.exit(1)
}

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|fixture)\.tsx?$/.test(file) && file !== 'src/words/keys.ts')
  .map((file) => readFileSync(file, 'utf8')).join('\n')
const keys = Object.keys(JSON.parse(readFileSync('src/words/en.json', 'utf8')) as Record<string, string>)

/** Everything that stands between quotes and may be a key, in one pass: looking each key up in all of the program takes half a minute. */
const quoted = new Set([...sources.matchAll(/'([\w.-]+)'/g)].map(([, text]) => text))

/** Keys that are put together, as `because.${reason}`: each such text as a pattern. One that begins with a value says nothing. */
const patterns = [...sources.matchAll(/`([a-z]\w+\.[\w.-]*(?:\$\{[^{}`]*\}[\w.-]*)+)`/g)]
  .map(([, text]) => new RegExp(`^${text!.split(/\$\{[^{}]*\}/).map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`))

test('every word is said somewhere', () => {
  expect(keys.length).toBeGreaterThan(1000)
  expect(keys.filter((key) => !quoted.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([])
})

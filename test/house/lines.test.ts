import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const longest = 140
/** Written by programs, and read by nobody. */
const generated = ['src/platform/db/types.ts', 'src/words/keys.ts']

test(`no line of code is longer than ${longest} characters`, () => {
  const files = globSync(['{src,test,scripts}/**/*.{ts,tsx,css}', '*.ts']).filter((file) => !generated.includes(file))
  expect(files.length).toBeGreaterThan(500)
  const long = files.flatMap((file) => readFileSync(file, 'utf8').split('\n')
    .flatMap((line, at) => (line.length > longest ? [`${file}:${at + 1}: ${line.length}`] : [])))
  expect(long).toEqual([])
})

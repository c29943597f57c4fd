import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { assembly, rooms } from '../../rooms.ts'

const names = rooms.map(({ name }) => name)
const roomsIn = (text: string) => [...text.matchAll(/^\| `(?:src\/)?([a-z-]+)\/?` \|/gm)].map(([, name]) => name!)

describe('the rooms', () => {
  test('of the list are the folders of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    expect(folders.sort()).toEqual([...names].sort())
  })
  test('and the files beside them are those that put them together', () => {
    const files = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => entry.name)
    expect(files.sort()).toEqual([...assembly, 'config.ts'].sort())
  })
  test('stand in docs/architecture.md in the same order and words', () => {
    const text = readFileSync('docs/architecture.md', 'utf8')
    expect(roomsIn(text)).toEqual(names)
    for (const { name, what } of rooms) expect(text).toContain(`| \`${name}\` | ${what} |`)
  })
  test('stand in the map of the README, one line each', () => {
    expect(roomsIn(existsSync('README.md') ? readFileSync('README.md', 'utf8') : '')).toEqual(names)
  })
})

describe('decisions', () => {
  const files = readdirSync('docs/decisions')
  test('are numbered without gap or double', () => {
    for (const file of files) expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(files.map((file) => Number(file.slice(0, 4))).sort((a, b) => a - b)).toEqual(files.map((_, at) => at + 1))
  })
  test.each(files)('%s has its number, date, status, context, decision and consequences, on one page', (file) => {
    const text = readFileSync(path.join('docs/decisions', file), 'utf8')
    expect(text).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `))
    expect(text).toMatch(/^Date: \d{4}-\d\d-\d\d$/m)
    expect(text).toMatch(/^Status: (accepted|proposed|superseded by \[\d+\]\(\d{4}-.+\.md\))$/m)
    for (const heading of ['Context', 'Decision', 'Consequences']) expect(text).toContain(`\n## ${heading}\n`)
    expect(text.split('\n').length).toBeLessThan(70)
  })
})

test('every link between documents leads to a file that is there', () => {
  const documents = globSync('{*.md,docs/**/*.md}')
  const broken = documents.flatMap((file) => [...readFileSync(file, 'utf8')
    .matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)].map(([, to]) => to!)
    .filter((to) => !existsSync(path.join(path.dirname(file), to))).map((to) => `${file}: ${to}`))
  expect(broken).toEqual([])
})

test('every script a document names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const known = new Set([...Object.keys(scripts), 'start', 'test', 'install', 'ci'])
  const named = globSync('{*.md,docs/**/*.md}')
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => `${file}: ${script}`))
  expect(named.filter((line) => !known.has(line.split(': ')[1]!))).toEqual([])
})

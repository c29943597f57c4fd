// `npm run check [-- name …]`: types, lint, room order, dead code, words, generated types, content.
// One line per check; what a check found stands below it.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const bin = path.join(root, 'node_modules/.bin')

type Finding = string | undefined
interface Check {
  name: string
  find(): Finding
}

/** What a program says when it ends with another code than 0. */
function run(program: string, ...words: string[]): Finding {
  const { status, stdout, stderr, error } = spawnSync(program, words,
    { cwd: root, encoding: 'utf8', env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, NO_COLOR: '1' } })
  if (error) return error.message
  return status === 0 ? undefined : `${stdout}${stderr}`.trim() || `ended with code ${status}`
}
const tool = (name: string, ...words: string[]) => run(path.join(bin, name), ...words)
const script = (name: string, ...words: string[]) => run(process.execPath, path.join(root, 'scripts', name), ...words)

/** What the linter cannot say: that a bare `new Date()` reads the clock. The clock of the reader's own browser is not ours. */
function clockReaders(): Finding {
  const allowed = /^src\/(platform\/clock\.ts|web\/browser\/)|\.test\.tsx?$|\.fixture\.ts$/
  const found = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !allowed.test(file)).flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8').split('\n')
      .flatMap((line, at) => (/\bnew Date\(\s*\)/.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])))
  return found.length ? `${found.join('\n')}\nOnly platform/clock.ts reads the clock; everything else gets ctx.now.` : undefined
}

/** dependency-cruiser reads our sources through swc and warns in vain that it knows no TypeScript 7. */
const boundaries = () => tool('depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err',
  'src')?.replace(/\n*‼ missing-tsc-transpiler[\s\S]*$/, '')

const checks: readonly Check[] = [
  { name: 'types', find: () => tool('tsc', '--noEmit', '--project', 'tsconfig.json') },
  { name: 'browser-types', find: () => tool('tsc', '--noEmit', '--project', 'tsconfig.browser.json') },
  { name: 'lint', find: () => tool('oxlint', '--type-aware', '--format', 'unix', 'src', 'test', 'scripts', 'rooms.ts', 'vite.config.ts',
    'vitest.config.ts') },
  { name: 'clock', find: clockReaders },
  { name: 'rooms', find: boundaries },
  { name: 'dead-code', find: () => tool('knip', '--no-progress', '--no-config-hints') },
  { name: 'words', find: () => script('words.ts', '--verify') },
  { name: 'database-types', find: () => script('generate-types.ts', '--verify') },
  { name: 'content', find: () => script('check-content.ts') },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length) {
  console.error(`There is no check ${unknown.join(', ')}. Checks: ${checks.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

let failed = 0
const chosen = checks.filter(({ name }) => !wanted.length || wanted.includes(name))
for (const { name, find } of chosen) {
  const started = performance.now()
  const finding = find()
  console.log(`${finding === undefined ? 'passed' : 'FAILED'}  ${name.padEnd(15)} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (finding === undefined) continue
  failed += 1
  console.log(finding.split('\n').map((line) => `          ${line}`).join('\n'))
}
console.log(`${chosen.length - failed} checks passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0

// `npm test`: builds, runs vitest and the browser journeys, and ends with what failed, by name, and one line: N passed, N failed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const reports = mkdtempSync(path.join(os.tmpdir(), 'joinder-reports-'))
const binary = (name: string) => path.join(root, 'node_modules', name)

interface Count { passed: number; failed: number; skipped: number; names: string[] }
interface Assertion { status: string; fullName: string; failureMessages: string[] }
interface VitestFile { name: string; status: string; message: string; assertionResults: Assertion[] }
interface Vitest {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: VitestFile[]
}
interface Suite { specs: { file: string; line: number; title: string; ok: boolean }[]; suites?: Suite[] }
interface Playwright { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; suites: Suite[] }

const nothing: Count = { passed: 0, failed: 0, skipped: 0, names: [] }
const firstLine = (text = '') => text.split('\n', 1)[0] ?? ''

function failedIn({ name, status, message, assertionResults }: VitestFile): string[] {
  const file = path.relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLine(message)}`]
  return failed.map(({ fullName, failureMessages: [said = ''] }) => {
    const line = /:(\d+):\d+\)?$/m.exec(said)?.[1] ?? ''
    return `${file}:${line} > ${fullName}: ${firstLine(said)}`
  })
}

const failedSpecs = ({ specs, suites = [] }: Suite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `test/journeys/${file}:${line} > ${title}`),
  ...suites.flatMap(failedSpecs),
]

async function run(title: string, script: string, words: string[], environment: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n${title}`)
  const child = spawn(process.execPath, [script, ...words], { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  const forward = (signal: NodeJS.Signals) => void child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const [code] = await once(child, 'exit') as [number | null]
  process.off('SIGINT', forward).off('SIGTERM', forward)
  return code === 0
}

/** A run that went wrong without any test failing (a file that does not load, a site that does not start) counts as one failure. */
function counted<R>(report: string, went: boolean, read: (report: R) => Count): Count {
  const count = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8')) as R) : nothing
  return { ...count, failed: went ? count.failed : Math.max(1, count.failed) }
}

async function units(): Promise<Count> {
  const report = path.join(reports, 'vitest.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const went = await run('Units, acts and pages (vitest)', binary('vitest/vitest.mjs'), words)
  return counted<Vitest>(report, went, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
    passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, names: testResults.flatMap(failedIn),
  }))
}

async function journeys(): Promise<Count> {
  const report = path.join(reports, 'playwright.json')
  const words = ['test', '--reporter=list,json']
  const cli = binary('@playwright/test/cli.js')
  const went = await run('Journeys in a browser (Playwright)', cli, words, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return counted<Playwright>(report, went, ({ stats: { expected, unexpected, flaky, skipped }, suites }) =>
    ({ passed: expected, failed: unexpected + flaky, skipped, names: suites.flatMap(failedSpecs) }))
}

const built = await run('Build', path.join(root, 'scripts/build.ts'), [])
const counts = [await units(), ...(built ? [await journeys()] : [{ ...nothing, failed: 1, names: ['the build'] }])]
rmSync(reports, { recursive: true, force: true })
const names = counts.flatMap((count) => count.names)
if (names.length > 0) console.log(`\nFailed:\n${names.map((name) => `  ${name}`).join('\n')}`)
const sum = (of: 'passed' | 'failed' | 'skipped') => counts.reduce((total, count) => total + count[of], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`)
process.exitCode = sum('failed') ? 1 : 0

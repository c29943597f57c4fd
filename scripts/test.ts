// `npm test`: builds, runs vitest and the browser journeys, and ends with one line: N passed, N failed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const reports = mkdtempSync(path.join(os.tmpdir(), 'joinder-reports-'))
const binary = (name: string) => path.join(root, 'node_modules', name)

interface Count { passed: number; failed: number; skipped: number }
interface Vitest { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
interface Playwright { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

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
  const count = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8')) as R) : { passed: 0, failed: 0, skipped: 0 }
  return { ...count, failed: went ? count.failed : Math.max(1, count.failed) }
}

async function units(): Promise<Count> {
  const report = path.join(reports, 'vitest.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const went = await run('Units, acts and pages (vitest)', binary('vitest/vitest.mjs'), words)
  return counted<Vitest>(report, went, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) =>
    ({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }))
}

async function journeys(): Promise<Count> {
  const report = path.join(reports, 'playwright.json')
  const words = ['test', '--reporter=list,json']
  const cli = binary('@playwright/test/cli.js')
  const went = await run('Journeys in a browser (Playwright)', cli, words, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return counted<Playwright>(report, went, ({ stats: { expected, unexpected, flaky, skipped } }) =>
    ({ passed: expected, failed: unexpected + flaky, skipped }))
}

const built = await run('Build', path.join(root, 'scripts/build.ts'), [])
const counts = [await units(), ...(built ? [await journeys()] : [{ passed: 0, failed: 1, skipped: 0 }])]
rmSync(reports, { recursive: true, force: true })
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`)
process.exitCode = sum('failed') ? 1 : 0

import { execFile, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb } from '#platform/db/open.ts'
import { openVault, readVaultKeys } from '#platform/vault.ts'
import { emptyDatabase } from '../test/database.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-cli-'))
let here: Awaited<ReturnType<typeof emptyDatabase>>
let there: Awaited<ReturnType<typeof emptyDatabase>>
beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { encoding: 'utf8' })
  expect(built.stderr).toBe('')
  here = await emptyDatabase()
  there = await emptyDatabase()
}, 120_000)
afterAll(async () => {
  await here.close()
  await there.close()
  rmSync(folder, { recursive: true, force: true })
})

async function joinder(words: string[], settings: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: path.join(folder, 'here'), DATABASE_URL: here.url, ...settings }
  return promisify(execFile)(process.execPath, ['dist/cli.js', ...words], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }),
  )
}

test('tells what it can do, and of each command what it takes', async () => {
  const { said } = await joinder([])
  const commands = [...said.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name as string)
  expect(commands).toEqual(expect.arrayContaining(['export', 'import', 'migrate', 'import-content', 'jobs', 'journal', 'new-keys',
    'retention', 'holds', 'replay-erasures']))
  const helped = await Promise.all(commands.map(async (name) => ({ name, told: (await joinder([name, '--help'])).said })))
  for (const { name, told } of helped) expect(told).toContain(`npm run joinder -- ${name}`)
}, 120_000)

test('a wrong word is told with the right ones, exit code 2', async () => {
  expect(await joinder(['exprt'])).toMatchObject({ code: 2, said: expect.stringContaining('There is no command "exprt"') })
  expect(await joinder(['export'])).toMatchObject({ code: 2, said: expect.stringContaining('one folder is needed') })
})

test('the whole state moves to another database', async () => {
  expect(await joinder(['migrate'])).toMatchObject({ code: 0, said: expect.stringContaining('0001-ground') })
  const out = path.join(folder, 'export')
  expect(await joinder(['export', out])).toMatchObject({ code: 0 })
  expect(existsSync(path.join(out, 'manifest.json'))).toBe(true)
  expect(await joinder(['import', out], { DATABASE_URL: there.url, DATA_DIR: path.join(folder, 'there') })).toMatchObject({ code: 0 })
  expect(await joinder(['export', out])).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') })
}, 120_000)

test('makes the link of the first administrator, each time another one', async () => {
  const made = async () => (await joinder(['first-link'])).said
  const [one, two] = [await made(), await made()]
  for (const said of [one, two]) expect(said).toMatch(/^http:\/\/localhost:8080\/en\/desk\/first\/[\w-]{43}\n$/)
  expect(one).not.toBe(two)
}, 120_000)

test('lists late and failed jobs, and verifies the journal', async () => {
  expect(await joinder(['jobs'])).toEqual({ code: 0, said: 'Late: none\nFailed: none\n' })
  expect(await joinder(['jobs', '--retry', 'mail.send'])).toMatchObject({ code: 0, said: '0 jobs set going again.\n' })
  expect(await joinder(['journal', 'verify'])).toMatchObject({ code: 0, said: expect.stringContaining('The journal is whole') })
}, 120_000)

test('keys are made once and never overwritten', async () => {
  const file = path.join(folder, 'keys', 'master.key')
  expect(await joinder(['new-keys', file])).toMatchObject({ code: 0 })
  const made = readFileSync(file, 'utf8')
  expect(await joinder(['new-keys', file])).toMatchObject({ code: 2 })
  expect(readFileSync(file, 'utf8')).toBe(made)
})

test('a new master key takes over the keys of all people, and once it has there is nothing left to do', async () => {
  const file = path.join(folder, 'here', 'keys', 'master.key')
  const [index, old] = readFileSync(file, 'utf8').split('\n').filter((line) => /^(index|master):/.test(line))
  const db = openDb(here.url, { max: 1 })
  const person = randomUUID()
  try {
    await openVault(readVaultKeys(`${index}\n${old}`, file)).create(db, person, new Date())
    expect(await joinder(['rewrap-keys'])).toMatchObject({ code: 0, said: expect.stringContaining('Nothing to do') })
    const young = `master:${randomBytes(32).toString('base64')}`
    writeFileSync(file, `${index}\n${young}\n${old}\n`)
    expect(await joinder(['rewrap-keys'])).toMatchObject({ code: 0, said: expect.stringContaining('Keys wrapped anew: 1.') })
    expect(await openVault(readVaultKeys(`${index}\n${young}`, file)).find(db, person)).toBeDefined()
  } finally {
    await db.destroy()
  }
}, 120_000)

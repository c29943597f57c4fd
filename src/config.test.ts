import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { masterKeys } from '#platform/master-key.ts'
import { readConfig, WrongSettings } from './config.ts'

const problemsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as WrongSettings).problems.map(({ setting }) => setting)
  }
}

test('starts without any setting, on this machine only', () => {
  expect(readConfig({})).toMatchObject({ port: 8080, host: '127.0.0.1', publicOrigin: 'http://localhost:8080', role: 'all',
    production: false, databaseUrl: undefined })
  expect(readConfig({ PORT: '3000', DATABASE_URL: '  ' })).toMatchObject({ publicOrigin: 'http://localhost:3000', databaseUrl: undefined })
})

test('names every wrong value at once, with its remedy', () => {
  expect(problemsOf({ PORT: 'http', ROLE: 'boss', SMTP_URL: 'mail.example.org', DATABASE_URL: 'mysql://x',
    PUBLIC_ORIGIN: 'http://a.example/b', TRUSTED_PROXIES: '-1' }))
    .toEqual(['ROLE', 'PORT', 'PUBLIC_ORIGIN', 'TRUSTED_PROXIES', 'DATABASE_URL', 'SMTP_URL'])
  expect(() => readConfig({ PORT: 'http' })).toThrow('PORT: has a value that cannot be used. Expected: a number from 0 to 65535.')
})

test('a wrong value is not repeated in the message, as it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@h/x' })).not.toThrow('hunter2')
  expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@h/x' })).toThrow('DATABASE_URL')
})

test('production names what it lacks', () => {
  expect(problemsOf({ NODE_ENV: 'production', DATA_DIR: '/nowhere' }))
    .toEqual(['PUBLIC_ORIGIN', 'SMTP_URL', 'MAIL_FROM', 'SEAL_CERTIFICATE', 'MASTER_KEY_FILE'])
  expect(problemsOf({ NODE_ENV: 'production', PUBLIC_ORIGIN: 'http://joinder.example' })).toContain('PUBLIC_ORIGIN')
  const keys = path.join(mkdtempSync(path.join(os.tmpdir(), 'joinder-keys-')), 'master.key')
  masterKeys(keys, true)
  expect(problemsOf({ NODE_ENV: 'production', ROLE: 'web', PUBLIC_ORIGIN: 'https://joinder.example', MASTER_KEY_FILE: keys })).toEqual([])
})

test('production makes no keys; development makes them once, for itself only', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'joinder-keys-')), 'keys', 'master.key')
  expect(() => masterKeys(file, false)).toThrow('MASTER_KEY_FILE')
  const made = masterKeys(file, true)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(masterKeys(file, true)).toEqual(made)
})

test('processes that start at once agree on one key file', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-keys-'))
  const file = path.join(folder, 'keys', 'master.key')
  const script = `import { masterKeys } from '#platform/master-key.ts'
    process.stdout.write(masterKeys(${JSON.stringify(file)}, true).index.toString('hex'))`
  const starts = Array.from({ length: 4 },
    () => promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script], { cwd: process.cwd() }))
  const seen = new Set((await Promise.all(starts)).map(({ stdout }) => stdout))
  expect(seen.size).toBe(1)
  expect(readFileSync(file, 'utf8')).toContain('master:')
})

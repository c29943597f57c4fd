import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFiles } from '#built-files.ts'

let folder: string
let files: ReturnType<typeof builtFiles>
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'joinder-test-'))
  const client = path.join(folder, 'client')
  mkdirSync(path.join(client, 'assets'), { recursive: true })
  mkdirSync(path.join(client, '.vite'))
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  writeFileSync(path.join(client, '.vite/manifest.txt'), 'secret')
  writeFileSync(path.join(client, '.env.txt'), 'secret')
  writeFileSync(path.join(client, 'assets/key.pem'), 'secret')
  writeFileSync(path.join(client, 'assets/app.css'), 'body{}')
  symlinkSync(path.join(folder, 'secret.txt'), path.join(client, 'assets/link.txt'))
  files = builtFiles(client)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what was built is there, for ever, under its hashed name', async () => {
  const found = files('/assets/app.css')!
  expect([await found.text(), found.headers.get('cache-control'), found.headers.get('content-type')])
    .toEqual(['body{}', 'public, max-age=31536000, immutable', 'text/css; charset=utf-8'])
})

test.each(['/../secret.txt', '/assets/../../secret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/link.txt', '/.vite/manifest.txt',
  '/.env.txt', '/assets/key.pem', '/assets', '/', '', '/ASSETS/app.css', '/constructor', '/__proto__'])(
  '%s is not', (asked) => expect(files(asked)).toBeUndefined())

import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkContent, lockAgreements } from '#claims/check.ts'
import { contentFolder, smallClaim } from '../test/small-bundles.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-main-'))
// Started as root, the database runs as another user, who must be able to enter.
chmodSync(folder, 0o755)
const running = new Set<ChildProcess>()
let content: Awaited<ReturnType<typeof contentFolder>>
let settings: Record<string, string>

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { encoding: 'utf8' })
  expect(built.stderr).toBe('')
  content = await contentFolder({ app: smallClaim() })
  await lockAgreements(await checkContent(content.folder))
  settings = { PATH: process.env['PATH'] ?? '', DATA_DIR: path.join(folder, 'var'), CONTENT_DIR: content.folder, PORT: '0',
    LOG_LEVEL: 'warn' }
}, 120_000)
afterAll(async () => {
  for (const each of running) each.kill('SIGKILL')
  await content.remove()
  rmSync(folder, { recursive: true, force: true })
})

function start(more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'],
    { env: { ...settings, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part })
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return { code: code as number | null, said }
  })
  return {
    child, ended,
    async up() {
      while (!/Joinder is (running|at work)/.test(said)) {
        const over = await Promise.race([ended, new Promise((go) => setTimeout(go, 20))])
        if (over) throw new Error(said)
      }
      return said
    },
  }
}
const serverRuns = () => existsSync(path.join(settings['DATA_DIR'] as string, 'data', 'postmaster.pid'))

test('starts on nothing, tells where it is, and a signal lets it finish: exit code 0 and no database left running', async () => {
  const first = start()
  const said = await first.up()
  for (const line of [/Site +http:\/\/localhost:\d+\n/, /Desk +http:\/\/localhost:\d+\/en\/desk\/first\/[\w-]{43} /,
    /Mailbox +http:\/\/localhost:\d+\/mailbox/]) expect(said).toMatch(line)
  const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
  expect((await fetch(`${address?.replace('localhost', '127.0.0.1')}/nowhere`)).status).toBe(404)
  first.child.kill('SIGTERM')
  expect(await first.ended).toMatchObject({ code: 0 })
  expect(serverRuns()).toBe(false)
}, 120_000)

test('Ctrl-C, which arrives twice under npm, is one signal', async () => {
  const one = start({ ROLE: 'worker' })
  await one.up()
  one.child.kill('SIGINT')
  one.child.kill('SIGINT')
  expect(await one.ended).toMatchObject({ code: 0 })
  expect(serverRuns()).toBe(false)
}, 120_000)

test('after kill -9 it starts again on what the killed one left running', async () => {
  const killed = start({ ROLE: 'worker' })
  await killed.up()
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(serverRuns()).toBe(true)
  const again = start({ ROLE: 'worker' })
  await again.up()
  again.child.kill('SIGTERM')
  expect(await again.ended).toMatchObject({ code: 0 })
  expect(serverRuns()).toBe(false)
}, 120_000)

test('a taken port is told with the remedy', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, said } = await start({ PORT: String(port) }).ended
  other.close()
  expect(code).toBe(1)
  expect(said).toContain(`Port ${port} is taken by another program.`)
  expect(said).not.toContain('    at ')
}, 120_000)

test('wrong settings are told all at once, before anything is touched', async () => {
  const { code, said } = await start({ NODE_ENV: 'production', PORT: 'x', DATA_DIR: path.join(folder, 'never') }).ended
  expect(code).toBe(1)
  for (const setting of ['PORT', 'PUBLIC_ORIGIN', 'SMTP_URL', 'SEAL_CERTIFICATE', 'MASTER_KEY_FILE']) expect(said)
    .toContain(`  ${setting}: `)
  expect(existsSync(path.join(folder, 'never'))).toBe(false)
})

test('a database server that does not answer is told with the remedy', async () => {
  const { code, said } = await start({ DATABASE_URL: 'postgres://joinder:x@127.0.0.1:1/joinder',
    DATA_DIR: path.join(folder, 'server') }).ended
  expect({ code, said }).toEqual({ code: 1,
    said: '\nDATABASE_URL: nothing answers there. Start the server, or correct host and port. (ECONNREFUSED)\n' })
})

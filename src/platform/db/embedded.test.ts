import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync,
  writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { queried } from '../../../test/database.ts'
import { embeddedPostgres } from './embedded.ts'

const asRoot = process.getuid?.() === 0
let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-embedded-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  if (existsSync(path.join(folder, 'data', 'postmaster.pid'))) killServer()
  rmSync(folder, { recursive: true, force: true })
})

const serverPid = () => Number.parseInt(readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8'), 10)

function killServer() {
  try {
    process.kill(serverPid(), 'SIGKILL')
  } catch {
    // It had gone already.
  }
}

/** Another process that starts the embedded server and says `{ adopted, url }`; it ends when its standard input does. */
function otherProcess(options: SpawnOptions = {}, after = '') {
  const script = `const { embeddedPostgres } = await import(${JSON.stringify(path.resolve(import.meta.dirname, 'embedded.ts'))})
    const own = await embeddedPostgres(${JSON.stringify(folder)})
    ${after}
    console.log(JSON.stringify(own))
    process.stdin.on('end', async () => { await own.stop(); process.exit(0) }).resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'pipe'], ...options })
  children.push(child)
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => { complaint += text.toString() })
  const gone = new Promise<number | null>((resolve) => { child.on('exit', (code) => resolve(code)) })
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const said = () => new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    void gone.then(() => reject(new Error(complaint)))
  })
  return { child, gone, said, started: said().then((line) => JSON.parse(line) as { url: string; adopted: boolean }) }
}

test('it starts on an empty folder, stops, and starts again with what was written; nobody else may read its password', async () => {
  const first = await embeddedPostgres(folder)
  expect(first.adopted).toBe(false)
  await queried(first.url, 'create table t as select 1 as n')
  expect(await queried(first.url, `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
    current_setting('unix_socket_directories') as socket, current_setting('listen_addresses') as listens`))
    .toEqual([{ fsync: 'on', checksums: 'on', socket: '', listens: '127.0.0.1' }])
  if (process.platform !== 'win32') expect(statSync(path.join(folder, 'data', 'joinder-password')).mode & 0o777).toBe(0o600)
  await first.stop()
  await expect(queried(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  const second = await embeddedPostgres(folder)
  expect(await queried(second.url, 'select n from t')).toEqual([{ n: 1 }])
  await second.stop()
  await second.stop()
})

test('the server is killed under load: no acknowledged row is lost', async () => {
  const first = await embeddedPostgres(folder)
  await queried(first.url, 'create table t (id int primary key)')
  const pool = new pg.Pool({ connectionString: first.url, max: 8 })
  pool.on('error', () => undefined)
  const acknowledged: number[] = []
  let next = 0
  const load = Array.from({ length: 8 }, async () => {
    for (let id = next++; ; id = next++) {
      await pool.query('insert into t values ($1)', [id])
      acknowledged.push(id)
      if (acknowledged.length === 1500) process.kill(serverPid(), 'SIGKILL')
    }
  })
  await Promise.allSettled(load)
  await pool.end()
  const second = await embeddedPostgres(folder)
  expect(second.adopted).toBe(false)
  const kept = new Set((await queried(second.url, 'select id from t')).map((row) => row['id']))
  expect(acknowledged.length).toBeGreaterThanOrEqual(1500)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  await second.stop()
}, 120_000)

test('a server that is killed comes back by itself at the same address, also when the next process starts before that', async () => {
  const own = await embeddedPostgres(folder)
  await queried(own.url, 'create table t (n integer)')
  for (const more of [false, true]) {
    const killed = serverPid()
    killServer()
    const second = more ? await embeddedPostgres(folder) : undefined
    if (second) expect(second.url).toBe(own.url)
    await expect.poll(() => queried(own.url, 'select * from t').catch(() => undefined), { timeout: 20_000, interval: 100 }).toEqual([])
    expect(serverPid()).not.toBe(killed)
    await second?.stop()
  }
  await own.stop()
}, 120_000)

test('the application is killed: the next start adopts the server it left and may stop it', async () => {
  const killed = otherProcess()
  const { url } = await killed.started
  killed.child.kill('SIGKILL')
  await killed.gone
  const own = await embeddedPostgres(folder)
  expect(own).toMatchObject({ adopted: true, url })
  await own.stop()
  await expect(queried(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
}, 120_000)

test('everything is killed at once: the next start recovers', async () => {
  const killed = otherProcess()
  await queried((await killed.started).url, 'create table t as select 7 as n')
  killed.child.kill('SIGKILL')
  killServer()
  const own = await embeddedPostgres(folder)
  expect(own.adopted).toBe(false)
  expect(await queried(own.url, 'select n from t')).toEqual([{ n: 7 }])
  await own.stop()
}, 120_000)

test('two processes start at once on one empty folder: the second adopts, and only the last to leave stops the server', async () => {
  const two = [otherProcess(), otherProcess()]
  const said = await Promise.all(two.map((each) => each.started))
  const url = said[0]?.url ?? ''
  expect(said.map((each) => each.adopted).sort()).toEqual([false, true])
  const [first, second] = said[0]?.adopted ? [two[1], two[0]] : [two[0], two[1]]
  first?.child.stdin?.end()
  expect(await first?.gone).toBe(0)
  expect(await queried(url, 'select 1 as n')).toEqual([{ n: 1 }])
  second?.child.stdin?.end()
  expect(await second?.gone).toBe(0)
  await expect(queried(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
}, 120_000)

test('a process that was killed does not keep the server alive', async () => {
  const killed = otherProcess()
  const { url } = await killed.started
  const own = await embeddedPostgres(folder)
  killed.child.kill('SIGKILL')
  await killed.gone
  await own.stop()
  await expect(queried(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
}, 120_000)

test('Ctrl-C to the whole process group leaves the server alive until the application has drained', async () => {
  const drained = `process.on('SIGINT', async () => {
    await new Promise((resume) => setTimeout(resume, 400))
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
    const client = new pg.Client({ connectionString: own.url }); await client.connect()
    console.log((await client.query('select 42 as n')).rows[0].n); await client.end(); await own.stop(); process.exit(0) })`
  const app = otherProcess({ detached: true }, drained)
  await app.started
  const answer = app.said()
  process.kill(-(app.child.pid ?? 0), 'SIGINT')
  expect(await answer).toBe('42')
  expect(await app.gone).toBe(0)
}, 120_000)

test('a number left in postmaster.pid that now belongs to another process does not stop the start', async () => {
  const first = await embeddedPostgres(folder)
  const file = path.join(folder, 'data', 'postmaster.pid')
  const left = readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid))
  await first.stop()
  writeFileSync(file, left)
  const second = await embeddedPostgres(folder)
  expect(second.adopted).toBe(false)
  await second.stop()
})

test('a lock left by a killed process is broken', async () => {
  writeFileSync(path.join(folder, 'starting'), '4194999 1\n0')
  await (await embeddedPostgres(folder)).stop()
})

test('a data folder that is not ours, or of another PostgreSQL, is left untouched and named', async () => {
  mkdirSync(path.join(folder, 'data'))
  await expect(embeddedPostgres(folder)).rejects.toThrow(/data exists but holds no database.*choose another DATA_DIR/)
  writeFileSync(path.join(folder, 'data', 'PG_VERSION'), '14\n')
  await expect(embeddedPostgres(folder)).rejects.toThrow(/made by PostgreSQL 14.*export/)
})

test.runIf(asRoot)('used as root first and as an ordinary user then: the message says what to do', async () => {
  chmodSync(folder, 0o777)
  await (await embeddedPostgres(folder)).stop()
  await expect(otherProcess({ uid: 1, gid: 1 }).started).rejects.toThrow(/belongs to another user .* sudo chown -R 1/)
  mkdirSync(path.join(folder, 'closed'))
  folder = path.join(folder, 'closed')
  await expect(otherProcess({ uid: 1, gid: 1 }).started).rejects.toThrow(/may not write in .*closed/)
  folder = path.dirname(folder)
}, 120_000)

test.runIf(asRoot)('used as an ordinary user first and as root then: it goes on as that user', async () => {
  chownSync(folder, 1, 1)
  const ordinary = otherProcess({ uid: 1, gid: 1 })
  await queried((await ordinary.started).url, 'create table t as select 1 as n')
  ordinary.child.stdin?.end()
  expect(await ordinary.gone).toBe(0)
  const own = await embeddedPostgres(folder)
  expect(await queried(own.url, 'select n from t')).toEqual([{ n: 1 }])
  await own.stop()
}, 120_000)

test.runIf(asRoot)('as root in a folder that nobody else may enter, the cluster goes to /var/lib/joinder', async () => {
  chmodSync(folder, 0o700)
  const home = path.join(folder, 'var')
  const own = await embeddedPostgres(home)
  const link = readlinkSync(path.join(home, 'data'))
  expect(link).toMatch(/^\/var\/lib\/joinder\//)
  await own.stop()
  const again = await embeddedPostgres(home)
  await again.stop()
  rmSync(path.dirname(link), { recursive: true })
})

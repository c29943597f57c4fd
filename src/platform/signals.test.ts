import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countWaitingMails } from '#figures/live.ts'
import { testDb, type TestDb } from '../../test/database.ts'
import { signals, type Signals } from './signals.ts'

let database: TestDb
let watch: Signals
let server: Server
let address = ''
beforeAll(async () => {
  database = await testDb()
  watch = signals(database.db,
    [{ name: 'joinder_mails_waiting', help: 'Mails not yet decided', count: () => countWaitingMails(database.db) }])
  server = createServer((request, response) => { if (!watch.answer(request, response)) response.writeHead(418).end() })
    .listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await database.close()
})

test('alive and ready', async () => {
  expect(await (await fetch(`${address}/healthz`)).text()).toBe('alive\n')
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
})

test('metrics count requests by pattern and what waits, for a program on this machine', async () => {
  watch.observe({ method: 'GET', route: '/:lang/account', status: 200, ms: 12 })
  const text = await (await fetch(`${address}/metrics`)).text()
  expect(text).toContain('joinder_request_seconds_count{method="GET",route="/:lang/account",status="200"} 1')
  expect(text).toContain('joinder_mails_waiting 0')
})

test('metrics are not there for who came through a proxy', async () => {
  expect((await fetch(`${address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404)
})

test('everything else goes on to the site', async () => expect((await fetch(`${address}/en`)).status).toBe(418))

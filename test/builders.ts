import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publishContent } from '#content.ts'
import { standingClock } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { folderStore } from '#platform/files/folder.ts'
import { installJobs } from '#platform/db/install-jobs.ts'
import { queueOptions, startQueue } from '#platform/jobs.ts'
import { noLog, type Log } from '#platform/log.ts'
import { findInMailbox, listMailbox } from '#platform/mail/mailbox.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { unbuiltAssets } from '#web/assets.ts'
import { jobs as allJobs } from '#worker.ts'
import { pages } from '#web/pages.ts'
import { buildApp } from '#web/app.ts'
import type { Page } from '#web/page.ts'
import { testDb } from './database.ts'
import { readQr } from './read-qr.ts'

export const origin = 'http://localhost:8080'
export const claimHost = 'tiktokclaim.localhost:8080'

/** A whole site on a database of its own with the example content published; the clock stands still until it is moved. */
export async function testSite(options: {
  at?: string; trustedProxies?: number; list?: readonly Page[]; log?: Log; works?: boolean; keys?: string
  origin?: string; localMailbox?: boolean; production?: boolean
} = {}) {
  const { at = '2026-11-23T10:00:00Z', trustedProxies = 1, list = pages, log = noLog, works = false, ...rest } = options
  const { keys = newVaultKeys(), ...given } = rest
  const database = await testDb()
  const folder = mkdtempSync(path.join(tmpdir(), 'joinder-test-'))
  const clock = standingClock(at)
  await installJobs(database.ownerUrl, queueOptions(allJobs.map(({ kind }) => kind)))
  const jobs = await startQueue(database.url, { log, works })
  const ground = {
    db: database.db, vault: openVault(readVaultKeys(keys, 'test keys')), clock, jobs, log, files: folderStore(folder),
    config: { publicOrigin: given.origin ?? origin, erasureLog: path.join(folder, 'erasures') },
  }
  await publishContent(ground as never, 'content')
  const site = {
    origin, assets: unbuiltAssets, production: false, localMailbox: true, build: 'test', moneyCoolDownDays: 14,
    bulkMayMovePercent: 2, cureDays: 30, ...given,
  }
  const hosts = { slugOf: (host: string) => (host === claimHost ? 'tiktok' : undefined), origins: () => [`http://${claimHost}`] }
  const world = { ...ground, site, hosts, trustedProxies }
  const app = buildApp(world, list)
  const ctx = (actor: Ctx['actor'] = 'system'): Ctx => ({ db: database.db, now: clock.now(), vault: ground.vault, jobs, actor })
  return {
    ...ground, world, database, app, ctx,
    async close() {
      await jobs.stop()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type TestSite = Awaited<ReturnType<typeof testSite>>

let visitors = 0

/** A browser without script: keeps its cookies, follows no redirect by itself, comes from an IP block of its own. */
export function visitor({ app }: Pick<TestSite, 'app'>,
  { host = 'localhost:8080', ip = `10.${(visitors += 1) % 250}.${Math.floor(visitors / 250)}.1` } = {}) {
  const cookies = new Map<string, string>()
  const send = async (target: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(target,
      { ...init, headers: { host, 'x-forwarded-for': ip, 'user-agent': 'Test browser', ...(cookie && { cookie }),
      ...(init.headers as object) } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
  return {
    cookies,
    get: (target: string) => send(target),
    post: (target: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      send(target, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: `http://${host}`, ...headers } }),
  }
}
export type Visitor = ReturnType<typeof visitor>

/** The newest mail to an address, with its parts. */
export async function newestMail(site: TestSite, to: string) {
  const entry = (await listMailbox(site, 500)).find((mail) => mail.to === to)
  return entry && findInMailbox(site, entry.id)
}

/** The newest code that was mailed to an address; other mails may have been written at the same standing instant. */
export async function codeFor(site: TestSite, to: string): Promise<string> {
  for (const { id } of (await listMailbox(site, 500)).filter((mail) => mail.to === to)) {
    const code = /^\s+(\d{6})$/m.exec((await findInMailbox(site, id))?.text ?? '')?.[1]
    if (code) return code
  }
  throw new Error(`no code was mailed to ${to}`)
}

export const details = {
  legalName: 'Voorbeeld Deelnemer', 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1994', street: 'Voorbeeldstraat 1',
  postcode: '1234 ab', city: 'Voorbeeldstad',
  country: 'NL', 'account-username': 'voorbeeld', 'from-month': '3', 'from-year': '2019', still: 'yes',
}

/** Fills in one step after the other, as a person would, up to and including the step named. Answers the last response. */
export async function join(site: TestSite, who: Visitor, given: {
  email: string; language?: 'en' | 'nl'; claim?: string; answers?: Record<string, string>
  until?: 'start' | 'code' | 'details' | 'agreements' | 'sign' | 'check'
}): Promise<Response> {
  const { email, language = 'en', claim = 'tiktok', until = 'check', answers = {} } = given
  const at = `/${language}/${claim}/join`
  return walk([
    ['start', () => who.post(at, { name: 'Voorbeeld', email, statement: 'yes', terms: 'yes' })],
    ['code', async () => who.post(`${at}/code`, { code: await codeFor(site, email) })],
    ['details', () => who.post(`${at}/details`, { ...details, ...answers })],
    ['agreements', async () => who.post(`${at}/agreements`, { ...(await ticks(who, at)), successFee: 'percent', ...answers })],
    ['sign', () => who.post(`${at}/sign`, { 'signature-typed': answers['legalName'] ?? details.legalName, 'signature-ticked': 'yes' })],
    ['check', () => who.post(`${at}/check`)],
  ], until)
}

/** Takes one step after the other, each of which must lead on, up to and including the last one of the name. Answers the last response. */
async function walk(steps: readonly [string, () => Promise<Response>][], until: string): Promise<Response> {
  const names = steps.map(([name]) => name)
  let last: Response | undefined
  for (const [name, step] of steps.slice(0, names.lastIndexOf(until) + 1)) {
    last = await step()
    const fault = last.status === 303 ? undefined : /class="field-error"[^>]*>(.*?)<\/p>/s.exec(await last.text())?.[1]
    if (last.status !== 303) throw new Error(`step ${name} answered ${last.status}: ${fault}`)
  }
  return last!
}

/** The hidden hashes behind the ticks of the agreements step, as its page holds them. */
export async function ticks(who: Visitor, at: string): Promise<Record<string, string>> {
  const html = await (await who.get(`${at}/agreements`)).text()
  return Object.fromEntries([...html.matchAll(/name="(text-[a-z-]+)" value="([0-9a-f]{64})"/g)].map(([, name, value]) => [name!, value!]))
}

/** The path behind the code that the computer shows for its phone, read from the picture as a phone reads it. */
export async function phonePath(computer: Visitor, at = '/en/tiktok/join'): Promise<string> {
  const text = readQr(await (await computer.post(`${at}/sign/phone`)).text())
  if (!text.startsWith(`${origin}${at}/phone/`)) throw new Error(`the code leads to ${text}`)
  return text.slice(origin.length)
}

/** One child as its form sends it. */
export const child = {
  legalName: 'Noor Voorbeeld', 'birthDate-day': '3', 'birthDate-month': '5', 'birthDate-year': '2013', authority: 'joint',
  'account-username': 'noor.v',
  'from-month': '6', 'from-year': '2023', still: 'yes',
}

type FamilyStep = 'who' | 'details' | 'child' | 'children' | 'agreements' | 'sign' | 'check'

/**
 * A parent joins for children (`who: 'children'`) or with them (`both`), up to and including the step named; answers the last response.
 * Somebody whose address is proven already in this browser, or who began from the account, goes on from there with `begun`.
 */
export async function joinWithChildren(site: TestSite, who: Visitor, given: {
  email: string; who?: 'children' | 'both'; children?: readonly Record<string, string>[]; language?: 'en' | 'nl'; claim?: string
  answers?: Record<string, string>; until?: FamilyStep; begun?: boolean
}): Promise<Response> {
  const { email, children = [child], language = 'en', claim = 'tiktok', answers = {}, until = 'check', begun = false } = given
  const at = `/${language}/${claim}/join`
  if (!begun) await join(site, who, { email, language, claim, until: 'code' })
  const parent = { ...details, legalName: 'Ouder Voorbeeld', ...answers }
  return walk([
    ['who', () => who.post(`${at}/who`, { who: given.who ?? 'both' })],
    ['details', () => who.post(`${at}/details`, { ...parent, ...(given.who === 'children' && { 'without-usage': 'yes' }) })],
    ...children.map((one): [FamilyStep, () => Promise<Response>] => ['child', () => who.post(`${at}/child`, { ...child, ...one })]),
    ['children', () => who.post(`${at}/children`, { declared: 'yes' })],
    ['agreements', async () => who.post(`${at}/agreements`, { ...(await ticks(who, at)), successFee: 'percent', ...answers })],
    ['sign', () => who.post(`${at}/sign`, { 'signature-typed': parent.legalName, 'signature-ticked': 'yes' })],
    ['check', () => who.post(`${at}/check`)],
  ], until)
}

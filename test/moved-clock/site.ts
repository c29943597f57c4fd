import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { builtFiles } from '#built-files.ts'
import { mailboxMailer } from '#platform/mail/mailer.ts'
import { startTypesetter } from '#platform/pdf/typesetter.ts'
import { openSealer } from '#platform/seal/sealer.ts'
import type { World } from '#platform/world.ts'
import { readAssets } from '#web/assets.ts'
import { pages } from '#web/pages.ts'
import { startWeb } from '#web/server.ts'
import { startWorker } from '#worker.ts'
import { testSite } from '../builders.ts'
import { chromiumArguments, unpackedChromium } from '../journeys/chromium.ts'
import { watch } from '../journeys/watch.ts'

const client = path.resolve(import.meta.dirname, '../../dist/client')

/**
 * The whole site on loopback with its worker, a clock that stands until it is moved, and a real browser: for what happens on a certain day.
 * Needs `npm run build`.
 */
export async function browsedSite({ at }: { at: string }) {
  const site = await testSite({ at, works: true })
  const keys = mkdtempSync(path.join(os.tmpdir(), 'joinder-test-'))
  const typesetter = startTypesetter({ processes: 1 })
  const world = { ...site, mailer: mailboxMailer, typesetter, sealer: await openSealer({ keyFolder: keys }) } as unknown as World
  // The port is known only once the site listens; nothing has asked for an address before.
  const known = { ...site.world.site, assets: readAssets(path.join(client, '.vite/manifest.json')) }
  const web = await startWeb({ ...site.world, site: known, hosts: { slugOf: () => undefined, origins: () => [] } }, pages,
    { host: '127.0.0.1', port: 0, files: builtFiles(client) })
  const origin = `http://localhost:${web.port}`
  known.origin = origin
  site.config.publicOrigin = origin
  await startWorker(world)
  const browser: Browser = await chromium.launch({ executablePath: await unpackedChromium(), args: chromiumArguments })
  const faults: string[] = []
  let devices = 0
  return {
    ...site, origin, faults,
    /** What jobs receive, for a job that a test starts itself. */
    working: world,
    /** A browser of its own: its cookies, its network block; what went wrong on its pages is in `faults`. */
    async device(options: BrowserContextOptions = {}): Promise<Page> {
      devices += 1
      const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce',
        extraHTTPHeaders: { 'x-forwarded-for': `10.77.${devices}.1` }, ...options })
      watch(context, faults)
      return context.newPage()
    },
    /** Moves the clock on by so much. */
    pass({ seconds = 0, days = 0 }: { seconds?: number; days?: number }) {
      site.clock.moveTo(new Date(site.clock.now().getTime() + (seconds + days * 86_400) * 1000).toISOString())
    },
    async close() {
      await browser.close()
      await web.close()
      await site.close()
      await typesetter.close()
      rmSync(keys, { recursive: true, force: true })
    },
  }
}
export type BrowsedSite = Awaited<ReturnType<typeof browsedSite>>

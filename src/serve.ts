import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listClaims } from '#claims/queries.ts'
import { listen } from '#platform/db/listen.ts'
import type { OpenGround } from '#world.ts'
import { readAssets } from '#web/assets.ts'
import { builtFiles } from '#built-files.ts'
import { pages } from '#web/pages.ts'
import { startWeb } from '#web/server.ts'

/** Where `npm run build` puts the program and, beside it, what browsers load. */
const built = path.resolve(import.meta.dirname, '../dist')

export interface RunningSite {
  /** Where people reach it. */
  url: string
  close(): Promise<void>
}

/** Starts the website. Throws a sentence for the operator when the port is taken. */
export async function serve(ground: OpenGround): Promise<RunningSite> {
  const { config, log } = ground
  const hosts = await claimHosts(ground)
  const site = {
    origin: config.publicOrigin, production: config.production, localMailbox: !config.production && config.smtpUrl === undefined,
    assets: readAssets(path.join(built, 'client/.vite/manifest.json')), build: buildHash(),
    moneyCoolDownDays: config.moneyCoolDownDays, bulkMayMovePercent: config.bulkMayMovePercent, cureDays: config.cureDays,
  }
  const world = { ...ground, site, hosts, trustedProxies: config.trustedProxies }
  const web = await startWeb(world, pages, { host: config.host, port: config.port, files: builtFiles(path.join(built, 'client')) })
    .catch(explain(config))
  const ear = await listen(ground.database.url, 'content', () => {
    void hosts.refresh().catch((error: Error) => log.error({ error: error.name }, 'claims not read again'))
    web.forget()
  })
  return {
    url: config.publicOrigin,
    async close() {
      await ear.close()
      await web.close()
    },
  }
}

function explain({ port, host }: { port: number; host: string }) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=8081 npm start`)
    }
    if (error.code === 'EACCES') throw new Error(`PORT: this user may not open port ${port}. Choose one above 1023, such as 8080.`)
    if (error.code === 'EADDRNOTAVAIL'
      || error.code === 'ENOTFOUND') throw new Error(`HOST: ${host} is no address of this machine. Try 127.0.0.1 or 0.0.0.0.`)
    throw error
  }
}

/** Which claim answers at which host name of its own. */
async function claimHosts({ db, config }: OpenGround) {
  let slugs = new Map<string, string>()
  const { protocol, port, host: own } = new URL(config.publicOrigin)
  const refresh = async () => {
    slugs = new Map((await listClaims(db)).flatMap(({ slug, facts }) => facts.hosts.map((host) => [host, slug] as const)))
  }
  await refresh()
  return {
    refresh,
    slugOf: (host: string) => (host === own ? undefined : slugs.get(host.replace(/:\d+$/, '').toLowerCase())),
    origins: () => [...slugs.keys()].map((host) => `${protocol}//${host}${port && `:${port}`}`),
  }
}

/** Names this build in the evidence record (SG-04). */
const buildHash = () => createHash('sha256').update(readFileSync(path.join(built, 'main.js'))).digest('hex').slice(0, 16)

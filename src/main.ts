import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { readConfig, WrongSettings } from '#config.ts'
import type { Config } from '#config.ts'
import { ContentWrong, isAnythingPublished, publishContent } from '#content.ts'
import { replayErasures } from '#erasure/replay-erasures.ts'
import { makeFirstLink } from '#organisers/entrance/first-link.ts'
import { transact } from '#platform/world.ts'
import { serve } from '#serve.ts'
import { startWorker } from '#worker.ts'
import { openGround, openPorts } from '#world.ts'
import type { OpenGround } from '#world.ts'

const tell = (line: string) => void process.stdout.write(`${line}\n`)

/** Ctrl-C reaches this process twice, from the terminal and from npm; only a later signal means "now". */
const sameSignalMs = 1000
const graceMs = 40_000

async function start(config: Config): Promise<() => Promise<void>> {
  const { role } = config
  const ground = await openGround(config, { works: role !== 'web' })
  const closing = [ground.close]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    await publish(ground)
    await forgetAgain(ground)
    if (role !== 'web') {
      const world = await openPorts(ground)
      closing.push(async () => {
        // First the jobs under way, then what they work with.
        await ground.jobs.stop()
        await world.closePorts()
      })
      await startWorker(world)
    }
    if (role !== 'worker') {
      const site = await serve(ground)
      closing.push(site.close)
      announce(config, site.url, await transact(ground, makeFirstLink))
    } else tell('Joinder is at work (ROLE=worker).')
    return close
  } catch (error) {
    await close()
    throw error
  }
}

/** A mistake in a text must not keep a running site from starting again: then what was published before stays. */
async function publish(ground: OpenGround) {
  try {
    for (const { message } of await publishContent(ground, ground.config.contentDir)) process.stderr.write(`${message}\n`)
  } catch (error) {
    if (!(error instanceof ContentWrong) || !(await isAnythingPublished(ground))) throw error
    ground.log.error({}, 'content not published, the earlier one stays')
    process.stderr.write(`\n${error.message}\nWhat was published before stays.\n`)
  }
}

/** After a restored backup: whoever was erased since is erased again before anybody is let in. */
async function forgetAgain(ground: OpenGround) {
  const { again, foreign, lost } = await replayErasures(ground)
  if (again) tell(`Erased again after a restored backup: ${again}.`)
  if (foreign) ground.log.warn({ foreign }, 'the log of erasures has lines that this key did not sign')
  if (lost) ground.log.error({ lost }, 'the log of erasures is not whole: who stood there may have come back with a backup')
}

/** `firstLink` lets its holder become the first administrator; there is one at each start until somebody has. */
function announce({ smtpUrl, databaseUrl, dataDir, production }: Config, url: string, firstLink: string | undefined) {
  tell(`\nJoinder is running.\n  Site      ${url}`)
  tell(firstLink ? `  Desk      ${url}/en/desk/first/${firstLink}   (once, for the first administrator)` : `  Desk      ${url}/en/desk`)
  if (!production && !smtpUrl) tell(`  Mailbox   ${url}/mailbox   (SMTP_URL is not set: e-mail stays on this machine)`)
  tell(`  Data      ${dataDir}${databaseUrl ? ' and the server of DATABASE_URL' : ''}\n  Stop      Ctrl-C\n`)
}

/** `PORT=0` takes a free port; it must be known before the first link is written. */
async function withPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const probe = createServer().listen(0, config.host)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return { ...config, port, publicOrigin: config.publicOrigin.replace(/:0$/, `:${port}`) }
}

/** Before the first signal: stop what has been started. */
function stopOnSignal(started: Promise<() => Promise<void>>, underNpm: boolean) {
  let since = 0
  const stop = () => {
    if (since) {
      if (performance.now() - since > sameSignalMs) process.exit(1)
      return
    }
    since = performance.now()
    setTimeout(() => process.exit(1), graceMs).unref()
    started.then((close) => close()).then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  const parent = process.ppid
  if (underNpm) setInterval(() => { if (process.ppid !== parent && !since) stop() }, 500).unref()
}

/** Errors that name a remedy are told as they are; anything else with its place in the code. */
function fail(error: unknown) {
  const { message, stack } = error as Error
  const told = error instanceof WrongSettings || !(error as NodeJS.ErrnoException).code ? message : stack
  process.stderr.write(`\n${told}\n`)
  process.exit(1)
}

try {
  const config = await withPort(readConfig())
  const started = start(config)
  stopOnSignal(started, config.underNpm)
  await started
} catch (error) {
  fail(error)
}

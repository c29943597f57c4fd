/** One of the processes that pour a world: takes a share, writes it in one transaction, says so, takes the next. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Count } from '#figures/tallies.ts'
import { openVault, readVaultKeys } from '#platform/vault.ts'
import { copyRows } from './copying.ts'
import { pouredTables, type Share } from './poured.ts'
import { rowsOf } from './rows.ts'

/** What the parent sends: a share, or where to write for all that follow. */
export type Told = { url: string; keyFile: string } | { share: Omit<Share, 'now'> & { now: string } }

let place: { client: pg.Client; vault: ReturnType<typeof openVault> } | undefined

async function open({ url, keyFile }: { url: string; keyFile: string }) {
  const client = new pg.Client({ connectionString: url, application_name: 'joinder pour' })
  await client.connect()
  // What the triggers of the tallies count is counted once at the end.
  await client.query(`set synchronous_commit = off; set joinder.carried = 'yes'`)
  return { client, vault: openVault(readVaultKeys(readFileSync(keyFile, 'utf8'), keyFile)) }
}

async function pourShare({ client, vault }: NonNullable<typeof place>, share: Share) {
  const { rows, counts, cases } = await rowsOf(vault, share)
  await client.query('begin')
  for (const table of pouredTables) await copyRows(client, table, rows[table])
  await client.query('insert into pouring.share values ($1, $2, $3)', [share.from, JSON.stringify(together(counts)), cases])
  await client.query('commit')
}

/** Counts of one kind on one day as one. */
function together(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>()
  for (const count of counts) {
    const key = [count.what, count.claim, count.day, count.of].join()
    sums.set(key, { ...count, n: count.n + (sums.get(key)?.n ?? 0) })
  }
  return [...sums.values()]
}

process.on('message', (told: Told) => {
  const work = async () => {
    if ('url' in told) place = await open(told)
    else await pourShare(place!, { ...told.share, now: new Date(told.share.now) })
    process.send!('next')
  }
  work().catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  })
})
process.on('disconnect', () => process.exit())

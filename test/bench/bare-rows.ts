/** The rows behind an account's home, read by key and answered as they are: `node bare-rows.ts <database>` prints its port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const tables = ['participant', 'vault_key', 'representation', 'participation', 'participation_end', 'mandate', 'seal', 'signature',
  'capacity', 'revocation', 'fee', 'suspension', 'mail', 'draft']
const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 10 })

/** One prepared statement for each table, one after the other, as a program would that knew every key beforehand. */
async function rowsOf(ids: string[]): Promise<unknown[]> {
  const client = await pool.connect()
  try {
    const read: unknown[] = []
    for (const table of tables) read.push((await client.query({ name: table, text: `select * from ${table} where person_id = any($1)`,
      values: [ids] })).rows)
    return read
  } finally {
    client.release()
  }
}

const server = createServer((request, response) => {
  rowsOf((request.url ?? '').slice(1).split(',')).then((rows) => response.end(JSON.stringify(rows)), (error: Error) => {
    response.statusCode = 500
    response.end(error.message)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))

/**
 * Rows read by key and answered as they are, as a program would that knew every key beforehand: `node bare-rows.ts <database>` prints its
 * port. The address says what for, and of whom: `/<view>/<id>,<id>`.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/** The tables that a page reads of the people it shows. */
const views: Readonly<Record<string, readonly string[]>> = {
  home: ['participant', 'vault_key', 'representation', 'participation', 'participation_end', 'mandate', 'seal', 'signature', 'capacity',
    'revocation', 'fee', 'suspension', 'mail', 'draft'],
  one: ['participant'],
  list: ['search_person', 'participant', 'vault_key', 'participation', 'participation_end', 'suspension', 'decision', 'deficiency_notice',
    'person_merge', 'mandate', 'signature', 'participant_flag'],
  person: ['participant', 'vault_key', 'representation', 'participation', 'participation_end', 'mandate', 'seal', 'signature', 'capacity',
    'revocation', 'fee', 'fee_refund', 'suspension', 'decision', 'deficiency_notice', 'person_merge', 'participant_flag',
    'participant_change', 'bank_account', 'mail', 'mail_outcome', 'case_note', 'case_task', 'journal_entry'],
}
/** What the overview shows: the tallies of its days, by key. */
const tallies = { name: 'tallies', text: `select * from tally where what = any($1) and claim = any($2) and day >= $3` }
const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 10 })

/** One prepared statement for each table, one after the other, as a program would that knew every key beforehand. */
async function rowsOf(view: string, ids: string[]): Promise<unknown[]> {
  const client = await pool.connect()
  try {
    const read: unknown[] = []
    if (view === 'overview') {
      const from = new Date(Date.now() - 14 * 86_400_000).toISOString().slice(0, 10)
      const what = ['started', 'confirmed', 'joined', 'granted', 'sealed', 'left', 'age', 'reached', 'mail']
      return (await client.query({ ...tallies, values: [what, ['tiktok', 'zoom', ''], from] })).rows
    }
    for (const table of views[view] ?? []) {
      const { rows } = await client.query({ name: table, text: `select * from ${table} where person_id = any($1)`, values: [ids] })
      read.push(rows)
    }
    return read
  } finally {
    client.release()
  }
}

const server = createServer((request, response) => {
  const [, view = '', ids = ''] = (request.url ?? '').split('/')
  rowsOf(view, ids.split(',').filter(Boolean)).then((rows) => response.end(JSON.stringify(rows)), (error: Error) => {
    response.statusCode = 500
    response.end(error.message)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))

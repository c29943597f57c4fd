import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDb } from '../../../test/database.ts'
import { listen } from './listen.ts'
import { openDb } from './open.ts'

test('messages arrive, also after the connection was cut, and a cut is told once', async () => {
  const at = await testDb()
  const heard: (string | undefined)[] = []
  const until = async (length: number) => {
    for (let tries = 0; heard.length < length && tries < 200; tries += 1) await pause(25)
    return heard
  }
  const ear = await listen(at.url, 'content', (payload) => heard.push(payload))
  await sql`select pg_notify('content', 'first')`.execute(at.db)
  expect(await until(1)).toEqual(['first'])

  const owner = openDb(at.ownerUrl, { max: 1, asOwner: true })
  const ears = sql`from pg_stat_activity where application_name = 'joinder listen' and datname = current_database()`
  await sql`select pg_terminate_backend(pid) ${ears}`.execute(owner)
  expect(await until(2)).toEqual(['first', undefined])
  await sql`select pg_notify('content', 'second')`.execute(at.db)
  expect(await until(3)).toEqual(['first', undefined, 'second'])

  await ear.close()
  await sql`select pg_notify('content', 'third')`.execute(at.db)
  await pause(100)
  const left = await sql`select pid ${ears}`.execute(owner)
  expect([heard.length, left.rows.length]).toEqual([3, 0])
  await owner.destroy()
  await at.close()
})

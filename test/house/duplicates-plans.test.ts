import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { followForDuplicates } from '#duplicates/jobs.ts'
import { listMerges, listOneHuman, listStandingMerges } from '#duplicates/merging/merges.ts'
import { countOpenPairs, listOpenPairs, listPairsOf } from '#duplicates/pairs.ts'
import { listShared } from '#duplicates/shared.ts'
import { listFees } from '#fees/queries.ts'
import { listRefunds } from '#fees/lists.ts'
import { countMerged, listMerged } from '#participants/merged.ts'
import { followForSignals } from '#signals/jobs.ts'
import { countOpenSignals, findQueued, listDecisions, listQueue, listSignals } from '#signals/queries.ts'
import { join, visitor, type TestSite } from '../builders.ts'
import { askedOf, filledSite, scansOf } from './explained.ts'
import { each, hash, id, people, sealed, when } from './rows.ts'

const long = sealed(300)

/** A campaign of some size as the planner sees it; one in forty was merged, one in eighty of these was undone. */
const world = [
  `insert into vault_key select ${id('n')}, ${long}, 'synthetic', ${when} ${each}`,
  `insert into participant (person_id, email_index, email, legal_name, birth_date, address, country, language, admitted_at)
    select ${id('n')}, ${hash('n')}, ${long}, ${long}, ${long}, ${long}, 'NL', 'nl', ${when} ${each}`,
  `insert into participation (person_id, claim, round, reference, language, success_fee, success_fixed_cents, success_percent, start_early,
      usage, joined_at) select ${id('n')}, 'tiktok', 1, 'R' || n, 'nl', 'fixed', 5000, 20, false, ${long}, ${when} ${each}`,
  `insert into signature (person_id, id, claim, way, signatory, evidence, signed_at)
    select ${id('n')}, ${id('n')}, 'tiktok', 'typed', 'self', ${long}, ${when} ${each}`,
  `insert into mail select ${id('n + 500000')}, ${id('n')}, 'join-code', 'code:' || n, 'nl', 'message', ${long}, ${when} ${each}`,
  `insert into mail_outcome select ${id('n + 500000')}, ${id('n')}, 'accepted', 250, ${when} ${each}`,
  `insert into fee (person_id, kind, claim, cents, vat_cents, reference, reason, owed_at, id, round, turn)
    select ${id('n')}, 'registration', 'tiktok', 1750, 304, 'RF' || n, 'first-claim-of-this-person', ${when}, ${id('n')}, 1, 1 ${each}`,
  ...['email', 'account', 'word-birth', 'name-postcode', 'birth-address'].map((kind) =>
    `insert into match_term select ${id('n')}, '${kind}', ${hash(`'${kind}' || n`)} ${each}`),
  `insert into duplicate_pair select ${id('n')}, ${id('n + 1')}, 40 + n % 90, '{name-birth}', n % 3 = 0, ${when} ${each}`,
  `insert into duplicate_judgement select ${id('n')}, ${id('n + 1')}, ${id('n')}, 'namesakes', '{name-birth}', ${id('1')}, ${when} ${each}`,
  `insert into person_merge select ${id('n')}, ${id('n')}, ${id('n - 1')}, ${id('n')}, ${when} ${each} where n % 40 = 0`,
  `insert into person_merge_undo select ${id('n')}, ${id('n')}, ${id('n')}, ${when} ${each} where n % 3200 = 0`,
  `insert into fee_set_aside select ${id('n')}, ${id('n')}, ${id('n')}, '2026-11-20', ${when} ${each} where n % 40 = 0`,
  `insert into signal select ${id('n')}, 'burst', 25, '{"people": 20}', ${when} ${each}`,
  `insert into signal_queue select ${id('n')}, n % 90, n % 5 = 0, n % 7 = 0, ${when} ${each}`,
  `insert into signal_decision select ${id('n')}, ${id('n')}, 'watch', 'one-hand', 25, '{}', ${id('1')}, ${when} ${each}`,
  `insert into signing_block select ${id('n')}, ${hash('n % 4000')}, ${when} ${each}`,
]
const large = new Set(
  world.map((line) => /insert into (\w+)/.exec(line)![1]!).filter((table) => !/^(person_merge|fee_set_aside)/.test(table)),
)

let site: TestSite
let owner: pg.Client
let close: () => Promise<void>
beforeAll(async () => { ({ site, owner, close } = await filledSite(world)) }, 90_000)
afterAll(() => close())

test('with twenty thousand people nothing about duplicates and signals reads a large table from end to end', async () => {
  const [one, other] = ['00000000-0000-4000-8000-000000000040', '00000000-0000-4000-8000-000000000039']
  await join(site, visitor(site), { email: 'plan@voorbeeld.example' })
  const query = vi.spyOn(pg.Client.prototype, 'query')
  expect(await followForDuplicates(site)).toBeGreaterThan(0)
  expect(await followForSignals(site)).toBeGreaterThan(0)
  const [first] = await listOpenPairs(site, { limit: 1 })
  await listOpenPairs(site, { after: first, reason: 'name-birth', limit: 51 })
  await listPairsOf(site, one!)
  await countOpenPairs(site)
  await listShared(site)
  expect(await listMerged(site, [one!, other!])).toHaveLength(1)
  expect(await listMerges(site, [one!])).toHaveLength(1)
  expect(await listOneHuman(site, one!)).toHaveLength(2)
  const [merge] = await listStandingMerges(site, { limit: 1 })
  await listStandingMerges(site, { after: merge! })
  await listFees(site, [one!])
  await listRefunds(site, { limit: 50 })
  const [top] = await listQueue(site, { of: 'open', limit: 1 })
  await listQueue(site, { of: 'watched', after: top! })
  await findQueued(site, one!)
  await listSignals(site, [one!])
  await listDecisions(site, one!)
  await countOpenSignals(site)
  expect((await countMerged(site))('tiktok')).toBe(people / 40 - 6)
  const asked = askedOf(query.mock.calls)
  query.mockRestore()
  expect(asked.size).toBeGreaterThan(30)
  expect((await scansOf(owner, asked, large)).map(({ text, tables }) => `${tables.join(', ')}: ${text}`)).toEqual([])
}, 120_000)

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listReached } from '#accounts/reach.ts'
import { listFees } from '#fees/queries.ts'
import { represent } from '#guardians/represent.ts'
import { suspend } from '#guardians/suspend.ts'
import { refundAfterWithdrawal } from '#fees/mark-refund.ts'
import { owesAny } from '#fees/owe.ts'
import { approve } from '#organisers/four-eyes/answer-proposal.ts'
import { findProposal } from '#organisers/four-eyes/proposals.ts'
import { countMerged, listMerged } from '#participants/merged.ts'
import { listParticipations, listPersons } from '#participants/queries.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { origin, testSite, type TestSite } from '../../../test/builders.ts'
import { dice } from '../../../test/worlds/people.ts'
import { carryOutMerge, carryOutUnmerge } from './merge.ts'
import { proposeMerge, proposeUnmerge } from './propose-merge.ts'
import { listOneHuman } from './merges.ts'
import { personOf, twoOrganisers } from '#duplicates/people.fixture.ts'

let site: TestSite
let who: Awaited<ReturnType<typeof twoOrganisers>>
let minute = 0
const pass = () => site.clock.moveTo(new Date(Date.parse('2026-11-23T10:00:00Z') + (minute += 1) * 60_000).toISOString())
beforeAll(async () => {
  site = await testSite()
  who = await twoOrganisers(site)
})
afterAll(() => site.close())

/** Proposed by one, approved and carried out by the other. */
async function byTwo(what: 'merge' | 'unmerge', personId: string, intoId: string) {
  const proposed = await who.one(async (ctx) =>
    what === 'merge' ? proposeMerge(ctx, { personId, intoId }) : proposeUnmerge(ctx, { personId, intoId }),
  )
  if (!proposed.ok) return proposed
  pass()
  return who.other(async (ctx) => {
    const approved = await approve(ctx, proposed.value)
    return approved.ok ? (what === 'merge' ? carryOutMerge : carryOutUnmerge)(ctx, approved.value, origin) : approved
  })
}
const because = (outcome: unknown) => (outcome as { because?: string }).because ?? 'done'
const fees = async (ids: readonly string[]) =>
  (await listFees(site, ids)).map(({ personId, cents, refund }) => [personId, cents, refund?.reason])
/** Everything that may be read of some people, and what each of their addresses reaches. */
async function readAll(ids: readonly string[]) {
  const persons = await listPersons(site, ids)
  return {
    persons, participations: await listParticipations(site, ids), merged: await listMerged(site, ids),
    fees: await fees(ids),
    reached: await Promise.all(
      persons.map(async ({ email }) =>
        email === undefined
          ? []
          : (await listReached({ ...site, now: site.clock.now() }, site.vault.index('email', email))).map(({ person, as }) => [
              person.personId, as,
            ]),
      ),
    ),
  }
}

describe('merging by two people (AD-03, SE-03)', () => {
  test('one proposes, another approves; the later fee is set aside, the first stands, and nobody is counted twice', async () => {
    const first = await personOf(site, {})
    pass()
    const second = await personOf(site, {})
    const proposed = await who.one((ctx) => proposeMerge(ctx, { personId: first, intoId: second }))
    if (!proposed.ok) throw new Error(proposed.because)
    expect(because(await who.one((ctx) => approve(ctx, proposed.value)))).toBe('own-proposal')
    expect(because(await who.other((ctx) => proposeMerge(ctx, { personId: second, intoId: first })))).toBe('merge-proposed')
    pass()
    const carried = await who.other(async (ctx) => {
      await approve(ctx, proposed.value)
      return carryOutMerge(ctx, (await findProposal(ctx, proposed.value))!, origin)
    })
    expect(because(carried)).toBe('done')
    expect((await listMerged(site, [first, second])).map(({ personId, claim, intoId }) => [personId, claim, intoId])).toEqual([
      [first, 'tiktok', second],
    ])
    expect((await countMerged(site))('tiktok')).toBe(1)
    expect(await fees([first, second])).toEqual([[first, 1750, undefined], [second, 1750, 'merged']])
    expect(await owesAny(site, [second]), 'a further claim costs the one no second fee').toBe(true)
  })

  test('only who counts under another is told, and of the other nothing', async () => {
    const [stays, goes] = [
      await personOf(site, { name: 'Blijft Geheim', account: 'geheim_account' }),
      await personOf(site, { name: 'Gaat Onder' }),
    ]
    pass()
    const before = (await listMailbox(site, 500)).length
    expect(because(await byTwo('merge', goes, stays))).toBe('done')
    const mails = (await site.db.selectFrom('mail').selectAll().where('person_id', 'in', [stays, goes]).execute())
    expect(mails.map(({ person_id, kind }) => [person_id, kind])).toEqual([[goes, 'duplicates-merged']])
    const letter = (await site.vault.open(site.db, goes)).text(`mail.letter.${mails[0]!.id}`, mails[0]!.letter)
    const [stayer] = await listPersons(site, [stays])
    const [joined] = await listParticipations(site, [stays])
    for (const secret of ['Blijft Geheim', 'geheim_account', stayer!.email!, stayer!.address.street, joined!.reference, stays])
      expect(letter).not.toContain(secret)
    expect(letter).toContain('Gaat Onder')
    expect((await listMailbox(site, 500)).length).toBe(before + 1)
  })

  test('where nobody has an address the case handlers write by post: nobody is merged silently (AD-04)', async () => {
    const [stays, goes] = [await personOf(site), await personOf(site, { email: null })]
    pass()
    expect(because(await byTwo('merge', goes, stays))).toBe('done')
    expect(
      await site.db.selectFrom('case_task').select(['person_id', 'kind', 'for_role']).where('person_id', 'in', [stays, goes]).execute(),
    ).toEqual([{ person_id: goes, kind: 'write', for_role: 'case-handler' }])
  })

  test('a claim in which only the merged one takes part goes on', async () => {
    const [goes, stays] = [await personOf(site, { claims: ['tiktok', 'zoom'] }), await personOf(site, { claims: ['tiktok'] })]
    await byTwo('merge', goes, stays)
    expect((await listMerged(site, [goes, stays])).map(({ claim }) => claim)).toEqual(['tiktok'])
  })

  test('who left by the one that stays has not come back by the other; who had left before the merge lives on in the other', async () => {
    const leaves = (personId: string) =>
      site.vault.open(site.db, personId).then((safe) =>
        site.db.insertInto('participation_end')
          .values({
            person_id: personId, claim: 'tiktok', round: 1, kind: 'terminated', channel: 'account',
            effective_on: '2026-11-23', noticed_at: site.clock.now(),
            notice: safe.seal('participation_end.notice', '{}'),
          })
          .execute(),
      )
    const [a, b, c, d] = [await personOf(site, {}), await personOf(site, {}), await personOf(site, {}), await personOf(site, {})]
    await byTwo('merge', a, b)
    pass()
    await leaves(b)
    expect(await listMerged(site, [a])).toHaveLength(1)
    await leaves(d)
    pass()
    await byTwo('merge', c, d)
    expect(await listMerged(site, [c])).toEqual([])
  })

  test('refused: erased, disputed, a parent and the child, a child and an adult, one that counts elsewhere, one and the same', async () => {
    const [a, b, parent, child, adult] = [await personOf(site, {}), await personOf(site, {}), await personOf(site, {}),
      await personOf(site, { born: '2014-01-01', email: null }), await personOf(site, {})]
    await represent(site.ctx(), child, parent, { relation: 'parent', authority: 'sole', sentence: 'x', at: 'x' })
    expect(because(await byTwo('merge', child, parent))).toBe('merge-family')
    expect(because(await byTwo('merge', child, adult))).toBe('merge-child-and-adult')
    expect(because(await byTwo('merge', a, a))).toBe('merge-erased')
    await suspend(site.ctx(), b, 'identity-disputed')
    expect(because(await byTwo('merge', a, b))).toBe('merge-suspended')
    expect(because(await byTwo('merge', b, a))).toBe('merge-suspended')
    expect(because(await byTwo('merge', a, adult))).toBe('done')
    expect(because(await byTwo('merge', a, parent))).toBe('merged-already')
    expect(because(await byTwo('merge', parent, a))).toBe('merged-already')
    await site.vault.erase(site.db, parent, 'on-request', site.clock.now())
    expect(because(await byTwo('merge', adult, parent))).toBe('merge-erased')
  })

  test('one who counts under somebody erased can be made to count again', async () => {
    const [a, b] = [await personOf(site, {}), await personOf(site, {})]
    await byTwo('merge', a, b)
    const end = (await site.vault.open(site.db, b)).seal('participation_end.notice', '{}')
    await site.db.insertInto('participation_end')
      .values({
        person_id: b, claim: 'tiktok', round: 1, kind: 'erased', channel: 'account', effective_on: '2026-11-23',
        noticed_at: site.clock.now(), notice: end,
      })
      .execute()
    await site.vault.erase(site.db, b, 'on-request', site.clock.now())
    expect(await listMerged(site, [a])).toHaveLength(1)
    expect(because(await byTwo('unmerge', a, b))).toBe('done')
    expect(await listMerged(site, [a])).toEqual([])
    expect(await fees([a])).toEqual([[a, 1750, undefined]])
  })

  test('what was allowed when proposed is looked at again when approved', async () => {
    const [a, b] = [await personOf(site, {}), await personOf(site, {})]
    const proposed = await who.one((ctx) => proposeMerge(ctx, { personId: a, intoId: b }))
    await suspend(site.ctx(), a, 'identity-disputed')
    const carried = await who.other(async (ctx) =>
      carryOutMerge(ctx, (await findProposal(ctx, (proposed as { value: string }).value))!, origin),
    )
    expect(because(carried)).toBe('merge-suspended')
    expect(await listOneHuman(site, a)).toEqual([a])
  })
})

describe('a hostile duplicate gets nothing by being merged', () => {
  test.each(['into', 'under'])('%s it: each address reaches what it did, and a child stays with its parent', async (direction) => {
    const victim = await personOf(site, { name: 'Echte Mens', born: '1977-07-07' })
    const hostile = await personOf(site, { name: 'Echte Mens', born: '1977-07-07' })
    const child = await personOf(site, { name: 'Kind Echt', born: '2015-07-07', email: null, owes: false })
    await represent(site.ctx(), child, victim, { relation: 'parent', authority: 'sole', sentence: 'x', at: 'x' })
    const before = await readAll([victim, hostile, child])
    expect(because(direction === 'into' ? await byTwo('merge', victim, hostile) : await byTwo('merge', hostile, victim))).toBe('done')
    const after = await readAll([victim, hostile, child])
    expect(after.reached).toEqual(before.reached)
    expect(after.persons).toEqual(before.persons)
    expect(after.participations).toEqual(before.participations)
  })
})

test('who leaves within 14 days gets a fee back once, not twice', async () => {
  const stays = await personOf(site, {})
  pass()
  const goes = await personOf(site, {})
  await byTwo('merge', goes, stays)
  const [participation] = await listParticipations(site, [goes])
  expect(await refundAfterWithdrawal(site.ctx(), participation!, '2026-11-24')).toEqual({ kind: 'nothing-owed' })
  expect(await fees([goes, stays])).toEqual([[stays, 1750, undefined], [goes, 1750, 'merged']])
})

test.each([1, 2, 3, 4, 5, 6])('random worlds: merged and unmerged in any order, everything reads as before (seed %d)', async (seed) => {
  const roll = dice(seed)
  const people: string[] = []
  for (let n = 0; n < 6; n += 1) {
    people.push(await personOf(site, { claims: roll() < 0.4 ? ['tiktok', 'zoom'] : roll() < 0.5 ? ['tiktok'] : ['zoom'] }))
    pass()
  }
  const before = await readAll(people)
  const standing: [string, string][] = []
  const one = () => people[Math.floor(roll() * people.length)]!
  const undo = async (at: number) => {
    const [[personId, intoId]] = standing.splice(at, 1) as [[string, string]]
    expect(because(await byTwo('unmerge', personId, intoId))).toBe('done')
    expect(because(await byTwo('unmerge', personId, intoId))).toBe('merge-undone')
  }
  for (let step = 0; step < 14; step += 1) {
    if (standing.length && roll() < 0.4) await undo(Math.floor(roll() * standing.length))
    else {
      const [personId, intoId] = [one(), one()]
      if (because(await byTwo('merge', personId, intoId)) === 'done') standing.push([personId, intoId])
    }
    // One fee for one human being, whatever the order; each address reaches its own; and nobody disappears from a claim.
    const now = await readAll(people)
    expect(now.reached).toEqual(before.reached)
    for (const person of people) {
      const human = await listOneHuman(site, person)
      const owed = (await listFees(site, human)).filter(({ cents, refund }) => cents > 0 && !refund)
      expect(owed).toHaveLength(1)
      for (const claim of ['tiktok', 'zoom']) {
        const joined = now.participations.filter((each) => human.includes(each.personId) && each.claim === claim)
        const merged = now.merged.filter((each) => human.includes(each.personId) && each.claim === claim)
        expect(joined.length - merged.length).toBe(joined.length ? 1 : 0)
      }
    }
  }
  while (standing.length) await undo(Math.floor(roll() * standing.length))
  expect(await readAll(people)).toEqual(before)
})

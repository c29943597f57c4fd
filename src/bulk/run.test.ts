import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { bulkSite, suspending, type BulkSite } from './bulk.fixture.ts'
import { order } from './order.ts'
import { listTold } from './plans.ts'

let at: BulkSite
beforeEach(async () => { at = await bulkSite() })
afterEach(() => at.site.close())

describe('under way', () => {
  test('paused, gone on, stopped: nobody twice, nobody after the stop', async () => {
    await at.crowd(50)
    const planId = await at.started()
    await expect(at.goesOnAndDies(planId, 2)).rejects.toThrow('killed')
    expect(await at.progress(planId)).toMatchObject({ state: 'going', done: 20, left: 30 })
    expect(await at.within(at.handler, (ctx) => order(ctx, planId, 'pause'))).toMatchObject({ ok: true })
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'paused', done: 20 })
    expect(await at.within(at.handler, (ctx) => order(ctx, planId, 'pause'))).toMatchObject({ because: 'order-senseless' })
    expect(await at.within(at.lawyer, (ctx) => order(ctx, planId, 'go-on'))).toMatchObject({ ok: true })
    await expect(at.goesOnAndDies(planId, 1)).rejects.toThrow('killed')
    expect(await at.progress(planId)).toMatchObject({ state: 'going', done: 40 })
    expect(await at.within(at.lawyer, (ctx) => order(ctx, planId, 'stop'))).toMatchObject({ ok: true })
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'stopped', done: 40 })
    expect(new Set(await at.tasks()).size).toBe(40)
    expect((await at.tasks()).length).toBe(40)
  })

  test('a killed process leaves each person done whole or not at all, and two at once do nobody twice', async () => {
    const people = await at.crowd(45)
    const planId = await at.started(suspending)
    await expect(at.goesOnAndDies(planId, 2)).rejects.toThrow('killed')
    expect((await at.suspended()).length).toBe((await at.progress(planId)).done)
    await Promise.all([at.goOn(planId), at.goOn(planId)])
    expect(await at.progress(planId)).toMatchObject({ state: 'finished', done: 45, refused: 0, failed: 0 })
    expect((await at.suspended()).sort()).toEqual(people.sort())
  })

  test('two runs over the same people at once: each person is suspended once, the other run is refused for it', async () => {
    const people = await at.crowd(30)
    const [one, other] = [await at.started(suspending), await at.started({ ...suspending, params: { suspendReason: 'court' } })]
    await Promise.all([at.goOn(one), at.goOn(other)])
    const [a, b] = [await at.progress(one), await at.progress(other)]
    expect([a.state, b.state, a.done + b.done, a.refused + b.refused]).toEqual(['finished', 'finished', 30, 30])
    expect((await at.suspended()).sort()).toEqual(people.sort())
    const told = [...await listTold(at.site.ctx(), one, { limit: 100 }), ...await listTold(at.site.ctx(), other, { limit: 100 })]
    expect(new Set(told.map(({ because }) => because))).toEqual(new Set(['suspended-already']))
  })

  test('one person who fails does not stop the rest', async () => {
    const people = await at.crowd(24)
    const planId = await at.started({ ...suspending })
    const broken = people.toSorted()[3]!
    await at.site.db.updateTable('vault_key').set({ wrapped: Buffer.from('broken') }).where('person_id', '=', broken).execute()
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'finished', done: 23, failed: 1 })
    expect(await listTold(at.site.ctx(), planId)).toEqual([{ personId: broken, outcome: 'failed', because: 'failed' }])
  })

  test('when everybody fails it pauses itself and says why; gone on, it goes on with the next', async () => {
    const people = await at.crowd(12)
    const planId = await at.started(suspending)
    const keys = await at.site.db.selectFrom('vault_key').selectAll().where('person_id', 'in', people).execute()
    await at.site.db.updateTable('vault_key').set({ wrapped: Buffer.from('broken') }).where('person_id', 'in', people).execute()
    await at.goOn(planId)
    const paused = await at.progress(planId)
    expect(paused).toMatchObject({ state: 'paused', done: 0, failed: 5 })
    expect(paused.orders.at(-1)).toMatchObject({ word: 'pause', because: 'fails-again-and-again', by: null })
    for (const { person_id, wrapped } of keys)
      await at.site.db.updateTable('vault_key').set({ wrapped }).where('person_id', '=', person_id).execute()
    await at.within(at.handler, (ctx) => order(ctx, planId, 'go-on'))
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'finished', done: 7, failed: 5 })
  })

  test('who objects after the set was fixed is left alone: a bulk act may be paused for days (UAVG 37, GD-09)', async () => {
    const people = await at.crowd(3)
    const planId = await at.started()
    const objects = people[0]!
    await at.goesOnAndDies(planId, 1).catch(() => undefined)
    await at.site.db.insertInto('objection').values({ person_id: objects, id: randomUUID(), came_by: 'letter', asked_on: '2026-11-20',
      actor: 'organiser:test', noted_at: at.site.clock.now() }).execute()
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'finished', done: 2, refused: 1 })
    expect(await listTold(at.site.ctx(), planId)).toEqual([{ personId: objects, outcome: 'refused', because: 'objects' }])
  })

  test('who was erased after the set was fixed is left alone', async () => {
    const people = await at.crowd(3)
    const planId = await at.started()
    const gone = people[0]!
    await at.goesOnAndDies(planId, 1).catch(() => undefined)
    await at.within(at.lawyer, async (ctx) => { await ctx.vault.erase(ctx.db, gone, 'on-request', ctx.now) })
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'finished', done: 2, refused: 1 })
    expect(await listTold(at.site.ctx(), planId)).toEqual([{ personId: gone, outcome: 'refused', because: 'person-gone' }])
  })
})

describe('taken back', () => {
  const back = { reason: 'mistake' as const, explanation: 'Het was een vergissing.' }

  test('restores what it did and nothing else; what changed since stays, with its reason', async () => {
    const people = await at.crowd(25)
    const planId = await at.started(suspending)
    await at.goOn(planId)
    expect((await listMailbox(at.site, 100)).filter(({ kind }) => kind === 'decision-suspend').length).toBe(25)
    const changed = people[0]!
    const suspension = await at.site.db.selectFrom('suspension').select('id').where('person_id', '=', changed).executeTakeFirstOrThrow()
    await at.site.db.insertInto('suspension_lift').values({ person_id: changed, suspension_id: suspension.id, reason: 'decided',
      lifted_at: at.site.clock.now() }).execute()
    expect(await at.within(at.handler, (ctx) => order(ctx, planId, 'undo', { ...back, explanation: '' }))).toMatchObject({
      because: 'explanation-missing',
    })
    expect(await at.within(at.handler, (ctx) => order(ctx, planId, 'undo', back))).toMatchObject({ ok: true })
    expect((await at.progress(planId)).state).toBe('undoing')
    await expect(at.goesOnAndDies(planId, 1)).rejects.toThrow('killed')
    await at.within(at.handler, (ctx) => order(ctx, planId, 'pause'))
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'undo-paused', left: 5 })
    await at.within(at.handler, (ctx) => order(ctx, planId, 'go-on'))
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'undone', undone: 24, kept: 1, left: 0 })
    expect(await at.suspended()).toEqual([])
    expect(await listTold(at.site.ctx(), planId)).toEqual([{ personId: changed, outcome: 'kept', because: 'decision-overtaken' }])
  })

  test('of a run that was stopped only what it had done goes back', async () => {
    await at.crowd(30)
    const planId = await at.started()
    await expect(at.goesOnAndDies(planId, 2)).rejects.toThrow('killed')
    await at.within(at.handler, (ctx) => order(ctx, planId, 'stop'))
    await at.within(at.handler, (ctx) => order(ctx, planId, 'undo', back))
    await at.goOn(planId)
    expect(await at.progress(planId)).toMatchObject({ state: 'undone', done: 20, undone: 20, kept: 0 })
    expect(await at.tasks()).toEqual([])
  })
})

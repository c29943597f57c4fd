import { randomUUID } from 'node:crypto'
import { getContent } from '#claims/queries.ts'
import { owe, waive } from '#fees/owe.ts'
import { represent } from '#guardians/represent.ts'
import { grant } from '#mandates/grant.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { admit, takePart } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'
import { origin, type TestSite } from './builders.ts'

const address = { street: 'Voorbeeldstraat 1', postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL' }
const usage = { accounts: { username: 'voorbeeld' }, from: '2019-03', until: null }

/** Who lives in a test: persons with an address, children they act for, joinings. All by the acts themselves, in one transaction each. */
export function family(site: TestSite) {
  const within = <T>(act: (ctx: Ctx) => Promise<T>): Promise<T> => site.db.transaction().execute((db) => act({ ...site.ctx(), db }))

  const person = (email: string, { born = '1985-05-05', name = 'Ouder Voorbeeld' } = {}) => within(async (ctx) => {
    const personId = randomUUID()
    await ctx.vault.create(ctx.db, personId, ctx.now)
    await admit(ctx, personId, 'nl', { legalName: name, birthDate: born, email, address })
    return personId
  })
  const child = (parentId: string, { born = '2015-06-01', name = 'Kind Voorbeeld' } = {}) => within(async (ctx) => {
    const personId = randomUUID()
    await ctx.vault.create(ctx.db, personId, ctx.now)
    await admit(ctx, personId, 'nl', { legalName: name, birthDate: born, address })
    await represent(ctx, personId, parentId,
      { relation: 'parent', authority: 'joint', sentence: 'Ik heb gezag', at: ctx.now.toISOString() })
    return personId
  })
  /** Joins a claim as the join pages do: signed by the person or by a parent, who then pays. */
  const joins = (personId: string,
    { claim = 'tiktok', by, pays = true }: { claim?: string; by?: string; pays?: boolean } = {}) => within(async (ctx) => {
    const { facts } = await getContent(ctx.db, claim, 'nl')
    const { round, reference } = await takePart(ctx, personId,
      { claim, language: 'nl', startEarly: false, usage, successFee: { choice: 'percent', fixedCents: 5000, percent: 20 } })
    const signing = { signature: { way: 'typed', typedName: 'x', at: ctx.now.toISOString() }, role: by ? 'parent'
      : 'self' } as unknown as SigningRecord
    await grant(ctx, personId, {
      claim, round, language: 'nl', timeZone: facts.timeZone, signing, ...(by && { representativeId: by }),
      capacities: facts.capacities.map(({ kind, scope }) => ({ kind, scope, textSha256: '0'.repeat(64), textVersion: '1' })),
    })
    if (by) await waive(ctx, personId, { claim, round }, 'paid-by-representative')
    if (pays) await owe(ctx, by ?? personId, { claim, round, cents: 1750, vatPercent: 21, participation: reference })
    else if (!by) await waive(ctx, personId, { claim, round }, 'owed-for-another-claim')
    return { round, reference }
  })
  const indexOf = (email: string) => site.vault.index('email', email)
  const leaver = (email: string, personId: string,
    claim = 'tiktok') => ({ emailIndex: indexOf(email), personId, claim, language: 'nl' as const, origin })
  return { within, person, child, joins, indexOf, leaver }
}

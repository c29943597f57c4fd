import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listReached } from '#accounts/reach.ts'
import { daysAfter } from '#guardians/birthdays.ts'
import { endRepresentation } from '#guardians/representations.ts'
import { reachAt } from '#participants/reach-at.ts'
import { dayIn } from '#platform/clock.ts'
import { inAccount } from '../account-builders.ts'
import { testSite, type TestSite } from '../builders.ts'
import { at, family, type Family } from '../families.ts'

/** What families do, in any order: time passes, a parent gives up, a child gets an address of its own. */
type Deed = { deed: 'wait'; days: number } | { deed: 'give-up' | 'own-address'; of: number }
const deeds: fc.Arbitrary<Deed[]> = fc.array(fc.oneof(
  fc.record({ deed: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ deed: fc.constantFrom('give-up' as const, 'own-address' as const), of: fc.integer({ min: 0, max: 2 }) }),
), { minLength: 3, maxLength: 10 })

/** A child of 17, of 15 and of 13 at the beginning. */
const births = fc.tuple(...['2008', '2010', '2012'].map((year) =>
  fc.date({ min: new Date(`${year}-02-01T00:00:00Z`), max: new Date(`${year}-12-31T00:00:00Z`), noInvalidDate: true })))

/** Birthdays counted here by hand, apart from the code: 18 on the same day eighteen years on. */
interface Known extends Family { born: string; given: boolean; own: string | undefined }
const isOf = (age: number, { born }: Known, today: string) => today >= `${Number(born.slice(0, 4)) + age}${born.slice(4)}`

/** Whom an address may reach, by the model: oneself, and the child one acts for until it is 18. */
const mayReach = (families: Known[], email: string, today: string): string[] => families.flatMap((each) => [
  ...(each.email === email ? [each.parent, ...(each.given || isOf(18, each, today) ? [] : [each.child])] : []),
  ...(each.own === email ? [each.child] : []),
]).sort()

/** Lets three families live through a story, and after each deed compares whom every address reaches with the model. */
async function live(site: TestSite, story: readonly Deed[], birthdays: Date[]) {
  const today = () => dayIn('Europe/Amsterdam', site.clock.now())
  const families: Known[] = []
  for (const [index, birthday] of birthdays.entries()) {
    const born = birthday.toISOString().slice(0, 10).replace('-02-29', '-02-28')
    families.push({ ...(await family(site, `apart.${index}`, born)), born, given: false, own: undefined })
  }
  for (const each of story) {
    const of = families['of' in each ? each.of : 0]!
    if (each.deed === 'wait') at(site, daysAfter(today(), each.days))
    else if (each.deed === 'give-up' && !of.given && !isOf(18, of, today())) {
      await endRepresentation(site.ctx(), of.child, of.parent, 'given-up')
      of.given = true
    } else if (each.deed === 'own-address' && !of.own && isOf(16, of, today())) {
      of.own = `kind.${of.email}`
      await reachAt(site.ctx(), of.child, of.own)
    }
    for (const email of families.flatMap(({ email: parent, own }) => [parent, ...(own ? [own] : [])])) {
      const reached = (await listReached(site.ctx(), site.vault.index('email', email))).map(({ person }) => person.personId).sort()
      expect(reached).toEqual(mayReach(families, email, today()))
    }
  }
  for (const { email } of families) {
    const who = await inAccount(site, email)
    for (const other of families.flatMap(({ parent, child }) => [parent, child])) {
      const { status } = await who.get(`/en/account/details/${other}`)
      expect([email, status]).toEqual([email, mayReach(families, email, today()).includes(other) ? 200 : 404])
    }
  }
}

test('whatever families do, nobody reaches another family, a former guardian nothing, and from 18 on only oneself', async () => {
  await fc.assert(fc.asyncProperty(deeds, births, async (story, birthdays) => {
    const site = await testSite({ at: '2026-01-05T10:00:00Z' })
    await live(site, story, birthdays).finally(() => site.close())
  }), { numRuns: 12 })
}, 120_000)

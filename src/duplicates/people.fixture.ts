import { randomUUID } from 'node:crypto'
import { owe } from '#fees/owe.ts'
import { admit, takePart } from '#participants/admit.ts'
import { organiser } from '../../test/desk.ts'
import type { TestSite } from '../../test/builders.ts'

let people = 0

export interface Given {
  name?: string
  born?: string
  email?: string | null
  street?: string
  postcode?: string
  account?: string
  iban?: string
  claims?: readonly string[]
  owes?: boolean
}

/** Somebody who took part, by the acts themselves; all that is not given is of nobody else. */
export const personOf = (site: TestSite, given: Given = {}): Promise<string> => site.db.transaction().execute(async (db) => {
  people += 1
  const ctx = { ...site.ctx(), db }
  const personId = randomUUID()
  const {
    name = `Mens Nummer${'abcdefghij'[people % 10]}${people}`,
    born = `19${String(40 + (people % 60))}-0${1 + (people % 9)}-1${people % 10}`, street = `Straat ${people}`,
    postcode = `${1000 + people} AB`, account = `account_${people}`, claims = ['tiktok'],
  } = given
  const email = given.email === undefined ? `mens-nummer-${personId}@voorbeeld.example` : given.email
  const safe = await ctx.vault.create(db, personId, ctx.now)
  await admit(ctx, personId, 'nl', {
    legalName: name, birthDate: born, ...(email !== null && { email }),
    address: { street, postcode, city: 'Voorbeeldstad', country: 'NL' },
  })
  for (const claim of claims) {
    const { round, reference } = await takePart(ctx, personId, {
      claim, language: 'nl', startEarly: false, successFee: { choice: 'percent', fixedCents: 5000, percent: 20 },
      usage: { accounts: { username: account }, from: '2019-03', until: null },
    })
    if (given.owes !== false) await owe(ctx, personId, { claim, round, cents: 1750, vatPercent: 21, participation: reference })
  }
  if (given.iban !== undefined) {
    await db.insertInto('bank_account')
      .values({
        person_id: personId, id: randomUUID(), belongs_to: 'person', actor: 'system', entered_at: ctx.now,
        account: safe.seal('bank_account.account', JSON.stringify({ holder: name, iban: given.iban })),
      })
      .execute()
  }
  return personId
})

/** Two organisers, and an act done by one of them in a transaction of its own. */
export async function twoOrganisers(site: TestSite) {
  const [one, other] = [await organiser(site, ['case-handler']), await organiser(site, ['lawyer'])]
  const as = (personId: string) => <T>(act: (ctx: ReturnType<TestSite['ctx']>) => Promise<T>): Promise<T> =>
    site.db.transaction().execute((db) => act({ ...site.ctx(`organiser:${personId}`), db }))
  return { one: as(one.personId), other: as(other.personId) }
}

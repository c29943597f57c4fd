import { electronicFormatIBAN } from 'ibantools'
import { listPersons } from '#participants/queries.ts'
import type { Person, Usage } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'
import { accountKey } from './addresses.ts'

/** What of a person is compared with others; unsealed for the moment of comparing, and kept nowhere. */
export interface Facts {
  personId: string
  legalName: string
  birthDate: string
  email: string | undefined
  address: Person['address']
  /** Claim, kind and normalised value of every account named. */
  accounts: string[]
  iban: string | undefined
  /** Where the person takes part now. */
  claims: string[]
  /** Who acts or acted for the person, and for whom the person does. */
  family: string[]
}

/**
 * The facts of several persons, in six queries. Not among them: who was erased or asked to be, and who left every claim, of whom nothing is
 * compared; `left`: the latter too, for looking at them.
 */
export async function readFacts(
  { db, vault }: Pick<Ctx, 'db' | 'vault'>,
  personIds: readonly string[],
  { left = false } = {},
): Promise<Facts[]> {
  if (!personIds.length) return []
  const [erased, persons, joinings, accounts, family, safes] = await Promise.all([
    db.selectFrom('erasure_request').select('person_id').where('person_id', 'in', personIds).execute(),
    listPersons({ db, vault }, personIds),
    db.selectFrom('participation')
      .leftJoin('participation_end', (on) =>
        on.onRef('participation_end.person_id', '=', 'participation.person_id')
          .onRef('participation_end.claim', '=', 'participation.claim')
          .onRef('participation_end.round', '=', 'participation.round'),
      )
      .select(['participation.person_id', 'participation.claim', 'usage', 'participation_end.kind as ended'])
      .where('participation.person_id', 'in', personIds).execute(),
    db.selectFrom('bank_account').distinctOn('person_id').select(['person_id', 'account']).where('person_id', 'in', personIds)
      .orderBy('person_id').orderBy('entered_at', 'desc').orderBy('id').execute(),
    db.selectFrom('representation').select(['person_id', 'representative_id'])
      .where((row) => row.or([row('person_id', 'in', personIds), row('representative_id', 'in', personIds)])).execute(),
    vault.findAll(db, personIds),
  ])
  const gone = new Set(erased.map((row) => row.person_id))
  return persons.flatMap((person): Facts[] => {
    const { personId, legalName, birthDate, email, address } = person
    const own = joinings.filter((row) => row.person_id === personId)
    const living = own.filter((row) => row.ended === null)
    if (gone.has(personId) || (!left && own.length > 0 && !living.length)) return []
    const safe = safes.get(personId)!
    const bank = accounts.find((row) => row.person_id === personId)
    const iban = bank && electronicFormatIBAN((JSON.parse(safe.text('bank_account.account', bank.account)) as { iban: string }).iban)
    return [
      {
        personId, legalName, birthDate, email, address, iban: iban ?? undefined,
        claims: living.map(({ claim }) => claim),
        accounts: [
          ...new Set(living.flatMap(({ claim, usage }) => accountsOf(claim, JSON.parse(safe.text('participation.usage', usage)) as Usage))),
        ],
        family: family.flatMap((row) =>
          row.person_id === personId ? [row.representative_id] : row.representative_id === personId ? [row.person_id] : [],
        ),
      },
    ]
  })
}

/** Claim, kind and normalised value of each account that a use names. */
export const accountsOf = (claim: string, { accounts }: Usage) => Object.entries(accounts).flatMap(([kind, typed]) => {
  const key = accountKey(kind, typed)
  return key === undefined ? [] : [`${claim}/${kind}/${key}`]
})

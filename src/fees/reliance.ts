import { listParticipations, listPersons, type KnownParticipation } from '#participants/queries.ts'
import { listSamePerson } from '#participants/same-person.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listFees, type KnownFee } from './queries.ts'

type Reader = Pick<Ctx, 'db' | 'vault'>
type Joining = Pick<KnownParticipation, 'personId' | 'claim' | 'round'>

const keyOf = ({ personId, claim, round }: Joining) => `${personId}/${claim}/${round}`

/** Who signed each joining of some persons first: whoever that was pays for it (clause 4.4). Persons not named signed for themselves. */
async function listSigners({ db }: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('mandate')
    .innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .distinctOn(['mandate.person_id', 'mandate.claim', 'mandate.round'])
      .select(['mandate.person_id', 'mandate.claim', 'mandate.round', 'representative_id'])
    .where('mandate.person_id', 'in', personIds)
    .orderBy('mandate.person_id').orderBy('mandate.claim').orderBy('mandate.round').orderBy('granted_at').execute()
  return new Map(rows.map((row) => [keyOf({ personId: row.person_id, claim: row.claim, round: row.round }),
    row.representative_id ?? row.person_id]))
}

/**
 * The persons one human being is, of whom one owes or paid the fee of a joining: who signed it, and the same human in another claim
 * (decision 15).
 */
export async function listPayers(reader: Reader, joining: Joining): Promise<string[]> {
  const payer = (await listSigners(reader, [joining.personId])).get(keyOf(joining)) ?? joining.personId
  const [person] = await listPersons(reader, [payer])
  const same = person?.email === undefined ? [] : await listSamePerson(reader, reader.vault.index('email', person.email), person)
  return [...new Set([payer, ...same])].sort()
}

/**
 * What a fee stands for: every joining since it was owed, of who pays it and of the children that person signed for (MO-09, clause 4.4).
 */
export async function listReliant(reader: Reader, payers: readonly string[], fee: Pick<KnownFee, 'owedAt'>): Promise<KnownParticipation[]> {
  const children = await reader.db.selectFrom('representation').select('person_id').where('representative_id', 'in', payers).execute()
  const persons = [...new Set([...payers, ...children.map((row) => row.person_id)])]
  const [all, signers, fees] = [await listParticipations(reader, persons), await listSigners(reader, persons),
    await listFees(reader, persons)]
  const free = new Set(fees.filter(({ reason }) => reason === 'none-asked').map(keyOf))
  return all.filter((each) => each.joinedAt >= fee.owedAt && !free.has(keyOf(each))
    && payers.includes(signers.get(keyOf(each)) ?? each.personId))
}

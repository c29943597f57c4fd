import { compare, type Agreement, type ComparedField } from '#duplicates/compare.ts'
import { readFacts, type Facts } from '#duplicates/facts.ts'
import { masked } from '#accounts/bank-account.ts'
import { listFees } from '#fees/queries.ts'
import { listMerged } from '#participants/merged.ts'
import { listParticipations, listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { country, day, dayAndTime, money } from '#words/formats.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from './pair-address.ts'

/** One line of two people side by side. */
export interface Line { field: string; one: string[]; other: string[]; agrees: Agreement | undefined }
export interface Sides { one: Facts; other: Facts; lines: Line[] }

/** Two people line by line, in words; undefined where one of them cannot be read any more. Values only for who may open people. */
export async function sidesOf(visit: Desk, two: readonly [string, string]): Promise<Sides | undefined> {
  const facts = await readFacts(visit.ctx, two, { left: true })
  const [one, other] = two.map((id) => facts.find(({ personId }) => personId === id))
  if (!one || !other) return undefined
  const { t } = visit
  const agreed = compare(one, other)
  const [others, known] = [await tellOther(visit, two), may(visit, 'people.open')]
  const line = (field: ComparedField, value: (facts: Facts) => string[]): Line =>
    ({ field: t(`desk.duplicates.field.${field}`), agrees: agreed[field], one: known ? value(one) : [], other: known ? value(other) : [] })
  return { one, other, lines: [
    line('name', ({ legalName }) => [legalName]),
    line('birth', ({ birthDate }) => [day(visit.language, birthDate)]),
    line('email', ({ email }) => (email === undefined ? [t('desk.duplicates.noEmail')] : [email])),
    line('address', ({ address }) => [address.street, `${address.postcode} ${address.city}`, country(visit.language, address.country)]),
    line('iban', ({ iban }) => (iban === undefined ? [t('desk.duplicates.noIban')] : [masked(iban)])),
    line('accounts', ({ accounts }) => (accounts.length ? accounts.map((each) => told(visit, each)) : [t('desk.duplicates.noAccounts')])),
    ...others,
  ] }
}

/** An account as it is compared: claim, kind and value. */
function told({ t }: Desk, account: string): string {
  const [claim, kind, ...value] = account.split('/')
  return `${t(`desk.duplicates.account.${kind as 'username'}`)}: ${value.join('/')} (${claim})`
}

async function tellOther(visit: Desk, two: readonly [string, string]): Promise<Line[]> {
  const { t, language, ctx } = visit
  const [persons, joinings, fees, merged] = [await listPersons(ctx, two), await listParticipations(ctx, two), await listFees(ctx, two), await listMerged(ctx, two)]
  const each = (value: (personId: string) => string[]) => ({ agrees: undefined, one: value(two[0]), other: value(two[1]) })
  const stateOf = ({ personId, claim, round, end }: (typeof joinings)[number]) => (end ? ` (${t('desk.duplicates.left')})`
    : merged.some((covered) => covered.personId === personId && covered.claim === claim && covered.round === round) ? ` (${t('desk.duplicates.covered')})` : '')
  return [
    { field: t('desk.duplicates.field.admitted'), ...each((id) => persons.filter(({ personId }) => personId === id).map(({ admittedAt }) => dayAndTime(language, admittedAt))) },
    { field: t('desk.duplicates.field.claims'), ...each((id) => joinings.filter(({ personId }) => personId === id)
      .map((joining) => `${joining.claim}, ${day(language, dayIn('Europe/Amsterdam', joining.joinedAt))}, ${joining.reference}${stateOf(joining)}`)) },
    { field: t('desk.duplicates.field.fee'), ...each((id) => fees.filter(({ personId, cents }) => personId === id && cents > 0)
      .map(({ cents, refund }) => `${money(language, cents)}${refund ? ` (${t('desk.duplicates.givenBack')})` : ''}`)) },
  ]
}

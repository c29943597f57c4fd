import { compare, type Agreement, type ComparedField } from '#duplicates/compare.ts'
import { readFacts, type Facts } from '#duplicates/facts.ts'
import { masked } from '#accounts/bank-account.ts'
import { listFees } from '#fees/queries.ts'
import { legalZone } from '#participants/age.ts'
import { listMerged } from '#participants/merged.ts'
import { listParticipations, listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { country, day, dayAndTime, inFours, money } from '#words/formats.ts'
import { claimNamesOf } from '#web/pages/desk/claim-names.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from './pair-address.ts'

/** One line of two people side by side. */
export interface Line { field: string; one: string[]; other: string[]; agrees: Agreement | undefined }
type Names = Readonly<Record<string, string>>
type Joining = Awaited<ReturnType<typeof listParticipations>>[number]
type Fee = Awaited<ReturnType<typeof listFees>>[number]

export interface Sides { one: Facts; other: Facts; lines: Line[] }

/** Two people line by line, in words; undefined where one of them cannot be read any more. Values only for who may open people. */
export async function sidesOf(visit: Desk, two: readonly [string, string]): Promise<Sides | undefined> {
  const facts = await readFacts(visit.ctx, two, { left: true })
  const [one, other] = two.map((id) => facts.find(({ personId }) => personId === id))
  if (!one || !other) return undefined
  const { t } = visit
  const agreed = compare(one, other)
  const names = await claimNamesOf(visit)
  const [others, known] = [await tellOther(visit, two, names), may(visit, 'people.open')]
  const line = (field: ComparedField, value: (facts: Facts) => string[]): Line =>
    ({ field: t(`desk.duplicates.field.${field}`), agrees: agreed[field], one: known ? value(one) : [], other: known ? value(other) : [] })
  return { one, other, lines: [
    line('name', ({ legalName }) => [legalName]),
    line('birth', ({ birthDate }) => [day(visit.language, birthDate)]),
    line('email', ({ email }) => (email === undefined ? [t('desk.duplicates.noEmail')] : [email])),
    line('address', ({ address }) => [address.street, `${address.postcode} ${address.city}`, country(visit.language, address.country)]),
    line('iban', ({ iban }) => (iban === undefined ? [t('desk.duplicates.noIban')] : [masked(iban)])),
    line('accounts', ({ accounts }) =>
      (accounts.length ? accounts.map((each) => told(visit, names, each)) : [t('desk.duplicates.noAccounts')])),
    ...others,
  ] }
}

/** An account as it is compared (claim, kind and value), in words. */
function told({ t }: Desk, names: Names, account: string): string {
  const [claim = '', kind, ...value] = account.split('/')
  return `${t(`desk.duplicates.account.${kind as 'username'}`)}: ${value.join('/')} (${names[claim] ?? claim})`
}

/** What is not compared, but tells who came first and what is owed. */
async function tellOther(visit: Desk, two: readonly [string, string], names: Names): Promise<Line[]> {
  const { t, language, ctx } = visit
  const [persons, joinings, fees, merged] = [
    await listPersons(ctx, two), await listParticipations(ctx, two), await listFees(ctx, two), await listMerged(ctx, two),
  ]
  const covered = (joining: Joining) => merged.some(
    ({ personId, claim, round }) => personId === joining.personId && claim === joining.claim && round === joining.round)
  const inWords = (joining: Joining) => [
    names[joining.claim] ?? joining.claim, day(language, dayIn(legalZone, joining.joinedAt)), inFours(joining.reference),
    ...(joining.end ? [t('desk.duplicates.left')] : covered(joining) ? [t('desk.duplicates.covered')] : []),
  ].join(', ')
  const feeInWords = ({ cents, refund }: Fee) => `${money(language, cents)}${refund ? ` (${t('desk.duplicates.givenBack')})` : ''}`
  const line = (field: 'admitted' | 'claims' | 'fee', of: (personId: string) => string[]): Line =>
    ({ field: t(`desk.duplicates.field.${field}`), agrees: undefined, one: of(two[0]), other: of(two[1]) })
  return [
    line('admitted', (id) => persons.filter(({ personId }) => personId === id).map(({ admittedAt }) => dayAndTime(language, admittedAt))),
    line('claims', (id) => joinings.filter(({ personId }) => personId === id).map(inWords)),
    line('fee', (id) => fees.filter(({ personId, cents }) => personId === id && cents > 0).map(feeInWords)),
  ]
}

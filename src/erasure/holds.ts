import { Temporal } from 'temporal-polyfill'
import { listEnded } from '#claims/ended.ts'
import { lastDayToRefund } from '#deadlines/refund.ts'
import { listFees, type KnownFee } from '#fees/queries.ts'
import { legalZone } from '#participants/age.ts'
import { listParticipations, type KnownParticipation } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Years after the end of a claim during which an agreement can come before a court (3:307, 3:310 BW), and the outer limit from leaving it.
 */
export const claimYears = { afterEnd: 5, atMost: 20 }
/** Years that books are kept after the year they are about (52 AWR, 2:10 BW). */
export const bookYears = 7
/** Days after the last day for the refund that a withdrawn participation is kept (SE-07). */
export const daysAfterRefund = 30

/** Something that has to be kept although its person wants it erased (SE-06). Days are `YYYY-MM-DD`. */
export interface Hold {
  /** The agreement with its proof, or the books. */
  kept: 'evidence' | 'books'
  /** Art. 17(3)(b): a duty in law; (e): legal claims. */
  ground: '17-3-b' | '17-3-e'
  /** The last day; undefined while the claim has no end. */
  until: string | undefined
  /** When it is looked at again, whatever comes first. */
  reviewOn: string
}

const plus = (day: string, add: Temporal.DurationLike) => Temporal.PlainDate.from(day).add(add).toString()
const later = (one: string, other: string) => (one > other ? one : other)
const sooner = (one: string, other: string) => (one < other ? one : other)

/** Until when a participation that ended is kept for legal claims; undefined while its claim goes on and the outer limit is far. */
export function evidenceUntil(of: Pick<KnownParticipation, 'claim' | 'round' | 'end'>, fees: readonly KnownFee[], ended: ReadonlyMap<string,
  string>, today: string): string | undefined {
  const leftOn = of.end ? dayIn(legalZone, of.end.noticedAt) : today
  if (of.end?.kind === 'withdrawn') {
    const refund = fees.find((fee) => fee.claim === of.claim && fee.round === of.round)?.refund
    return plus(later(refund?.dueOn ?? '', lastDayToRefund(leftOn)), { days: daysAfterRefund })
  }
  const outer = plus(leftOn, { years: claimYears.atMost })
  const over = ended.get(of.claim)
  if (over !== undefined) return sooner(plus(over, { years: claimYears.afterEnd }), outer)
  return outer < today ? outer : undefined
}

/** What must be kept of somebody today, were everything erased that may be. A participation that lives counts as ended today. */
export function holdsOn(today: string, participations: readonly KnownParticipation[], fees: readonly KnownFee[], ended: ReadonlyMap<string,
  string>): Hold[] {
  const nextYear = plus(today, { years: 1 })
  const holds: Hold[] = []
  const terms = participations.map((each) => evidenceUntil(each, fees, ended, today))
    .filter((until) => until === undefined || until >= today)
  if (terms.length) {
    const until = terms.includes(undefined) ? undefined : (terms as string[]).reduce(later)
    holds.push({ kept: 'evidence', ground: '17-3-e', until, reviewOn: until === undefined ? nextYear : sooner(until, nextYear) })
  }
  const books = fees.filter(({ cents }) => cents > 0)
    .map(({ owedAt }) => `${Number(dayIn(legalZone, owedAt).slice(0, 4)) + bookYears}-12-31`).filter((until) => until >= today)
  if (books.length) holds.push({ kept: 'books', ground: '17-3-b', until: books.reduce(later), reviewOn: books.reduce(later) })
  return holds
}

/** `holdsOn` for a person as everything stands now. */
export async function findHolds(ctx: Pick<Ctx, 'db' | 'now'>, personId: string): Promise<Hold[]> {
  const [participations, fees, ended] = [await listParticipations(ctx, [personId]), await listFees(ctx, [personId]), await listEnded(ctx)]
  return holdsOn(dayIn(legalZone, ctx.now), participations, fees, ended)
}

import type { Refunding } from '#fees/mark-refund.ts'
import { dayIn } from '#platform/clock.ts'
import { day, dayAndTime, inFours, money } from '#words/formats.ts'
import { wordsIn, type T } from '#words/words.ts'
import type { Leaving } from './leavers.ts'
import type { Receipt } from './receipt.ts'
import type { Revocable } from './revoke-power.ts'
import type { Withdrawing, Withdrawn } from './withdraw.ts'

type Language = Receipt['language']
type Rows = [string, string][]
const zone = 'Europe/Amsterdam'

/** The receipt of a withdrawal: its content, date and time, and until when the money comes back (6:230oa, 6:230r BW; AD-08). */
export function withdrawalReceipt({ language, withdrawn, sent, noticedAt, confirmedAt }: {
  language: Language; withdrawn: readonly Withdrawn[]; sent: Withdrawing['sent']; noticedAt: Date; confirmedAt: Date
}): Receipt {
  const t = wordsIn(language)
  const companies = [...new Set(withdrawn.map(({ leaving }) => leaving.facts.company))].join(', ')
  return { language, title: t('leaving.withdrawn.title'), blocks: [
    { kind: 'paragraph', text: t('leaving.withdrawn.lead', { count: withdrawn.length }) },
    { kind: 'table', rows: [
      [t('leaving.row.statement'), sent.statement],
      ...(sent.name ? [[t('leaving.row.sentName'), sent.name]] as Rows : []),
      ...(sent.address ? [[t('leaving.row.sentAddress'), sent.address]] as Rows : []),
      ...(sent.reference ? [[t('leaving.row.sentReference'), sent.reference]] as Rows : []),
      [t('leaving.row.noticed'), dayAndTime(language, noticedAt, zone)],
      ...(noticedAt.getTime() === confirmedAt.getTime() ? []
        : [[t('leaving.row.confirmed'), dayAndTime(language, confirmedAt, zone)]] as Rows),
      ...withdrawn.map(({ leaving }) => contractRow(t, language, leaving)),
    ] },
    { kind: 'heading', text: t('leaving.withdrawn.money') },
    ...moneyTexts(t, language, withdrawn).map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', text: t('leaving.whatNow') },
    { kind: 'list', items: [t('leaving.withdrawn.ended'),
      t('leaving.withdrawn.stopped', { company: companies, ...about(language, withdrawn.map(({ leaving }) => leaving)) }),
      t('leaving.withdrawn.locked')] },
  ] }
}

export interface AboutWhom { whose: 'self' | 'child'; name: string }

/** About whom somebody is told: “you” where that is the reader alone, by name where it is a child, or also a child. */
export function about(language: Language, leavings: readonly Leaving[]): AboutWhom {
  const names = [...new Set(leavings.map(({ of }) => of.person.legalName))]
  return { whose: leavings.every(({ of }) => of.as === 'self') ? 'self' : 'child',
    name: new Intl.ListFormat(language === 'en' ? 'en-GB' : 'nl-NL').format(names) }
}

const contractRow = (t: T, language: Language, { of, participation, facts }: Leaving): [string, string] => [
  t('leaving.row.contract', { claim: facts.name[language] }),
  [of.person.legalName, t('leaving.row.reference', { reference: inFours(participation.reference) }),
    t('leaving.row.joined', { date: day(language, dayIn(facts.timeZone, participation.joinedAt)) })].join('\n'),
]

/** What happens with the fee, each sentence once. */
function moneyTexts(t: T, language: Language, withdrawn: readonly Withdrawn[]): string[] {
  const refund = withdrawn.map(({ refunding }) => refunding)
    .find((each): each is Extract<Refunding, { kind: 'refund' }> => each.kind === 'refund')
  if (refund) return [t('leaving.withdrawn.refund', { amount: money(language, refund.cents), date: day(language, refund.dueOn) }),
    t('leaving.withdrawn.unpaid')]
  return [t(withdrawn.some(({ refunding }) => refunding.kind === 'relied-on') ? 'leaving.withdrawn.reliedOn'
    : 'leaving.withdrawn.nothingOwed')]
}

/** The confirmation of a notice after the 14 days: what ended, from when, and what stays (7:408 BW; MO-07). */
export function endingReceipt(language: Language, leaving: Leaving, { at, effectiveOn }: { at: Date; effectiveOn: string }): Receipt {
  const t = wordsIn(language)
  const { company, name } = leaving.facts
  return { language, title: t('leaving.ended.title', { claim: name[language] }), blocks: [
    { kind: 'paragraph', text: t('leaving.ended.lead') },
    { kind: 'table', rows: [
      contractRow(t, language, leaving), [t('leaving.row.noticed'), dayAndTime(language, at, zone)],
      [t('leaving.row.effective'), day(language, effectiveOn)],
    ] },
    { kind: 'heading', text: t('leaving.whatNow') },
    { kind: 'list', items: endingConsequences(t, company, about(language, [leaving])) },
  ] }
}

/**
 * What ending means, before and after the act in the same words (clauses 4.6, 8.2 to 8.5 of the participation agreements; MO-07, WA-09),
 * and that the foundation's letters may no longer interrupt (general terms 9.6; 3:317 BW).
 */
export const endingConsequences = (t: T, company: string, who: AboutWhom): string[] => [
  t('leaving.end.capacities', { company, ...who }), t('leaving.end.costs'), t('leaving.end.fee'), t('leaving.end.successFee', { ...who }),
  t('leaving.end.stays', { ...who }),
  t('leaving.end.limitation', { company, ...who }), t('leaving.end.judgment', { ...who }), t('leaving.end.again'),
]

/** The confirmation that powers were taken back while the participation goes on (3:72(c) BW). */
export function revocationReceipt(language: Language, leaving: Leaving,
  { kinds, at, effectiveOn }: { kinds: readonly Revocable[]; at: Date; effectiveOn: string }): Receipt {
  const t = wordsIn(language)
  const { company } = leaving.facts
  const told = { company, ...about(language, [leaving]) }
  return { language, title: t('leaving.revoked.title', { claim: leaving.facts.name[language] }), blocks: [
    { kind: 'paragraph', text: t('leaving.revoked.lead') },
    { kind: 'table', rows: [
      contractRow(t, language, leaving), [t('leaving.row.revoked'), kinds.map((kind) => t(`leaving.capacity.${kind}`)).join('\n')],
      [t('leaving.row.noticed'), dayAndTime(language, at, zone)], [t('leaving.row.effective'), day(language, effectiveOn)],
    ] },
    { kind: 'heading', text: t('leaving.whatNow') },
    { kind: 'list', items: [
      ...kinds.map((kind) => t(`leaving.revoke.ends.${kind}`, told)), t('leaving.revoke.told', told),
      ...(kinds.includes('power-of-attorney') ? [t('leaving.end.limitation', told)] : []), t('leaving.revoke.goesOn'),
      t('leaving.revoke.again'),
    ] },
  ] }
}

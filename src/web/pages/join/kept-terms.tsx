import type { Agreed } from '#joining/answers.ts'
import { findKnownChild } from '#joining/children/known-child.ts'
import { forSelf } from '#joining/steps.ts'
import { findNewest } from '#participants/queries.ts'
import { money, percent } from '#words/formats.ts'
import type { Visit } from '#web/page.ts'
import { earlySentence } from './agreements-money.tsx'

type Joiner = Visit<'joiner'>
type Terms = Pick<Agreed, 'successFee' | 'startEarly'>

/**
 * Who signs anew keeps the success fee as it was agreed and what was asked about the first 14 days; undefined for who joins, and for who
 * came of age: that agreement was chosen by somebody else (decision 19).
 */
export async function keptTerms(visit: Joiner): Promise<Terms | undefined> {
  const { ctx, draft, t, language } = visit
  const [child] = draft.answers.children ?? []
  const whose = forSelf(draft.answers) || !child ? draft.personId : await findKnownChild(ctx, draft, child)
  const part = draft.purpose !== 'renew' || !whose ? undefined : await findNewest(ctx, whose, draft.claim)
  if (!part) return undefined
  const { choice, fixedCents, percent: agreed } = part.successFee
  const sentence = choice === 'fixed' ? t('join.agreements.fixed', { amount: money(language, fixedCents) })
    : t('join.agreements.percent', { percent: percent(language, agreed) })
  return { successFee: { choice, sentence }, startEarly: { asked: part.startEarly, sentence: earlySentence(visit) } }
}

/** Says what stays as it was agreed, in place of the questions. */
export function KeptTerms({ visit: { t }, terms }: { visit: Joiner; terms: Terms }) {
  return (
    <>
      <h2>{t('join.agreements.money')}</h2>
      <p>{t('join.renew.free')}</p>
      <p>{t('join.renew.money')} {terms.successFee.sentence}.</p>
      <input type="hidden" name="successFee" value={terms.successFee.choice} />
    </>
  )
}

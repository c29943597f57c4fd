import type { Subject } from '#archives/subjects.ts'
import { listClaims } from '#claims/queries.ts'
import { decide, type Decision } from '#erasure/decisions.ts'
import { findHolds } from '#erasure/holds.ts'
import { mayWithdraw, withdrawUntil } from '#leaving/withdrawal-term.ts'
import { listParticipations } from '#participants/queries.ts'
import { day } from '#words/formats.ts'
import type { T } from '#words/words.ts'
import { Notice } from '#web/parts/blocks.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'

function fateWords(t: T, language: 'en' | 'nl', fate: Decision['fate']): string {
  if (typeof fate === 'string') return t(`erase.fate.${fate}`)
  const why = t(`erase.why.${fate.ground}`)
  return fate.until === undefined ? t('erase.fate.open', { why, date: day(language, fate.reviewOn) })
    : t('erase.fate.until', { why, date: day(language, fate.until) })
}

/** What would be erased, what has to be kept and why, and what ends (SE-06). */
export async function Fates({ visit, subject: { personId } }: { visit: Desk; subject: Subject }) {
  const { t, language, ctx } = visit
  const [claims, all, holds] = await Promise.all([listClaims(ctx.db), listParticipations(ctx, [personId]), findHolds(ctx, personId)])
  const living = all.filter(({ end }) => !end).map((each) => ({ ...each, facts: claims.find(({ slug }) => slug === each.claim)!.facts }))
  const ends = living.map(({ facts }) => facts.name[language])
  const until = living.filter((each) => mayWithdraw(each, each.facts.timeZone, ctx.now))
    .map((each) => withdrawUntil(each, each.facts.timeZone)).toSorted()[0]
  return (
    <>
      {ends.length > 0 && <Notice t={t} kind="warning"><p>{t('desk.erasures.ends', { claims: ends.join(', ') })}</p>
        {until && <p>{t('desk.erasures.mayWithdraw', { day: day(language, until) })}</p>}</Notice>}
      <h2>{t('erase.table')}</h2>
      <dl class="desk-facts">{decide(holds, { tookPart: all.length > 0 })
        .map(({ kind, fate }) => <div><dt>{t(`desk.erasures.kind.${kind}`)}</dt><dd>{fateWords(t, language, fate)}</dd></div>)}</dl>
      <p>{t('desk.erasures.locked')}</p>
    </>
  )
}

import * as z from 'zod'
import { listClaims } from '#claims/queries.ts'
import { mayWithdraw, withdrawUntil } from '#leaving/withdrawal-term.ts'
import { listParticipations } from '#participants/queries.ts'
import { decide, type Decision } from '#erasure/decisions.ts'
import { erase, mayErase } from '#erasure/erase.ts'
import { findHolds } from '#erasure/holds.ts'
import type { Subject } from '#archives/subjects.ts'
import { day } from '#words/formats.ts'
import type { T } from '#words/words.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page, type Visit } from '#web/page.ts'
import { DefinitionTable, Notice } from '#web/parts/blocks.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { accountPageOf } from '#web/pages/account/account-layout.tsx'
import { subjectOf } from './my-data.tsx'

const base = '/:lang{en|nl}/account/my-data/:person/erase'
type Fresh = Visit<'freshly-proven'>

function fateWords(t: T, language: 'en' | 'nl', fate: Decision['fate']): string {
  if (typeof fate === 'string') return t(`erase.fate.${fate}`)
  const why = t(`erase.why.${fate.ground}`)
  return fate.until === undefined ? t('erase.fate.open', { why, date: day(language, fate.reviewOn) })
    : t('erase.fate.until', { why, date: day(language, fate.until) })
}

/** Which claims taking part ends in, and until when withdrawing would be better. */
async function endsOf({ ctx, language }: Fresh, personId: string) {
  const [claims, all] = await Promise.all([listClaims(ctx.db), listParticipations(ctx, [personId])])
  const ends = all.filter(({ end }) => !end).map((each) => {
    const { name, timeZone } = claims.find(({ slug }) => slug === each.claim)!.facts
    return { claim: name[language], until: mayWithdraw(each, timeZone, ctx.now) ? withdrawUntil(each, timeZone) : undefined }
  })
  return { ends, tookPart: all.length > 0 }
}

async function Decisions({ visit, subject }: { visit: Fresh; subject: Subject }) {
  const { t, language } = visit
  if (subject.as === undefined) return <p class="lead">{t('erase.unfinished')}</p>
  const { ends, tookPart } = await endsOf(visit, subject.personId)
  const decisions = decide(await findHolds(visit.ctx, subject.personId), { tookPart })
  const until = ends.map((each) => each.until).filter((each) => each !== undefined).sort()[0]
  return (
    <>
      <p class="lead">{t('erase.lead')}</p>
      {ends.length > 0 && (
        <Notice t={t} kind="warning" title={t('erase.endsTitle')}>
          {ends.map(({ claim }) => <p>{t('erase.ends', { claim, name: subject.name })}</p>)}
          {!until && <p>{t('erase.feeStays')}</p>}
          {until && (
            <p>
              {t('erase.withdraw', { date: day(language, until) })}
              {' '}
              <a href={visit.homeLink('/account/withdraw')}>{t('erase.withdrawLink')}</a>
            </p>
          )}
        </Notice>
      )}
      <DefinitionTable caption={t('erase.table')}
        rows={decisions.map(({ kind, fate }) => ({ term: t(`erase.kind.${kind}`), value: fateWords(t, language, fate) }))} />
      <p>{t('erase.locked')}</p>
    </>
  )
}

/** What happens to each kind of data, and why, before anything is asked (SE-06). */
export const erasePage = page(base, {
  who: 'freshly-proven',
  async show(visit) {
    const { t } = visit
    const subject = await subjectOf(visit)
    if (!subject) return missing
    const may = await mayErase(visit.ctx, subject)
    // Nothing is decided on the next page, and withdrawing is not the child's: only what it can do stands there.
    const waitsForParent = !may.ok && (may.because === 'parent-ends-first' || may.because === 'nobody-ends-first')
    return accountPageOf(visit, {
      title: t('erase.title', { name: subject.name }),
      children: (
        <>
          {!may.ok && <Notice t={t} kind="warning"><p>{t(`because.${may.because}`)}</p></Notice>}
          {!waitsForParent && await Decisions({ visit, subject })}
          <Actions>
            {may.ok && <ButtonLink href={visit.homeLink(`/account/my-data/${subject.personId}/erase/confirm`)}>{t('erase.on')}</ButtonLink>}
            <ButtonLink kind="secondary" href={visit.homeLink('/account/my-data')}>{t('erase.back')}</ButtonLink>
          </Actions>
        </>
      ),
    })
  },
})

/** The second step: a tick and a button. */
export const eraseConfirmPage = page(`${base}/confirm`, {
  who: 'freshly-proven',
  form: z.object({ sure: z.literal('yes', because('not-ticked-erase')) }),
  async show(visit) {
    const { t } = visit
    const subject = await subjectOf(visit)
    if (!subject) return missing
    const { ends } = await endsOf(visit, subject.personId)
    return accountPageOf(visit, {
      title: t('erase.confirm.title'),
      children: (
        <form method="post" novalidate>
          <p class="lead">
            {t(subject.askedBy === subject.personId ? 'erase.confirm.lead' : 'erase.confirm.leadOther', { email: subject.email })}
          </p>
          <CheckField t={t} name="sure"
            label={t(ends.length ? 'erase.confirm.tickEnds' : 'erase.confirm.tick', { name: subject.name })}
            error={errorAt(visit, 'sure')} />
          <Actions>
            <Button kind="danger" busy={t('join.busy')}>{t('erase.confirm.button')}</Button>
            <ButtonLink kind="secondary" href={visit.homeLink('/account/my-data')}>{t('erase.back')}</ButtonLink>
          </Actions>
        </form>
      ),
    })
  },
  async send(visit) {
    const subject = await subjectOf(visit)
    if (!subject) return missing
    const erased = await erase(visit.ctx, subject, { language: visit.language, origin: visit.site.origin })
    if (!erased.ok) return again({ '': erased.because })
    return subject.personId === visit.session.personId ? goTo(visit.homeLink('/erased'), null) : goTo(visit.homeLink('/erased?of=other'))
  },
})

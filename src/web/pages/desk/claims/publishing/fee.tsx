import * as z from 'zod'
import { agreementHead } from '#claims/bundle.ts'
import { findOrganisationFacts } from '#claims/versions.ts'
import { findWorkingCopy, type WorkingCopy } from '#drafting/draft-bundle.ts'
import { listFeeProposals, largestFee, proposeFee, readFeeSubject } from '#publishing/fee/change-fee.ts'
import { findFeeChange, type FeeChange } from '#publishing/fee/fee-change.ts'
import { feeOf } from '#publishing/fee/fee-files.ts'
import { again, goTo } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { optional } from '#web/parts/field-schemas.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { FindingList } from '#web/pages/desk/claims/drafting/findings.tsx'
import { nameOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { centsOf } from '#words/amounts.ts'
import { money } from '#words/formats.ts'

const here = '/desk/claims/organisation/fee'

/** The registration fee of the foundation and of every claim (MO-09): what another amount would change, and proposing it (SE-03). */
export const deskFeePage = page('/:lang{en|nl}/desk/claims/organisation/fee', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'agreements.propose',
  form: z.object({ to: z.coerce.number().int().min(0).max(largestFee), seen: z.string().max(64), note: optional(500) }),
  async show(visit) {
    const { t, language, query, ctx } = visit
    const [facts, copy] = [await findOrganisationFacts(ctx.db), await findWorkingCopy(ctx.db, 'organisation')]
    const now = facts && feeOf(facts)
    const typed = query.get('amount') ?? undefined
    const to = typed === undefined ? centsIn(visit.form.typed['to'] ?? query.get('cents')) : centsOf(typed)
    const tooLarge = typed !== undefined && (to === undefined || to > largestFee)
    const change = to === undefined || tooLarge ? undefined : await findFeeChange(ctx, { to, version: versionIn(query.get('version')) })
    return deskPageOf(visit, { title: t('desk.fee.title'), children: (
      <>
        <ClaimLinks visit={visit} slug="organisation" />
        <p class="lead">{now === undefined ? t('desk.fee.none') : t('desk.fee.now', { fee: money(language, now) })}</p>
        <p>{t('desk.fee.lead')}</p>
        {await Waiting({ visit })}
        {now !== undefined && (
          <form method="get" action={visit.homeLink(here)}>
            <TextField t={t} name="amount" label={t('desk.fee.amount')} inputmode="decimal" prefix="€" width="short"
              value={typed ?? (change ? String(change.to / 100) : undefined)} error={tooLarge ? t('because.fee-too-large') : undefined} />
            <Actions><Button kind="secondary">{t('desk.fee.look')}</Button></Actions>
          </form>
        )}
        {change && copy && <Changed visit={visit} change={change} copy={copy} />}
      </>
    ) })
  },
  async send(visit) {
    const { to, seen, note } = visit.sent
    const proposed = await proposeFee(visit.ctx, { to, seen, note: note || undefined })
    return proposed.ok ? goTo(visit.homeLink(`/desk/proposals/${proposed.value}`)) : again({ '': proposed.because })
  },
})

const centsIn = (text: string | null): number | undefined => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined)

const versionIn = (text: string | null): string | undefined => agreementHead.shape.version.safeParse(text).data

async function Waiting({ visit }: { visit: Desk }) {
  const { t, language } = visit
  const waiting = await listFeeProposals(visit.ctx)
  return <>{waiting.map((proposal) => (
    <Notice t={t}>
      <p>
        {t('desk.fee.waiting', { to: money(language, readFeeSubject(proposal)?.to ?? 0) })}{' '}
        <a href={visit.homeLink(`/desk/proposals/${proposal.id}`)}>{t('desk.agreements.proposal')}</a>
      </p>
    </Notice>
  ))}</>
}

/** Claim by claim what another fee changes, what it would spoil, and the button that proposes it. */
function Changed({ visit, change, copy }: { visit: Desk; change: FeeChange; copy: WorkingCopy }) {
  const { t, language } = visit
  const { from, to, bundles, findings, id } = change
  if (from === to) return <p>{t('because.fee-is-the-same')}</p>
  return (
    <section aria-labelledby="change">
      <h2 id="change">{t('desk.fee.change', { from: money(language, from), to: money(language, to) })}</h2>
      <p>{t('desk.fee.caption')}</p>
      <dl class="desk-facts">{bundles.map(({ slug, files, agreements }) => (
        <div>
          <dt>{nameOf({ slug, files }, language)}</dt>
          <dd>{agreements.filter((one) => one.language === language)
            .map(({ title, version }) => t('desk.fee.newVersion', { title, version })).join(', ') || t('desk.fee.noAgreement')}</dd>
        </div>
      ))}</dl>
      {findings.length > 0 && <><p>{t('because.fee-spoils-texts')}</p><FindingList visit={visit} copy={copy} findings={findings} /></>}
      {!findings.length && may(visit, 'agreements.propose') && (
        <form method="post" action={visit.homeLink(here)} novalidate>
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="seen" value={id} />
          <TextField t={t} name="note" label={t('desk.agreements.note')} hint={t('desk.agreements.noteHint')} rows={3}
            maxlength={500} optional value={typedAt(visit, 'note')} error={errorAt(visit, 'note')} />
          <Actions><Button>{t('desk.agreements.propose')}</Button></Actions>
        </form>
      )}
      {!may(visit, 'agreements.propose') && <p>{t('desk.publish.onlyLook')}</p>}
    </section>
  )
}

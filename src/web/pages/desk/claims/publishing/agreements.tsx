import * as z from 'zod'
import { listAgreementVersions } from '#claims/agreement-versions.ts'
import type { Agreement } from '#claims/agreement.ts'
import { findWaitingProposal, newAgreementVersion, proposeAgreements } from '#publishing/agreements.ts'
import { compareText } from '#publishing/compare.ts'
import { findStanding, type Standing } from '#publishing/standing.ts'
import { openDraft } from '#drafting/draft.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { optional } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { FactTable, TextDifference } from './difference.tsx'
import { Obstacles } from './obstacles.tsx'

type Compared = { agreement: Agreement; before: string | undefined; lines: ReturnType<typeof compareText> }

/** New agreements and terms of a draft beside those in force, and proposing them; another person approves, and exactly that is published (SE-03). */
export const deskAgreementsPage = page('/:lang{en|nl}/desk/claims/:slug/agreements', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'agreements.propose',
  form: z.object({ seen: z.string().max(64), note: optional(500) }),
  async show(visit) {
    const { t, language, ctx } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { slug } = copy
    const standing = await findStanding(ctx.db, slug)
    const waiting = standing?.bundle && await findWaitingProposal(ctx, slug, standing.bundle.sha256)
    const compared = standing ? await comparedWithForce(visit, slug, standing.agreements) : []
    return deskPageOf(visit, { title: t('desk.agreements.title', { name: nameOf(copy, language) }), children: (
      <>
        <ClaimLinks visit={visit} slug={slug} />
        <p class="lead">{t('desk.agreements.lead')}</p>
        {waiting && <Notice t={t}><p>{t('desk.agreements.waiting')} <a href={visit.homeLink(`/desk/proposals/${waiting.id}`)}>{t('desk.agreements.proposal')}</a></p></Notice>}
        {!standing?.obstacles.includes('agreements-by-two') && <p>{t('desk.agreements.none')}</p>}
        {standing?.obstacles.includes('agreements-by-two') && !waiting && <Propose visit={visit} standing={standing} />}
        {standing && standing.terms.length > 0 && <Terms visit={visit} standing={standing} />}
        {compared.map((one) => <InForce visit={visit} slug={slug} compared={one} />)}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { seen, note } = visit.sent
    const proposed = await proposeAgreements(visit.ctx, copy.slug, { seen, note: note || undefined })
    return proposed.ok ? goTo(visit.homeLink(`/desk/proposals/${proposed.value}`)) : again({ '': proposed.because })
  },
})

/** Gives an agreement of the working copy a fresh version and leads back to its text; a published version is never edited (SG-06). */
export const deskNewAgreementVersionPage = page('/:lang{en|nl}/desk/claims/:slug/agreements/new-version/:kind', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  show: () => missing,
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const kind = visit.params['kind'] ?? ''
    const opened = await openDraft(visit.ctx, copy.slug)
    const made = opened.ok || copy.drafted ? await newAgreementVersion(visit.ctx, copy.slug, kind) : opened
    return made.ok ? goTo(claimDesk(visit, copy.slug, `/texts/agreements/${kind}`)) : missing
  },
})

async function comparedWithForce(visit: Desk, slug: string, agreements: readonly Agreement[]): Promise<Compared[]> {
  return Promise.all(agreements.map(async (agreement) => {
    const [force] = await listAgreementVersions(visit.ctx.db, slug, agreement.kind, agreement.language as 'en')
    const words = (one: Pick<Agreement, 'title' | 'summary' | 'body'>) => `# ${one.title}\n\n${one.summary}\n\n${one.body}\n`
    return { agreement, before: force?.version, lines: compareText(force ? words(force) : '', words(agreement)) }
  }))
}

function Propose({ visit, standing }: { visit: Desk; standing: Standing }) {
  const { t } = visit
  const obstacles = standing.obstacles.filter((one) => one !== 'agreements-by-two')
  if (obstacles.length || !standing.bundle) return <Obstacles visit={visit} standing={{ ...standing, obstacles }} />
  if (!may(visit, 'agreements.propose')) return <p>{t('desk.publish.onlyLook')}</p>
  return (
    <form method="post" action={claimDesk(visit, standing.slug, '/agreements')} novalidate>
      <input type="hidden" name="seen" value={standing.bundle.sha256} />
      <TextField t={t} name="note" label={t('desk.agreements.note')} hint={t('desk.agreements.noteHint')} rows={3} maxlength={500} optional
        value={typedAt(visit, 'note')} error={errorAt(visit, 'note')} />
      <Actions><Button>{t('desk.agreements.propose')}</Button></Actions>
    </form>
  )
}

const Terms = ({ visit, standing: { terms } }: { visit: Desk; standing: Standing }) => (
  <section>
    <h2 id="terms">{visit.t('desk.agreements.terms')}</h2>
    <p>{visit.t('desk.agreements.termsLead')}</p>
    <FactTable visit={visit} facts={terms} labelledBy="terms" />
  </section>
)

function InForce({ visit, slug, compared: { agreement, before, lines } }: { visit: Desk; slug: string; compared: Compared }) {
  const { t } = visit
  const { kind, language, version } = agreement
  return (
    <section>
      <h2>{t('desk.agreements.one', { title: agreement.title, language: t(`desk.draft.language.${language as 'en'}`) })}</h2>
      <p>{before ? t('desk.agreements.versions', { before, after: version }) : t('desk.agreements.new', { version })}</p>
      <TextDifference visit={visit} slug={slug} text={{ path: `${language}/agreements/${kind}.md`, name: `agreements/${kind}`, language, state: before ? 'changed' : 'added', lines }} />
    </section>
  )
}

import { listAgreementVersions } from '#claims/agreement-versions.ts'
import type { Agreement } from '#claims/agreement.ts'
import { compareFiles, compareText } from '#publishing/compare.ts'
import type { ByTwo, Standing } from '#publishing/standing.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { Difference, FactTable, TextDifference } from './difference.tsx'

type Compared = { agreement: Agreement; before: string | undefined; lines: ReturnType<typeof compareText> }

/** Says that a part of the working copy waits for two people, where one publishes the rest. */
export const StaysBehind = ({ visit, standing: { slug, byTwo } }: { visit: Desk; standing: Standing }) => (byTwo ? (
  <Notice t={visit.t}>
    <p>
      {visit.t('desk.publish.withoutByTwo')} <a href={claimDesk(visit, slug, '/agreements')}>{visit.t('desk.publish.seeAgreements')}</a>
    </p>
  </Notice>
) : null)

/** Everything that two people would publish, beside what is in force. */
export async function ByTwoDifference({ visit, standing, byTwo }: { visit: Desk; standing: Standing; byTwo: ByTwo }) {
  const { slug, published } = standing
  if (byTwo.whole && published) {
    const comparison = compareFiles(published.files, byTwo.bundle?.files ?? [])
    return <Difference visit={visit} slug={slug} comparison={comparison} files={standing.draft.files} />
  }
  const compared = await comparedWithForce(visit, slug, byTwo.agreements)
  return (
    <>
      {byTwo.terms.length > 0 && <Terms visit={visit} standing={standing} terms={byTwo.terms} />}
      {compared.map((one) => <InForce visit={visit} standing={standing} compared={one} />)}
    </>
  )
}

const Terms = ({ visit, standing, terms }: { visit: Desk; standing: Standing; terms: ByTwo['terms'] }) => (
  <section>
    <h2 id="terms">{visit.t('desk.agreements.terms')}</h2>
    <p>{visit.t('desk.agreements.termsLead')}</p>
    <FactTable visit={visit} facts={terms} files={standing.draft.files} labelledBy="terms" />
  </section>
)

function InForce({ visit, standing: { slug, draft: { files } }, compared: { agreement, before, lines } }: {
  visit: Desk; standing: Standing; compared: Compared
}) {
  const { t } = visit
  const { kind, language, version } = agreement
  const [name, state] = [`agreements/${kind}`, before ? 'changed' as const : 'added' as const]
  const text = { path: `${language}/${name}.md`, name, language, state, lines }
  return (
    <section>
      <h2>{t('desk.agreements.one', { title: agreement.title, language: t(`desk.draft.language.${language as 'en'}`) })}</h2>
      <p>{before ? t('desk.agreements.versions', { before, after: version }) : t('desk.agreements.new', { version })}</p>
      <TextDifference visit={visit} slug={slug} files={files} text={text} />
    </section>
  )
}

async function comparedWithForce(visit: Desk, slug: string, agreements: readonly Agreement[]): Promise<Compared[]> {
  return Promise.all(agreements.map(async (agreement) => {
    const [force] = await listAgreementVersions(visit.ctx.db, slug, agreement.kind, agreement.language as 'en')
    const words = (one: Pick<Agreement, 'title' | 'summary' | 'body'>) => `# ${one.title}\n\n${one.summary}\n\n${one.body}\n`
    return { agreement, before: force?.version, lines: compareText(force ? words(force) : '', words(agreement)) }
  }))
}

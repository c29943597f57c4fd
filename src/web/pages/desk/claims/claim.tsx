import * as z from 'zod'
import { dropDraft } from '#drafting/draft.ts'
import { listDifferences } from '#drafting/differences.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Disclosure, Notice } from '#web/parts/blocks.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { Differences } from '#web/pages/desk/claims/drafting/differences.tsx'
import { FindingList } from '#web/pages/desk/claims/drafting/findings.tsx'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { dayAndTime } from '#words/formats.ts'
import { ClaimLinks } from './claim-links.tsx'
import { Parts } from './claim-parts.tsx'
import { claimDesk, copyOf, nameOf, namesOf } from './working.ts'

const shownFindings = 20

/** One claim or the foundation: its working copy, what differs, what is to mend, and the way to every part. */
export const deskClaimPage = page('/:lang{en|nl}/desk/claims/:slug', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  form: z.object({ drop: z.literal('yes', because('confirm-missing')) }),
  async show(visit) {
    const { t, language } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const differences = await listDifferences(visit.ctx.db, copy.slug)
    const who = await namesOf(visit, [copy.changedBy, ...differences.map(({ by }) => by)])
    const published = await findPublishedFiles(visit.ctx.db, copy.slug)
    return deskPageOf(visit, { title: nameOf(copy, language), children: (
      <>
        <State visit={visit} copy={copy} who={who} newest={published?.version} />
        <ClaimLinks visit={visit} slug={copy.slug} />
        <div class="desk-columns">
          <Parts visit={visit} copy={copy} />
          <div>
            <h2 id="changed">{t('desk.draft.changed')}</h2>
            {differences.length === 0 && <p>{t('desk.draft.nothingChanged')}</p>}
            {differences.length > 0 && (
              <Differences visit={visit} copy={copy} published={published?.files ?? []} differences={differences} who={who} />
            )}
          </div>
        </div>
        <section aria-labelledby="findings">
          <h2 id="findings">{t('desk.draft.findingsTitle')}</h2>
          <p>{t('desk.draft.findings', { count: copy.findings.length })}</p>
          <FindingList visit={visit} copy={copy} findings={copy.findings.slice(0, shownFindings)} />
          {copy.findings.length > shownFindings && (
            <p>{t('desk.draft.findingsMore', { count: String(copy.findings.length - shownFindings) })}</p>
          )}
        </section>
        {copy.drafted && may(visit, 'claims.edit') && <Drop visit={visit} slug={copy.slug} />}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    await dropDraft(visit.ctx, copy.slug)
    return goTo(copy.basedOn === undefined ? visit.homeLink('/desk/claims') : claimDesk(visit, copy.slug))
  },
})

/** What the reader looks at, and whether it can be changed. */
export function State({
  visit, copy, who, newest,
}: {
  visit: Desk
  copy: WorkingCopy
  who: (actor: string | undefined) => string
  newest?: number | undefined
}) {
  const { t, language } = visit
  const when = copy.changedAt ? dayAndTime(language, copy.changedAt) : ''
  const by = who(copy.changedBy)
  return (
    <Notice t={t}>
      {!copy.drafted && <p>{t('desk.draft.noCopy')}</p>}
      {copy.drafted && <p>{copy.basedOn === undefined ? t('desk.draft.newCopy', { who: by, when })
        : t('desk.draft.hasCopy', { version: String(copy.basedOn), who: by, when })}</p>}
      {copy.drafted && newest !== undefined && newest !== copy.basedOn && (
        <p><strong>{t('desk.draft.behind', { version: String(newest) })}</strong></p>
      )}
      {!may(visit, 'claims.edit') && <p>{t('desk.draft.onlyLook')}</p>}
    </Notice>
  )
}

const Drop = ({ visit, slug }: { visit: Desk; slug: string }) => (
  <Disclosure summary={visit.t('desk.draft.drop')} open={errorAt(visit, 'drop') !== undefined}>
    <p>{visit.t('desk.draft.dropAsk')}</p>
    <form method="post" action={claimDesk(visit, slug)} novalidate>
      <CheckField t={visit.t} name="drop" label={visit.t('desk.draft.dropTick')} error={errorAt(visit, 'drop')} />
      <Actions><Button kind="danger">{visit.t('desk.draft.drop')}</Button></Actions>
    </form>
  </Disclosure>
)

import { newAgreementVersion } from '#publishing/agreements.ts'
import { openDraft } from '#drafting/draft.ts'
import { goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { claimDesk, copyOf } from '#web/pages/desk/claims/working.ts'

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

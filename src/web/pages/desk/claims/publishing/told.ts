import { findWorkingCopy } from '#drafting/draft-bundle.ts'
import type { Proposal } from '#organisers/four-eyes/proposals.ts'
import { readSubject } from '#publishing/agreements.ts'
import { readFeeSubject } from '#publishing/fee/change-fee.ts'
import type { Ground } from '#web/page.ts'
import { nameOf } from '#web/pages/desk/claims/working.ts'
import { money } from '#words/formats.ts'

/** A proposal to publish agreements in one sentence: of which claim, how many texts and terms, and whether anything goes along. */
export async function agreementsTold({ t, ctx, language }: Ground, proposal: Proposal): Promise<string> {
  const subject = readSubject(proposal)
  if (!subject) return t('desk.agreements.toldOutdated')
  const { slug, agreements, terms, whole } = subject
  const copy = await findWorkingCopy(ctx.db, slug)
  const told = t('desk.agreements.told', { name: copy ? nameOf(copy, language) : slug, count: agreements.length, terms })
  return whole ? `${told}. ${t('desk.agreements.toldWhole')}` : told
}

/** A proposal of another registration fee in one sentence. */
export function feeTold({ t, language }: Ground, proposal: Proposal): string {
  const { from = 0, to = 0 } = readFeeSubject(proposal) ?? {}
  return t('desk.fee.told', { from: money(language, from), to: money(language, to) })
}

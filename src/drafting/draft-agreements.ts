import { listAgreementVersions } from '#claims/agreement-versions.ts'
import { agreementsIn } from '#claims/agreement.ts'
import type { Language } from '#claims/bundle.ts'
import { scopeOf } from '#claims/quote.ts'
import type { SessionAgreement } from '#claims/queries.ts'
import type { Db } from '#platform/ctx.ts'
import type { WorkingCopy } from './draft-bundle.ts'

/** The agreements somebody would sign if the working copy of a claim were published; those of the foundation as they are. */
export async function draftAgreements(db: Db, { bundle, organisation }: WorkingCopy, language: Language): Promise<SessionAgreement[]> {
  if (bundle?.facts.kind !== 'claim') return []
  const own = agreementsIn(bundle.texts, scopeOf(bundle.facts, organisation)).filter((one) => one.language === language)
  const found: SessionAgreement[] = []
  for (const { kind, of, act } of bundle.facts.agreements) {
    const agreement =
      of === 'claim' ? own.find((one) => one.kind === kind) : (await listAgreementVersions(db, 'organisation', kind, language))[0]
    if (agreement) found.push({ ...agreement, of, act })
  }
  return found
}

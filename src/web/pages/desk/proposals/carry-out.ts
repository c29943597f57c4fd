import { carryOutMerge, carryOutUnmerge } from '#duplicates/merging/merge.ts'
import { ordered } from '#duplicates/look.ts'
import type { Proposal } from '#organisers/four-eyes/proposals.ts'
import type { FourEyesAct } from '#organisers/roles.ts'
import { carryOutFee, readFeeSubject } from '#publishing/fee/change-fee.ts'
import { agreementsTold, feeTold } from '#web/pages/desk/claims/publishing/told.ts'
import { carryOutAgreements, readSubject } from '#publishing/agreements.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Outcome } from '#platform/outcome.ts'
import type { Because } from '#web/because.ts'
import type { Ground } from '#web/page.ts'
import { bulkCarriedOut } from '#web/pages/desk/bulk/told.ts'
import { erasureCarriedOut } from '#web/pages/desk/erasures/told.ts'

/** How one act that two people do is told to who decides, and what is done once it was approved. */
export interface CarryingOut {
  /** One short sentence about this proposal: what would be done, to how many or to what. Names nobody. */
  told(visit: Ground, proposal: Proposal): string | Promise<string>
  /** The page on which one sees what it is about, without the language, such as `/desk/duplicates/…`. */
  seenAt?(proposal: Proposal): string | undefined
  /** Does it, in the transaction of the approval. When it is refused the approval does not count either. */
  carryOut(ctx: Ctx, proposal: Proposal, visit: Ground): Promise<Outcome<unknown, Because>>
}

const pairAt = ({ subject }: Proposal) => `/desk/duplicates/${ordered(String(subject['personId']), String(subject['intoId'])).join('/')}`

/** Who carries out what two people agreed on. */
export const carryingOut: Record<FourEyesAct, CarryingOut> = {
  bulk: bulkCarriedOut,
  erasure: erasureCarriedOut,
  agreements: {
    told: agreementsTold,
    seenAt: (proposal) => `/desk/claims/${readSubject(proposal)?.slug ?? ''}/agreements`,
    carryOut: carryOutAgreements,
  },
  fee: {
    told: feeTold,
    seenAt: (proposal) => {
      const subject = readFeeSubject(proposal)
      return subject && `/desk/claims/organisation/fee?cents=${subject.to}&version=${subject.version}`
    },
    carryOut: carryOutFee,
  },
  merge: {
    told: ({ t }) => t('desk.duplicates.told.merge'), seenAt: pairAt,
    carryOut: (ctx, proposal, { site }) => carryOutMerge(ctx, proposal, site.origin),
  },
  unmerge: {
    told: ({ t }) => t('desk.duplicates.told.unmerge'), seenAt: pairAt,
    carryOut: (ctx, proposal, { site }) => carryOutUnmerge(ctx, proposal, site.origin),
  },
}

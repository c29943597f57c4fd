import { carryOutErasure, findErasureAsked } from '#erasure/propose-erasure.ts'
import type { CarryingOut } from '#web/pages/desk/proposals/carry-out.ts'
import { answerDue } from './clock.ts'

/** How erasing somebody is told to who approves it: why, how it came, how it was checked who asked; no name (SE-06). */
export const erasureCarriedOut: CarryingOut = {
  async told({ t, language, ctx }, proposal) {
    const asked = await findErasureAsked(ctx, proposal)
    const why = t('desk.erasures.proposalTold', {
      why: asked
        ? t('desk.erasures.proposalChecked', {
            why: t(`desk.erasures.reason.${asked.because}`), came: t(`desk.way.${asked.cameBy}`),
            check: t(`desk.identity.${asked.identity}`),
          })
        : '',
    })
    return [why, asked && answerDue({ t, language }, asked)].filter(Boolean).join(' ')
  },
  carryOut: (ctx, proposal, { site }) => carryOutErasure(ctx, proposal, { origin: site.origin }),
}

import { heldBack } from '#accounts/held-back.ts'
import { may } from '#accounts/may.ts'
import { correctUsage } from '#participants/correct.ts'
import { findParticipation } from '#participants/queries.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { usageForm } from '#web/pages/join/details-form.ts'
import { UsageFields } from '#web/pages/join/usage-fields.tsx'
import { accountPageOf, personOf, type Participant } from '#web/pages/account/account-layout.tsx'

/**
 * The person of the path, whom this account may correct, with what was told for the claim of the path; undefined where it takes no part.
 */
export async function livingIn(visit: Participant) {
  const of = await personOf(visit)
  if (!of || !may(of, 'correct-details')) return undefined
  const part = await findParticipation(visit.ctx, of.person.personId, visit.claim.slug)
  return part && !part.end ? { of, part } : undefined
}

/** Corrects accounts and period of use for one claim; no new power of attorney is needed for that. */
export const correctUsagePage = page('/:lang{en|nl}/account/details/:person/:claim', {
  who: 'participant',
  form: usageForm,
  async show(visit) {
    const living = await livingIn(visit)
    if (!living) return missing
    const { t, claim, language } = visit
    return accountPageOf(visit, {
      title: t('account.usage.title', { name: living.of.person.legalName, claim: claim.facts.name[language] }),
      children: (
        <>
          <p class="lead">{t('account.usage.lead')}</p>
          <form method="post" action={visit.path} novalidate>
            <UsageFields visit={visit} facts={claim.facts} known={living.part.usage} ofChild={living.of.as !== 'self'} />
            <Actions><Button busy={t('join.busy')}>{t('account.correct.button')}</Button></Actions>
          </form>
          <p><a href={visit.homeLink('/account/details')}>{t('account.correct.back')}</a></p>
        </>
      ),
    })
  },
  async send(visit) {
    const living = await livingIn(visit)
    if (!living) return missing
    const { ctx, claim, sent } = visit
    const { personId } = living.of.person
    const held = await heldBack(ctx, personId, living.of.as)
    if (held) return again({ '': held })
    const corrected = await correctUsage(ctx, personId, { claim: claim.slug, timeZone: claim.facts.timeZone, usage: sent })
    if (corrected.ok) return goTo(visit.homeLink(`/account/details/${personId}/saved`))
    if (corrected.because === 'period-turned-round') return again({ until: corrected.because })
    if (corrected.because !== 'address-characters') return again({ '': corrected.because })
    const kind = Object.entries(sent.accounts).find(([, typed]) => missingGlyphs(typed ?? '').length)?.[0]
    return again({ [kind ? `account-${kind}` : 'accounts']: corrected.because })
  },
})

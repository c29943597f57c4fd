import * as z from 'zod'
import { may } from '#accounts/may.ts'
import { acceptsSignUps } from '#claims/phase.ts'
import { listAgreements } from '#claims/queries.ts'
import { owesAny } from '#fees/owe.ts'
import { isSuspended } from '#guardians/suspensions.ts'
import { findNewest } from '#participants/queries.ts'
import { money } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { statementOf, termsSentence, TermsTick } from '#web/pages/claim/join-form.tsx'
import { ticked } from '#web/parts/field-schemas.ts'
import { accountPageOf, personOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { beginFor } from '#web/pages/account/begin.ts'
import { joinForChild, ChildUsage } from './join-claim-child.tsx'

/** The person of the path where this account may let it join the claim of the path now. */
async function joiningOf(visit: Participant) {
  const of = await personOf(visit)
  if (!of || !may(of, 'sign')) return undefined
  const before = await findNewest(visit.ctx, of.person.personId, visit.claim.slug)
  return { of, before, open: acceptsSignUps(visit.claim.facts) && (!before || before.end !== undefined) }
}

/** What joining costs this person: nothing where the fee is owed or paid already (MO-09). The last page says it for sure. */
async function costs(visit: Participant, payer: string): Promise<string> {
  const { t, language, claim: { facts }, organisation } = visit
  const free = facts.money.registrationFee === 0 || (await owesAny(visit.ctx, [payer]))
  return free ? t('account.join.free', { organisation: organisation.facts.name })
    : t('claim.join.after', { fee: money(language, facts.money.registrationFee) })
}

/** Somebody who is known joins another claim or joins again: statement and tick of the public form; only what is new is asked after. */
export const joinClaimPage = page('/:lang{en|nl}/account/claims/:claim/:person', {
  who: 'freshly-proven',
  form: z.object({ statement: ticked(because('statement-missing')), terms: ticked(because('terms-missing')) }),
  async show(visit) {
    const joining = await joiningOf(visit)
    if (!joining) return missing
    if (!joining.open) return goTo(visit.homeLink('/account/claims'))
    const { t, claim, language } = visit
    const { person, as, representativeId } = joining.of
    const agreements = await listAgreements(visit.ctx.db, claim.slug, language)
    return accountPageOf(visit, {
      title: t('account.join.title', { claim: claim.facts.name[language] }),
      children: (
        <>
          <p class="lead">{t(as === 'self' ? 'account.join.lead' : 'account.join.leadChild', { name: person.legalName })}</p>
          {joining.before && <Notice t={t}><p>{t('account.join.again')}</p></Notice>}
          <p><a href={visit.homeLink(`/${claim.slug}`)}>{t('account.join.about', { claim: claim.facts.name[language] })}</a></p>
          <form method="post" action={visit.path} novalidate>
            {as !== 'self' && <ChildUsage visit={visit} />}
            <TermsTick visit={visit} agreements={agreements} />
            <input type="hidden" name="statement" value="yes" />
            <Actions><Button wide busy={t('claim.join.sending')}>{statementOf(visit, as !== 'self')}</Button></Actions>
            <p class="fine">{await costs(visit, representativeId ?? person.personId)}</p>
          </form>
        </>
      ),
    })
  },
  async send(visit) {
    const joining = await joiningOf(visit)
    if (!joining) return missing
    if (!joining.open) return again({ '': acceptsSignUps(visit.claim.facts) ? 'takes-part-already' : 'claim-closed' })
    const { of } = joining
    const said = { sentence: statementOf(visit, of.as !== 'self'), terms: termsSentence(visit.t) }
    if (of.as === 'self') return beginFor(visit, { personId: of.person.personId, purpose: 'join' }, said)
    return (await isSuspended(visit.ctx, of.person.personId)) ? again({ '': 'child-suspended' }) : joinForChild(visit, of, said)
  },
})

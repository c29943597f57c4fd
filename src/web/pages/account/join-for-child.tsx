import * as z from 'zod'
import { acceptsSignUps } from '#claims/phase.ts'
import { listAgreements } from '#claims/queries.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { statementOf, termsSentence, TermsTick } from '#web/pages/claim/join-form.tsx'
import { ticked } from '#web/parts/field-schemas.ts'
import { accountPageOf, reachOf, type Participant } from './account-layout.tsx'
import { beginFor } from './begin.ts'

/** The adult of this account who signs; the one who joined first where a household shares the address. */
const signerOf = async (visit: Participant) => (await reachOf(visit)).find(({ as, age }) => as === 'self' && age >= 18)?.person

/** Somebody who is known joins for a child that is not: the same tick as on the public form, then the child is told (MI-06). */
export const newChildOfAccountPage = page('/:lang{en|nl}/account/join-for-child/:claim', {
  who: 'freshly-proven',
  form: z.object({ terms: ticked(because('terms-missing')) }),
  async show(visit) {
    const signer = await signerOf(visit)
    if (!signer) return missing
    const { t, claim, language } = visit
    if (!acceptsSignUps(claim.facts)) return goTo(visit.homeLink('/account/claims'))
    const agreements = await listAgreements(visit.ctx.db, claim.slug, language)
    return accountPageOf(visit, {
      title: t('account.newChild.title', { claim: claim.facts.name[language] }),
      children: (
        <>
          <p class="lead">{t('account.newChild.lead', { name: signer.legalName })}</p>
          <form method="post" action={visit.path} novalidate>
            <TermsTick visit={visit} agreements={agreements} />
            <Actions><Button busy={t('claim.join.sending')}>{statementOf(visit, true)}</Button></Actions>
          </form>
          <p><a href={visit.homeLink('/privacy/children')}>{t('join.children.forChildrenLink')}</a></p>
        </>
      ),
    })
  },
  async send(visit) {
    const signer = await signerOf(visit)
    if (!signer) return missing
    if (!acceptsSignUps(visit.claim.facts)) return again({ '': 'claim-closed' })
    const said = { sentence: statementOf(visit, true), terms: termsSentence(visit.t) }
    return beginFor(visit, { personId: signer.personId, purpose: 'join', who: 'children' }, said)
  },
})

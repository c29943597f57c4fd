import * as z from 'zod'
import { acceptsSignUps } from '#claims/phase.ts'
import { listAgreements } from '#claims/queries.ts'
import { start } from '#joining/start.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { JoinForm, statementOf, termsSentence } from '#web/pages/claim/join-form.tsx'
import { emailAddress, filled, ticked } from '#web/parts/field-schemas.ts'
import { typedAt } from '#web/parts/typed.ts'
import { JoinLayout } from './journey.tsx'

/** The form of the campaign page on a page of its own; what is wrong with it is answered here. */
export const startPage = page('/:lang{en|nl}/:claim/join', {
  who: 'anyone', asks: ['for'],
  form: z.object({
    name: filled(because('name-missing'), because('name-too-long'), 150),
    email: emailAddress,
    statement: z.enum(['yes', 'child'], { error: () => because('statement-missing') }),
    terms: ticked(because('terms-missing')),
  }),
  async show(visit) {
    if (!acceptsSignUps(visit.claim.facts)) return goTo(visit.claimLink())
    const agreements = await listAgreements(visit.ctx.db, visit.claim.slug, visit.language)
    return (
      <JoinLayout visit={visit} at="start" title={visit.t('join.start.title')}>
        <p class="lead">{visit.t('join.start.lead')}</p>
        <JoinForm visit={visit} agreements={agreements} forChild={(typedAt(visit, 'statement') ?? visit.query.get('for')) === 'child'} />
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, organisation, claim, sent } = visit
    const started = await start(ctx, organisation, claim, {
      name: sent.name, email: sent.email, statement: statementOf(visit, sent.statement === 'child'), terms: termsSentence(visit.t),
      ip: visit.request.ip,
      origin: visit.site.origin,
    })
    if (started.ok) return goTo(visit.claimLink('/join/code'), started.value, { lasting: true })
    return again({ email: started.because }, started.until)
  },
})

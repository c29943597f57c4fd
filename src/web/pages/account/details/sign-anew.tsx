import * as z from 'zod'
import { may } from '#accounts/may.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { accountPageOf } from '#web/pages/account/account-layout.tsx'
import { beginFor } from '#web/pages/account/begin.ts'
import { livingIn } from './correct-usage.tsx'
import { beginForChild } from '#web/pages/account/begin-for-child.ts'

/** A new power of attorney for a corrected name or date of birth (SG-06): says what it is for, then leads to texts and signature. */
export const signAnewPage = page('/:lang{en|nl}/account/details/:person/:claim/sign', {
  who: 'freshly-proven',
  form: z.object({}),
  async show(visit) {
    const living = await livingIn(visit)
    if (!living || !may(living.of, 'sign')) return missing
    const { t, claim, language } = visit
    const { person, as } = living.of
    return accountPageOf(visit, {
      title: t('account.anew.title', { claim: claim.facts.name[language] }),
      children: (
        <>
          <p class="lead">{t('account.anew.lead', { name: person.legalName })}</p>
          <p>{t('account.anew.old')}</p>
          <p>{t('account.anew.free')}</p>
          {as !== 'self' && <p>{t('account.anew.child')}</p>}
          <form method="post" action={visit.path}>
            <Actions><Button busy={t('join.busy')}>{t('account.anew.button')}</Button></Actions>
          </form>
        </>
      ),
    })
  },
  async send(visit) {
    const living = await livingIn(visit)
    if (!living || !may(living.of, 'sign')) return missing
    const { person, as } = living.of
    const said = { sentence: visit.t('account.anew.statement'), terms: '' }
    if (as !== 'self') return beginForChild(visit, living.of, { purpose: 'renew', usage: living.part.usage }, said)
    return beginFor(visit, { personId: person.personId, purpose: 'renew' }, said)
  },
})

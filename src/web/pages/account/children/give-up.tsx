import * as z from 'zod'
import { may } from '#accounts/may.ts'
import { giveUp } from '#guardians/give-up.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { tick } from '#web/parts/field-schemas.ts'
import { errorAt } from '#web/parts/typed.ts'
import { accountPageOf, personOf } from '#web/pages/account/account-layout.tsx'
import { calledName } from '#participants/first-name.ts'

/** The second step of "I no longer represent this child": what follows, and the act. */
export const giveUpPage = page('/:lang{en|nl}/account/children/:person/give-up', {
  who: 'freshly-proven',
  form: z.object({ seen: tick }),
  async show(visit) {
    const child = await personOf(visit)
    if (!child || !may(child, 'act-as-representative')) return missing
    const { t } = visit
    const { personId, legalName } = child.person
    const name = calledName(legalName)
    const alone = (await listRepresentations(visit.ctx, [personId])).filter(({ end }) => !end).length < 2
    return accountPageOf(visit, {
      title: t('account.giveUp.title', { name }),
      children: (
        <>
          <p class="lead">{t('account.giveUp.lead', { name, organisation: visit.organisation.facts.name })}</p>
          <ul>
            <li>{t('account.giveUp.see', { name })}</li>
            <li>{t('account.giveUp.valid')}</li>
            {!alone && <li>{t('account.giveUp.others', { name })}</li>}
            <li>{t('account.giveUp.back')}</li>
          </ul>
          {alone && (
            <Notice t={t} kind="warning"><p>{t('account.giveUp.alone', { name })}</p><p>{t('account.giveUp.end', { name })}</p></Notice>
          )}
          <form method="post" action={visit.path} novalidate>
            {alone && <CheckField t={t} name="seen" label={t('account.giveUp.seen', { name })} error={errorAt(visit, 'seen')} />}
            <Actions>
              <Button kind="danger" busy={t('join.busy')}>{t('account.giveUp.button', { name })}</Button>
              <ButtonLink kind="quiet" href={visit.homeLink(`/account/children/${personId}`)}>{t('account.giveUp.cancel')}</ButtonLink>
            </Actions>
          </form>
        </>
      ),
    })
  },
  async send(visit) {
    const child = await personOf(visit)
    if (!child?.representativeId || !may(child, 'act-as-representative')) return missing
    const given = await giveUp(visit.ctx, child.person.personId, child.representativeId,
      { seen: visit.sent.seen, origin: visit.site.origin })
    return given.ok ? goTo(visit.homeLink('/account?given=up')) : again({ seen: given.because })
  },
})

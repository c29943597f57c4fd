import * as z from 'zod'
import { about } from '#leaving/receipt-texts.ts'
import { endsWith, listRevocable, revocable, revokePower } from '#leaving/revoke-power.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { CheckField, RadioField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { ticked } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { accountPageOf } from '#web/pages/account/account-layout.tsx'
import { AboutWhom, leaveLink, leavingOf } from './leave.tsx'

/** Taking back a power alone: each that lives, what ends with it and what goes on, then the tick and the button (3:72(c) BW). */
export const leaveRevokePage = page('/:lang{en|nl}/account/leave/:person/:claim/revoke', {
  who: 'participant',
  form: z.object({ kind: z.enum(revocable, { error: () => because('revoke-missing') }), confirm: ticked(because('confirm-missing')) }),
  async show(visit) {
    const { t, language, ctx } = visit
    const leaving = await leavingOf(visit)
    if (!leaving) return missing
    if (leaving.participation.end) return goTo(leaveLink(visit))
    const { participation, facts: { name, company } } = leaving
    const living = await listRevocable(ctx, participation)
    const told = { company, ...about(language, [leaving]) }
    const hint = (kind: (typeof revocable)[number]) => [
      ...endsWith(kind).filter((each) => living.includes(each)).map((each) => t(`leaving.revoke.ends.${each}`, told)),
      ...(kind === 'mandate' && living.includes('power-of-attorney') ? [t('leaving.revoke.bothWithMandate')] : []),
    ].join(' ')
    return accountPageOf(visit, { title: t('leave.revoke.pageTitle', { claim: name[language] }), children: (
      <>
        <AboutWhom visit={visit} of={leaving} />
        {living.length === 0 ? <p>{t('leave.revoke.none')}</p> : (
          <form method="post" action={visit.path} novalidate>
            <RadioField t={t} name="kind" label={t('leave.revoke.choose')} error={errorAt(visit, 'kind')} value={typedAt(visit, 'kind')}
              choices={living.map((kind) => ({ value: kind, label: t(`leaving.capacity.${kind}`), hint: hint(kind) }))} />
            <h2>{t('leave.revoke.goesOnTitle')}</h2>
            <ul>
              <li>{t('leaving.revoke.told', told)}</li>
              {living.includes('power-of-attorney') && <li>{t('leaving.end.limitation', told)}</li>}
              <li>{t('leaving.revoke.goesOn')}</li>
              <li>{t('leaving.revoke.again')}</li>
            </ul>
            <p>{t('leave.revoke.some', { email: visit.organisation.facts.email })}</p>
            <CheckField t={t} name="confirm" label={t('leave.revoke.confirm')} error={errorAt(visit, 'confirm')} />
            <Actions>
              <Button kind="danger" busy={t('join.busy')}>{t('leave.revoke.send')}</Button>
              <a href={leaveLink(visit)}>{t('leave.back')}</a>
            </Actions>
          </form>
        )}
      </>
    ) })
  },
  async send(visit) {
    const { ctx, session, params, language, sent } = visit
    const taken = await revokePower(ctx,
      { emailIndex: session.emailIndex, personId: params['person'] ?? '', claim: params['claim'] ?? '', language,
      origin: visit.site.origin }, sent.kind)
    if (taken.ok) return goTo(visit.homeLink(`/account/leave/receipt/${taken.value.id}`))
    return taken.because === 'ended-already' ? again({ kind: taken.because }) : missing
  },
})

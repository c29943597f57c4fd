import { grounds } from '#signals/decide.ts'
import type { Signal } from '#signals/explain.ts'
import type { SignalDecision } from '#signals/queries.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import type { Visit } from '#web/page.ts'
import { RadioField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

type Desk = Visit<'organiser'>
/** What a human may decide on signs. */
export const decisions = ['no-concern', 'watch', 'suspended'] as const

/** The signs with the figures they rest on, and what harmless thing may lie behind each. */
export const Signs = ({ visit: { t, language }, signals }: { visit: Desk; signals: readonly Signal[] }) => (
  <section>
    <h2>{t('desk.signals.signs')}</h2>
    <dl class="desk-facts signs">{signals.map(({ code, figures, weight }) => (
      <div>
        <dt>{t(`desk.signals.code.${code}`)}<br />{t('desk.signals.weight', { weight: number(language, weight) })}</dt>
        <dd>
          <p>
            {t(`desk.signals.why.${code}` as 'desk.signals.why.burst', { people: 0, seconds: 0, limit: 0, mails: 0, ...figures } as never)}
          </p>
          <p class="fine">{t(`desk.signals.harmless.${code}`)}</p>
        </dd>
      </div>
    ))}</dl>
  </section>
)

/** What was decided on them before. */
export async function historyOf(visit: Desk, decided: readonly SignalDecision[]) {
  const { t, language, ctx } = visit
  const names = new Map(
    (await listOrganisers(ctx, [...new Set(decided.map(({ decidedBy }) => decidedBy))])).map(({ personId, name }) => [personId, name]),
  )
  return (
    decided.length > 0 && (
      <section>
        <h2>{t('desk.duplicates.before')}</h2>
        <ul>
          {decided.map((each) => (
            <li>
              {t('desk.signals.decided', {
                at: dayAndTime(language, each.decidedAt), name: names.get(each.decidedBy) ?? '–',
                decision: t(`desk.signals.decision.${each.decision}`),
                ground: t(`desk.signals.ground.${each.ground as 'household'}`),
              })}
            </li>
          ))}
        </ul>
      </section>
    )
  )
}

/** The form of the decision. */
export const Decide = ({ visit, personId }: { visit: Desk; personId: string }) => {
  const { t, homeLink } = visit
  const choices = decisions.map((value) => ({ value, label: t(`desk.signals.decision.${value}`), hint: t(`desk.signals.effect.${value}`) }))
  return (
    <form method="post" action={homeLink(`/desk/signals/${personId}`)} novalidate>
      <h2>{t('desk.signals.decide')}</h2>
      <RadioField t={t} name="decision" label={t('desk.signals.whatNow')} error={errorAt(visit, 'decision')}
        value={typedAt(visit, 'decision')}
        choices={choices} />
      <SelectField t={t} name="ground" label={t('desk.duplicates.ground')} error={errorAt(visit, 'ground')} value={typedAt(visit, 'ground')}
        empty={t('desk.signals.choose')} choices={grounds.map((value) => ({ value, label: t(`desk.signals.ground.${value}`) }))} />
      <TextField t={t} name="explanation" label={t('desk.signals.explanation')} hint={t('desk.signals.explanationHint')}
        rows={4} maxlength={2000} optional error={errorAt(visit, 'explanation')} value={typedAt(visit, 'explanation')} />
      <Actions><Button>{t('desk.signals.save')}</Button></Actions>
    </form>
  )
}

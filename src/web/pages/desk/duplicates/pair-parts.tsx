import { grounds, listJudgements } from '#duplicates/judge.ts'
import type { Pair } from '#duplicates/pairs.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { RadioField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { pairLink, type Desk } from './pair-address.ts'

/** What speaks for their being one, and how much. */
export const Reasons = ({ visit: { t, language }, pair }: { visit: Desk; pair: Pair }) => (
  <section>
    <h2>{t('desk.duplicates.agrees')}</h2>
    <ul>{pair.reasons.map((reason) => <li>{t(`desk.duplicates.reason.${reason}`)}</li>)}</ul>
    <p class="fine">{t('desk.duplicates.weightSaid', { weight: number(language, pair.weight) })}</p>
  </section>
)

/** Both ways to decide. */
export const Judge = ({ visit, two }: { visit: Desk; two: [string, string] }) => {
  const { t } = visit
  return (
    <div class="desk-columns even">
      <section>
        <h2>{t('desk.duplicates.areTwo')}</h2>
        <form method="post" action={pairLink(visit, { personId: two[0], otherId: two[1] })} novalidate>
          <RadioField t={t} name="ground" label={t('desk.duplicates.ground')} error={errorAt(visit, 'ground')}
            value={typedAt(visit, 'ground')}
            choices={grounds.map((each) => ({ value: each, label: t(`desk.duplicates.grounds.${each}`) }))} />
          <Actions><Button kind="secondary">{t('desk.duplicates.saveTwo')}</Button></Actions>
        </form>
      </section>
      <section>
        <h2>{t('desk.duplicates.areOne')}</h2>
        <p>{t('desk.duplicates.areOneLead')}</p>
        {may(visit, 'merges.propose') && (
          <Actions>
            <ButtonLink href={`${pairLink(visit, { personId: two[0], otherId: two[1] })}/merge`}>{t('desk.duplicates.toMerge')}</ButtonLink>
          </Actions>
        )}
      </section>
    </div>
  )
}

/** What was decided about the two before. */
export async function historyOf(visit: Desk, two: readonly [string, string]) {
  const { t, language, ctx } = visit
  const judgements = await listJudgements(ctx, two)
  const names = new Map(
    (await listOrganisers(ctx, [...new Set(judgements.map(({ judgedBy }) => judgedBy))])).map(({ personId, name }) => [personId, name]),
  )
  return judgements.length > 0 && (
    <section>
      <h2>{t('desk.duplicates.before')}</h2>
      <ul>
        {judgements.map(({ judgedAt, judgedBy, ground }) => (
          <li>
            {t('desk.duplicates.judged', {
              at: dayAndTime(language, judgedAt), name: names.get(judgedBy) ?? '–', ground: t(`desk.duplicates.grounds.${ground}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

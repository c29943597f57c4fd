import * as z from 'zod'
import type { Leaving } from '#leaving/leavers.ts'
import { day } from '#words/formats.ts'
import type { Ground } from '#web/page.ts'
import { CheckField } from '#web/parts/fields.tsx'
import { SummaryList } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

const nameOf = ({ participation: { personId, claim } }: Leaving) => `of-${personId}-${claim}`

/** Which agreements were ticked: a field for each, named by person and claim. */
export const chosenForm = z.record(z.string(), z.string().optional())

/** The participations whose boxes were ticked. */
export const chosenIn = (sent: z.output<typeof chosenForm>): { personId: string; claim: string }[] => Object.entries(sent)
  .flatMap(([name, value]) => {
  const [, personId, claim] = /^of-([0-9a-f-]{36})-([a-z0-9-]{1,60})$/.exec(name) ?? []
  return personId && claim && value === 'yes' ? [{ personId, claim }] : []
})

/** The statement of a withdrawal, as it is kept: one sentence for each claim. */
export const statementOf = ({ t, language }: Pick<Ground, 't' | 'language'>, leavings: readonly Leaving[]): string =>
  [...new Set(leavings.map(({ facts }) => t('leaving.statement', { claim: facts.name[language] })))].join(' ')

/** Step 2 of the withdrawal function: who withdraws from what, and the one button that confirms it (6:230oa BW, MO-04). */
export function WithdrawForm({ visit, leavings, email }: { visit: Ground; leavings: readonly Leaving[]; email: string }) {
  const { t, language } = visit
  const words = ({ of, facts }: Leaving) => t('withdraw.confirm.one', { name: of.person.legalName, claim: facts.name[language] })
  const until = (each: Leaving) => t('withdraw.confirm.until', { date: day(language, each.until) })
  const [one, ...more] = leavings
  return (
    <form method="post" action={visit.path} novalidate>
      {one && more.length === 0 ? (
        <>
          <p class="lead">{t('withdraw.confirm.lead')}</p>
          <SummaryList t={t} rows={[{
            label: t('leaving.row.contract', { claim: one.facts.name[language] }),
            value: <>{one.of.person.legalName}<br />{until(one)}</>,
          }]} />
          <input type="hidden" name={nameOf(one)} value="yes" />
        </>
      ) : (
        <fieldset>
          <legend><h2>{t('withdraw.confirm.choose')}</h2></legend>
          {errorAt(visit, 'main') && <p class="field-error">{errorAt(visit, 'main')}</p>}
          {leavings.map((each) => (
            <CheckField t={t} name={nameOf(each)} label={words(each)} hint={until(each)} checked={typedAt(visit, nameOf(each)) === 'yes'} />
          ))}
        </fieldset>
      )}
      {more.length > 0 && <p>{t('withdraw.confirm.fee')}</p>}
      <p>{t('withdraw.confirm.receiptTo', { email })}</p>
      <Actions><Button busy={t('join.busy')}>{t('withdraw.confirm.button')}</Button></Actions>
    </form>
  )
}

/** Nothing to withdraw from any more: the last days, and the way to what is possible on any day. */
export function WithdrawOver({ visit, leavings,
  endHref }: { visit: Ground; leavings: readonly Leaving[]; endHref: (leaving: Leaving) => string | undefined }) {
  const { t, language } = visit
  if (!leavings.length) return <p>{t('withdraw.nothing')}</p>
  const living = leavings.some(({ participation }) => !participation.end)
  return (
    <>
      {living && <p class="lead">{t('withdraw.over.lead')}</p>}
      <SummaryList t={t} rows={leavings.map((each) => {
        const { end } = each.participation
        const href = end ? undefined : endHref(each)
        return {
          label: t('withdraw.confirm.one', { name: each.of.person.legalName, claim: each.facts.name[language] }),
          value: (
            <>
              {end
                ? t('withdraw.over.ended', { date: day(language, end.effectiveOn) })
                : t('withdraw.over.until', { date: day(language, each.until) })}
              {href && (
                <>
                  <br />
                  <a href={href}>{t('withdraw.over.end')}</a>
                </>
              )}
            </>
          ),
        }
      })} />
    </>
  )
}

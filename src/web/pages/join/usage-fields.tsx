import type { ClaimFacts } from '#claims/bundle.ts'
import type { Usage } from '#participants/admit.ts'
import type { Ground } from '#web/page.ts'
import { FieldGroup } from '#web/parts/field.tsx'
import { CheckField, TextField } from '#web/parts/fields.tsx'
import { accountKinds } from './details-form.ts'
import { errorAt } from '#web/parts/typed.ts'
import { valueIn } from './kept-values.ts'
import { MonthField } from './month-field.tsx'

const typeOf = { username: 'text', email: 'email', phone: 'tel', 'customer-number': 'text' } as const

/**
 * What the company knows somebody by, and when they used its product; read by `usageForm`. `known` stands there until something is typed.
 * Who fills it in for a child reads of the child.
 */
export function UsageFields({ visit, facts, known,
  ofChild }: { visit: Ground; facts: ClaimFacts; known: Usage | undefined; ofChild?: boolean | undefined }) {
  const { t } = visit
  const { company, usage } = facts
  const value = valueIn(visit)
  const month = (field: string, at: string | null | undefined) =>
    ({ month: value(`${field}-month`, at?.slice(5)), year: value(`${field}-year`, at?.slice(0, 4)) })
  return (
    <>
      <h2>{t(ofChild ? 'join.child.usage' : 'join.details.usage', { company })}</h2>
      <FieldGroup t={t} name="accounts" target label={t(ofChild ? 'join.child.accounts' : 'join.details.accounts', { company })}
        hint={t('join.details.usageHint')} why={t(ofChild ? 'join.child.usageWhy' : 'join.details.usageWhy')}
        error={errorAt(visit, 'accounts')}>
        {accountKinds.filter((kind) => usage.accounts.includes(kind)).map((kind) => (
          <TextField t={t} name={`account-${kind}`} label={t(`join.details.account.${kind}`, { company })}
            error={errorAt(visit, `account-${kind}`)} value={value(`account-${kind}`, known?.accounts[kind])} type={typeOf[kind]}
            spellcheck={false} />
        ))}
      </FieldGroup>
      <MonthField t={t} name="from" label={t('join.details.from')} hint={t('join.details.periodHint')}
        why={t(ofChild ? 'join.child.periodWhy' : 'join.details.periodWhy')} error={errorAt(visit, 'from')}
        value={month('from', known?.from)} />
      <MonthField t={t} name="until" label={t('join.details.until')} error={errorAt(visit, 'until')} value={month('until', known?.until)} />
      <CheckField t={t} name="still" label={t(ofChild ? 'join.child.still' : 'join.details.still')}
        checked={value('still', known?.until === null ? 'yes' : undefined) === 'yes'} />
    </>
  )
}

import { bulkActs } from '#bulk/acts.ts'
import type { Plan } from '#bulk/plans.ts'
import { ordersIn, type Progress } from '#bulk/progress.ts'
import { undoReasons } from '#casework/reasons.ts'
import { SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { valueWords, type Desk } from './bulk-words.tsx'

/** Pause, go on, stop: what makes sense now and the reader may. */
export function Orders({ visit, plan: { id }, progress }: { visit: Desk; plan: Plan; progress: Progress }) {
  const { t, homeLink } = visit
  const words = ordersIn[progress.state].filter((word) => word !== 'undo')
  if (!may(visit, 'bulk.steer') || !words.length) return null
  return (
    <form method="post" action={homeLink(`/desk/bulk/${id}/order`)}><Actions>
      {words.map((word) => (
        <Button kind={word === 'go-on' ? 'primary' : word === 'stop' ? 'danger' : 'secondary'} name="word" value={word}>
          {t(`desk.bulk.order.${word}`)}
        </Button>
      ))}
    </Actions></form>
  )
}

/** Taking a run back, where that can be done: why, and what the people it told are told now. */
export function TakeBack({ visit, plan: { id, act }, progress }: { visit: Desk; plan: Plan; progress: Progress }) {
  const { t, homeLink } = visit
  const { undoing } = bulkActs[act]
  if (!may(visit, 'bulk.steer') || undoing === 'never' || !ordersIn[progress.state].includes('undo') || !progress.done) return null
  return (
    <section aria-labelledby="undo-title">
      <h2 id="undo-title">{t('desk.bulk.undoTitle')}</h2>
      <p>{t(`desk.bulk.undoing.${undoing}`)}</p>
      <form method="post" action={homeLink(`/desk/bulk/${id}/order`)} novalidate>
        <SelectField t={t} name="reason" label={t('desk.bulk.undoBecause')} empty={t('desk.bulk.choose')} error={errorAt(visit, 'reason')}
          value={typedAt(visit, 'reason')} choices={undoReasons.map((value) => ({ value, label: valueWords(t, 'undoReason', value) }))} />
        {undoing === 'told' && <TextField t={t} name="explanation" label={t('desk.bulk.explanation')} rows={4} maxlength={2000}
          error={errorAt(visit, 'explanation')} value={typedAt(visit, 'explanation')} />}
        <Actions><Button kind="danger" name="word" value="undo">{t('desk.bulk.order.undo')}</Button></Actions>
      </form>
    </section>
  )
}

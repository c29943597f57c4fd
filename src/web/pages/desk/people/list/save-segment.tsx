import { filterQuery, type Filter } from '#search/filter.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

/** Keeps what the list is narrowed by under a name. */
export function SaveSegment({ visit, filter }: { visit: Desk; filter: Filter }) {
  const { t } = visit
  return (
    <details class="filters" open={errorAt(visit, 'name') !== undefined}>
      <summary>{t('desk.people.save')}</summary>
      <form method="post" action={visit.homeLink('/desk/people/segments')}>
        <input type="hidden" name="filter" value={filterQuery(filter)} />
        <TextField t={t} name="name" label={t('desk.people.segmentName')} hint={t('desk.people.segmentHint')} width="medium" maxlength={80}
          error={errorAt(visit, 'name')} value={typedAt(visit, 'name')} autocomplete="off" />
        <Actions><Button kind="secondary">{t('desk.people.saveButton')}</Button></Actions>
      </form>
    </details>
  )
}

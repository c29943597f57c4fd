import { titleOf } from '#drafting/texts.ts'
import { formFields } from '#drafting/facts-form.ts'
import { may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { Button } from '#web/parts/form.tsx'
import { ItemFields, type FactsForm } from './fact-fields.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'

/** Which family of texts belongs to the items of a part, where one does. */
const families: Partial<Record<string, string>> = {
  timeline: 'timeline', documents: 'documents', news: 'news', faq: 'faq', disclosures: 'transparency',
}

/** Every item of a list with its fields, and the buttons that move or remove it. */
export function ItemList({ form, count }: { form: FactsForm; count: number }) {
  const { visit, copy, part, values } = form
  const { t } = visit
  return (
    <ol class="fact-items">
      {[...Array(count).keys()].map((item) => {
        const first = formFields(part, item)[0]
        const id = (first && values[first.name]) ?? ''
        const family = families[part.name]
        const title = family && titleOf(copy.files, `${family}/${id}`, visit.language)
        return (
          <li>
            <fieldset>
              <legend>{t('desk.facts.item', { number: String(item + 1), name: title ?? id })}</legend>
              <ItemFields form={form} item={item} />
              {family && id && <p><a href={claimDesk(visit, copy.slug, `/texts/${family}/${id}`)}>{t('desk.facts.writeText')}
                <span class="visually-hidden"> {title ?? id}</span></a></p>}
              <ItemActs visit={visit} item={item} count={count} of={title ?? id} />
            </fieldset>
          </li>
        )
      })}
    </ol>
  )
}

/** Buttons of one item; each saves the whole form first. Of the item that is being added: only save. */
export function ItemActs({ visit, item, count = 0, of = '' }: { visit: Desk; item?: number; count?: number; of?: string }) {
  const { t } = visit
  if (!may(visit, 'claims.edit')) return null
  const label = (act: 'up' | 'down' | 'remove') => <>{t(`desk.facts.${act}`)}<span class="visually-hidden"> {of}</span></>
  if (item === undefined) return <p class="item-acts"><Button kind="secondary">{t('desk.draft.save')}</Button></p>
  return (
    <p class="item-acts">
      {item > 0 && <Button kind="quiet" name="do" value={`up-${item}`}>{label('up')}</Button>}
      {item < count - 1 && <Button kind="quiet" name="do" value={`down-${item}`}>{label('down')}</Button>}
      <Button kind="quiet" name="do" value={`remove-${item}`}>{label('remove')}</Button>
    </p>
  )
}

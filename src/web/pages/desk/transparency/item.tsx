import * as z from 'zod'
import { findWorkingCopy } from '#drafting/draft-bundle.ts'
import { openFacts, valueAt } from '#drafting/facts-file.ts'
import { alarmsOf } from '#phases/alarms.ts'
import { changeDisclosure, listDisclosureVersions, type Disclosure, type DisclosureVersion } from '#phases/disclosures.ts'
import { dayIn } from '#platform/clock.ts'
import { again, goTo, missing, type Errors } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { CheckField, DateField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { tick } from '#web/parts/field-schemas.ts'
import { datePartsOf, dayTyped, errorAt } from '#web/parts/typed.ts'
import { day, dayAndTime } from '#words/formats.ts'
import { AlarmNotice } from './list.tsx'

/** The item as it stands in the working copy of the foundation, or as it is published. */
async function itemOf({ ctx, params }: Desk): Promise<Disclosure | undefined> {
  const copy = await findWorkingCopy(ctx.db, 'organisation')
  const facts = copy && openFacts(copy.files)
  const listed = facts && valueAt(facts.document, ['disclosures'])
  return Array.isArray(listed) ? (listed as Disclosure[]).find(({ id }) => id === params['item']) : undefined
}

/** One item of the public page: its days, its words in both languages, and every version of it (WEB-10). */
export const deskDisclosurePage = page('/:lang{en|nl}/desk/transparency/:item', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.edit',
  form: z.object({ supplied: tick }),
  async show(visit) {
    const { t, ctx, organisation } = visit
    const item = await itemOf(visit)
    if (!item) return missing
    const title = `${item.id} ${organisation.text(`transparency/${item.id}`)?.title ?? ''}`.trim()
    const versions = await listDisclosureVersions(ctx.db, item.id)
    const alarms = alarmsOf(organisation.facts, dayIn('Europe/Amsterdam', ctx.now)).filter((alarm) => alarm.item === item.id)
    return deskPageOf(visit, { title, children: (
      <>
        <p><a href={visit.homeLink('/desk/transparency')}>{t('desk.transparency.back')}</a></p>
        {alarms.map((alarm) => <AlarmNotice visit={visit} alarm={alarm} />)}
        {visit.query.get('saved') === 'yes' && (
          <Notice t={t} kind="success" live>
            <p>{t('desk.draft.saved')} <a href={claimDesk(visit, 'organisation', '/publish')}>{t('desk.transparency.publish')}</a></p>
          </Notice>
        )}
        <p><a href={claimDesk(visit, 'organisation', `/texts/transparency/${item.id}`)}>{t('desk.transparency.words')}</a></p>
        <Days visit={visit} item={item} />
        <History visit={visit} item={item.id} versions={versions} />
      </>
    ) })
  },
  async send(visit) {
    const item = await itemOf(visit)
    if (!item) return missing
    const { supplied } = visit.sent
    const [adopted, published] = [dayTyped(visit, 'adopted'), dayTyped(visit, 'published')]
    const errors: Errors = {
      ...(adopted === undefined && { adopted: because('day-missing') }),
      ...(published === undefined && { published: because('day-missing') }),
    }
    if (Object.keys(errors).length) return again(errors)
    const changed = await changeDisclosure(visit.ctx, {
      id: item.id, adopted: adopted || undefined, published: published || undefined, supplied,
    })
    return changed.ok ? goTo(visit.homeLink(`/desk/transparency/${item.id}?saved=yes`)) : again({ '': changed.because })
  },
})

function Days({ visit, item }: { visit: Desk; item: Disclosure }) {
  const { t, form } = visit
  const sent = Object.keys(form.typed).length > 0
  return (
    <form method="post" action={visit.homeLink(`/desk/transparency/${item.id}`)} novalidate>
      <fieldset class="bare" disabled={!may(visit, 'claims.edit')}>
        <legend class="visually-hidden">{t('desk.transparency.days')}</legend>
        <CheckField t={t} name="supplied" label={t('desk.transparency.suppliedTick')} hint={t('desk.transparency.suppliedHint')}
          checked={sent ? form.typed['supplied'] === 'yes' : item.supplied} />
        <DateField t={t} name="adopted" label={t('desk.transparency.adoptedOn')} hint={t('desk.transparency.adoptedHint')} optional
          value={datePartsOf(visit, 'adopted', item.adopted)} error={errorAt(visit, 'adopted')} />
        <DateField t={t} name="published" label={t('desk.transparency.publishedOn')} hint={t('desk.transparency.publishedHint')} optional
          value={datePartsOf(visit, 'published', item.published)} error={errorAt(visit, 'published')} />
        <Actions><Button>{t('desk.draft.save')}</Button></Actions>
      </fieldset>
    </form>
  )
}

function History({ visit, item, versions }: { visit: Desk; item: string; versions: readonly DisclosureVersion[] }) {
  const { t, language } = visit
  const date = (on: string | undefined) => (on ? day(language, on) : t('desk.transparency.noDay'))
  return (
    <section>
      <h2 id="history">{t('desk.transparency.history')}</h2>
      <DeskTable labelledBy="history" caption={t('desk.transparency.historyOf', { item })} quiet>
        <thead><tr>
          <th scope="col">{t('desk.version.version')}</th><th scope="col">{t('desk.version.when')}</th>
          <th scope="col">{t('desk.transparency.supplied')}</th>
          <th scope="col">{t('desk.transparency.adopted')}</th><th scope="col">{t('desk.transparency.published')}</th>
        </tr></thead>
        <tbody>{versions.map(({ version, publishedAt, adopted, published, supplied }) => (
          <tr>
            <th scope="row">{version > 1
              ? <a href={claimDesk(visit, 'organisation', `/versions/${version - 1}/${version}`)}>{version}</a> : version}</th>
            <td>{dayAndTime(language, publishedAt)}</td>
            <td>{t(supplied ? 'desk.transparency.yes' : 'desk.transparency.no')}</td>
            <td>{date(adopted)}</td><td>{date(published)}</td>
          </tr>
        ))}</tbody>
      </DeskTable>
    </section>
  )
}

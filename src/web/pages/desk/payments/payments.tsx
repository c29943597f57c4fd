import * as z from 'zod'
import { findByReference, listOwed, listRefunds, type ListedFee } from '#fees/lists.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { day, inFours, money } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { claimNamesOf } from '#web/pages/desk/claim-names.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { placeAfter, readPlace } from './place.ts'

type Desk = Visit<'organiser'>
const pageSize = 50
const views = ['refunds', 'owed'] as const

async function linesOf(visit: Desk, view: (typeof views)[number]): Promise<ListedFee[]> {
  const place = readPlace(visit.query.get('after'))
  const limit = pageSize + 1
  if (view === 'refunds') return listRefunds(visit.ctx, { limit, after: place && { dueOn: place.at.slice(0, 10), feeId: place.id } })
  return listOwed(visit.ctx, { limit, after: place && { owedAt: new Date(place.at), feeId: place.id } })
}

const Reference = ({ visit }: { visit: Desk }) => (
  <form method="post" action={visit.homeLink('/desk/payments')} novalidate>
    <TextField t={visit.t} name="reference" label={visit.t('desk.payments.reference')} hint={visit.t('desk.payments.referenceHint')}
      error={errorAt(visit, 'reference')} value={typedAt(visit, 'reference')} />
    <Actions><Button kind="secondary">{visit.t('desk.payments.find')}</Button></Actions>
  </form>
)

/** What the treasurer looks at: refunds by the day they are due, fees that are owed, and whose a reference on a bank statement is. */
export const paymentsPage = page('/:lang{en|nl}/desk/payments', {
  who: 'organiser',
  act: 'payments.see',
  form: z.object({ reference: z.string().trim().min(1, 'reference-missing').max(60, 'no-such-reference') }),
  async show(visit) {
    const { t, language, homeLink } = visit
    const view = views.find((each) => each === visit.query.get('view')) ?? 'refunds'
    const lines = await linesOf(visit, view)
    const shown = lines.slice(0, pageSize)
    const [persons, claimNames] = await Promise.all([
      listPersons(visit.ctx, [...new Set(shown.map(({ personId }) => personId))]), claimNamesOf(visit),
    ])
    const today = dayIn('Europe/Amsterdam', visit.ctx.now)
    const next = lines.length > pageSize && shown.at(-1)
    return deskPageOf(visit, { title: t('desk.payments.title'), children: (
      <>
        <p class="lead">{t('desk.payments.lead')}</p>
        <Reference visit={visit} />
        <nav aria-label={t('desk.payments.views')}><ul class="links">
          {views.map((each) => (
            <li>
              <a href={homeLink(`/desk/payments?view=${each}`)} {...(each === view && { 'aria-current': 'page' })}>
                {t(`desk.payments.${each}`)}
              </a>
            </li>
          ))}
        </ul></nav>
        {shown.length === 0 ? <p>{t(`desk.payments.${view}None`)}</p> : (
          <DeskTable caption={t(`desk.payments.${view}`)}>
            <thead><tr>
              <th scope="col">{t('desk.payments.who')}</th><th scope="col">{t('desk.payments.claim')}</th>
              <th scope="col" class="number">{t('desk.payments.amount')}</th><th scope="col">{t('desk.payments.reference')}</th>
              <th scope="col">{t('desk.payments.owedOn')}</th><th scope="col">{t('desk.payments.refundBy')}</th>
            </tr></thead>
            <tbody>{shown.map((line) => (
              <tr>
                <th scope="row"><a href={homeLink(`/desk/people/${line.personId}`)}>
                  {persons.find(({ personId }) => personId === line.personId)?.legalName ?? t('desk.payments.erased')}</a></th>
                <td>{claimNames[line.claim] ?? line.claim}</td>
                <td class="number">{money(language, line.cents)}</td>
                <td>{line.reference ? inFours(line.reference) : ''}</td>
                <td>{day(language, dayIn('Europe/Amsterdam', line.owedAt))}</td>
                <td>{line.dueOn ? `${day(language, line.dueOn)}${line.dueOn < today ? ` (${t('desk.payments.late')})` : ''}` : ''}</td>
              </tr>
            ))}</tbody>
          </DeskTable>
        )}
        {next && (
          <p class="pager">
            <a href={homeLink(`/desk/payments?view=${view}&after=${placeAfter(next, view)}`)}>{t('desk.payments.next')}</a>
          </p>
        )}
        <p class="fine">{t('desk.payments.notYet')}</p>
      </>
    ) })
  },
  async send(visit) {
    const fee = await findByReference(visit.ctx, visit.sent.reference)
    return fee ? goTo(visit.homeLink(`/desk/people/${fee.personId}`)) : again({ reference: 'no-such-reference' })
  },
})

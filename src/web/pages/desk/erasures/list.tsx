import * as z from 'zod'
import { lookReasons } from '#erasure/desk-reasons.ts'
import { listHoldsByReview, lookAtHold, type LookedAt } from '#erasure/look-at-hold.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { listProposals } from '#organisers/four-eyes/proposals.ts'
import { day } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page, type Visit } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { SelectField } from '#web/parts/fields.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

type Desk = Visit<'organiser'>
const pageSize = 50
const place = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})_(evidence|books)$/

const dayOf = (visit: Desk, at: Date) => day(visit.language, dayIn(legalZone, at))

/** Erasures that wait for somebody else. */
async function Waiting({ visit }: { visit: Desk }) {
  const { t, homeLink, ctx } = visit
  const waiting = await listProposals(ctx, { acts: ['erasure'], waiting: true })
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('desk.erasures.waiting')}</h2>
      {waiting.length === 0 ? <p>{t('desk.erasures.waitingNone')}</p>
        : <ul>
            {waiting.map(({ id, proposedAt }) => (
              <li><a href={homeLink(`/desk/proposals/${id}`)}>{t('desk.erasures.proposedOn', { date: dayOf(visit, proposedAt) })}</a></li>
            ))}
          </ul>}
    </section>
  )
}

/** Somebody looked, and it stays locked: whose and why. One form for the table, so that it is not repeated in every row. */
function Look({ visit, holds }: { visit: Desk; holds: readonly LookedAt[] }) {
  const { t, homeLink } = visit
  const people = [...new Set(holds.map(({ personId }) => personId))]
  const reasons = lookReasons.map((value) => ({ value, label: t(`desk.erasures.lookReason.${value}`) }))
  return (
    <section aria-labelledby="look-title">
      <h2 id="look-title">{t('desk.erasures.look')}</h2>
      <p>{t('desk.erasures.lookAbout')}</p>
      <form method="post" action={homeLink('/desk/erasures')} novalidate>
        <SelectField t={t} name="person" label={t('desk.erasures.person')} empty={t('desk.bulk.choose')} error={errorAt(visit, 'person')}
          value={typedAt(visit, 'person')} choices={people.map((id) => ({ value: id, label: id.slice(0, 8) }))} />
        <SelectField t={t} name="because" label={t('desk.erasures.stays')} empty={t('desk.bulk.choose')} error={errorAt(visit, 'because')}
          value={typedAt(visit, 'because')} choices={reasons} />
        <Actions><Button busy={t('join.busy')}>{t('desk.erasures.lookSave')}</Button></Actions>
      </form>
    </section>
  )
}

/** Who is locked and why, by the day on which it is looked at again; ids, no names (art. 18). */
export const erasuresPage = page('/:lang{en|nl}/desk/erasures', {
  who: 'organiser',
  act: 'erasures.see',
  sendAct: 'erasures.propose',
  form: z.object({ person: z.uuid(because('choose-one')), because: z.enum(lookReasons, because('choose-one')) }),
  async show(visit) {
    const { t, language, homeLink, ctx } = visit
    const [, reviewOn, personId, kept] = place.exec(visit.query.get('after') ?? '') ?? []
    const holds = await listHoldsByReview(ctx, { limit: pageSize + 1,
      after: reviewOn && personId && kept ? { reviewOn, personId, kept } : undefined })
    const shown = holds.slice(0, pageSize)
    const last = holds.length > pageSize && shown.at(-1)
    const today = dayIn(legalZone, ctx.now)
    const reviewWords = ({ reviewOn: on }: LookedAt) => `${day(language, on)}${on <= today ? ` (${t('desk.erasures.due')})` : ''}`
    const lookedWords = ({ looked }: LookedAt) =>
      looked ? `${dayOf(visit, looked.at)}: ${t(`desk.erasures.lookReason.${looked.because}`)}` : ''
    return deskPageOf(visit, { title: t('desk.erasures.title'), children: (
      <>
        <p class="lead">{t('desk.erasures.lead')}</p>
        {await Waiting({ visit })}
        <section>
          <h2>{t('desk.erasures.holds')}</h2>
          <p>{t('desk.erasures.holdsAbout')}</p>
          {shown.length === 0 ? <p>{t('desk.erasures.holdsNone')}</p> : (
            <DataTable caption={t('desk.erasures.holds')} rows={shown} columns={[
              { head: t('desk.erasures.person'), rowHead: true, cell: (hold) => <code>{hold.personId.slice(0, 8)}</code> },
              { head: t('desk.erasures.kept'), cell: (hold) => t(`desk.erasures.keptOf.${hold.kept as 'books'}`) },
              { head: t('desk.erasures.ground'), cell: (hold) => t(`desk.erasures.groundOf.${hold.ground as '17-3-b'}`) },
              { head: t('desk.erasures.lockedOn'), cell: (hold) => dayOf(visit, hold.restrictedAt) },
              { head: t('desk.erasures.reviewOn'), cell: reviewWords },
              { head: t('desk.erasures.looked'), cell: lookedWords },
            ]} />
          )}
          {last && (
            <p class="pager">
              <a href={homeLink(`/desk/erasures?after=${last.reviewOn}_${last.personId}_${last.kept}`)}>{t('desk.bulk.more')}</a>
            </p>
          )}
        </section>
        {shown.length > 0 && may(visit, 'erasures.propose') && <Look visit={visit} holds={shown} />}
      </>
    ) })
  },
  async send(visit) {
    const looked = await lookAtHold(visit.ctx, visit.sent.person, visit.sent.because)
    return looked.ok ? goTo(visit.homeLink('/desk/erasures')) : again({ person: looked.because })
  },
})

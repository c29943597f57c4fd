import { findProposal, listProposals, type Asked, type Proposal } from '#organisers/four-eyes/proposals.ts'
import { dayAndTime } from '#words/formats.ts'
import { page, type Visit } from '#web/page.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { approvedBy, knownActs, namesOf, outcomeOf, waitsFor } from './proposal-words.ts'

const views = ['for-me', 'waiting', 'mine', 'answered'] as const
type View = (typeof views)[number]
const perPage = 25

function asking({ organiser: { personId, roles } }: Visit<'organiser'>, view: View): Asked {
  const acts = knownActs(roles)
  if (view === 'for-me') return { waiting: true, notBy: personId, acts: approvedBy(roles) }
  if (view === 'mine') return { by: personId, acts }
  return view === 'waiting' ? { waiting: true, acts } : { answered: true, acts }
}

/** One line for each: what, by whom, for whom it waits or what came of it. */
async function ProposalTable({ visit, proposals, view }: {
  visit: Visit<'organiser'>; proposals: readonly Proposal[]; view: View
}) {
  const { t, language, homeLink, ctx } = visit
  const names = await namesOf(visit, proposals.map(({ proposedBy }) => proposedBy))
  return (
    <DeskTable caption={t(`desk.proposals.view.${view}`)}>
      <thead><tr>
        <th scope="col">{t('desk.proposals.what')}</th><th scope="col">{t('desk.proposals.by')}</th>
        <th scope="col">{t('desk.proposals.on')}</th><th scope="col">{t('desk.proposals.state')}</th>
      </tr></thead>
      <tbody>{proposals.map((each) => {
        const outcome = outcomeOf(each, ctx.now)
        return (
          <tr>
            <th scope="row"><a href={homeLink(`/desk/proposals/${each.id}`)}>{t(`desk.fourEyes.${each.act}`)}</a></th>
            <td>{names.get(each.proposedBy)}</td><td>{dayAndTime(language, each.proposedAt)}</td>
            <td>{outcome === 'waiting' ? t('desk.proposals.waitsFor', { roles: waitsFor(visit, each.act) })
              : t(`desk.proposals.outcome.${outcome}`)}</td>
          </tr>
        )
      })}</tbody>
    </DeskTable>
  )
}

/** What two people decide together: what waits, for whom, and what came of the rest. */
export const proposalsPage = page('/:lang{en|nl}/desk/proposals', {
  who: 'organiser',
  act: 'proposals.see',
  async show(visit) {
    const { t, homeLink, ctx, query } = visit
    const view = views.find((each) => each === query.get('view')) ?? 'for-me'
    const last = await findProposal(ctx, query.get('after') ?? '')
    const found = await listProposals(ctx, { ...asking(visit, view), limit: perPage + 1, ...(last && { after: last }) })
    const proposals = found.slice(0, perPage)
    return deskPageOf(visit, { title: t('desk.proposals.title'), children: (
      <>
        <p class="lead">{t('desk.proposals.lead')}</p>
        <nav aria-label={t('desk.proposals.views')}><ul class="chips">
          {views.map((each) => (
            <li><a class="chip" href={homeLink(`/desk/proposals?view=${each}`)} {...(each === view && { 'aria-current': 'page' })}>
              {t(`desk.proposals.view.${each}`)}</a></li>
          ))}
        </ul></nav>
        {proposals.length ? await ProposalTable({ visit, proposals, view }) : <p>{t(`desk.proposals.none.${view}`)}</p>}
        {found.length > perPage && <p class="pager">
          <a href={homeLink(`/desk/proposals?view=${view}&after=${proposals.at(-1)!.id}`)}>{t('desk.proposals.older')}</a>
        </p>}
      </>
    ) })
  },
})

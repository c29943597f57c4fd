import * as z from 'zod'
import { decline, withdrawProposal } from '#organisers/four-eyes/answer-proposal.ts'
import { approveAndDo } from '#organisers/four-eyes/approve-and-do.ts'
import { findProposal, type Proposal } from '#organisers/four-eyes/proposals.ts'
import { fourEyes, mayDo } from '#organisers/roles.ts'
import { dayAndTime } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { carryingOut } from './carry-out.ts'
import { knownActs, namesOf, outcomeOf, waitsFor } from './proposal-words.ts'

type Desk = Visit<'organiser'>

/** The proposal of the path; to whom its act is none of their business it does not exist. */
async function named(visit: Desk): Promise<Proposal | undefined> {
  const found = await findProposal(visit.ctx, visit.params['proposal'] ?? '')
  return found && knownActs(visit.organiser.roles).includes(found.act) ? found : undefined
}

/** Where it stands, in words. */
function stateSaid(visit: Desk, proposal: Proposal, names: ReadonlyMap<string, string>): string {
  const { t, language } = visit
  const { answer, act, expiresAt } = proposal
  const outcome = outcomeOf(proposal, visit.ctx.now)
  if (outcome === 'waiting') return t('desk.proposals.waitsUntil', { roles: waitsFor(visit, act), until: dayAndTime(language, expiresAt) })
  const said = t(`desk.proposals.outcome.${outcome}`)
  return answer
    ? t('desk.proposals.answered', { outcome: said, name: names.get(answer.by) ?? '', time: dayAndTime(language, answer.at) })
    : said
}

async function Facts({ visit, proposal }: { visit: Desk; proposal: Proposal }) {
  const { t, language, homeLink } = visit
  const { proposedBy, answer, note, act } = proposal
  const names = await namesOf(visit, [proposedBy, ...(answer ? [answer.by] : [])])
  const seenAt = carryingOut[act].seenAt?.(proposal)
  const rows: [string, string][] = [
    [t('desk.proposals.what'), await carryingOut[act].told(visit, proposal)],
    [t('desk.proposals.by'), names.get(proposedBy) ?? ''],
    [t('desk.proposals.on'), dayAndTime(language, proposal.proposedAt)],
    ...(note ? [[t('desk.proposals.note'), note] as [string, string]] : []),
    [t('desk.proposals.state'), stateSaid(visit, proposal, names)],
  ]
  return (
    <>
      <dl class="desk-facts">{rows.map(([term, value]) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      {seenAt && <p><a href={homeLink(seenAt)}>{t('desk.proposals.look')}</a></p>}
    </>
  )
}

/** What the reader may do about it, or why not. */
function Answering({ visit, proposal }: { visit: Desk; proposal: Proposal }) {
  const { t, path, organiser } = visit
  if (outcomeOf(proposal, visit.ctx.now) !== 'waiting') return null
  const own = proposal.proposedBy === organiser.personId
  const may = mayDo(organiser.roles, fourEyes[proposal.act].approve)
  return (
    <form method="post" action={path}>
      {own && <Notice t={t}><p>{t('desk.proposals.own', { roles: waitsFor(visit, proposal.act) })}</p></Notice>}
      {!own && !may && <Notice t={t}><p>{t('desk.proposals.notYours', { roles: waitsFor(visit, proposal.act) })}</p></Notice>}
      {!own && may && <p>{t('desk.proposals.ask')}</p>}
      <Actions>
        {own ? <Button kind="secondary" name="answer" value="withdraw">{t('desk.proposals.withdraw')}</Button> : may && <>
          <Button name="answer" value="approve" busy={t('join.busy')}>{t('desk.proposals.approve')}</Button>
          <Button kind="secondary" name="answer" value="decline">{t('desk.proposals.decline')}</Button>
        </>}
      </Actions>
    </form>
  )
}

function answerWith(visit: Desk, proposal: Proposal, answer: 'approve' | 'decline' | 'withdraw') {
  if (answer === 'withdraw') return withdrawProposal(visit.ctx, proposal.id)
  if (answer === 'decline') return decline(visit.ctx, proposal.id)
  return approveAndDo(visit.ctx, proposal.id, (approved) => carryingOut[proposal.act].carryOut(visit.ctx, approved, visit))
}

/** One proposal: what is to be done, who says so and why; approve, decline, or take back one's own. */
export const proposalPage = page('/:lang{en|nl}/desk/proposals/:proposal', {
  who: 'organiser',
  act: 'proposals.see',
  form: z.object({ answer: z.enum(['approve', 'decline', 'withdraw']) }),
  async show(visit) {
    const { t, homeLink } = visit
    const proposal = await named(visit)
    if (!proposal) return missing
    return deskPageOf(visit, { title: t(`desk.fourEyes.${proposal.act}`), children: (
      <>
        {await Facts({ visit, proposal })}
        <Answering visit={visit} proposal={proposal} />
        <p><a href={homeLink('/desk/proposals')}>{t('desk.proposals.back')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const proposal = await named(visit)
    if (!proposal) return missing
    const { sent: { answer }, organiser } = visit
    if (answer !== 'withdraw' && !mayDo(organiser.roles, fourEyes[proposal.act].approve)) return again({ '': 'not-your-role' })
    const answered = await answerWith(visit, proposal, answer)
    return answered.ok ? goTo(visit.homeLink(`/desk/proposals/${proposal.id}`)) : again({ '': answered.because })
  },
})

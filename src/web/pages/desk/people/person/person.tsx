import { noteLook } from '#casework/open-record.ts'
import { isId } from '#platform/id.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { readCase } from './case-file.ts'
import { Dealings } from './dealings.tsx'
import { Facts } from './facts.tsx'
import { Head } from './head.tsx'
import { PersonLinks } from './links.tsx'
import { Notes } from './notes.tsx'
import { Participations } from './participations.tsx'
import { Reading } from './reading.tsx'
import { Standing } from './standing.tsx'
import { Tasks } from './tasks.tsx'
import { Timeline } from './timeline.tsx'

const done = ['note', 'struck', 'task', 'decided', 'undone', 'opened', 'notice', 'extended', 'concluded', 'review', 'review-answered',
  'corrected', 'objection', 'objection-ended'] as const

/** What was just done, after a form. */
const isDone = (said: string | null) => done.find((each) => each === said)

/** Somebody's record: left the facts, right the timeline. Opening it is journaled. */
export const personPage = page('/:lang{en|nl}/desk/people/:person', {
  who: 'organiser', act: 'people.open',
  async show(visit) {
    const { t, params: { person = '' }, query } = visit
    const before = /^\d{1,15}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : undefined
    const file = isId(person) ? await readCase(visit, person, before) : undefined
    if (!file) return missing
    await noteLook(visit.ctx, person)
    const said = isDone(query.get('done'))
    return deskPageOf(visit, { title: file.person.legalName, children: (
      <>
        {said && <Notice t={t} kind="success" live><p>{t(`desk.person.done.${said}`)}</p></Notice>}
        <Head visit={visit} file={file} />
        <PersonLinks visit={visit} personId={person} without={[
          ...(file.suspensions.some(({ reason }) => reason === 'review') ? ['desk.person.act.suspend' as const] : []),
          ...(file.objection ? ['desk.person.act.objection' as const] : []),
        ]} />
        <Reading visit={visit} file={file} />
        <div class="desk-columns">
          <div class="case-facts">
            <Facts visit={visit} file={file} />
            <Participations visit={visit} file={file} />
            <Standing visit={visit} file={file} />
            <Tasks visit={visit} file={file} />
            <Notes visit={visit} file={file} />
            <Dealings visit={visit} file={file} />
          </div>
          <Timeline visit={visit} file={file} before={before} />
        </div>
      </>
    ) })
  },
})

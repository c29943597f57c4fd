import type { ClaimFacts } from '#claims/bundle.ts'
import { inlineHtml } from '#web/markdown.ts'
import { DefinitionTable } from '#web/parts/blocks.tsx'
import { Timeline, type TimelineItem } from '#web/parts/campaign.tsx'
import { dayIn } from '#platform/clock.ts'
import { country, day } from '#words/formats.ts'
import { textOf } from './claim-layout.tsx'
import { Told, type Telling } from './told.tsx'

/** The first event of the case that is still to come. */
export const comingEvent = (facts: ClaimFacts) => facts.timeline.find(({ planned }) => planned)

/** Where the case stands: against whom, in which phase, and the dated line with what comes next. */
export function Case({ visit, citations }: Telling) {
  const { t, language, claim } = visit
  const { facts } = claim
  const next = comingEvent(facts)?.id
  const today = dayIn(facts.timeZone, visit.ctx.now)
  const items = facts.timeline.map(({ id, on, after, planned, document }): TimelineItem => {
    const { title, markdown } = textOf(visit, `timeline/${id}`)
    const open = facts.documents.some((one) => one.id === document && one.audience === 'public')
    const coming = planned || (on !== undefined && on > today)
    return {
      when: on ? day(language, on) : after ? t('claim.case.after', { day: day(language, after) }) : t('claim.case.noDate'),
      datetime: on,
      title,
      state: !coming ? 'past' : id === next ? 'next' : 'planned',
      href: open ? visit.claimLink(`/documents/${document}`) : undefined,
      children: <p dangerouslySetInnerHTML={{ __html: inlineHtml(markdown, citations) }} />,
    }
  })
  return (
    <Told visit={visit} citations={citations} name="page/case" id="case">
      <DefinitionTable
        rows={[
          { term: t('claim.case.state'), value: t(`phase.${facts.phase}`) },
          {
            term: t('claim.case.respondent'),
            value: facts.respondents.map(({ name, country: code }) => `${name} (${country(language, code)})`).join(', '),
          },
        ]}
      />
      <Timeline t={t} items={items} />
    </Told>
  )
}

import { may } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from './case-file.ts'

/** Ways from somebody's record to other parts of the desk; each area adds its line, with the act that opens it. */
const ways = [
  { act: 'duplicates.see', label: 'desk.person.link.duplicates', to: (id: string) => `/desk/duplicates?person=${id}` },
  { act: 'signals.see', label: 'desk.person.link.signals', to: (id: string) => `/desk/signals/${id}` },
] as const

/** What can be done about a person as a whole; what belongs to one claim, notice or decision stands beside it. */
const acts = [
  { act: 'people.note', label: 'desk.person.act.task', to: (id: string) => `/desk/people/${id}/tasks` },
  { act: 'people.correct', label: 'desk.person.act.correct', to: (id: string) => `/desk/people/${id}/correct` },
  { act: 'people.decide', label: 'desk.person.act.suspend', to: (id: string) => `/desk/people/${id}/decide/suspend` },
  { act: 'people.decide', label: 'desk.person.act.objection', to: (id: string) => `/desk/people/${id}/objection` },
  { act: 'erasures.propose', label: 'desk.person.link.erase', to: (id: string) => `/desk/people/${id}/erase` },
] as const

type Listed = { label: (typeof ways)[number]['label'] | (typeof acts)[number]['label']; href: string }

const List = ({ visit: { t }, label, links }: { visit: Desk; label: string; links: readonly Listed[] }) => (links.length === 0 ? null : (
  <nav class="case-ways" aria-label={label}>
    <p>{label}</p>
    <ul class="links">{links.map((each) => <li><a href={each.href}>{t(each.label)}</a></li>)}</ul>
  </nav>
))

/** What can be done about somebody, and where else they are met; `without` are acts that have no sense now. */
export function PersonLinks({ visit, personId, without }: { visit: Desk; personId: string; without: readonly Listed['label'][] }) {
  const { t, homeLink } = visit
  const open = (all: typeof ways | typeof acts): Listed[] => all.filter(({ act }) => may(visit, act))
    .map(({ label, to }) => ({ label, href: homeLink(to(personId)) })).filter(({ label }) => !without.includes(label))
  return (
    <>
      <List visit={visit} label={t('desk.person.acts')} links={open(acts)} />
      <List visit={visit} label={t('desk.person.more')} links={open(ways)} />
    </>
  )
}

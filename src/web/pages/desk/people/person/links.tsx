import { may } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from './case-file.ts'

/** Ways from somebody's record to other parts of the desk; each area adds its line, with the act that opens it. */
const ways = [
  { act: 'duplicates.see', label: 'desk.person.link.duplicates', to: (id: string) => `/desk/duplicates?person=${id}` },
  { act: 'signals.see', label: 'desk.person.link.signals', to: (id: string) => `/desk/signals/${id}` },
  { act: 'erasures.propose', label: 'desk.person.link.erase', to: (id: string) => `/desk/people/${id}/erase` },
] as const

export const PersonLinks = ({ visit, personId }: { visit: Desk; personId: string }) => (
  <ul class="links">
    {ways.filter(({ act }) => may(visit, act)).map(({ label, to }) => <li><a href={visit.homeLink(to(personId))}>{visit.t(label)}</a></li>)}
  </ul>
)

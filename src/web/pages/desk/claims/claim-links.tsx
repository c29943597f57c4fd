import type { DeskAct } from '#organisers/roles.ts'
import { may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import type { WordKey } from '#words/words.ts'
import { claimDesk } from './working.ts'

interface Way {
  /** After the address of the list or of the claim. */
  path: string
  label: WordKey
  act: DeskAct
  /** Only for a claim, not for the foundation. */
  ofClaim?: true
  /** Only for the foundation. */
  ofFoundation?: true
}

/** Further pages of one claim or of the foundation, in order. */
const ofOne: readonly Way[] = [
  { path: '', label: 'desk.publish.hub', act: 'claims.see' },
  { path: '/publish', label: 'desk.publish.link', act: 'claims.see' },
  { path: '/agreements', label: 'desk.agreements.link', act: 'claims.see' },
  { path: '/versions', label: 'desk.version.link', act: 'claims.see' },
  { path: '/phase', label: 'desk.phase.link', act: 'claims.see', ofClaim: true },
  { path: '/fee', label: 'desk.fee.link', act: 'claims.see', ofFoundation: true },
]

/** Pages reached from the list of claims. */
const ofAll: readonly Way[] = [
  { path: '/new', label: 'desk.newClaim.link', act: 'claims.edit' },
  { path: '/import', label: 'desk.takeIn.link', act: 'claims.carry' },
]

/** Beside each other: the pages of one thing as `tabs`, what can be begun as buttons. */
const Ways = ({ visit, ways, at, tabs = false }: { visit: Desk; ways: readonly Way[]; at: (path: string) => string; tabs?: boolean }) => {
  const open = ways.filter(({ act }) => may(visit, act))
  return open.length ? (
    <ul class={tabs ? 'desk-tabs' : 'chips'}>{open.map(({ path, label }) => (
      <li>
        <a class={tabs ? undefined : 'button secondary'} href={at(path)} {...(at(path) === visit.path && { 'aria-current': 'page' })}>
          {(visit.t as (key: WordKey) => string)(label)}
        </a>
      </li>
    ))}</ul>
  ) : null
}

export const ListLinks = ({ visit }: { visit: Desk }) => (
  <Ways visit={visit} ways={ofAll} at={(path) => visit.homeLink(`/desk/claims${path}`)} />
)

export const ClaimLinks = ({ visit, slug }: { visit: Desk; slug: string }) => (
  <Ways visit={visit} tabs at={(path) => claimDesk(visit, slug, path)}
    ways={ofOne.filter(({ ofClaim, ofFoundation }) => (slug === 'organisation' ? !ofClaim : !ofFoundation))} />
)

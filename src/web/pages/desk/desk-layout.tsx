import type { ComponentChildren } from 'preact'
import { mayDo, type DeskAct } from '#organisers/roles.ts'
import type { Island } from '#web/assets.ts'
import { frameOf } from '#web/frame.ts'
import type { Visit } from '#web/page.ts'
import { ErrorSummary } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'
import { faultsOf } from '#web/parts/typed.ts'

export type Desk = Visit<'organiser' | 'enrolling'>

/** The areas of the desk in the order of its menu, each with the act that opens it; a line is drawn between groups. */
const areas = [
  { name: 'overview', to: '', act: 'overview.see' },
  { name: 'people', to: '/people', act: 'people.find' },
  { name: 'tasks', to: '/tasks', act: 'people.note' },
  { name: 'duplicates', to: '/duplicates', act: 'duplicates.see', begins: true },
  { name: 'signals', to: '/signals', act: 'signals.see' },
  { name: 'bulk', to: '/bulk', act: 'bulk.see' },
  { name: 'erasures', to: '/erasures', act: 'erasures.see' },
  { name: 'payments', to: '/payments', act: 'payments.see' },
  { name: 'claims', to: '/claims', act: 'claims.see', begins: true },
  { name: 'transparency', to: '/transparency', act: 'claims.see' },
  { name: 'proposals', to: '/proposals', act: 'proposals.see', begins: true },
  { name: 'journal', to: '/journal', act: 'journal.read' },
  { name: 'jobs', to: '/jobs', act: 'jobs.retry' },
  { name: 'organisers', to: '/organisers', act: 'organisers.see' },
  { name: 'roles', to: '/roles', act: 'proposals.see' },
] as const satisfies readonly { name: string; to: string; act: DeskAct; begins?: true }[]

/** Whether the reader may do this; pages show no button that would be refused. */
export const may = (visit: Desk, act: DeskAct): boolean => mayDo(visit.organiser.roles, act)

/** What the reader's roles open. On a small screen it is closed and says where one is; on a wide one it is always open. */
function Menu({ visit }: { visit: Desk }) {
  const { t, path } = visit
  const link = (to: string) => visit.homeLink(`/desk${to}`)
  const here = (to: string) => path === link(to) || (to !== '' && path.startsWith(`${link(to)}/`))
  const open = areas.filter(({ act }) => may(visit, act))
  const now = open.find(({ to }) => here(to))
  return (
    <nav class="desk-menu" aria-label={t('desk.menu.label')}>
      <details>
        <summary>{t('desk.menu.open')}{now && <>: <strong>{t(`desk.menu.${now.name}`)}</strong></>}</summary>
        <ul>
          {open.map(({ name, to, ...area }) => (
            <li class={'begins' in area ? 'begins' : undefined}>
              <a href={link(to)} {...(here(to) && { 'aria-current': path === link(to) ? 'page' : 'true' })}>{t(`desk.menu.${name}`)}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

/** Nobody withdraws at the desk. */
const footer = ['contact', 'transparency', 'terms', 'privacy', 'accessibility'] as const

/**
 * The frame of every page of the desk: a menu of what the reader's roles open, what is wrong with the form, one heading. `fields` are the
 * labels of the fields whose faults would not say by themselves what they are about ("Choose one").
 */
export function deskPageOf(visit: Desk, { title, islands, fields = {}, children }: {
  title: string; islands?: Island[]; fields?: Readonly<Record<string, string>>; children: ComponentChildren
}) {
  const { t } = visit
  const said = (field: string, fault: string) => (fields[field] ? `${fields[field]}: ${fault}` : fault)
  const faults = faultsOf(visit).map(({ field, message }) => ({ field, message: said(field, message) }))
  return (
    <Layout {...frameOf(visit, { ofClaim: false })} title={faults.length ? `${t('parts.error')} ${title}` : title} indexed={false}
      islands={islands} kind="desk"
      footerLinks={footer.map((name) => ({ href: visit.homeLink(`/${name}`), label: t(`parts.footer.${name}`) }))}
      signedIn={{ name: visit.organiser.name, accountHref: visit.homeLink('/desk/me'), signOutAction: visit.homeLink('/desk/sign-out') }}>
      <div class="desk-grid">
        <Menu visit={visit} />
        <div class="desk-work">
          <ErrorSummary t={t} faults={faults} />
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </Layout>
  )
}

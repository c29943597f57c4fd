import type { ComponentChildren } from 'preact'
import type { Island } from '#web/assets.ts'
import { frameOf } from '#web/frame.ts'
import type { Ground } from '#web/page.ts'
import { ErrorSummary } from './form.tsx'
import { Layout } from './layout.tsx'
import { faultsOf } from './typed.ts'

/** One thing a page: what is wrong, one heading, one form. `above` says where one stands. */
export function FormLayout({ visit, above, title, islands, children }: {
  visit: Ground; above?: ComponentChildren; title: string; islands?: Island[] | undefined; children: ComponentChildren
}) {
  const { t } = visit
  const faults = faultsOf(visit)
  return (
    <Layout {...frameOf(visit)} title={faults.length ? `${t('parts.error')} ${title}` : title} kind="form" indexed={false}
      islands={islands}>
      {above}
      <ErrorSummary t={t} faults={faults} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}

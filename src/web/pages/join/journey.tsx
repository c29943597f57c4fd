import type { ComponentChildren } from 'preact'
import type * as z from 'zod'
import { canVisit, nextStep, type Step } from '#joining/steps.ts'
import type { T } from '#words/words.ts'
import { goTo, type Answer } from '#web/answer.ts'
import type { Island } from '#web/assets.ts'
import { frameOf } from '#web/frame.ts'
import { page, type Ground, type Page, type Visit } from '#web/page.ts'
import { ErrorSummary, Steps } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'
import type { VNode } from 'preact'

const named = ['start', 'code', 'details', 'agreements', 'sign', 'check'] as const
export type NamedStep = (typeof named)[number]

/** The words of the error at a field, or undefined. */
export function errorAt(visit: Ground, field: string): string | undefined {
  const reason = visit.form.errors[field]
  return reason && visit.t(`because.${reason}`)
}

/** What was typed in a field of one value. */
export function typedAt(visit: Ground, field: string): string | undefined {
  const value = visit.form.typed[field]
  return typeof value === 'string' ? value : undefined
}

function stepLine(t: T, at: NamedStep, link: (path: string) => string) {
  const closed = (name: NamedStep) => name === 'start' || name === 'code' || named.indexOf(name) >= named.indexOf(at)
  return named.map((name) => ({ name: t(`join.step.${name}`), href: closed(name) ? undefined : link(`/join/${name}`) }))
}

/** One thing a page: where one stands, what is wrong, one form. */
export function JoinLayout({ visit, at, title, islands, children }: {
  visit: Ground; at?: NamedStep | undefined; title: string; islands?: Island[] | undefined; children: ComponentChildren
}) {
  const { t } = visit
  const faults = Object.entries(visit.form.errors).flatMap(([field, reason]) =>
    (reason ? [{ field: field || 'main', message: t(`because.${reason}`) }] : []))
  return (
    <Layout {...frameOf(visit)} title={faults.length ? `${t('parts.error')} ${title}` : title} kind="form" indexed={false}
      islands={islands}>
      {at && <Steps t={t} at={named.indexOf(at) + 1} steps={stepLine(t, at, visit.claimLink)} />}
      <ErrorSummary t={t} faults={faults} />
      <h1>{title}</h1>
      {children}
    </Layout>
  )
}

/** The address of the step a draft has to answer next. */
export const whereNext = (visit: Visit<'joiner'>): string =>
  visit.claimLink(visit.draft.submittedAt ? '/join/done' : `/join/${nextStep(visit.draft.answers)}`)

interface StepDefinition<F extends z.ZodType> {
  largest?: number
  form: F
  show(visit: Visit<'joiner'>): VNode | Promise<VNode>
  send(visit: Visit<'joiner'> & { sent: z.output<F> }): Answer | Promise<Answer>
}

/**
 * A step of joining: opens once all earlier ones are answered, and leads on to what is missing. After submission every step leads to the
 * receipt.
 */
export function joinStep<F extends z.ZodType>(step: Step, { largest, form, show, send }: StepDefinition<F>): Page {
  const away = (visit: Visit<'joiner'>) => visit.draft.submittedAt !== null || !canVisit(visit.draft.answers, step)
  return page(`/:lang{en|nl}/:claim/join/${step}`, {
    who: 'joiner', form, ...(largest && { largest }),
    show: (visit) => (away(visit) ? goTo(whereNext(visit)) : show(visit)),
    send: (visit) => (away(visit) ? goTo(whereNext(visit)) : send(visit)),
  })
}

import type { ComponentChildren } from 'preact'
import type * as z from 'zod'
import type { Draft } from '#joining/queries.ts'
import { canVisit, nextStep, stepsOf, type Step } from '#joining/steps.ts'
import type { T } from '#words/words.ts'
import { goTo, type Answer } from '#web/answer.ts'
import type { Island } from '#web/assets.ts'
import { page, type Ground, type Page, type Visit } from '#web/page.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { Steps } from '#web/parts/form.tsx'
import type { VNode } from 'preact'

export type NamedStep = 'start' | 'code' | Step

/**
 * The steps of this joining by name: who began from the account has proven the address already, and who signs anew is not asked for
 * whom.
 */
function namedSteps(draft: Draft | undefined): readonly NamedStep[] {
  if (!draft) return ['start', 'code', ...stepsOf({})]
  const own = stepsOf(draft.answers).filter((step) => step !== 'who' || draft.purpose === 'join')
  return draft.answers.screens[0]?.screen === 'account' ? own : ['start', 'code', ...own]
}

function stepLine(t: T, named: readonly NamedStep[], at: NamedStep, link: (path: string) => string) {
  const closed = (name: NamedStep) => name === 'start' || name === 'code' || named.indexOf(name) >= named.indexOf(at)
  return named.map((name) => ({ name: t(`join.step.${name}`), href: closed(name) ? undefined : link(`/join/${name}`) }))
}

/** A page of joining: where one stands, what is wrong, one form. */
export function JoinLayout({ visit, at, title, islands, children }: {
  visit: Ground; at?: NamedStep | undefined; title: string; islands?: Island[] | undefined; children: ComponentChildren
}) {
  const { t } = visit
  const named = namedSteps((visit as Partial<Visit<'joiner'>>).draft)
  const above = at && <Steps t={t} at={named.indexOf(at) + 1} steps={stepLine(t, named, at, visit.claimLink)} />
  return <FormLayout visit={visit} above={above} title={title} islands={islands}>{children}</FormLayout>
}

/** The address of the step a draft has to answer next. */
export const whereNext = (visit: Visit<'joiner'>, { submittedAt, answers }: Draft = visit.draft): string =>
  visit.claimLink(submittedAt ? '/join/done' : `/join/${nextStep(answers)}`)

interface StepDefinition<F extends z.ZodType> {
  /** Where the page is, when it is not named after its step. */
  path?: string
  largest?: number
  form: F
  show(visit: Visit<'joiner'>): VNode | Answer | Promise<VNode | Answer>
  send(visit: Visit<'joiner'> & { sent: z.output<F> }): Answer | Promise<Answer>
}

/**
 * A step of joining: opens once all earlier ones are answered, and leads on to what is missing. After submission every step leads to the
 * receipt.
 */
export function joinStep<F extends z.ZodType>(step: Step, { largest, form, show, send, path = step }: StepDefinition<F>): Page {
  const away = ({ draft: { submittedAt, answers } }: Visit<'joiner'>) =>
    submittedAt !== null || !canVisit(answers, step) || !stepsOf(answers).includes(step)
  return page(`/:lang{en|nl}/:claim/join/${path}`, {
    who: 'joiner', form, ...(largest && { largest }),
    show: (visit) => (away(visit) ? goTo(whereNext(visit)) : show(visit)),
    send: (visit) => (away(visit) ? goTo(whereNext(visit)) : send(visit)),
  })
}

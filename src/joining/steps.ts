import { createHash } from 'node:crypto'
import type { Answers } from './answers.ts'

/** The steps of joining in their order; the address is proven before any of them. */
export const steps = ['details', 'agreements', 'sign', 'check'] as const
export type Step = (typeof steps)[number]

/** What a signature is over: the details and the agreed texts. A change of either asks for a new signature (SG-06). */
export function signedContent({ details, agreed }: Pick<Answers, 'details' | 'agreed'>): string {
  return createHash('sha256').update(JSON.stringify([details, agreed])).digest('hex')
}

const answered: Record<Exclude<Step, 'check'>, (answers: Answers) => boolean> = {
  details: ({ details }) => details !== undefined,
  agreements: ({ agreed }) => agreed !== undefined,
  sign: (answers) => answers.signature !== undefined && answers.signature.over === signedContent(answers),
}

/** Whether a step has its answer. */
export const isAnswered = (answers: Answers, step: Step): boolean => step !== 'check' && answered[step](answers)

/** A step may be opened once all before it are answered. */
export const canVisit = (answers: Answers, step: Step): boolean => steps.slice(0, steps.indexOf(step)).every((before) => isAnswered(answers, before))

/** The first step without an answer; `check` when all have one. */
export const nextStep = (answers: Answers): Step => steps.find((step) => !isAnswered(answers, step)) ?? 'check'

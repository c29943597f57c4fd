import { createHash } from 'node:crypto'
import type { Answers } from './answers.ts'

/** The steps of joining in their order; the address is proven before any of them. */
export const steps = ['who', 'details', 'children', 'agreements', 'sign', 'check'] as const
export type Step = (typeof steps)[number]

type Joining = Pick<Answers, 'who' | 'children'>
/** Whether the signer takes part; also before it was asked for whom. */
export const forSelf = ({ who }: Joining): boolean => who !== 'children'
/** Whether children take part, for whom the signer signs. */
export const forChildren = ({ who }: Joining): boolean => who === 'children' || who === 'both'

/** What a signature is over: the details, the children and the agreed texts. A change of any asks for a new signature (SG-06). */
export function signedContent({ who, details, children, declared, agreed }: Partial<Answers>): string {
  return createHash('sha256').update(JSON.stringify([who === 'self' ? undefined : who, details, children, declared, agreed])).digest('hex')
}

const answered: Record<Exclude<Step, 'check'>, (answers: Answers) => boolean> = {
  // Who gives details at once joins for themselves.
  who: ({ who, details }) => who !== undefined || details !== undefined,
  details: (answers) => answers.details !== undefined && (!forSelf(answers) || answers.details.usage !== undefined),
  children: (answers) => !forChildren(answers) || ((answers.children?.length ?? 0) > 0 && answers.declared !== undefined),
  agreements: ({ agreed }) => agreed !== undefined,
  sign: (answers) => answers.signature !== undefined && answers.signature.over === signedContent(answers),
}

/** Whether a step has its answer. */
export const isAnswered = (answers: Answers, step: Step): boolean => step !== 'check' && answered[step](answers)

/** A step may be opened once all before it are answered; the details also without having said for whom. */
export const canVisit = (answers: Answers, step: Step): boolean =>
  step === 'details' || steps.slice(0, steps.indexOf(step)).every((before) => isAnswered(answers, before))

/** The first step without an answer; `check` when all have one. */
export const nextStep = (answers: Answers): Step => steps.find((step) => !isAnswered(answers, step)) ?? 'check'

/** The steps somebody with these answers goes through; `children` only where there are any. */
export const stepsOf = (answers: Joining): readonly Step[] => steps.filter((step) => step !== 'children' || forChildren(answers))

/** What somebody may order for a run. */
export type OrderWord = 'pause' | 'go-on' | 'stop' | 'undo'

/**
 * Where a run stands. `gathering` while the set of people is being fixed; `stopped` and `finished` may still be undone; `undoing` goes
 * back, `undone` is the end.
 */
export type RunState = 'gathering' | 'going' | 'paused' | 'stopped' | 'finished' | 'undoing' | 'undo-paused' | 'undo-stopped' | 'undone'

/** The row of a run: numbers of people and instants. */
export interface RunRow {
  approvedBy: string
  startedAt: Date
  gatheredAt: Date | null
  people: number
  done: number
  refused: number
  failed: number
  undone: number
  kept: number
  /** Since when it goes without a pause, and how many people had been answered for by then. */
  goingSince: Date
  answeredBefore: number
  overAt: Date | null
  undoneAt: Date | null
}

/** One order; `by` is null where the program gave it itself, `explanation` what people are told on the way back. */
export interface Ordered { word: OrderWord; because: string | null; explanation: string | undefined; by: string | null; at: Date }

export interface Progress extends RunRow {
  state: RunState
  /** People for whom nothing was answered yet, on the way there or back. */
  left: number
  /** When it will be over at the pace since it last began to go; undefined while nothing can be said. */
  expectedEnd: Date | undefined
  orders: readonly Ordered[]
}

/** Where a run stands, from its row and its orders. */
export function runState(run: Pick<RunRow, 'gatheredAt' | 'overAt' | 'undoneAt'>, orders: readonly Pick<Ordered, 'word'>[]): RunState {
  const back = orders.some(({ word }) => word === 'undo')
  const last = orders.at(-1)?.word
  if (back) {
    if (run.undoneAt) return 'undone'
    return last === 'pause' ? 'undo-paused' : last === 'stop' ? 'undo-stopped' : 'undoing'
  }
  if (last === 'stop') return 'stopped'
  if (run.overAt) return 'finished'
  if (last === 'pause') return 'paused'
  return run.gatheredAt ? 'going' : 'gathering'
}

/** Whether somebody is at work on it, or will be in a moment. */
export const isUnderWay = (state: RunState): boolean => state === 'gathering' || state === 'going' || state === 'undoing'

/** How many people were answered for on the way the run goes now. */
export const answeredOn = (run: RunRow, back: boolean): number => back ? run.undone + run.kept : run.done + run.refused + run.failed

export function progressOf(run: RunRow, orders: readonly Ordered[], now: Date): Progress {
  const state = runState(run, orders)
  const back = orders.some(({ word }) => word === 'undo')
  const answered = answeredOn(run, back)
  const over = state === 'finished' || state === 'undone'
  const left = over ? 0 : Math.max(0, (back ? run.done : run.people) - answered)
  return { ...run, state, left, orders, expectedEnd: isUnderWay(state) ? expectedEnd(run, answered, left, now) : undefined }
}

function expectedEnd({ goingSince, answeredBefore, gatheredAt }: RunRow, answered: number, left: number, now: Date): Date | undefined {
  const since = Math.max(goingSince.getTime(), gatheredAt?.getTime() ?? 0)
  const [passed, managed] = [now.getTime() - since, answered - answeredBefore]
  return passed > 0 && managed > 0 ? new Date(now.getTime() + Math.ceil((left * passed) / managed)) : undefined
}

/** Which orders make sense in a state. */
export const ordersIn: Record<RunState, readonly OrderWord[]> = {
  'gathering': ['pause', 'stop'],
  'going': ['pause', 'stop'],
  'paused': ['go-on', 'stop'],
  'stopped': ['undo'],
  'finished': ['undo'],
  'undoing': ['pause', 'stop'],
  'undo-paused': ['go-on', 'stop'],
  'undo-stopped': ['undo'],
  'undone': [],
}

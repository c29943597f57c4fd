/** What an act answers: it was done, or it was refused for a reason that has words in every language. */
export type Outcome<T, R extends string = never> = { ok: true; value: T } | Refusal<R>
export type Refusal<R extends string> = { ok: false; because: R; until?: Date }

export function done(): { ok: true; value: undefined }
export function done<T>(value: T): { ok: true; value: T }
export function done<T>(value?: T) {
  return { ok: true as const, value }
}

export const refused = <R extends string>(because: R): Refusal<R> => ({ ok: false, because })

/** Refused for now: `until` says when to try again. */
export const refusedUntil = <R extends string>(because: R, until: Date): Refusal<R> => ({ ok: false, because, until })

/** What an act answers: it was done, or it was refused for a reason that has words in every language. */
export type Outcome<T, R extends string = never> = { ok: true; value: T } | Refusal<R>
export type Refusal<R extends string> = { ok: false; because: R }

export function done(): { ok: true; value: undefined }
export function done<T>(value: T): { ok: true; value: T }
export function done<T>(value?: T) {
  return { ok: true as const, value }
}

export const refused = <R extends string>(because: R): Refusal<R> => ({ ok: false, because })

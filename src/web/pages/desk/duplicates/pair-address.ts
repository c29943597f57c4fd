import { ordered } from '#duplicates/look.ts'
import { listPersons } from '#participants/queries.ts'
import { isId } from '#platform/id.ts'
import type { Visit } from '#web/page.ts'

export type Desk = Visit<'organiser'>

/** Where two people stand side by side; the same address whichever of them is named first. */
export const pairLink = ({ homeLink }: Pick<Desk, 'homeLink'>, { personId, otherId }: { personId: string; otherId: string }): string =>
  homeLink(`/desk/duplicates/${ordered(personId, otherId).join('/')}`)

/** Which of two registrations is meant: the one that was there before, or the other. */
export const places = ['earlier', 'later'] as const
export type Place = (typeof places)[number]

/** The two persons in the address, who registered earlier first; undefined where it names no two that can be read. */
export async function twoOf({ params, ctx }: Pick<Desk, 'params' | 'ctx'>): Promise<[string, string] | undefined> {
  const named = namedIn({ params })
  const [one, other] = named ? await listPersons(ctx, named) : []
  if (!one || !other) return undefined
  return one.admittedAt <= other.admittedAt ? [one.personId, other.personId] : [other.personId, one.personId]
}

/** The two persons in the address, the lower id first, whether they can be read or not; undefined where it names no two. */
export function namedIn({ params }: Pick<Desk, 'params'>): [string, string] | undefined {
  const [one, other] = [params['person'] ?? '', params['other'] ?? '']
  return isId(one) && isId(other) && one !== other ? ordered(one, other) : undefined
}

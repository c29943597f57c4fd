import { ordered } from '#duplicates/look.ts'
import type { Visit } from '#web/page.ts'

export type Desk = Visit<'organiser'>
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where two people stand side by side; the same address whichever of them is named first. */
export const pairLink = ({ homeLink }: Pick<Desk, 'homeLink'>, { personId, otherId }: { personId: string; otherId: string }): string =>
  homeLink(`/desk/duplicates/${ordered(personId, otherId).join('/')}`)

/** The two persons in the address, the lower id first; undefined for what names no two. */
export function twoOf({ params }: Pick<Desk, 'params'>): [string, string] | undefined {
  const [one, other] = [params['person'] ?? '', params['other'] ?? '']
  return uuid.test(one) && uuid.test(other) && one !== other ? ordered(one, other) : undefined
}

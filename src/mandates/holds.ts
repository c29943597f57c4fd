import { isAdultOn } from '#participants/age.ts'
import type { KnownCapacity } from './revoke.ts'

/**
 * Whether a capacity holds for a new act on a day (`YYYY-MM-DD`, legal zone, as is the birth date). What a parent or guardian granted stops
 * at 00:00 of the 18th birthday whether or not anybody wrote that down yet (mandate, clause 7.2). Ask this before every act in somebody's
 * name.
 */
export const holds = ({ revoked, signedBy }: Pick<KnownCapacity, 'revoked' | 'signedBy'>, birthDate: string, today: string): boolean =>
  (!revoked || today < revoked.effectiveOn) && (signedBy === 'self' || !isAdultOn(birthDate, today))

import type { Hold } from './holds.ts'

/** Kinds of data as somebody who wants to be erased thinks of them. */
export const kindsOfData = ['account', 'usage', 'mails', 'bank', 'evidence', 'books', 'journal'] as const

/** What happens to one kind of data, and why (SE-06): erased now, kept for a reason, not there, or kept for good. */
export interface Decision {
  kind: (typeof kindsOfData)[number]
  fate: 'now' | 'none' | 'always' | Hold
}

/** The decision about each kind of data, from what must be kept. */
export function decide(holds: readonly Hold[], { tookPart }: { tookPart: boolean }): Decision[] {
  const held = (kept: Hold['kept']) => holds.find((hold) => hold.kept === kept)
  return kindsOfData.map((kind): Decision => {
    if (kind === 'journal') return { kind, fate: 'always' }
    if (kind === 'evidence') return { kind, fate: held('evidence') ?? (tookPart ? 'now' : 'none') }
    if (kind === 'books') return { kind, fate: held('books') ?? 'none' }
    return { kind, fate: 'now' }
  })
}

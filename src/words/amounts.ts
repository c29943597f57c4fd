/** The largest amount the calculator takes, in cents: far above any award to one person. */
export const largestAmount = 1_000_000_000

/**
 * An amount of euros as people type it, in cents: `250`, `€ 17,50`, `1.000,50`, `1,000.50`, `250,-`. The last mark divides the cents
 * unless three digits follow it. Undefined where it is no amount, is negative or is above the largest.
 */
export function centsOf(typed: string): number | undefined {
  const written = typed
    .normalize('NFKC')
    .replaceAll(/\s|€|eur(?:o)?/gi, '')
    .replace(/[.,][-–—]+$/, '')
  const [, whole = '', mark, decimals = ''] = /^([\d.,']*?)(?:([.,])(\d{1,2}))?$/.exec(written) ?? []
  if (!/^(?:\d+|\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*)$/.test(whole) || (mark && whole.includes(mark))) return undefined
  const cents = Number(whole.replaceAll(/\D/g, '')) * 100 + Number(decimals.padEnd(2, '0'))
  return cents <= largestAmount ? cents : undefined
}

import { domainToASCII } from 'node:url'

/**
 * The form of an e-mail address under which it is looked up: trimmed, lower case, domain in ASCII, plus-tag kept. Undefined when it is no
 * address.
 */
export function normaliseEmail(typed: string): string | undefined {
  const [, local, domain] = /^([^\s\p{C}@"(),:;<>[\]\\]{1,64})@([^\s@]{1,253})$/u.exec(typed.trim().normalize('NFC')) ?? []
  if (!local || !domain || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined
  const ascii = domainToASCII(domain.toLowerCase())
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(ascii)) return undefined
  return `${local.toLowerCase()}@${ascii}`
}

/** A plus-alias is flagged, not blocked (AD-03, AD-05). */
export const isPlusAlias = (email: string) => email.slice(0, email.indexOf('@')).includes('+')

/** The block an IP address is limited by: /24 for IPv4, /56 for IPv6. */
export function ipBlock(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+)\.(\d+)\.(\d+)\.\d+$/.exec(ip)
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`
  const [head = '', tail = ''] = ip.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const groups = ip.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left
  const number = (group = '0') => Number.parseInt(group, 16) || 0
  return [number(groups[0]), number(groups[1]), number(groups[2]), number(groups[3]) & 0xff00].map((each) => each.toString(16))
    .join(':') + '::/56'
}

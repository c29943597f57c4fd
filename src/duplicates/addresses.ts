/** Hosts that are one provider under several names. */
const oneHost: Record<string, string> = {
  'googlemail.com': 'gmail.com', 'me.com': 'icloud.com', 'mac.com': 'icloud.com', 'pm.me': 'proton.me',
  'protonmail.com': 'proton.me', 'protonmail.ch': 'proton.me',
}
/** Providers that deliver whatever the dots before the at sign. */
const dotless = new Set(['gmail.com'])
/** Providers whose aliases are set apart by a hyphen. */
const hyphened = /^yahoo\.[a-z.]+$/

/**
 * The mailbox behind a normalised address: without a plus-alias, and without dots where the provider does not mind them. Two people may
 * share it; alone it says nothing (AD-03).
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@')
  const [local, typedHost] = [email.slice(0, at), email.slice(at + 1)]
  const host = oneHost[typedHost] ?? typedHost
  const cut = local.split(hyphened.test(host) ? /[+-]/ : '+')[0] || local
  return `${dotless.has(host) ? cut.replaceAll('.', '') : cut}@${host}`
}

/** What comes before the number of a numbered address, such as `deelnemer` in deelnemer12@…; undefined for others. */
export function stemOf(email: string): string | undefined {
  const [, stem, host] = /^(\D{3,}?)[._-]?\d{1,6}@(.+)$/.exec(mailboxOf(email)) ?? []
  return stem && `${stem}@${host}`
}

/** Not an account: what people type where they know none. */
const nothing = /^(geen|none|nee|no|niets|onbekend|unknown|weet ik niet|n\.?v\.?t\.?|n\/?a|x+|0+|test)$/

/** An account of a product as it is compared; undefined for what names none. */
export function accountKey(kind: string, typed: string): string | undefined {
  const value = typed.normalize('NFKC').trim().toLowerCase()
  const key = kind === 'phone' ? phoneKey(value)
    : kind === 'customer-number' ? value.replace(/[^\p{L}\p{N}]/gu, '')
    : kind === 'username' ? value.replace(/\/+$/, '').replace(/^https?:\/\/\S+\/@?|^@/, '') : value
  return key.length < 3 || nothing.test(value) || nothing.test(key) ? undefined : key
}

/** A number with its country; a Dutch one where none is named. */
function phoneKey(value: string): string {
  const digits = value.replace(/\(0\)/g, '').replace(/[^\d+]/g, '').replace(/^00/, '+')
  return digits.startsWith('+') ? digits.slice(1).replaceAll('+', '') : digits.startsWith('0') ? `31${digits.slice(1)}` : digits
}

/** Street and number, and the postcode, without spaces and case. */
export const streetKey = ({ street, postcode }: { street: string; postcode: string }) => `${plain(street)}/${plain(postcode)}`
export const postcodeKey = ({ postcode }: { postcode: string }) => plain(postcode)
const plain = (text: string) => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

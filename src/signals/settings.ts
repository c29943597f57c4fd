import list from './disposable-domains.json' with { type: 'json' }

/** From where on something is told as a sign (AD-05), and how much each says. To change one is to change this file. */
export const limits = {
  /** People who signed from one block of addresses within an hour. A school or a carrier may reach a dozen. */
  burst: 15,
  /** Numbered addresses with one stem. */
  numbered: 4,
  /** People with a mailbox of their own way of writing it, all leading to one. */
  aliases: 3,
  /** People at different addresses who named one bank account. */
  iban: 4,
  /** Seconds from the first form to the signature; the texts alone take longer to read. */
  seconds: 45,
  /** Years; older than anybody who ever lived. */
  age: 115,
  /** Years; younger than this nobody used the product. */
  youngest: 3,
  /** Mails to the person that a mail server refused for good. */
  refused: 2,
} as const

export const weights = {
  'burst': 25,
  'numbered-addresses': 25,
  'alias-addresses': 15,
  'disposable-domain': 25,
  'impossible-age': 40,
  'used-as-infant': 20,
  'shared-iban': 25,
  'fast-signing': 25,
  'mail-refused': 10,
} as const
export type Code = keyof typeof weights

/** From this sum on a person waits for somebody to look. It does nothing else (GDPR 22). */
export const queueFrom = 25
/** Days for which it is kept from which block of addresses somebody signed. */
export const blockDays = 30
/** Years after a decision for which the figures behind it are kept (SE-07). */
export const detailYears = 1

const disposable = new Set(list.domains)
/** Whether an address is of a provider of throw-away mailboxes, or below one. */
export function isDisposable(email: string): boolean {
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.')
  return labels.some((_, at) => disposable.has(labels.slice(at).join('.')))
}

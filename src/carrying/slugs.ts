/**
 * Names a claim cannot have: the first part of another address of the site, or a word that an address of the desk uses in its place. A test
 * compares the list with the pages.
 */
export const reservedSlugs: readonly string[] = [
  'about', 'accessibility', 'account', 'assets', 'contact', 'demonstration', 'desk', 'en', 'erased', 'guardian',
  'import', 'mailbox', 'new', 'nl', 'not-me', 'organisation', 'own-access', 'pictures', 'privacy', 'sign-in',
  'sign-out', 'terms', 'texts', 'transparency', 'withdraw',
]

/** Whether a text can name a claim in an address: small letters, digits and single hyphens, 2 to 40 of them, no word of our own. */
export const isFreeSlug = (slug: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length >= 2 && slug.length <= 40
  && !reservedSlugs.includes(slug)

import type { MailSender } from '#platform/mail/blocks.ts'
import type { OrganisationContent } from './queries.ts'

/** The foundation as the sender of a mail, in the hue of a claim where the mail is about one. `origin` is PUBLIC_ORIGIN. */
export function senderOf({ facts }: OrganisationContent, origin: string, hue?: number): MailSender {
  return { name: facts.name, address: [facts.legalName, ...facts.address], email: facts.email, origin, hue: hue ?? facts.figure.hue }
}

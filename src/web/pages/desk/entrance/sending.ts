import { senderOf } from '#claims/mail-sender.ts'
import type { Sending } from '#organisers/emails.ts'
import type { Ground } from '#web/page.ts'

/** In whose name the desk writes: the foundation's, never a claim's. */
export const sendingOf = ({ organisation, site }: Ground): Sending => ({ sender: senderOf(organisation, site.origin) })

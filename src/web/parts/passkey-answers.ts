import * as z from 'zod'
import type { Refusal, Outcome } from '#platform/outcome.ts'
import { documentAnswer, type Answer } from '#web/answer.ts'
import { because, type Because } from '#web/because.ts'
import type { Ground } from '#web/page.ts'

/** What a passkey signed, as the browser sends it. */
export const passkeyAnswer = z.string({ error: () => because('passkey-failed') }).min(1, { error: because('passkey-failed') })

/** The address passkeys are made for: the site's own, never that of a claim. */
export const partyOf = ({ site, organisation }: Ground) => ({ name: organisation.facts.name, origin: site.origin })

/** In whose name a mail about the way in is sent, and to which address its links lead: never that of a claim. */
export const aboutOf = ({ site, organisation }: Ground) => ({ organisation, origin: site.origin })

/** Answers the island: what the device has to do, or why not. */
export const optionsAnswer = ({ t }: Ground, asked: Outcome<object, Because>): Answer =>
  documentAnswer(JSON.stringify(asked.ok ? { options: asked.value } : { refused: t(`because.${(asked as Refusal<Because>).because}`) }),
    'application/json')

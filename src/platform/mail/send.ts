import type { Config } from '#config.ts'
import type { World } from '#platform/world.ts'
import { attachmentsOf, messageIdOf, openLetter } from './compose.ts'

type MailWorld = Pick<World, 'db' | 'vault' | 'files' | 'mailer' | 'clock'> & { config: Pick<Config, 'publicOrigin'> }
type Outcome = { outcome: 'accepted' | 'refused' | 'erased'; reply_code?: number }

/**
 * Sends one queued mail and writes down what became of it. Decided already: it does nothing. A mail server that is away or asks to wait
 * throws, so that the queue tries again; only a final refusal (5xx) of the address or the content ends it.
 */
export async function sendMail(world: MailWorld, { personId, mailId }: { personId: string; mailId: string }): Promise<void> {
  const mail = await world.db.selectFrom('mail')
    .leftJoin('mail_outcome', (join) => join.onRef('mail_outcome.person_id', '=', 'mail.person_id')
      .onRef('mail_outcome.mail_id', '=', 'mail.id'))
    .select(['mail.letter', 'mail.message_id', 'mail.queued_at', 'mail_outcome.outcome'])
    .where('mail.person_id', '=', personId).where('mail.id', '=', mailId)
    .executeTakeFirst()
  if (!mail || mail.outcome) return
  const decided = await deliver(world, personId, mailId, mail)
  await world.db.insertInto('mail_outcome')
    .values({ person_id: personId, mail_id: mailId, ...decided, decided_at: world.clock.now() })
    .onConflict((conflict) => conflict.columns(['person_id', 'mail_id']).doNothing())
    .execute()
}

async function deliver(world: MailWorld, personId: string, mailId: string,
  mail: { letter: Uint8Array; message_id: string; queued_at: Date }): Promise<Outcome> {
  const safe = await world.vault.find(world.db, personId)
  if (!safe) return { outcome: 'erased' }
  const letter = openLetter(safe, mailId, mail.letter)
  const sent = await world.mailer.send({
    ...letter,
    messageId: messageIdOf(mail.message_id, world.config.publicOrigin),
    date: mail.queued_at,
    attachments: await attachmentsOf(world, personId, letter),
  })
  return sent.accepted ? { outcome: 'accepted' } : { outcome: 'refused', reply_code: sent.replyCode }
}

import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'

/** Whether somebody of 16 or 17 agrees to requests about own data. Nothing is asked of a company without it (GD-07, clause 11.2). */
export type RequestConsent = 'agreed' | 'withdrawn'

/** Writes down what the child itself answered, with the sentence on the button as it stood on the page; the answer before stays. */
export async function answerRequests(ctx: Ctx, personId: string,
  { answer, sentence }: { answer: RequestConsent; sentence: string }): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.insertInto('request_consent').values({
    person_id: personId, id: randomUUID(), answer, sentence: safe.seal('request_consent.sentence', sentence), answered_at: ctx.now,
  }).execute()
  await record(ctx, 'participants.request-consent', personId, { answer })
}

/** The newest answer of a person and when it was given; undefined where none was given: then nothing may be asked of who is 16 or 17. */
export async function findRequestConsent({ db }: Pick<Ctx, 'db'>,
  personId: string): Promise<{ answer: RequestConsent; at: Date } | undefined> {
  const row = await db.selectFrom('request_consent').select(['answer', 'answered_at']).where('person_id', '=', personId)
    .orderBy('answered_at', 'desc').limit(1).executeTakeFirst()
  return row && { answer: row.answer as RequestConsent, at: row.answered_at }
}

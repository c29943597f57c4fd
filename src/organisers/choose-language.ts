import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { actingOrganiser } from './acting.ts'

/** In which language the desk writes to the one who acts. */
export async function chooseLanguage(ctx: Ctx, language: 'en' | 'nl'): Promise<void> {
  const personId = actingOrganiser(ctx)
  await ctx.db.updateTable('organiser').set({ language }).where('person_id', '=', personId).execute()
  await record(ctx, 'organisers.language-chosen', personId, { language })
}

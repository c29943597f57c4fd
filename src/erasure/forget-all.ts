import { forgetAccount } from '#accounts/forget.ts'
import { forgetBulk } from '#bulk/forget.ts'
import { forgetCasework } from '#casework/forget.ts'
import { forgetDuplicates } from '#duplicates/look.ts'
import { forgetInvitations } from '#guardians/forget.ts'
import { forgetProofs } from '#identity/forget.ts'
import { forgetDrafts } from '#joining/erase-draft.ts'
import { forgetAskedBy } from '#leaving/ask-withdrawal.ts'
import { forgetInvited } from '#organisers/enter-organiser.ts'
import { forgetPerson } from '#participants/forget.ts'
import type { Ctx } from '#platform/ctx.ts'
import { relist } from '#search/relist.ts'
import { forgetSignals } from '#signals/look.ts'
import { forgetMails } from '#platform/mail/forget.ts'

/**
 * Forgets of a person all that no law and no claim asks to be kept: the way in, mails (but for `exceptMail`, which still has to go out),
 * drafts, use of the product, earlier values, bank account, what was written freely at the desk, which bulk acts reached the person; by
 * what is forgotten, nobody finds the person at the desk any more. What is proof of an agreement stays, readable only as long as the key is
 * there. May be done twice.
 */
export async function forgetAllBut(ctx: Ctx, personId: string, { exceptMail }: { exceptMail?: string | undefined } = {}): Promise<void> {
  await forgetProofs(ctx, personId)
  await forgetMails(ctx.db, personId, { except: exceptMail })
  await forgetDrafts(ctx, personId)
  await forgetAskedBy(ctx, personId)
  await forgetAccount(ctx, personId)
  await forgetInvitations(ctx, personId)
  await forgetCasework(ctx, personId)
  await forgetBulk(ctx, personId)
  await forgetDuplicates(ctx, [personId])
  await forgetSignals(ctx, [personId])
  await forgetInvited(ctx, personId)
  await forgetPerson(ctx, personId)
  await relist(ctx, personId)
}

import type { Reached } from '#accounts/reach.ts'
import { cleaned } from '#participants/given.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, type Answer, type Errors } from '#web/answer.ts'
import { isBecause } from '#web/because.ts'
import { usageForm } from '#web/pages/join/details-form.ts'
import { UsageFields } from '#web/pages/join/usage-fields.tsx'
import type { Participant } from '#web/pages/account/account-layout.tsx'
import { beginForChild } from '#web/pages/account/begin-for-child.ts'

/** How a child used the product of this claim: all that is new about a child who is known. */
export const ChildUsage = ({ visit }: { visit: Participant }) =>
  <UsageFields visit={visit} facts={visit.claim.facts} known={undefined} ofChild />

/** A representative begins to let a known child join this claim too. */
export async function joinForChild(visit: Participant, of: Reached, said: { sentence: string; terms: string }): Promise<Answer> {
  const told = usageForm.safeParse(visit.form.typed)
  if (!told.success) {
    const wrong = told.error.issues.map(({ path, message }) => [String(path[0]), isBecause(message) ? message : 'unusable'])
    return again(Object.fromEntries(wrong) as Errors)
  }
  const usage = { ...told.data, accounts: cleaned(told.data.accounts as Record<string, string>) }
  const wrong = Object.entries(usage.accounts).find(([, typed]) => missingGlyphs(typed).length)
  return wrong ? again({ [`account-${wrong[0]}`]: 'address-characters' }) : beginForChild(visit, of, { purpose: 'join', usage }, said)
}

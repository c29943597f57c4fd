import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { lookFor } from '#duplicates/look.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { openVault, readVaultKeys } from '#platform/vault.ts'
import { lookForSigns } from '#signals/look.ts'

interface Cases { ids: string[]; at: Date }

/**
 * Has the program itself look at those who stand in a case, as it would have done on the day they joined: it finds the pairs and the signs
 * that the desk is shown (AD-03, AD-05). Share after share; done again, nothing changes.
 */
export async function lookOver(client: pg.ClientBase, db: Db, keyFile: string): Promise<number> {
  const vault = openVault(readVaultKeys(readFileSync(keyFile, 'utf8'), keyFile))
  const ctx = { vault, actor: 'system', jobs: { queue: async () => undefined } } as const
  let looked = 0
  for (let after = -1; ;) {
    const { rows: [share] } = await client.query<Cases & { from: number }>(`
      select s.from_number as "from", s.cases as ids, (select max(admitted_at) from participant where person_id = any(s.cases)) as at
      from pouring.share s where s.from_number > $1 and cardinality(s.cases) > 0 order by s.from_number limit 1`, [after])
    if (!share) return looked
    await db.transaction().execute((inside) => look({ ...ctx, db: inside, now: new Date(share.at.getTime() + 60_000) }, share.ids))
    looked += share.ids.length
    after = share.from
  }
}

async function look(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await lookFor(ctx, ids)
  await lookForSigns(ctx, ids)
}

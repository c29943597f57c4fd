import { sql } from 'kysely'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Claims that are over, with the day (`YYYY-MM-DD`) on which that was published: the first version since which the phase is `closed` or
 * `withdrawn`.
 */
export async function listEnded({ db }: Pick<Ctx, 'db'>): Promise<Map<string, string>> {
  const { rows } = await sql<{ slug: string; ended_at: Date }>`
    select slug, min(published_at) as ended_at from content_version v
    where kind = 'claim' and facts->>'phase' in ('closed', 'withdrawn') and not exists (
      select from content_version later where later.slug = v.slug and later.version > v.version
        and later.facts->>'phase' not in ('closed', 'withdrawn'))
    group by slug`.execute(db)
  return new Map(rows.map(({ slug, ended_at: at }) => [slug, dayIn('Europe/Amsterdam', at)]))
}

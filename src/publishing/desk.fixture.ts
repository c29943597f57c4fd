import type { Ctx } from '#platform/ctx.ts'
import { findStanding } from '#publishing/standing.ts'
import { findFile, openDraft, putFile } from '#drafting/draft.ts'
import type { TestSite } from '../../test/builders.ts'

/** Does something at the desk, in a transaction of its own, as this organiser. */
export const as = <T>(site: TestSite, personId: string, act: (ctx: Ctx) => Promise<T>): Promise<T> =>
  site.db.transaction().execute((db) => act({ ...site.ctx(`organiser:${personId}`), db }))

/** Changes one file of a draft, which is opened where there is none. */
export const rewrite = (site: TestSite, personId: string, slug: string, path: string, from: string | RegExp, to: string) =>
  as(site, personId, async (ctx) => {
    await openDraft(ctx, slug)
    const raw = (await findFile(ctx, slug, path)) ?? ''
    const changed = raw.replace(from, to)
    if (changed === raw) throw new Error(`${path} has no ${from.toString()}`)
    await putFile(ctx, slug, path, changed)
  })

/** What two people would publish of the draft of a claim. */
export const seenByTwo = async (site: TestSite, slug: string): Promise<string> => (await findStanding(site.db, slug))?.byTwo?.id ?? 'none'

/** What one person would publish of the draft of a claim. */
export const seen = async (site: TestSite, slug: string): Promise<string> => (await findStanding(site.db, slug))?.bundle?.sha256 ?? 'none'

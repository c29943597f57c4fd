import { listClaims } from '#claims/queries.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Names of the claims by slug, in the reader's language. */
export const claimNamesOf = async ({ ctx, language }: { ctx: Pick<Ctx, 'db'>; language: 'en' | 'nl' }): Promise<Record<string, string>> =>
  Object.fromEntries((await listClaims(ctx.db)).map(({ slug, facts }) => [slug, facts.name[language]]))

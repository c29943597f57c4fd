import { openFacts, valueAt } from '#drafting/facts-file.ts'
import { findWorkingCopy, type WorkingCopy } from '#drafting/draft-bundle.ts'
import type { Language } from '#claims/bundle.ts'
import { listOrganisers } from '#organisers/queries.ts'
import type { Ground } from '#web/page.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'

/** The working copy that the path names (`:slug`), or the published one; undefined where there is no such claim. */
export const copyOf = ({ ctx, params }: Ground): Promise<WorkingCopy | undefined> => findWorkingCopy(ctx.db, params['slug'] ?? '')

/** How people call a claim or the foundation, also while its facts are not complete. */
export function nameOf({ slug, files }: Pick<WorkingCopy, 'slug' | 'files'>, language: Language): string {
  const facts = openFacts(files)
  const name = facts && (valueAt(facts.document, ['name', language]) ?? valueAt(facts.document, ['name']))
  return typeof name === 'string' && name ? name : slug
}

/** Who acted, for the reader: `you`, a name, or that it was no organiser of today. */
export async function namesOf(visit: Desk, actors: readonly (string | undefined)[]): Promise<(actor: string | undefined) => string> {
  const { t } = visit
  const ids = actors.flatMap((actor) => (actor?.startsWith('organiser:') ? [actor.slice('organiser:'.length)] : []))
  const known = await listOrganisers(visit.ctx, [...new Set(ids)])
  return (actor) => {
    const id = actor?.startsWith('organiser:') ? actor.slice('organiser:'.length) : undefined
    if (id === undefined) return t('desk.draft.machine')
    if (id === visit.organiser.personId) return t('desk.draft.you')
    return known.find(({ personId }) => personId === id)?.name ?? t('desk.draft.someone')
  }
}

/** The address of a page of one claim at the desk. */
export const claimDesk = (visit: Ground, slug: string, path = ''): string => visit.homeLink(`/desk/claims/${slug}${path}`)

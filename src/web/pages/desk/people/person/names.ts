import { listOrganisers } from '#organisers/queries.ts'
import { listPersons } from '#participants/queries.ts'
import type { CaseFile, Desk } from './case-file.ts'

/** The names of everybody who is mentioned: organisers and related people, by id. */
export async function namesOf({ ctx, organiser }: Desk, { decisions, notes, tasks, notices, happenings }: Pick<CaseFile,
  'decisions' | 'notes' | 'tasks' | 'notices' | 'happenings'>, related: readonly string[]): Promise<Map<string, string>> {
  const actors = [
    ...decisions.flatMap(({ actor, undone }) => [actor, undone?.actor]), ...notices.map(({ actor }) => actor),
    ...happenings.map(({ actor }) => actor), ...tasks.map(({ actor }) => actor),
  ].flatMap((actor) => (actor?.startsWith('organiser:') ? [actor.slice('organiser:'.length)] : []))
  const byId = [
    ...notes.flatMap(({ writtenBy, struck }) => [writtenBy, struck?.by]),
    ...tasks.flatMap(({ forOrganiser, done }) => [forOrganiser, done?.by]),
  ].filter((id) => id !== undefined)
  const others = [...new Set([...actors, ...byId])].filter((id) => id !== organiser.personId)
  const [organisers, people] = await Promise.all([
    listOrganisers(ctx, others), listPersons(ctx, [...new Set(related)]),
  ])
  return new Map([
    [organiser.personId, organiser.name] as const,
    ...organisers.map(({ personId, name }) => [personId, name] as const),
    ...people.map(({ personId, legalName }) => [personId, legalName] as const),
  ])
}

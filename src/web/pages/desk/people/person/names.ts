import { listOrganisers } from '#organisers/queries.ts'
import { listPersons } from '#participants/queries.ts'
import type { CaseFile, Desk } from './case-file.ts'

/** The ids of the organisers among some actors. */
const organisersAmong = (actors: readonly (string | undefined)[]): string[] =>
  actors.flatMap((actor) => (actor?.startsWith('organiser:') ? [actor.slice('organiser:'.length)] : []))

/** The names of the organisers among some actors, by id. */
export async function actorNames({ ctx }: Desk, actors: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const organisers = await listOrganisers(ctx, [...new Set(organisersAmong(actors))])
  return new Map(organisers.map(({ personId, name }) => [personId, name]))
}

type Naming = Pick<CaseFile, 'decisions' | 'reviews' | 'notes' | 'tasks' | 'notices' | 'happenings'>

/** The names of everybody who is mentioned: organisers and related people, by id. */
export async function namesOf({ ctx, organiser }: Desk, { decisions, reviews, notes, tasks, notices, happenings }: Naming,
  related: readonly string[]): Promise<Map<string, string>> {
  const actors = organisersAmong([
    ...decisions.flatMap(({ actor, undone }) => [actor, undone?.actor]), ...reviews.map(({ stands }) => stands?.actor),
    ...notices.map(({ actor }) => actor), ...happenings.map(({ actor }) => actor), ...tasks.map(({ actor }) => actor),
  ])
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

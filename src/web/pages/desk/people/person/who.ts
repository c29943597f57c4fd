import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day, dayAndTime } from '#words/formats.ts'
import type { Desk } from './case-file.ts'

/** Who did something, in words: an organiser or a person by name, everybody else by what they are. */
export function whoWords({ t }: Desk, names: ReadonlyMap<string, string>, personId: string, actor: string): string {
  const [kind, id = ''] = actor.split(':')
  if (kind === 'organiser') return names.get(id) ?? t('desk.person.who.organiser')
  if (kind === 'joiner' || kind === 'participant')
    return id === personId ? t('desk.person.who.self') : (names.get(id) ?? t('desk.person.who.other'))
  return t(kind === 'operator' ? 'desk.person.who.operator' : kind === 'visitor' ? 'desk.person.who.visitor' : 'desk.person.who.system')
}

/** The day of an instant, as a `time` shows it. */
export const dayOf = ({ language }: Desk, at: Date): string => day(language, dayIn(legalZone, at))
export const timeOf = ({ language }: Desk, at: Date): string => dayAndTime(language, at)

/** An address below the page of a person. */
export const personLink = (visit: Desk, personId: string, path = ''): string => visit.homeLink(`/desk/people/${personId}${path}`)

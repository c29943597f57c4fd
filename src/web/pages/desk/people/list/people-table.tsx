import { dayIn } from '#platform/clock.ts'
import type { FoundPerson } from '#search/find.ts'
import { country, day, inFours } from '#words/formats.ts'
import { isWordKey, type T } from '#words/words.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'

const flagText = (t: T, flag: string) => {
  const key = `desk.people.flag.${flag}`
  return isWordKey(key) ? t(key as 'desk.people.flag.plus-alias') : flag
}

/** The people found, a line each; the name leads to the file. */
export function PeopleTable({ visit, people, claimNames }: {
  visit: Desk; people: readonly FoundPerson[]; claimNames: Readonly<Record<string, string>>
}) {
  const { t, language, homeLink } = visit
  return (
    <DeskTable caption={t('desk.people.tableLabel')} quiet>
      <thead><tr>
        <th scope="col">{t('desk.people.name')}</th><th scope="col">{t('desk.people.born')}</th>
        <th scope="col">{t('desk.people.reference')}</th><th scope="col">{t('desk.people.claims')}</th>
        <th scope="col">{t('desk.people.joined')}</th><th scope="col">{t('desk.people.place')}</th>
        <th scope="col">{t('desk.people.flags')}</th>
      </tr></thead>
      <tbody>{people.map((person) => (
        <tr>
          <th scope="row"><a href={homeLink(`/desk/people/${person.personId}`)}><bdi>{person.name}</bdi></a></th>
          <td class="unbroken">{t('desk.people.bornAge', { year: person.birthYear, age: String(person.age) })}</td>
          <td class="unbroken">{person.standings.map(({ reference }) => <div>{inFours(reference)}</div>)}</td>
          <td>{person.standings.length === 0 ? t('desk.people.noClaim') : person.standings.map(({ claim, state }) => (
            <div>{claimNames[claim] ?? claim}: <span class={`state ${state}`}>{t(`desk.people.state.${state}`)}</span></div>
          ))}</td>
          <td class="unbroken">{day(language, dayIn('Europe/Amsterdam', person.joinedAt))}</td>
          <td>{person.city}{person.country !== 'NL' && `, ${country(language, person.country)}`}</td>
          <td>{person.flags.map((flag) => <div>{flagText(t, flag)}</div>)}</td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

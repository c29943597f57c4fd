import { DeskTable } from '#web/parts/desk-table.tsx'
import type { Desk } from './pair-address.ts'
import type { Sides } from './sides.ts'

/** Two records field by field, and where they agree. */
export const SideBySide = ({ visit, sides: { one, other, lines } }: { visit: Desk; sides: Sides }) => {
  const { t, homeLink } = visit
  return (
    <DeskTable caption={t('desk.duplicates.sideBySide')} look="side-by-side">
      <thead><tr>
        <th scope="col"><span class="visually-hidden">{t('desk.duplicates.field.what')}</span></th>
        <th scope="col"><a href={homeLink(`/desk/people/${one.personId}`)}>{t('desk.duplicates.earlier')}</a></th>
        <th scope="col"><a href={homeLink(`/desk/people/${other.personId}`)}>{t('desk.duplicates.later')}</a></th>
        <th scope="col">{t('desk.duplicates.agreeing')}</th>
      </tr></thead>
      <tbody>{lines.map((line) => (
        <tr>
          <th scope="row">{line.field}</th>
          {[line.one, line.other].map((values) => (
            <td>{values.length > 1 ? <ul class="plain">{values.map((value) => <li>{value}</li>)}</ul> : values[0] ?? '–'}</td>
          ))}
          <td>{line.agrees && <span class={`agrees ${line.agrees}`}>{t(`desk.duplicates.agreement.${line.agrees}`)}</span>}</td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

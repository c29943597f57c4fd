import { ageOn } from '#participants/age.ts'
import type { Representation } from '#guardians/representations.ts'
import { country, day } from '#words/formats.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { dayOf, personLink } from './who.ts'

/** Who somebody is, and who acts for whom. */
export function Facts({ visit, file }: { visit: Desk; file: CaseFile }) {
  const { t, language } = visit
  const { person, today, representedBy, represents, names } = file
  const { street, postcode, city, country: code } = person.address
  const ended = ({ end }: Representation) => end && `, ${t('desk.person.representsUntil',
    { day: dayOf(visit, end.endedAt), why: t(`desk.person.repEnd.${end.reason}`) })}`
  const rows = [
    { term: t('desk.person.name'), value: person.legalName },
    { term: t('desk.person.born'), value: t('desk.person.bornAge', { day: day(language, person.birthDate), age: ageOn(person.birthDate,
      today) }) },
    { term: t('desk.person.address'), value: <>{street}<br />{`${postcode} ${city}`}<br />{country(language, code)}</> },
    { term: t('desk.person.email'), value: person.email ?? t('desk.person.noEmail') },
    { term: t('desk.person.language'), value: t(`desk.person.language.${person.language}`) },
    { term: t('desk.person.since'), value: dayOf(visit, person.admittedAt) },
    ...(representedBy.length ? [{ term: t('desk.person.representedBy'), value: (
      <ul class="plain">{representedBy.map((each) => (
        <li><a href={personLink(visit, each.representativeId)}>{names.get(each.representativeId) ?? t('desk.person.erased')}</a>
          {`, ${t(`desk.person.relation.${each.relation}`)}, ${t(`desk.person.authority.${each.authority}`)}`}
          {ended(each)}</li>
      ))}</ul>
    ) }] : []),
    ...(represents.length ? [{ term: t('desk.person.represents'), value: (
      <ul class="plain">{represents.map((each) => (
        <li><a href={personLink(visit, each.personId)}>{names.get(each.personId) ?? t('desk.person.erased')}</a>
          {ended(each)}</li>
      ))}</ul>
    ) }] : []),
  ]
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('desk.person.facts')}</h2>
      <dl class="desk-facts">{rows.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  )
}

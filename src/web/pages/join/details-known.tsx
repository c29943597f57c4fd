import type { Usage } from '#participants/admit.ts'
import { findParticipation, listPersons, type KnownPerson } from '#participants/queries.ts'
import { forSelf } from '#joining/steps.ts'
import type { Answers } from '#joining/answers.ts'
import { day } from '#words/formats.ts'
import type { Visit } from '#web/page.ts'
import { SummaryList } from '#web/parts/blocks.tsx'
import { AddressLines, usageWords } from '#web/pages/account/details/person-words.tsx'
import { UsageFields } from './usage-fields.tsx'

type Joiner = Visit<'joiner'>
type Details = NonNullable<Answers['details']>

/** Who has a file already. `usage` is there where it is not asked again: who only signs anew changes nothing of it here. */
export interface Known { person: KnownPerson; usage: Usage | undefined }

/** The file of who goes through the steps; undefined for somebody new. */
export async function knownOf({ ctx, draft }: Joiner): Promise<Known | undefined> {
  const [person] = await listPersons(ctx, [draft.personId])
  if (!person) return undefined
  return { person, usage: draft.purpose === 'join' ? undefined : (await findParticipation(ctx, draft.personId, draft.claim))?.usage }
}

/** The details to keep: of who is known always those of the file, whatever was sent. */
export function detailsOf(known: Known | undefined, sent: Details): Details {
  if (!known) return sent
  const { person: { legalName, birthDate, address }, usage = sent.usage } = known
  return { legalName, birthDate, address, ...(usage && { usage }) }
}

/** Name, date of birth and address as they are known, with the way to correct them; only what is new is asked. */
export function KnownDetails({ visit, known: { person, usage } }: { visit: Joiner; known: Known }) {
  const { t, language, claim, draft } = visit
  const file = visit.homeLink(`/account/details/${person.personId}`)
  const change = { href: file, what: t('join.check.what.details') }
  const [year, month, dayOfMonth] = person.birthDate.split('-')
  const same = { legalName: person.legalName, 'birthDate-year': year, 'birthDate-month': month, 'birthDate-day': dayOfMonth,
    ...person.address }
  return (
    <>
      <SummaryList t={t} rows={[
        { label: t('join.details.name'), value: <bdi>{person.legalName}</bdi>, change },
        { label: t('join.check.birth'), value: day(language, person.birthDate), change },
        { label: t('join.check.address'), value: <AddressLines visit={visit} address={person.address} />, change },
        ...(usage ? [{ label: t('join.details.usage', { company: claim.facts.company }), value: usageWords(visit, usage),
          change: { href: `${file}/${claim.slug}`, what: t('join.check.what.details') } }] : []),
      ]} />
      <p class="hint">{t('join.known.correct')}</p>
      {Object.entries(same).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {forSelf(draft.answers) && !usage
        ? <UsageFields visit={visit} facts={claim.facts} known={draft.answers.details?.usage} />
        : <input type="hidden" name="without-usage" value="yes" />}
    </>
  )
}

import { ageOn, dataRightsFrom } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { inFours } from '#words/formats.ts'
import type { Visit } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import type { Joined } from './done.tsx'

/** Everybody who takes part by this joining, each with a reference of its own. */
export function People({ visit: { t }, joined }: { visit: Visit<'joiner'>; joined: readonly Joined[] }) {
  return (
    <DataTable caption={t('join.done.people')} showCaption rows={joined} columns={[
      { head: t('join.done.nameHead'), cell: ({ person }) => <bdi>{person.legalName}</bdi>, rowHead: true },
      { head: t('join.done.referenceHead'),
        cell: ({ participation }) => <span class="reference">{inFours(participation.reference)}</span> },
    ]} />
  )
}

/** What a child of 12 can read about it, to be shown by who signed (GD-10). */
export function ToldToChildren({ visit, joined }: { visit: Visit<'joiner'>; joined: readonly Joined[] }) {
  const { t, language, claim, organisation, draft } = visit
  const children = joined.filter(({ person }) => person.personId !== draft.personId)
  if (!children.length) return null
  const names = new Intl.ListFormat(language).format(children.map(({ person }) => calledName(person.legalName)))
  const { company, timeZone } = claim.facts
  const today = dayIn(timeZone, visit.ctx.now)
  const ofAge = children.every(({ person }) => ageOn(person.birthDate, today) >= dataRightsFrom)
  return (
    <section class="notice info" aria-labelledby="for-children">
      <h2 id="for-children">{t('join.done.child', { names })}</h2>
      <p>{t('join.done.child1', { company })}</p>
      <p>{t('join.done.child2')}</p>
      <p>{t('join.done.child3')}</p>
      <p>{t(ofAge ? 'join.done.child4Now' : 'join.done.child4')}</p>
      <p>{t('join.done.child5', { email: organisation.facts.email })}</p>
      <p><a href={visit.homeLink('/privacy/children')}>{t('join.children.forChildrenLink')}</a></p>
    </section>
  )
}

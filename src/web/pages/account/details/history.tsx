import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'
import { getContent } from '#claims/queries.ts'
import type { Person, Usage } from '#participants/admit.ts'
import type { Change } from '#participants/correct.ts'
import { day, dayAndTime } from '#words/formats.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { reachOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { AddressLines, usageWords } from './person-words.tsx'

async function oldValue(visit: Participant, { field, was }: Change) {
  if (field === 'birth_date') return day(visit.language, was)
  if (field === 'address') return <AddressLines visit={visit} address={JSON.parse(was) as Person['address']} />
  if (field !== 'usage') return <bdi>{was}</bdi>
  const { claim, usage } = JSON.parse(was) as { claim: string; usage: Usage }
  return `${(await getContent(visit.ctx.db, claim, visit.language)).facts.name[visit.language]}: ${usageWords(visit, usage)}`
}

/** By whom, in words and without ids: this account, the person, somebody who acts for the person, or the foundation. */
async function byWhom(visit: Participant, { person }: Reached, actor: string): Promise<string> {
  const [kind, id] = actor.split(':')
  if (!id || kind === 'organiser') return visit.t('account.details.byFoundation', { organisation: visit.organisation.facts.name })
  const own = (await reachOf(visit)).filter(({ as }) => as === 'self').map((each) => each.person.personId)
  if (own.includes(id)) return visit.t('account.details.byYou')
  return id === person.personId ? person.legalName : visit.t('account.details.byOther', { name: person.legalName })
}

/** What was corrected: the old value, when and by whom (GD-02). Nothing where nothing was. */
export async function historyOf(visit: Participant, of: Reached, changes: readonly Change[]) {
  const told = changes.filter(({ field }) => field !== 'email' || may(of, 'see-messages'))
  if (!told.length) return null
  const { t, language } = visit
  const rows = await Promise.all(told.map(async (change) =>
    ({ change, was: await oldValue(visit, change), by: await byWhom(visit, of, change.actor) })))
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('account.details.history')}</h2>
      <DataTable caption={t('account.details.history')} rows={rows} columns={[
        { head: t('account.details.what'), cell: ({ change }) => t(`account.details.field.${change.field}`), rowHead: true },
        { head: t('account.details.was'), cell: ({ was }) => was },
        { head: t('account.details.when'), cell: ({ change }) => dayAndTime(language, change.changedAt, 'Europe/Amsterdam') },
        { head: t('account.details.by'), cell: ({ by }) => by },
      ]} />
    </section>
  )
}

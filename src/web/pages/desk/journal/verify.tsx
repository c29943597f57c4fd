import { askCheck, listChecks, type Check } from '#journal/check.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'

type Desk = Visit<'organiser'>

function Result({ visit, check }: { visit: Desk; check: Check }) {
  const { t, language } = visit
  const { wrong, entries, batches, unchained, finishedAt, upto, hash, signedAfter } = check
  if (!finishedAt) return <>{t('desk.journal.verify.running', { entries: number(language, entries) })}</>
  if (wrong) return <strong>{t(`desk.journal.verify.${wrong.wrong}`, { upto: String(wrong.upto) })}</strong>
  return (
    <>
      {t('desk.journal.verify.whole', { entries, batches, unchained: unchained ?? 0 })}
      {upto > 0 && (
        <div class="journal-facts">
          {signedAfter === null ? t('desk.journal.verify.unsigned') : t('desk.journal.verify.signed', { after: signedAfter })}{' '}
          {t('desk.journal.verify.upto', { upto: String(upto) })} <span class="hash">{hash.toString('hex')}</span>
        </div>
      )}
    </>
  )
}

function Earlier({ visit, checks, names }: { visit: Desk; checks: readonly Check[]; names: Map<string, string> }) {
  const { t, language } = visit
  const byWhom = ({ askedBy }: Check) =>
    (askedBy === null ? t('desk.journal.actor.system') : names.get(askedBy) ?? t('desk.journal.actor.organiser'))
  if (checks.length === 0) return <p>{t('desk.journal.verify.none')}</p>
  return (
    <DeskTable caption={t('desk.journal.verify.before')}>
      <thead><tr>
        <th scope="col">{t('desk.journal.verify.asked')}</th><th scope="col">{t('desk.journal.verify.result')}</th>
      </tr></thead>
      <tbody>{checks.map((check) => (
        <tr>
          <th scope="row">{dayAndTime(language, check.askedAt)}<div class="journal-facts">{byWhom(check)}</div></th>
          <td><Result visit={visit} check={check} /></td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

/** A look at the whole chain: asked here or taken every night, by a job which says how far it is. */
export const verifyPage = page('/:lang{en|nl}/desk/journal/verify', {
  who: 'organiser',
  act: 'journal.verify',
  async show(visit) {
    const { t, ctx, homeLink } = visit
    const checks = await listChecks(ctx.db)
    const organisers = await listOrganisers(ctx, checks.flatMap(({ askedBy }) => askedBy ?? []))
    // One that is older than a finished one has died.
    const running = checks.slice(0, 1).find(({ finishedAt }) => !finishedAt)
    const last = checks.find(({ finishedAt }) => finishedAt)
    return deskPageOf(visit, { title: t('desk.journal.verify.title'), children: (
      <>
        {last && <div class={last.wrong ? 'notice error' : 'notice success'}><Result visit={visit} check={last} /></div>}
        {last?.wrong && <p>{t('desk.journal.verify.toDo')}</p>}
        {running
          ? <div class="notice info" role="status"><p><Result visit={visit} check={running} /></p>
            <p><a href={homeLink('/desk/journal/verify')}>{t('desk.journal.verify.again')}</a></p></div>
          : <form method="post" action={homeLink('/desk/journal/verify')}><Button>{t('desk.journal.verify.start')}</Button></form>}
        <p>{t('desk.journal.verify.about')}</p>
        <p>{t('desk.journal.verify.limits')}</p>
        <Earlier visit={visit} checks={checks} names={new Map(organisers.map(({ personId, name }) => [personId, name]))} />
        <details>
          <summary>{t('desk.journal.verify.key', { key: ctx.vault.signer.key })}</summary>
          <p>{t('desk.journal.verify.keyAbout')}</p>
          <pre class="hash" tabindex={0}>{ctx.vault.signer.publicKey}</pre>
        </details>
      </>
    ) })
  },
  async send({ ctx, organiser, homeLink }) {
    await askCheck(ctx, organiser.personId)
    return goTo(homeLink('/desk/journal/verify'))
  },
})

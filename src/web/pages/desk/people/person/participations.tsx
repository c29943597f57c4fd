import { registrationState } from './fee-words.ts'
import { inFours, money, percent } from '#words/formats.ts'
import { isLiving } from '#participants/state.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import type { CaseFile, Desk, Part } from './case-file.ts'
import { dayOf, personLink } from './who.ts'

/** What a mandate covers and whether it is sealed. */
function Mandates({ visit, part: { mandates, capacities } }: { visit: Desk; part: Part }) {
  const { t } = visit
  if (!mandates.length) return <>{t('desk.person.noMandate')}</>
  return (
    <ul class="plain">
      {mandates.map(({ mandateId, grantedAt, sealed }) => (
        <li>
          {t('desk.person.mandate', { day: dayOf(visit, grantedAt) })}{' '}
          <strong>{sealed ? t('desk.person.sealed', { day: dayOf(visit, sealed.sealedAt) }) : t('desk.person.notSealed')}</strong>
          <ul class="plain">
            {capacities
              .filter((each) => each.mandateId === mandateId)
              .map(({ kind, revoked, signedBy }) => (
                <li class="fine">
                  {t(`desk.person.capacity.${kind as 'mandate'}`)}
                  {signedBy !== 'self' && `, ${t(`desk.person.signedBy.${signedBy}`)}`}
                  {revoked && `, ${t('desk.person.revoked',
                    { day: dayOf(visit, revoked.at), why: t(`desk.person.revocation.${revoked.reason}`) })}`}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function PartTable({ visit, file, part }: { visit: Desk; file: CaseFile; part: Part }) {
  const { t, language } = visit
  const { participation: { claim, reference, joinedAt, round, end, successFee }, state, fee, intoId } = part
  const { personId } = file.person
  const name = part.claim?.facts.name[language] ?? claim
  const open = file.notices.find((each) => each.claim === claim && !each.outcome)
  const rows = [
    { term: t('desk.person.state'), value: <><strong>{t(`desk.person.state.${state}`)}</strong>
      {end && `, ${dayOf(visit, end.noticedAt)}`}
      {intoId && <>, <a href={personLink(visit, intoId)}>{t('desk.person.mergedInto', { name: file.names.get(intoId) ?? '' })}</a></>}</> },
    { term: t('desk.person.reference'), value: <span class="reference">{inFours(reference)}</span> },
    { term: t('desk.person.joined'), value: `${dayOf(visit, joinedAt)}${round > 1 ? `, ${t('desk.person.round', { round })}` : ''}` },
    { term: t('desk.person.mandates'), value: <Mandates visit={visit} part={part} /> },
    { term: t('desk.person.fee'), value: registrationState(visit, fee, part.claim?.facts.timeZone) },
    { term: t('desk.person.successFee'), value: successFee.choice === 'fixed' ? t('desk.person.successFixed', { amount: money(language,
      successFee.fixedCents) })
      : t('desk.person.successPercent', { percent: percent(language, successFee.percent) }) },
  ]
  const decides = may(visit, 'people.decide') && isLiving(state)
  return (
    <section class="desk-part" aria-label={name}>
      <h3>{name}</h3>
      <dl class="desk-facts">{rows.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      {decides && (
        <ul class="links">
          {state !== 'excluded' && <li><a href={personLink(visit, personId,
            `/decide/exclude?of=${claim}`)}>{t('desk.person.act.exclude')}</a></li>}
          {may(visit, 'deficiencies.send') && !open
            && <li><a href={personLink(visit, personId, `/deficiency/${claim}`)}>{t('desk.person.act.deficiency')}</a></li>}
        </ul>
      )}
    </section>
  )
}

/** Every participation: state, papers, fees, and what may be decided on it. */
export function Participations({ visit, file }: { visit: Desk; file: CaseFile }) {
  const { t } = visit
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t('desk.person.claims')}</h2>
      {file.parts.length ? file.parts.map((part) => <PartTable visit={visit} file={file} part={part} />)
        : <p>{t('desk.person.noClaims')}</p>}
    </section>
  )
}

import type { Reached } from '#accounts/reach.ts'
import type { CapacityKind } from '#claims/bundle.ts'
import type { ClaimContent } from '#claims/queries.ts'
import { isSignedByOthersOnly, type KnownMandate } from '#mandates/queries.ts'
import type { KnownCapacity } from '#mandates/revoke.ts'
import type { KnownFile } from '#platform/files/stored.ts'
import { day, dayAndTime } from '#words/formats.ts'
import { isWordKey } from '#words/words.ts'
import { maySeeFile } from './files-seen.ts'
import type { Participant } from '#web/pages/account/account-layout.tsx'
import { calledName } from '#participants/first-name.ts'

interface Papers {
  visit: Participant
  of: Reached
  claims: readonly ClaimContent[]
  mandates: readonly KnownMandate[]
  capacities: readonly KnownCapacity[]
  files: readonly KnownFile[]
}

/** Whether what was signed in a mandate still holds, or since when and why not. */
function stateWords({ t, language }: Participant, capacities: readonly KnownCapacity[]): string {
  const ended = capacities.filter(({ revoked }) => revoked)
  const last = ended.at(-1)?.revoked
  if (!last) return t('account.documents.state.inForce')
  const said = day(language, last.effectiveOn)
  if (ended.length === capacities.length) return t(`account.documents.state.${last.reason}`, { day: said })
  const kinds = ended.map(({ kind }) => t(`account.documents.capacity.${kind as CapacityKind}`)).join(', ')
  return t('account.documents.state.partly', { day: said, kinds })
}

function Mandate({ visit, claims, mandate, capacities }: Pick<Papers, 'visit' | 'claims' | 'capacities'> & { mandate: KnownMandate }) {
  const { t, language } = visit
  const { personId, sealed, mandateId } = mandate
  const claim = claims.find(({ slug }) => slug === mandate.claim)
  const name = { claim: claim?.facts.name[language] ?? mandate.claim }
  return (
    <li>
      <p>{sealed
        ? <a href={visit.homeLink(`/account/documents/${personId}/${sealed.fileId}`)}>{t('account.documents.mandate', name)}</a>
        : t('account.documents.sealing', name)}</p>
      <p class="fine"><strong>{stateWords(visit, capacities.filter((each) => each.mandateId === mandateId))}</strong>{'. '}
        {t('account.documents.signedOn', { time: dayAndTime(language, mandate.grantedAt, claim?.facts.timeZone) })}</p>
      {sealed && <p class="fine fingerprint">{t('account.documents.fingerprint', { fingerprint: sealed.sha256 })}</p>}
    </li>
  )
}

function fileTitle({ t }: Participant, kind: string): string {
  const key = `account.documents.kind.${kind}` as const
  return isWordKey(key) ? t(key as 'account.documents.kind.other') : t('account.documents.kind.other')
}

/** What somebody signed, also what was replaced or taken back, and the receipts; of a child of 16 no answer about its data (GD-07). */
export function PersonalPapers({ visit, of, claims, mandates, capacities, files }: Papers) {
  const { t, language } = visit
  const { person: { personId, legalName } } = of
  const signed = mandates.filter((each) => each.personId === personId)
  const sealed = new Set(signed.map((each) => each.sealed?.fileId))
  const others = files.filter((each) => each.personId === personId && !sealed.has(each.id) && maySeeFile(of, each.kind))
  if (!signed.length && !others.length) return null
  const ofSelf = of.as === 'self'
  const theirs = capacities.filter((each) => each.personId === personId)
  const title = t(ofSelf ? 'account.you' : 'account.for', { name: ofSelf ? legalName : calledName(legalName) })
  return (
    <section class="person" aria-label={title}>
      <h2>{title}</h2>
      {signed.length > 0 && (
        <>
          <h3>{t(ofSelf && isSignedByOthersOnly(theirs) ? 'account.documents.signedForYou' : 'account.documents.signed')}</h3>
          <ul class="papers">
            {signed.map((mandate) => <Mandate visit={visit} claims={claims} mandate={mandate} capacities={capacities} />)}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('account.documents.others')}</h3>
          <ul class="papers">
            {others.map((file) => (
              <li>
                <p><a href={visit.homeLink(`/account/documents/${personId}/${file.id}`)}>{fileTitle(visit, file.kind)}</a></p>
                <p class="fine">
                  {t('account.documents.stored', { time: dayAndTime(language, file.storedAt) })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

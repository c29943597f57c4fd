import type { ClaimContent } from '#claims/queries.ts'
import { listDocuments, type PublishedDocument } from '#claims/published-documents.ts'
import { listMandates } from '#mandates/queries.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { dayIn } from '#platform/clock.ts'
import { listFiles } from '#platform/files/stored.ts'
import { day } from '#words/formats.ts'
import { page } from '#web/page.ts'
import { accountPageOf, claimsOf, participationsOf, reachOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { PersonalPapers } from './personal-papers.tsx'

interface Shelf {
  visit: Participant
  claim: ClaimContent
  documents: readonly PublishedDocument[]
  audience: PublishedDocument['audience']
}

/** The documents of a claim for one audience, with who published each and when. */
function ClaimDocuments({ visit, claim, documents, audience }: Shelf) {
  const { t, language, organisation } = visit
  const shown = documents.filter((each) => each.claim === claim.slug && each.audience === audience)
  if (!shown.length) return null
  const title = t(`account.documents.${audience}`, { claim: claim.facts.name[language] })
  const folder = audience === 'public' ? `/${claim.slug}/documents` : `/account/documents/of/${claim.slug}`
  const href = (id: string) => visit.homeLink(`${folder}/${id}`)
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {audience === 'participants' && <p>{t('account.documents.participantsAbout')}</p>}
      <ul class="papers">
        {shown.map(({ id, on, publishedAt }) => (
          <li>
            <p><a href={href(id)}>{claim.text(`documents/${id}`)?.title}</a></p>
            <p class="fine">{t('account.documents.publishedBy', {
              on: day(language, on), organisation: organisation.facts.name,
              day: day(language, dayIn(claim.facts.timeZone, publishedAt)) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All documents an account may see, by audience: its own people, the participants of its claims, everybody. */
export const accountDocumentsPage = page('/:lang{en|nl}/account/documents', {
  who: 'participant',
  async show(visit) {
    const { ctx, t } = visit
    const reached = await reachOf(visit)
    const ids = reached.map(({ person }) => person.personId)
    const [participations, mandates, capacities, files, all] = await Promise.all([
      participationsOf(visit), listMandates(ctx, ids), listCapacities(ctx, ids), listFiles(ctx, ids), claimsOf(visit),
    ])
    const partsIn = (slug: string, living: boolean) => participations.some((each) => each.claim === slug && (!living || !each.end))
    const claims = all.filter(({ slug }) => partsIn(slug, false))
    const documents = await listDocuments(ctx.db, claims)
    return accountPageOf(visit, { title: t('account.documents.title'), wide: true, children: (
      <>
        <p class="lead">{t('account.documents.lead')}</p>
        {mandates.length > 0 && <p class="fine">{t('account.documents.signedAbout')}</p>}
        {reached.map((of) => (
          <PersonalPapers visit={visit} of={of} claims={claims} mandates={mandates} capacities={capacities} files={files} />
        ))}
        {claims.filter(({ slug }) => partsIn(slug, true)).map((claim) => (
          <ClaimDocuments visit={visit} claim={claim} documents={documents} audience="participants" />
        ))}
        {claims.map((claim) => <ClaimDocuments visit={visit} claim={claim} documents={documents} audience="public" />)}
        {claims.length === 0 && <p>{t('account.documents.none')}</p>}
      </>
    ) })
  },
})

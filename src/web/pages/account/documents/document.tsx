import { dayIn } from '#platform/clock.ts'
import { readFile } from '#platform/files/stored.ts'
import { isId } from '#platform/id.ts'
import { day } from '#words/formats.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { citationsOf } from '#web/citations.ts'
import { renderMarkdown } from '#web/markdown.ts'
import { page } from '#web/page.ts'
import { listDocuments } from '#claims/published-documents.ts'
import { textOf } from '#web/pages/claim/claim-layout.tsx'
import { accountPageOf, participationsOf, personOf } from '#web/pages/account/account-layout.tsx'
import { maySeeFile } from './files-seen.ts'

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'application/json': 'json', 'application/zip': 'zip' }

/** A stored document of somebody this account reaches; for everybody else it does not exist. */
export const accountDocumentPage = page('/:lang{en|nl}/account/documents/:person/:file', {
  who: 'participant',
  async show(visit) {
    const { file = '' } = visit.params
    const of = isId(file) ? await personOf(visit) : undefined
    const found = of && (await readFile({ ...visit.ctx, files: visit.files }, of.person.personId, file))
    if (!found || !maySeeFile(of, found.kind)) return missing
    const name = found.kind === 'mandate' ? visit.t('mail.sealed.fileName') : found.kind
    return documentAnswer(found.bytes, found.mediaType, { fileName: `${name}.${endings[found.mediaType] ?? 'bin'}` })
  },
})

/** A document of a claim for its participants: only an account through which somebody takes part opens it; never public, never kept. */
export const participantsDocumentPage = page('/:lang{en|nl}/account/documents/of/:claim/:id', {
  who: 'participant',
  async show(visit) {
    const { t, claim, language, organisation } = visit
    const takesPart = (await participationsOf(visit)).some((each) => each.claim === claim.slug && !each.end)
    const document = takesPart
      ? (await listDocuments(visit.ctx.db, [claim])).find(({ id, audience }) => id === visit.params['id'] && audience === 'participants')
      : undefined
    if (!document) return missing
    const { title, markdown } = textOf(visit, `documents/${document.id}`)
    const published = day(language, dayIn(claim.facts.timeZone, document.publishedAt))
    return accountPageOf(visit, { title, wide: true, children: (
      <>
        <p class="fine">{t('account.documents.publishedBy', {
          on: day(language, document.on), organisation: organisation.facts.name, day: published })}</p>
        <p class="fine">{t('account.documents.participantsAbout')}</p>
        {renderMarkdown(markdown, { headingFrom: 2, citations: citationsOf([], t), letter: true })}
        <p><a href={visit.homeLink('/account/documents')}>{t('account.documents.title')}</a></p>
      </>
    ) })
  },
})

import { citationsOf } from '#web/citations.ts'
import { missing } from '#web/answer.ts'
import { markdownHtml } from '#web/markdown.ts'
import { page, type Ground } from '#web/page.ts'
import { ClaimLayout, descriptionOf, textOf } from './claim-layout.tsx'
import { OtherQuestions, QuestionList } from './question-list.tsx'
import { SourcesBelow } from './sources-below.tsx'
import { Words } from './told.tsx'

const crumb = (visit: Ground) => ({ name: visit.t('claim.nav.questions'), path: `/${visit.language}/${visit.claim.slug}/questions` })

/** Questions and answers as search engines read them. They stand on one page only, as the format asks. */
const questionsFact = (visit: Ground): object => ({
  '@type': 'FAQPage',
  mainEntity: visit.claim.facts.faq.map((slug) => {
    const { title, markdown } = textOf(visit, `faq/${slug}`)
    return { '@type': 'Question', name: title, acceptedAnswer: { '@type': 'Answer', text: markdownHtml(markdown, { headingFrom: 3 }) } }
  }),
})

/** All questions of a claim. */
export const questionsPage = page('/:lang{en|nl}/:claim/questions', {
  who: 'anyone',
  kept: true,
  show(visit) {
    const citations = citationsOf(visit.claim.facts.sources, visit.t)
    const { title } = textOf(visit, 'page/faq')
    return (
      <ClaimLayout
        visit={visit}
        title={title}
        description={descriptionOf(
          `${visit.claim.facts.name[visit.language]}. ${visit.claim.facts.faq.map((slug) => textOf(visit, `faq/${slug}`).title).join(' ')}`,
        )}
        trail={[crumb(visit)]}
        graph={[questionsFact(visit)]}
      >
        <h1>{title}</h1>
        <Words visit={visit} name="page/faq" citations={citations} headingFrom={2} />
        <QuestionList visit={visit} citations={citations} plain />
        <SourcesBelow visit={visit} citations={citations} />
      </ClaimLayout>
    )
  },
})

/** One question with its own address. */
export const questionPage = page('/:lang{en|nl}/:claim/questions/:slug', {
  who: 'anyone',
  kept: true,
  show(visit) {
    const { t, claim, language } = visit
    const slug = claim.facts.faq.find((one) => one === visit.params['slug'])
    if (!slug) return missing
    const citations = citationsOf(claim.facts.sources, t)
    const name = `faq/${slug}`
    const { title, markdown } = textOf(visit, name)
    return (
      <ClaimLayout
        visit={visit}
        title={title}
        description={descriptionOf(markdown)}
        article
        trail={[crumb(visit), { name: title, path: `/${language}/${claim.slug}/questions/${slug}` }]}
      >
        <h1>{title}</h1>
        <Words visit={visit} name={name} citations={citations} headingFrom={2} />
        <SourcesBelow visit={visit} citations={citations} />
        <h2>{t('claim.questions.others')}</h2>
        <OtherQuestions visit={visit} at={slug} />
      </ClaimLayout>
    )
  },
})

import { Disclosure } from '#web/parts/blocks.tsx'
import type { Ground } from '#web/page.ts'
import { textOf } from './claim-layout.tsx'
import { Told, Words, type Telling } from './told.tsx'

/** Every question opens in place, also without script, and names the address of its own page. `plain`: no headings, right below an h1. */
export const QuestionList = ({ visit, citations, plain }: Telling & { plain?: boolean }) => (
  <>
    {visit.claim.facts.faq.map((slug) => (
      <Disclosure heading={!plain} summary={textOf(visit, `faq/${slug}`).title} id={`question-${slug}`}>
        <Words visit={visit} name={`faq/${slug}`} citations={citations} headingFrom={4} />
        <p class="fine">
          <a
            href={visit.claimLink(`/questions/${slug}`)}
            aria-label={`${visit.t('claim.questions.address')}: ${textOf(visit, `faq/${slug}`).title}`}
          >
            {visit.t('claim.questions.address')}
          </a>
        </p>
      </Disclosure>
    ))}
  </>
)

/** The questions on the campaign page. */
export const Questions = ({ visit, citations }: Telling) => (
  <Told visit={visit} citations={citations} name="page/faq" id="questions" narrow>
    <QuestionList visit={visit} citations={citations} />
  </Told>
)

/** Links to the questions, without the one the reader is at. */
export const OtherQuestions = ({ visit, at }: { visit: Ground; at: string }) => (
  <ul>
    {visit.claim.facts.faq
      .filter((slug) => slug !== at)
      .map((slug) => (
        <li>
          <a href={visit.claimLink(`/questions/${slug}`)}>{textOf(visit, `faq/${slug}`).title}</a>
        </li>
      ))}
  </ul>
)

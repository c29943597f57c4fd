import * as z from 'zod'
import { may } from '#accounts/may.ts'
import { listTexts } from '#casework/texts.ts'
import { listContents } from '#claims/queries.ts'
import { defects, type Defect } from '#deficiencies/defects.ts'
import { answerNotice } from '#deficiencies/answer-notice.ts'
import { findNotice, isAnswered, type Notice as Deficiency } from '#deficiencies/notices.ts'
import { legalZone } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { isId } from '#platform/id.ts'
import { day } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { RadioField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { accountPageOf, personOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

const answers = ['mended', 'more-time'] as const

/** The notice in the path, for who may correct the details of its person: the person, or who represents it (domain 2.5). */
async function noticeOf(visit: Participant) {
  const [of, id = ''] = [await personOf(visit), visit.params['notice']]
  if (!of || !may(of, 'correct-details') || !isId(id)) return undefined
  const notice = await findNotice(visit.ctx, of.person.personId, id)
  return notice && { of, notice }
}

/** Where each kind of defect is mended in the account. */
function Ways({ visit, notice: { personId, claim, defects: wrong } }: { visit: Participant; notice: Deficiency }) {
  const { t } = visit
  const has = (way: (typeof defects)[Defect]) => wrong.some((each) => defects[each] === way)
  return (
    <ul class="links">
      {has('details') && <li><a href={visit.homeLink(`/account/details/${personId}`)}>{t('account.mend.details')}</a></li>}
      {has('usage') && <li><a href={visit.homeLink(`/account/details/${personId}/${claim}`)}>{t('account.mend.usage')}</a></li>}
    </ul>
  )
}

function AnswerForm({ visit }: { visit: Participant }) {
  const { t } = visit
  return (
    <form method="post" action={visit.path} novalidate>
      <RadioField t={t} name="answer" label={t('account.mend.answer')} error={errorAt(visit, 'answer')} value={typedAt(visit, 'answer')}
        choices={answers.map((value) => ({ value, label: t(`account.mend.${value}`) }))} />
      <TextField t={t} name="words" rows={4} label={t('account.mend.words')} hint={t('account.mend.wordsHint')} error={errorAt(visit,
        'words')}
        value={typedAt(visit, 'words')} maxlength={4000} />
      <Actions><Button busy={t('join.busy')}>{t('account.mend.send')}</Button></Actions>
    </form>
  )
}

/** What is wrong with a participation, where it is mended, and how to say so or ask for more time (AD-04). */
export const mendPage = page('/:lang{en|nl}/account/deficiencies/:person/:notice', {
  who: 'participant', asks: ['sent'],
  form: z.object({ answer: z.enum(answers, { error: () => because('reason-missing') }),
    words: z.string().default('').transform((text) => text.trim()) }),
  async show(visit) {
    const found = await noticeOf(visit)
    if (!found) return missing
    const { of: { person }, notice } = found
    const { t, ctx, language } = visit
    const [[claim], text] = await Promise.all([listContents(ctx.db, [notice.claim], language), listTexts(ctx, person.personId)])
    const said = { name: calledName(person.legalName), claim: claim?.facts.name[language] ?? notice.claim, day: day(language,
      notice.dueOn) }
    const addition = text('notice', notice.id)
    const answered = isAnswered(notice) && notice.answers.at(-1)
    return accountPageOf(visit, { title: t('account.mend.title'), children: (
      <>
        {visit.query.get('sent') && <Notice t={t} kind="success" live><p>{t('account.mend.sent')}</p></Notice>}
        {notice.outcome ? <p class="lead">{t('account.mend.closed')}{' '}
          <a href={visit.homeLink(`/account/decisions/${person.personId}`)}>{t('account.decisions.link')}</a></p>
          : <p class="lead">{t('account.mend.lead', said)}</p>}
        {!notice.outcome && dayIn(legalZone, ctx.now) > notice.dueOn && <p>{t('account.mend.over', said)}</p>}
        <h2>{t('account.mend.list')}</h2>
        <ul>
          {notice.defects.flatMap((each) => (each === 'other' ? [] : [<li>{t(`deficiency.plain.${each}`, said)}</li>]))}
          {addition && <li class="said">{addition}</li>}
        </ul>
        {!notice.outcome && (
          <>
            <Ways visit={visit} notice={notice} />
            <h2>{t('account.mend.tell')}</h2>
            {answered && <p>{t('account.mend.answered', { day: day(language, dayIn(legalZone, answered.at)) })}</p>}
            <AnswerForm visit={visit} />
            <p class="fine">{t('account.mend.otherwise', { email: visit.organisation.facts.email })}</p>
          </>
        )}
      </>
    ) })
  },
  async send(visit) {
    const found = await noticeOf(visit)
    if (!found) return missing
    const { notice: { personId, id } } = found
    const sent = await answerNotice(visit.ctx, personId, { noticeId: id, answer: visit.sent.answer, words: visit.sent.words })
    return sent.ok ? goTo(`${visit.path}?sent=yes`) : again({ words: sent.because })
  },
})

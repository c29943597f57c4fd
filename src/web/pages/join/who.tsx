import * as z from 'zod'
import { answerWho } from '#joining/answer-who.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import type { Visit } from '#web/page.ts'
import { wordsIn } from '#words/words.ts'
import { RadioField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { JoinLayout, joinStep, whereNext } from './journey.tsx'

const choices = ['self', 'both', 'children'] as const

/** What was chosen, else what was stated: who came by "Join for a child" said so already. Nobody else finds a choice made. */
function chosen({ draft: { answers: { who, statement } } }: Visit<'joiner'>) {
  const forChild = (['en', 'nl'] as const).some((language) => statement.sentence === wordsIn(language)('claim.join.statementChild'))
  return who ?? (forChild ? 'children' : undefined)
}

/** For whom somebody joins: the first question after the code. */
export const whoPage = joinStep('who', {
  form: z.object({ who: z.enum(choices, { error: () => because('who-missing') }) }),
  show(visit) {
    const { t, claimLink } = visit
    if (visit.draft.purpose !== 'join') return goTo(whereNext(visit))
    const hints = { self: undefined, both: t('join.who.bothHint'), children: t('join.who.childrenHint') }
    return (
      <JoinLayout visit={visit} at="who" title={t('join.who.title')}>
        <p class="lead">{t('join.who.lead')}</p>
        <form method="post" action={claimLink('/join/who')} novalidate>
          <RadioField t={t} name="who" label={t('join.who.label')} error={errorAt(visit, 'who')}
            value={typedAt(visit, 'who') ?? chosen(visit)}
            choices={choices.map((value) => ({ value, label: t(`join.who.${value}`), hint: hints[value] }))} />
          <Actions><Button busy={t('join.busy')}>{t('join.next')}</Button></Actions>
        </form>
        <p>{t('join.who.under18')} <a href={claimLink('/join/parent')}>{t('join.who.under18Link')}</a></p>
      </JoinLayout>
    )
  },
  async send(visit) {
    if (visit.draft.purpose !== 'join') return goTo(whereNext(visit))
    const { t, sent: { who } } = visit
    const answered = await answerWho(visit.ctx, visit.draft, who, `${t('join.who.label')} ${t(`join.who.${who}`)}`)
    return answered.ok ? goTo(whereNext(visit, answered.value)) : again({ who: answered.because })
  },
})

import * as z from 'zod'
import { getContent } from '#claims/queries.ts'
import { answerInvitation } from '#guardians/answer-invitation.ts'
import { readInvited, type Invitation } from '#guardians/invitations.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { printable } from '#platform/pdf/script-coverage.ts'
import { day } from '#words/formats.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page, type Visit } from '#web/page.ts'
import { RadioField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { invitationOf, isInvited, over } from './invited.tsx'

type Invited = Visit<'invited'>
const answers = ['agreed', 'objected', 'unknown'] as const

function answered(visit: Invited, { answer, at }: NonNullable<Invitation['answered']>) {
  const { t, language, organisation } = visit
  return (
    <FormLayout visit={visit} title={t('guardian.answered.title')}>
      <p class="lead">{t(`guardian.answered.${answer}`, { date: day(language, dayIn(legalZone, at)) })}</p>
      <p>{t('guardian.answered.change', { email: organisation.facts.email })}</p>
    </FormLayout>
  )
}

const sentence = ({ t }: Invited, answer: (typeof answers)[number], child: string) =>
  (answer === 'agreed' ? t('guardian.answer.agreed', { child }) : t(`guardian.answer.${answer}`))

async function ask(visit: Invited, invitation: Invitation) {
  const { t, language, ctx } = visit
  const { child: called = t('guardian.aChild'), by, authority, declaredAt } = await readInvited(ctx, invitation)
  const claim = await getContent(ctx.db, invitation.contact.claim, language)
  const name = claim.facts.name[language]
  const date = day(language, dayIn(legalZone, declaredAt))
  return (
    <FormLayout visit={visit} title={t('guardian.answer.title', { child: called, claim: name })}>
      <p class="lead">{t('guardian.answer.lead', { by, child: called, claim: name, date })}</p>
      <p>{t(`guardian.answer.declared.${authority}`, { by, child: called })}</p>
      <p>{t('guardian.answer.means', { child: called })} <a href={visit.homeLink(`/${claim.slug}`)}>{t('guardian.answer.read')}</a></p>
      <form method="post" action={visit.homeLink(`/guardian/${invitation.id}/answer`)} novalidate>
        <RadioField t={t} name="answer" label={t('guardian.answer.label')} error={errorAt(visit, 'answer')} value={typedAt(visit, 'answer')}
          choices={answers.map((value) => ({ value, label: sentence(visit, value, called),
            ...(value === 'objected' && { hint: t('guardian.answer.objectedHint', { child: called, by }) }) }))} />
        <TextField t={t} name="word" label={t('guardian.answer.word')} hint={t('guardian.answer.wordHint', { by })} optional rows={4}
          error={errorAt(visit, 'word')} value={typedAt(visit, 'word')} />
        <Actions><Button busy={t('join.busy')}>{t('guardian.answer.button')}</Button></Actions>
      </form>
    </FormLayout>
  )
}

/** The other parent agrees, objects or does not know these people. For everybody but the proven address the page does not exist (SG-07). */
export const guardianAnswerPage = page('/:lang{en|nl}/guardian/:invitation/answer', {
  who: 'invited',
  form: z.object({
    answer: z.enum(answers, { error: () => because('guardian-answer-missing') }),
    word: z.string().default('').transform((typed) => printable(typed).trim())
      .pipe(z.string().max(2000, { error: because('word-too-long') })),
  }),
  async show(visit) {
    const invitation = await invitationOf(visit)
    if (!invitation || !isInvited(invitation, visit.session)) return missing
    if (invitation.answered) return answered(visit, invitation.answered)
    return invitation.over ? over(visit, invitation) : ask(visit, invitation)
  },
  async send(visit) {
    const invitation = await invitationOf(visit)
    if (!invitation || !isInvited(invitation, visit.session)) return missing
    const { child = visit.t('guardian.aChild') } = await readInvited(visit.ctx, invitation)
    const { answer, word } = visit.sent
    const given = await answerInvitation(visit.ctx, invitation,
      { answer, word, sentence: sentence(visit, answer, child), origin: visit.site.origin })
    if (!given.ok && given.because !== 'invitation-answered') return again({ '': given.because })
    return goTo(visit.homeLink(`/guardian/${invitation.id}/answer`))
  },
})

import * as z from 'zod'
import { answerChild } from '#joining/children/answer-child.ts'
import { removeChild } from '#joining/children/remove-child.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'
import { again, goTo, missing, type Answer } from '#web/answer.ts'
import type { Because } from '#web/because.ts'
import type { Visit } from '#web/page.ts'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { ChildFields } from './child-fields.tsx'
import { childForm } from './child-form.ts'
import { JoinLayout, joinStep, whereNext } from './journey.tsx'

type Joiner = Visit<'joiner'>

/** The place in the list that the path names, from 0; undefined for a child that is not there. */
function placeOf({ params, draft }: Joiner): number | undefined {
  const at = /^\d{1,2}$/.test(params['child'] ?? '') ? Number(params['child']) - 1 : -1
  return draft.answers.children?.[at] ? at : undefined
}

function childView(visit: Joiner, at: number | undefined) {
  const { t, claimLink, draft: { answers: { children = [] } } } = visit
  return (
    <JoinLayout visit={visit} at="children" title={t('join.child.title', { count: (at ?? children.length) + 1 })}>
      <p class="lead">{t('join.child.lead')}</p>
      <form method="post" action={claimLink(at === undefined ? '/join/child' : `/join/child/${at + 1}`)} novalidate>
        <ChildFields visit={visit} known={at === undefined ? undefined : children[at]} like={children.at(-1)} />
        <Actions>
          <Button busy={t('join.busy')}>{t('join.child.save')}</Button>
          {children.length > 0 && <ButtonLink kind="quiet" href={claimLink('/join/children')}>{t('join.child.back')}</ButtonLink>}
        </Actions>
      </form>
    </JoinLayout>
  )
}

const fieldOf: Partial<Record<Because, string>> = {
  'name-characters': 'legalName', 'child-twice': 'legalName', 'child-takes-part': 'legalName', 'child-suspended': 'legalName',
  'birth-date-future': 'birthDate', 'child-is-adult': 'birthDate', 'authority-relation': 'authority', 'period-turned-round': 'until',
  'period-before-birth': 'from', 'other-parent-characters': 'otherName', 'other-parent-self': 'otherEmail',
}

async function save(visit: Joiner & { sent: z.output<typeof childForm> }, at: number | undefined): Promise<Answer> {
  const { ctx, draft, claim, sent, claimLink } = visit
  const answered = await answerChild(ctx, draft, claim.facts.timeZone, sent, at)
  if (answered.ok) return goTo(claimLink('/join/children'))
  const account = Object.entries(sent.usage.accounts).find(([, typed]) => missingGlyphs(typed).length)?.[0] ?? 'username'
  return again({ [answered.because === 'address-characters' ? `account-${account}` : fieldOf[answered.because] ?? '']: answered.because })
}

/** One more child. */
export const newChildPage = joinStep('children', {
  path: 'child', form: childForm, show: (visit) => childView(visit, undefined), send: (visit) => save(visit, undefined),
})

/** A child of the list, to be changed. */
export const joiningChildPage = joinStep('children', {
  path: 'child/:child', form: childForm,
  show(visit) {
    const at = placeOf(visit)
    return at === undefined ? goTo(visit.claimLink('/join/children')) : childView(visit, at)
  },
  send(visit) {
    const at = placeOf(visit)
    return at === undefined ? missing : save(visit, at)
  },
})

/** Takes a child off the list. */
export const removeChildPage = joinStep('children', {
  path: 'child/:child/remove', form: z.object({}),
  show: (visit) => goTo(visit.claimLink('/join/children')),
  async send(visit) {
    const at = placeOf(visit)
    if (at !== undefined) await removeChild(visit.ctx, visit.draft, at)
    return goTo(at === undefined ? whereNext(visit) : visit.claimLink('/join/children'))
  },
})

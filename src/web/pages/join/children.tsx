import * as z from 'zod'
import { mostChildren } from '#joining/children/answer-child.ts'
import type { Child } from '#joining/answers.ts'
import { declareAuthority } from '#joining/children/declare-authority.ts'
import { day } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import type { Visit } from '#web/page.ts'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { ticked } from '#web/parts/field-schemas.ts'
import { errorAt } from '#web/parts/typed.ts'
import { JoinLayout, joinStep, whereNext } from './journey.tsx'

type Joiner = Visit<'joiner'>

/** What the signer declares of a child, as the page shows it and the evidence keeps it (MI-02). */
const statementOf = ({ t, language }: Joiner, { legalName, birthDate, authority }: Child): string =>
  t(`join.children.statement.${authority}`, { name: legalName, date: day(language, birthDate) })

function ListedChild({ visit, child, at }: { visit: Joiner; child: Child; at: number }) {
  const { t, language, claimLink } = visit
  const { legalName, birthDate, authority, otherParent } = child
  const path = claimLink(`/join/child/${at + 1}`)
  const about = <span class="visually-hidden"> {t('join.children.changeOf', { name: legalName })}</span>
  return (
    <li class="person-card">
      <h2><bdi>{legalName}</bdi></h2>
      <dl class="summary">
        <div><dt>{t('join.children.born')}</dt><dd>{day(language, birthDate)}</dd></div>
        <div><dt>{t('join.children.authority')}</dt><dd>{t(`join.child.${authority}`)}</dd></div>
        {otherParent && (
          <div><dt>{t('join.children.other')}</dt>
            <dd>{otherParent.email ? t('join.children.otherInvited', { name: otherParent.name, email: otherParent.email })
              : <bdi>{otherParent.name}</bdi>}</dd></div>
        )}
      </dl>
      <form method="post" action={`${path}/remove`}>
        <Actions>
          <ButtonLink kind="secondary" href={path}>{t('join.children.change')}{about}</ButtonLink>
          <Button kind="quiet">{t('join.children.remove')}{about}</Button>
        </Actions>
      </form>
    </li>
  )
}

/** The children so far, and the declaration of authority over all of them (MI-02, SG-07). */
export const childrenPage = joinStep('children', {
  form: z.object({ declared: ticked(because('declaration-missing')) }),
  show(visit) {
    const { t, claimLink, draft: { answers } } = visit
    const children = answers.children ?? []
    if (!children.length) return goTo(claimLink('/join/child'))
    return (
      <JoinLayout visit={visit} at="children" title={t('join.children.title', { count: children.length })}>
        <p class="lead">{t('join.children.lead')}</p>
        <ul class="person-cards">{children.map((child, at) => <ListedChild visit={visit} child={child} at={at} />)}</ul>
        {children.length < mostChildren && (
          <Actions><ButtonLink kind="secondary" href={claimLink('/join/child')}>{t('join.children.add')}</ButtonLink></Actions>
        )}
        <h2>{t('join.children.declare')}</h2>
        <p>{t('join.children.declareLead')}</p>
        <ul>{children.map((child) => <li>{statementOf(visit, child)}</li>)}</ul>
        <form method="post" action={claimLink('/join/children')} novalidate>
          <CheckField t={t} name="declared" label={t('join.children.tick')} hint={t('join.children.tickHint')}
            error={errorAt(visit, 'declared')} checked={answers.declared !== undefined} />
          <Actions><Button busy={t('join.busy')}>{t('join.next')}</Button></Actions>
        </form>
        <p>{t('join.children.forChildren')}: <a href={visit.homeLink('/privacy/children')}>{t('join.children.forChildrenLink')}</a></p>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, draft, t } = visit
    const statements = (draft.answers.children ?? []).map((child) => statementOf(visit, child))
    const declared = await declareAuthority(ctx, draft, { statements, sentence: t('join.children.tick') })
    return declared.ok ? goTo(whereNext(visit, declared.value)) : again({ '': declared.because })
  },
})

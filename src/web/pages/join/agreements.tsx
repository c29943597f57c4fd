import * as z from 'zod'
import { agreementKinds } from '#claims/bundle.ts'
import { listAgreements, type SessionAgreement } from '#claims/queries.ts'
import { agree, textsInForce } from '#joining/agree.ts'
import { priceOf } from '#joining/submit/price.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { renderMarkdown } from '#web/markdown.ts'
import type { Visit } from '#web/page.ts'
import { Disclosure, Notice } from '#web/parts/blocks.tsx'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { earlySentence, feeSentence, Money } from './agreements-money.tsx'
import { tick } from '#web/parts/field-schemas.ts'
import { ForWhom } from './for-whom.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { JoinLayout, joinStep } from './journey.tsx'
import { KeptTerms, keptTerms } from './kept-terms.tsx'

const hash = z.string().regex(/^[0-9a-f]{64}$/).optional().catch(undefined)
const form = z.object({
  ...(Object.fromEntries(agreementKinds.map((kind) => [`text-${kind}`, hash])) as
    Record<`text-${(typeof agreementKinds)[number]}`, typeof hash>),
  successFee: z.enum(['fixed', 'percent'], { error: () => because('fee-choice-missing') }),
  startEarly: tick,
})

/** The sentence beside the tick of a text; it becomes part of the evidence (SG-04). */
const sentence = ({ t }: Pick<Visit, 't'>, text: SessionAgreement) => t(`join.agreements.tick.${text.act}`, { title: text.title })

function isTicked(visit: Visit<'joiner'>, text: SessionAgreement): boolean {
  if (Object.keys(visit.form.typed).length) return typedAt(visit, `text-${text.kind}`) === text.sha256
  return visit.draft.answers.agreed?.texts.some((agreed) => agreed.sha256 === text.sha256) ?? false
}

function AgreementText({ visit, text }: { visit: Visit<'joiner'>; text: SessionAgreement }) {
  const { t, language, claim } = visit
  const slug = text.of === 'claim' ? claim.slug : 'organisation'
  return (
    <section class="agreement" aria-labelledby={`${text.kind}-title`}>
      <h2 id={`${text.kind}-title`}>{text.title}</h2>
      <p class="agreement-about"><strong>{t('join.agreements.summary')}</strong></p>
      {renderMarkdown(text.summary, { headingFrom: 3 })}
      <Disclosure summary={t('join.agreements.full', { title: text.title })}>
        <p class="hint">{t('join.agreements.version', { version: text.version })}</p>
        {renderMarkdown(text.body, { headingFrom: 3, letter: true, clausesOf: text.kind })}
      </Disclosure>
      <p>
        <a href={visit.homeLink(`/texts/${slug}/${text.kind}/${text.version}`, language)} target="_blank" rel="noopener">
          {t('join.agreements.own')}<span class="visually-hidden">: {text.title}</span>
        </a>
      </p>
      <CheckField t={t} name={`text-${text.kind}`} value={text.sha256} label={sentence(visit, text)}
        error={errorAt(visit, `text-${text.kind}`)} checked={isTicked(visit, text)} />
    </section>
  )
}

const Early = ({ visit }: { visit: Visit<'joiner'> }) => (
  <>
    <h2>{visit.t('join.agreements.early')}</h2>
    <CheckField t={visit.t} name="startEarly" label={earlySentence(visit)} hint={visit.t('join.agreements.earlyHint')}
      checked={Object.keys(visit.form.typed).length ? typedAt(visit, 'startEarly') === 'yes'
        : visit.draft.answers.agreed?.startEarly.asked} />
  </>
)

export const agreementsPage = joinStep('agreements', {
  form,
  async show(visit) {
    const { t } = visit
    const [kept, price] = [await keptTerms(visit), await priceOf(visit.ctx, visit.draft, visit.claim.facts.money)]
    const texts = await listAgreements(visit.ctx.db, visit.claim.slug, visit.language)
    // Who signed or submitted over a text that was renewed meanwhile is led back here, and must learn why.
    const renewed = visit.draft.answers.agreed !== undefined && !(await textsInForce(visit.ctx, visit.draft))
    return (
      <JoinLayout visit={visit} at="agreements" title={t('join.agreements.title')}>
        {renewed && <Notice t={t} kind="warning"><p>{t('because.text-changed')}</p></Notice>}
        <p class="lead">{t('join.agreements.lead')}</p>
        <ForWhom visit={visit} />
        <form method="post" action={visit.claimLink('/join/agreements')} novalidate>
          {texts.map((text) => <AgreementText visit={visit} text={text} />)}
          {kept
            ? <KeptTerms visit={visit} terms={kept} />
            : <><Money visit={visit} price={price} />{visit.draft.purpose === 'join' && <Early visit={visit} />}</>}
          <Actions><Button busy={t('join.busy')}>{t('join.next')}</Button></Actions>
        </form>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, draft, claim, sent } = visit
    const texts = await listAgreements(ctx.db, claim.slug, visit.language)
    const agreed = await agree(ctx, draft, {
      language: visit.language,
      ticked: Object.fromEntries(texts.map(({ kind }) => [kind, sent[`text-${kind}`]])),
      sentences: Object.fromEntries(texts.map((text) => [text.kind, sentence(visit, text)])),
      ...((await keptTerms(visit)) ?? {
        successFee: { choice: sent.successFee, sentence: feeSentence(visit, sent.successFee) },
        startEarly: { asked: sent.startEarly, sentence: earlySentence(visit) },
      }),
    })
    if (agreed.ok) return goTo(visit.claimLink('/join/sign'))
    if (agreed.because !== 'tick-missing' && agreed.because !== 'text-changed') return again({ '': agreed.because })
    const wrong = texts.filter(({ kind, sha256 }) => sent[`text-${kind}`] !== sha256)
    return again(Object.fromEntries(wrong.map(({ kind }) =>
      [`text-${kind}`, sent[`text-${kind}`] === undefined ? 'tick-missing' : 'text-changed'])))
  },
})

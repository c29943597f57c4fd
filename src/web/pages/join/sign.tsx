import * as z from 'zod'
import { sign } from '#joining/sign.ts'
import type { GivenSignature } from '#mandates/signing-record.ts'
import { drawnStrokes } from '#mandates/strokes.ts'
import { again, goTo } from '#web/answer.ts'
import { because, type Because } from '#web/because.ts'
import type { Visit } from '#web/page.ts'
import { wordsIn } from '#words/words.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { Signature } from '#web/parts/signature.tsx'
import { optional, tick } from './form-fields.ts'
import { errorAt, JoinLayout, joinStep, typedAt } from './journey.tsx'

const client = z.object({ viewport: z.string().max(20), timeZone: z.string().max(60), offsetMinutes: z.int().min(-900).max(900) }).partial()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Way = { way: 'drawn'; strokes: z.output<typeof drawnStrokes> } | { way: 'typed'; typedName: string }

/**
 * Drawn strokes, or a typed name with its tick: one of the two, of equal weight (SG-05). The tick decides where both came: browsers fill in
 * names
 * by themselves.
 */
const form = z.object({ signature: z.string().max(300_000).default(''), 'signature-typed': optional(150), 'signature-ticked': tick,
  client: z.string().max(300).catch('') })
  .transform((sent, check) => {
    const wrong = (reason: Because) => {
      check.addIssue({ code: 'custom', path: ['signature-typed'], message: reason })
      return z.NEVER
    }
    const about = client.safeParse(parsed(sent.client))
    const from = about.success ? about.data : undefined
    if (sent['signature-typed'] && sent['signature-ticked'])
      return { way: { way: 'typed', typedName: sent['signature-typed'] } as Way, from }
    if (!sent.signature) return wrong(sent['signature-typed'] ? because('signature-tick-missing') : because('signature-missing'))
    const drawn = drawnStrokes.safeParse(parsed(sent.signature))
    if (drawn.success) return { way: { way: 'drawn', strokes: drawn.data } as Way, from }
    return wrong(drawn.error.issues.some((issue) => issue.message === 'too-many-points') ? because('too-many-points')
      : because('signature-empty'))
  })

const signedTexts = ({ draft }: Visit<'joiner'>) => draft.answers.agreed!.texts.filter((text) => text.act === 'sign')

/** The sentence that is signed, in the language of the contract whatever language the page is in (AX-06). */
const sentence = (visit: Visit<'joiner'>) => wordsIn(visit.draft.language)('join.sign.sentence',
  { claim: visit.claim.facts.name[visit.draft.language], texts: signedTexts(visit).map(({ title }) => title).join('; ') })

export const signPage = joinStep('sign', {
  // 5,000 points as JSON, of which a form writes every second sign with three.
  largest: 512 * 1024,
  form,
  show(visit) {
    const { t, draft } = visit
    const signer = draft.answers.details!.legalName
    return (
      <JoinLayout visit={visit} at="sign" title={t('join.sign.title')} islands={['signature-field']}>
        <p class="lead">{t('join.sign.lead', { name: signer })}</p>
        <h2>{t('join.sign.texts')}</h2>
        <ul>{signedTexts(visit).map(({ slug, kind, version, language, title }) => (
          <li>
            <a href={visit.homeLink(`/texts/${slug}/${kind}/${version}`, language)} lang={language} target="_blank" rel="noopener">
              {title}
            </a>,{' '}
            <span class="whole">{t('join.agreements.ofVersion', { version })}</span>
          </li>
        ))}</ul>
        <form method="post" action={visit.claimLink('/join/sign')} novalidate>
          <p lang={draft.language}>{sentence(visit)}</p>
          <Signature t={t} name="signature" signer={signer} typed={typedAt(visit, 'signature-typed')}
            ticked={typedAt(visit, 'signature-ticked') === 'yes'} error={errorAt(visit, 'signature-typed')} />
          <input type="hidden" name="client" />
          <p class="hint">{t('join.sign.evidence')}</p>
          <Actions><Button busy={t('join.busy')}>{t('join.sign.button')}</Button></Actions>
        </form>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, draft, sent, request, t } = visit
    const given: Omit<GivenSignature, 'at'> = {
      ...sent.way, ...(sent.way.way === 'typed' && { ticked: t('parts.signTicked') }), sentence: sentence(visit), ip: request.ip,
      userAgent: request.userAgent,
      ...(sent.from && { client: sent.from as NonNullable<GivenSignature['client']> }),
    }
    const signed = await sign(ctx, draft, given)
    if (signed.ok) return goTo(visit.claimLink('/join/check'))
    if (signed.because === 'text-changed') return goTo(visit.claimLink('/join/agreements'))
    return again({ 'signature-typed': signed.because })
  },
})

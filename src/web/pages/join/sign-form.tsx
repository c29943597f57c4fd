import * as z from 'zod'
import type { ForEach } from '#joining/answers.ts'
import type { Draft } from '#joining/queries.ts'
import { forChildren, forSelf } from '#joining/steps.ts'
import type { GivenSignature } from '#mandates/signing-record.ts'
import { drawnStrokes } from '#mandates/strokes.ts'
import { because, type Because } from '#web/because.ts'
import type { Ground } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { Signature } from '#web/parts/signature.tsx'
import { wordsIn } from '#words/words.ts'
import { optional, tick } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'

const client = z.object({ viewport: z.string().max(20), timeZone: z.string().max(60), offsetMinutes: z.int().min(-900).max(900) }).partial()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Somebody with a draft to sign, at the computer or on the phone. */
export type Signing = Ground & { draft: Draft }

type Way = { way: 'drawn'; strokes: z.output<typeof drawnStrokes> } | { way: 'typed'; typedName: string }

/**
 * Drawn strokes, or a typed name with its tick: one of the two, of equal weight (SG-05). The tick decides where both came: browsers fill in
 * names
 * by themselves.
 */
export const signatureForm = z.object({ signature: z.string().max(300_000).default(''), 'signature-typed': optional(150),
  'signature-ticked': tick,
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

const signedTexts = ({ draft }: Signing) => draft.answers.agreed!.texts.filter((text) => text.act === 'sign')

/** The sentence that is signed, in the language of the contract whatever language the page is in (AX-06). */
const sentence = (visit: Signing) => wordsIn(visit.draft.language)('join.sign.sentence',
  { claim: visit.claim.facts.name[visit.draft.language], texts: signedTexts(visit).map(({ title }) => title).join('; ') })

/** For whom is signed: a sentence for each person, in the language of the contract. None where somebody signs for themselves alone. */
function eachSentence({ draft: { language, answers } }: Signing): string[] {
  const t = wordsIn(language)
  if (!forChildren(answers)) return []
  const self = forSelf(answers) ? [t('join.sign.forSelf', { name: answers.details!.legalName })] : []
  return [...self, ...answers.children!.map(({ legalName, relation }) =>
    t(relation === 'guardian' ? 'join.sign.forGuardian' : 'join.sign.forParent', { name: legalName }))]
}

/** The largest form of a signature in bytes: 5,000 points as JSON, of which a form writes every second sign with three. */
export const largestSignature = 512 * 1024

/** The texts that are signed and the field to sign in; `action` takes what `signatureForm` reads. */
export function SignForm({ visit, action }: { visit: Signing; action: string }) {
  const { t, draft } = visit
  const each = eachSentence(visit)
  return (
    <>
      <h2>{t('join.sign.texts')}</h2>
      <ul>{signedTexts(visit).map(({ slug, kind, version, language, title }) => (
        <li>
          <a href={visit.homeLink(`/texts/${slug}/${kind}/${version}`, language)} lang={language} target="_blank" rel="noopener">
            {title}
          </a>,{' '}
          <span class="whole">{t('join.agreements.ofVersion', { version })}</span>
        </li>
      ))}</ul>
      <form method="post" action={action} novalidate>
        <p lang={draft.language}>{sentence(visit)}</p>
        {each.length > 0 && <ul lang={draft.language}>{each.map((one) => <li>{one}</li>)}</ul>}
        <Signature t={t} name="signature" signer={draft.answers.details!.legalName} typed={typedAt(visit, 'signature-typed')}
          ticked={typedAt(visit, 'signature-ticked') === 'yes'} error={errorAt(visit, 'signature-typed')} />
        <input type="hidden" name="client" />
        <p class="hint">{t('join.sign.evidence')}</p>
        <Actions><Button busy={t('join.busy')}>{t('join.sign.button')}</Button></Actions>
      </form>
    </>
  )
}

/** The signature that was sent, with all that the evidence tells about it (SG-04). */
export const givenSignature = (visit: Signing & { sent: z.output<typeof signatureForm> }): Omit<GivenSignature, 'at'> & ForEach => {
  const { sent: { way, from }, request, t } = visit
  const each = eachSentence(visit)
  return {
    ...way, ...(way.way === 'typed' && { ticked: t('parts.signTicked') }), sentence: sentence(visit), ip: request.ip,
    userAgent: request.userAgent, ...(from && { client: from as NonNullable<GivenSignature['client']> }),
    ...(each.length > 0 && { each }),
  }
}

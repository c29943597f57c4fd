import type { T } from '#words/words.ts'
import './elements.ts'
import { CheckField, TextField } from './fields.tsx'

export interface SignatureProps {
  t: T
  /** Form field with the strokes as JSON; `<name>-typed` and `<name>-ticked` carry the equal alternative (SG-05). */
  name: string
  /** The name on the agreement, suggested nowhere: the signer types it. */
  signer: string
  typed?: string | undefined
  ticked?: boolean | undefined
  error?: string | undefined
}

/** Draw a signature, or type one's name and tick: both count the same (SG-05, WCAG 2.5.7). Drawing shows only with script. */
export function Signature({ t, name, signer, typed, ticked, error }: SignatureProps) {
  return (
    <div class="signature">
      <signature-field hidden>
        <p class="label" id={`${name}-label`}>{t('parts.signHere')}</p>
        <p class="hint">{t('parts.signHereHint')}</p>
        <div class="pad"><canvas role="img" aria-label={t('parts.signCanvas')} /></div>
        <input type="hidden" name={name} />
        <p class="pad-foot"><span role="status" data-drawn={t('parts.signDrawn')} data-cleared={t('parts.signCleared')} />
          <button type="button" class="button quiet" data-clear>{t('parts.signClear')}</button></p>
        <p class="or"><span>{t('parts.signOr')}</span></p>
      </signature-field>
      <TextField t={t} name={`${name}-typed`} label={t('parts.signTyped')} hint={t('parts.signTypedHint', { name: signer })} value={typed}
        error={error} autocomplete="name" />
      <CheckField t={t} name={`${name}-ticked`} label={t('parts.signTicked')} checked={ticked} />
    </div>
  )
}

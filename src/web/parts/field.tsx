import type { ComponentChildren } from 'preact'
import type { T } from '#words/words.ts'

/** What every field of a form has. Optional texts may be `undefined`, so a page can pass `errors.name` as it is. */
export interface FieldWords {
  t: T
  name: string
  label: ComponentChildren
  hint?: string | undefined
  /** Opens under "Why we ask". */
  why?: string | undefined
  error?: string | undefined
  /** Adds "(optional)" to the label; every other field is required. */
  optional?: boolean | undefined
}

/** Ids that describe a control, in reading order, for `aria-describedby`. */
export function describedBy({ name, hint, error }: Pick<FieldWords, 'name' | 'hint' | 'error'>): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
}

/** The `aria-` attributes of one control. */
export function aria(words: Pick<FieldWords, 'name' | 'hint' | 'error'>): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const ids = describedBy(words)
  return { ...(ids && { 'aria-describedby': ids }), ...(words.error && { 'aria-invalid': 'true' as const }) }
}

export const Hint = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <p class="hint" id={`${name}-hint`}>{children}</p>
)

export const FieldError = ({ t, name, children }: { t: T; name: string; children: ComponentChildren }) => (
  <p class="field-error" id={`${name}-error`}><span class="visually-hidden">{t('parts.error')} </span>{children}</p>
)

export const Why = ({ t, children }: { t: T; children: ComponentChildren }) => (
  <details class="why"><summary>{t('parts.whyWeAsk')}</summary><p>{children}</p></details>
)

const Optional = ({ t }: { t: T }) => <span class="optional"> {t('parts.optional')}</span>

/** A label with one control: hint before the control, error right above it, the reason for asking below. */
export function Field({ children, ...words }: FieldWords & { children: ComponentChildren }) {
  const { t, name, label, hint, why, error, optional } = words
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for={name}>{label}{optional && <Optional t={t} />}</label>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && <FieldError t={t} name={name}>{error}</FieldError>}
      {children}
      {why && <Why t={t}>{why}</Why>}
    </div>
  )
}

/**
 * Several controls under one question: a fieldset whose legend is the question. Where no control has the id `name`, the group itself is the
 * `target` that the error summary leads to.
 */
export function FieldGroup({ children, target, ...words }: FieldWords & { children: ComponentChildren; target?: boolean | undefined }) {
  const { t, name, label, hint, why, error, optional } = words
  const ids = describedBy(words)
  return (
    <fieldset class={error ? 'field has-error' : 'field'} {...(target && { id: name, tabindex: -1 })}
      {...(ids && { 'aria-describedby': ids })}>
      <legend class="label">{label}{optional && <Optional t={t} />}</legend>
      {hint && <Hint name={name}>{hint}</Hint>}
      {error && <FieldError t={t} name={name}>{error}</FieldError>}
      {children}
      {why && <Why t={t}>{why}</Why>}
    </fieldset>
  )
}

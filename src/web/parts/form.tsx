import type { ComponentChildren } from 'preact'
import type { T } from '#words/words.ts'
import './elements.ts'

export interface FormFault { field: string; message: string }

/** Everything that is wrong, above the form; each line leads to its field. Renders nothing when there is nothing wrong. */
export function ErrorSummary({ t, faults }: { t: T; faults: readonly FormFault[] }) {
  if (faults.length === 0) return null
  return (
    <error-summary>
      <div class="notice error" role="alert" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
        <h2 id="error-summary-title">{t('parts.errorSummary', { count: faults.length })}</h2>
        <ul>{faults.map((fault) => <li><a href={`#${fault.field}`}>{fault.message}</a></li>)}</ul>
      </div>
    </error-summary>
  )
}

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
interface ButtonLook { children: ComponentChildren; kind?: ButtonKind | undefined; wide?: boolean | undefined }

const look = ({ kind = 'primary', wide }: ButtonLook) => `button ${kind}${wide ? ' wide' : ''}`

/** A button that sends its form. `busy` is what it says while the form is under way; it also prevents a second send. */
export function Button(props: ButtonLook & { name?: string | undefined; value?: string | undefined; busy?: string | undefined;
  formaction?: string | undefined; form?: string | undefined }) {
  const { name, value, formaction, form, busy, children } = props
  const button = (
    <button type="submit" class={look(props)} {...(name && { name, value })} formaction={formaction} form={form}>{children}</button>
  )
  return busy ? <busy-button data-busy={busy}>{button}</busy-button> : button
}

/** A link that looks like a button: it only goes somewhere. */
export const ButtonLink = (props: ButtonLook & { href: string }) => <a class={look(props)} href={props.href}>{props.children}</a>

/** Buttons and links at the foot of a form, the main act first. */
export const Actions = ({ children }: { children: ComponentChildren }) => <div class="actions">{children}</div>

/** Where one stands: "Step 3 of 6" with the names; `at` counts from 1. Steps already answered link back. */
export function Steps({ t, at, steps }: { t: T; at: number; steps: readonly { name: string; href?: string | undefined }[] }) {
  return (
    <nav class="steps" aria-label={t('parts.steps')}>
      <p class="steps-said">{t('parts.stepOf', { step: at, total: steps.length })}</p>
      <ol>
        {steps.map((step, index) => (
          <li class={index + 1 < at ? 'done' : index + 1 === at ? 'now' : 'later'} {...(index + 1 === at && { 'aria-current': 'step' })}>
            {step.href && index + 1 < at ? <a href={step.href}>{step.name}</a> : <span>{step.name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** "Send the code again": waits `seconds` (whole, rounded up) and counts down; without script the button is simply there. */
export function CodeResend({ t, seconds, children }: { t: T; seconds: number; children: ComponentChildren }) {
  return (
    <code-resend seconds={Math.ceil(seconds)} data-wait={t('parts.resendIn', { seconds: '{seconds}' })} data-ready={t('parts.resendReady')}>
      <Button kind="secondary">{children}</Button>
      <p class="visually-hidden" role="status" />
    </code-resend>
  )
}

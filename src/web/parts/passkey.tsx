import type { ComponentChildren } from 'preact'
import type { T } from '#words/words.ts'
import './elements.ts'
import { Actions, Button, type ButtonKind } from './form.tsx'

/**
 * A form that a passkey fills in: to `sign` with one or to `add` one. `options` answers what the device has to do. Without script, or where
 * the browser knows no passkeys, only `without` is there.
 */
export function PasskeyForm({ t, act, action, options, button, kind, without, children }: {
  t: T; act: 'sign' | 'add'; action: string; options: string; button: string; kind?: ButtonKind; without?: string
  children?: ComponentChildren
}) {
  return (
    <passkey-button data-act={act} data-options={options} data-working={t('account.passkey.working')}
      data-failed={t('account.passkey.failed')}>
      {without && <p data-without>{without}</p>}
      <form method="post" action={action} hidden>
        {children}
        <input type="hidden" name="answer" />
        <Actions><Button kind={kind}>{button}</Button></Actions>
        <p role="status" />
      </form>
    </passkey-button>
  )
}

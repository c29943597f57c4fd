import type { HTMLAttributes } from 'preact'

type Plain = HTMLAttributes<HTMLElement>

/** The custom elements of `browser/`, so that a wrong attribute does not compile. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'code-resend': Plain & { seconds: number; 'data-wait': string; 'data-ready': string }
      'signature-field': Plain
      'phone-follower': Plain & Record<`data-${'state' | 'next' | 'opened' | 'signed' | 'over'}`, string>
      'fee-calculator': Plain & { 'data-fixed': number; 'data-percent': number; 'data-rounding': 'down' | 'nearest' }
      'passkey-button': Plain & { 'data-act': 'sign' | 'add'; 'data-options': string; 'data-working': string; 'data-failed': string }
      'page-refresh': Plain & { seconds: number }
      'draft-stamp': Plain & { 'data-slug': string; 'data-stamp': string }
      'busy-button': Plain & { 'data-busy': string }
      'error-summary': Plain
    }
  }
}

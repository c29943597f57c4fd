import '../styles/main.css'
import { BusyButton } from './busy-button.ts'
import { CodeResend } from './code-resend.ts'
import { ErrorSummary } from './error-summary.ts'

customElements.define('busy-button', BusyButton)
customElements.define('code-resend', CodeResend)
customElements.define('error-summary', ErrorSummary)

/** Loads and names an element only on pages that carry it. */
async function whereUsed(name: string, load: () => Promise<CustomElementConstructor>): Promise<void> {
  if (document.querySelector(name)) customElements.define(name, await load())
}

void whereUsed('signature-field', async () => (await import('./signature-field.ts')).SignatureField)
void whereUsed('page-refresh', async () => (await import('./page-refresh.ts')).PageRefresh)
void whereUsed('fee-calculator', async () => (await import('./fee-calculator.ts')).FeeCalculator)
void whereUsed('passkey-button', async () => (await import('./passkey-button.ts')).PasskeyButton)
void whereUsed('draft-stamp', async () => (await import('./draft-stamp.ts')).DraftStamp)
void whereUsed('phone-follower', async () => (await import('./phone-follower.ts')).PhoneFollower)

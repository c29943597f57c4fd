import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Asked = { refused: string } | { options: never }

/** Asks the server what to sign, lets the device sign it, and sends the form with the answer. Shows itself only where passkeys work. */
export class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    const input = this.querySelector<HTMLInputElement>('input[name=answer]')
    if (!form || !input || !browserSupportsWebAuthn()) return
    form.hidden = false
    this.querySelector('[data-without]')?.remove()
    let busy = false
    form.addEventListener('submit', (event) => {
      if (input.value) return
      event.preventDefault()
      if (busy) return
      busy = true
      this.#say(this.dataset['working'])
      void this.#sign().then((answer) => {
        input.value = answer
        form.requestSubmit()
      }, (error: unknown) => this.#say(error instanceof Refused ? error.message : this.dataset['failed'])).finally(() => { busy = false })
    })
    // Coming back by the back button: an answer counts once.
    addEventListener('pageshow', () => {
      input.value = ''
      this.#say('')
    })
  }

  async #sign(): Promise<string> {
    const response = await fetch(this.dataset['options'] ?? '', { method: 'POST', body: new URLSearchParams() })
    // Led to another page: the proof is no longer fresh. That page says so when this one is loaded again.
    if (response.redirected) location.reload()
    const asked = await response.json() as Asked
    if ('refused' in asked) throw new Refused(asked.refused)
    const optionsJSON = asked.options
    return JSON.stringify(this.dataset['act'] === 'add' ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON }))
  }

  #say(words: string | undefined): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = words ?? ''
  }
}

class Refused extends Error {}

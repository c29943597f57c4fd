/** Says that the form is under way and lets it be sent once only. The button stays focusable, so no place is lost. */
export class BusyButton extends HTMLElement {
  #listening = new AbortController()

  connectedCallback(): void {
    const button = this.querySelector('button')
    const form = button?.form
    if (!button || !form) return
    const label = [...button.childNodes]
    let sent = false
    this.#listening = new AbortController()
    const { signal } = this.#listening
    form.addEventListener('submit', (event) => {
      if (sent) return event.preventDefault()
      sent = true
      button.setAttribute('aria-disabled', 'true')
      button.textContent = this.dataset['busy'] ?? button.textContent
    }, { signal })
    // Coming back by the back button shows the page as it was left: make it usable again.
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return
      sent = false
      button.removeAttribute('aria-disabled')
      button.replaceChildren(...label)
    }, { signal })
  }

  disconnectedCallback(): void {
    this.#listening.abort()
  }
}

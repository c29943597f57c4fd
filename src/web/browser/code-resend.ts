/** Counts whole seconds, rounded up, by the clock and not by ticks, so a sleeping phone counts right. Speaks once, at the end. */
export class CodeResend extends HTMLElement {
  #timer = 0

  connectedCallback(): void {
    const button = this.querySelector('button')
    const status = this.querySelector('[role=status]')
    if (!button) return
    const label = button.textContent
    const ready = performance.now() + Number(this.getAttribute('seconds')) * 1000
    const tick = () => {
      const left = Math.ceil((ready - performance.now()) / 1000)
      button.disabled = left > 0
      button.textContent = left > 0 ? (this.dataset['wait'] ?? '').replace('{seconds}', String(left)) : label
      if (left > 0) return true
      clearInterval(this.#timer)
      return false
    }
    if (!tick()) return
    this.#timer = window.setInterval(() => {
      if (!tick() && status) status.textContent = this.dataset['ready'] ?? ''
    }, 250)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }
}

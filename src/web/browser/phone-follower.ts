type Progress = 'waiting' | 'opened' | 'signed' | 'over'
const words: readonly string[] = ['waiting', 'opened', 'signed', 'over'] satisfies Progress[]
const every = 2_000
const longest = 15 * 60_000

/**
 * Follows the phone that signs: asks every two seconds how far it is, says so once for each change, and goes on by itself after the
 * signature. Stops after 15 minutes, counted anew when the phone opened the link. What asking cannot reach it asks again.
 */
export class PhoneFollower extends HTMLElement {
  #timer = 0
  #last: Progress = 'waiting'
  #since = 0

  connectedCallback(): void {
    this.#since = performance.now()
    this.#later()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
  }

  #later(): void {
    this.#timer = window.setTimeout(() => void this.#look(), every)
  }

  async #look(): Promise<void> {
    const progress = performance.now() - this.#since > longest ? 'over' : await this.#ask()
    if (!this.isConnected) return
    if (progress && progress !== this.#last) this.#tell(progress)
    if (progress === 'signed') location.assign(this.dataset['next'] ?? '')
    else if (progress !== 'over') this.#later()
  }

  /** How far the phone is; undefined where the answer did not come or says nothing we know. */
  async #ask(): Promise<Progress | undefined> {
    try {
      const answer = await fetch(this.dataset['state'] ?? '', { headers: { accept: 'application/json' }, cache: 'no-store' })
      if (answer.status === 403) return 'over'
      const { progress } = await answer.json() as { progress?: string }
      return words.includes(progress ?? '') ? progress as Progress : undefined
    } catch {
      return undefined
    }
  }

  #tell(progress: Progress): void {
    this.#last = progress
    this.#since = performance.now()
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = this.dataset[progress] ?? ''
    const code = this.querySelector<HTMLElement>('[data-code]')
    // The code is worth nothing once it was used or is over.
    if (code && progress !== 'waiting') code.hidden = true
  }
}

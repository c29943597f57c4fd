/**
 * Loads the page again while something on it is under way, only while it is looked at; the page that comes without this element ends it.
 */
export class PageRefresh extends HTMLElement {
  #timer = 0

  connectedCallback(): void {
    const every = Number(this.getAttribute('seconds')) * 1000
    this.#timer = window.setInterval(() => {
      // Whoever reads with the keyboard keeps their place.
      if (document.visibilityState === 'visible' && document.activeElement === document.body) location.reload()
    }, every)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }
}

/** Takes the focus when the page comes back with errors, and brings the label of a field into view with its field. */
export class ErrorSummary extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>('[role=alert]')?.focus()
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (!field) return
      event.preventDefault()
      const group = field.closest('.field') ?? field
      group.scrollIntoView({ block: 'start' })
      field.focus({ preventScroll: true })
    })
  }
}

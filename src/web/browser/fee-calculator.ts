const cents = (typed: string): number | undefined => {
  const plain = typed.trim().replace(/^€\s*/, '').replace(/[.,](?=\d{3}(\D|$))/g, '').replace(',', '.')
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return undefined
  return Math.round(Number(plain) * 100)
}

/** Answers while one types; the server answers the same when the form is sent. Fees as in rule SF-01, never above the award. */
export class FeeCalculator extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input')
    const answer = this.querySelector('dl')
    if (!input || !answer) return
    const format = new Intl.NumberFormat(document.documentElement.lang === 'nl' ? 'nl-NL' : 'en-GB', { style: 'currency', currency: 'EUR',
      trailingZeroDisplay: 'stripIfInteger' })
    const say = (name: string, amount: number) => {
      const place = this.querySelector(`[data-answer=${name}]`)
      if (place) place.textContent = format.format(amount / 100)
    }
    input.addEventListener('input', () => {
      const award = cents(input.value)
      answer.hidden = award === undefined
      if (award === undefined) return
      say('fixed', Math.min(Number(this.dataset['fixed']), award))
      say('percent', Math[this.dataset['rounding'] === 'nearest' ? 'round' : 'floor']((award * Number(this.dataset['percent'])) / 100))
    })
  }
}

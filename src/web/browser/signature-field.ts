import SignaturePad, { type PointGroup } from 'signature_pad'

type Pointer = 'mouse' | 'pen' | 'touch'
const pointers: readonly string[] = ['mouse', 'pen', 'touch'] satisfies Pointer[]
const rounded = (n: number) => Math.round(n * 10) / 10

/** A field to draw a signature in. Sends the strokes as numbers in the hidden input; the server makes the picture from them. */
export class SignatureField extends HTMLElement {
  #pad: SignaturePad | undefined
  /** What drew each stroke, in the order of the strokes. */
  #drawnWith: Pointer[] = []
  #size = new ResizeObserver(() => this.#fit())
  #dark = matchMedia('(prefers-color-scheme: dark)')
  /** What was drawn by day must show at night. */
  #ink = (): void => {
    const canvas = this.querySelector('canvas')
    if (!this.#pad || !canvas) return
    const penColor = getComputedStyle(canvas).color
    this.#pad.penColor = penColor
    this.#pad.fromData(this.#pad.toData().map((group): PointGroup => ({ ...group, penColor })))
  }

  connectedCallback(): void {
    const canvas = this.querySelector('canvas')
    if (!canvas) return
    this.hidden = false
    const pad = new SignaturePad(canvas, { penColor: getComputedStyle(canvas).color, minWidth: 0.8, maxWidth: 2.6 })
    this.#pad = pad
    canvas.addEventListener('pointerdown', ({ pointerType }) => {
      this.#drawnWith[pad.toData().length] = (pointers.includes(pointerType) ? pointerType : 'mouse') as Pointer
    }, { capture: true })
    pad.addEventListener('endStroke', () => this.#keep('drawn'))
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      pad.clear()
      this.#drawnWith = []
      this.#keep('cleared')
    })
    this.#size.observe(canvas)
    this.#dark.addEventListener('change', this.#ink)
    this.#tellCircumstances()
  }

  /** Screen and time zone, for the record of the signing (SG-04). */
  #tellCircumstances(): void {
    const client = this.closest('form')?.elements.namedItem('client')
    if (!(client instanceof HTMLInputElement)) return
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    client.value = JSON.stringify({ viewport: `${innerWidth}x${innerHeight}`, timeZone, offsetMinutes: -new Date().getTimezoneOffset() })
  }

  disconnectedCallback(): void {
    this.#size.disconnect()
    this.#dark.removeEventListener('change', this.#ink)
    this.#pad?.off()
  }

  /** Strokes stay where they were drawn when the phone is turned; the drawing shrinks only when it would not fit. */
  #fit(): void {
    const pad = this.#pad
    const canvas = this.querySelector('canvas')
    if (!pad || !canvas || canvas.offsetWidth === 0) return
    const ratio = Math.max(devicePixelRatio, 1)
    const drawn = pad.toData()
    const right = Math.max(0, ...drawn.flatMap((group) => group.points.map((point) => point.x)))
    const scale = right > canvas.offsetWidth ? canvas.offsetWidth / right : 1
    canvas.width = canvas.offsetWidth * ratio
    canvas.height = canvas.offsetHeight * ratio
    canvas.getContext('2d')?.scale(ratio, ratio)
    pad.fromData(scale === 1 ? drawn : drawn.map((group): PointGroup => ({
      ...group, points: group.points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })),
    })))
    if (drawn.length > 0) this.#keep()
  }

  #keep(said?: 'drawn' | 'cleared'): void {
    const pad = this.#pad
    const input = this.querySelector<HTMLInputElement>('input[type=hidden]')
    const canvas = this.querySelector('canvas')
    if (!pad || !input || !canvas) return
    const groups = pad.toData()
    const start = groups[0]?.points[0]?.time ?? 0
    const strokes = groups.map((group, at) => ({
      pointer: this.#drawnWith[at] ?? 'mouse',
      points: group.points.map(({ x, y, time, pressure }) => ({ x: rounded(x), y: rounded(y), t: Math.max(0, Math.round(time - start)),
        p: Math.round(pressure * 100) / 100 })),
    }))
    input.value = strokes.length ? JSON.stringify({ width: canvas.offsetWidth, height: canvas.offsetHeight, strokes }) : ''
    const status = this.querySelector<HTMLElement>('[role=status]')
    if (said && status) status.textContent = status.dataset[said] ?? ''
  }
}

/** Colours of a mail as hexadecimal numbers: many mail programs understand nothing newer. */
export interface MailColours {
  ink: string
  quiet: string
  paper: string
  sheet: string
  line: string
  /** The claim's colour, dark enough for white words on it (at least 7:1) and for itself on the sheet. */
  strong: string
  onStrong: string
  tint: string
}

const plainHue = 225

export function coloursOf(hue = plainHue): MailColours {
  return {
    ink: '#1c1b19', quiet: '#55524c', paper: '#f3f0ea', sheet: '#ffffff', line: '#ddd8cf',
    strong: darkEnough(hue), onStrong: '#ffffff', tint: hex(hue, 0.5, 0.95),
  }
}

function darkEnough(hue: number): string {
  for (let lightness = 0.4; lightness > 0.1; lightness -= 0.02) {
    const colour = hex(hue, 0.6, lightness)
    if (1.05 / (luminance(colour) + 0.05) >= 7) return colour
  }
  return hex(hue, 0.6, 0.1)
}

function hex(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12
    const value = lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))
    return Math.round(value * 255).toString(16).padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

/** Relative luminance, WCAG 2.2. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

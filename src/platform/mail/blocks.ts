/** What a mail is made of. Both of its parts are made from the same blocks, so they never differ. */
export type MailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** A code to type over, large and easy to select. */
  | { kind: 'code'; code: string; label: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: [name: string, value: string][] }
  /** Leads to a page that asks; opening it does nothing by itself. The address is written out as well. */
  | { kind: 'button'; label: string; href: string }
  | { kind: 'small'; text: string }
  /** A quiet way to a page, below the letter itself; as with a button, opening it does nothing. */
  | { kind: 'link'; label: string; href: string }

/** Who writes: shown at the head and the foot of every mail. */
export interface MailSender {
  name: string
  address: string[]
  email: string
  /** Where people reach the site, such as `https://joinder.example`. */
  origin: string
  /** Hue of the claim in degrees. */
  hue?: number
}

const width = 72

/** The plain part of some blocks, wrapped at 72 characters; addresses and codes stand on lines of their own. */
export function plainText(blocks: MailBlock[]): string {
  return blocks.map(plainBlock).join('\n\n')
}

function plainBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'heading': return `${wrap(block.text)}\n${'='.repeat(Math.min(width, block.text.length))}`
    case 'paragraph':
    case 'small': return wrap(block.text)
    case 'code': return `${block.label}\n\n    ${block.code}`
    case 'list': return block.items.map((item) => wrap(item, '- ', '  ')).join('\n')
    case 'table': return plainTable(block.rows)
    case 'button':
    case 'link': return `${wrap(`${block.label}:`)}\n${block.href}`
  }
}

function plainTable(rows: [string, string][]): string {
  const widest = Math.max(...rows.map(([name]) => name.length))
  if (widest > 30) return rows.map(([name, value]) => `${name}\n${wrap(value, '    ', '    ')}`).join('\n')
  return rows.map(([name, value]) => wrap(value, `${name}:`.padEnd(widest + 3), ' '.repeat(widest + 3))).join('\n')
}

function wrap(text: string, first = '', rest = first): string {
  return text.split('\n').map((paragraph, at) => {
    let line = at === 0 ? first : rest
    let empty = true
    const lines: string[] = []
    for (const word of paragraph.split(/ +/)) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line)
        line = rest
        empty = true
      }
      line += empty ? word : ` ${word}`
      empty = false
    }
    return [...lines, line].join('\n')
  }).join('\n')
}

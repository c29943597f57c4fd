import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { PhrasingContent, RootContent } from 'mdast'
import { printable } from './script-coverage.ts'

export type Inline =
  | { type: 'text' | 'code'; value: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis' | 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }
export type Block =
  | { type: 'heading'; depth: number; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'clause'; number: string; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'rule' }
  | { type: 'table'; rows: Inline[][][] }

/**
 * Markdown as blocks the templates know how to set. A paragraph that begins with a clause number (`**1.1**`, or
 * `1.1` before a capital) becomes a clause. The `# Title` of the text is left out and headings start at `below + 1`
 * without skipping a level, so that they fit under the heading of the document they stand in. Refuses HTML, pictures
 * and footnotes.
 */
export function markdownBlocks(markdown: string, { below = 0 } = {}): Block[] {
  const root = fromMarkdown(printable(markdown), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const content = root.children[0]?.type === 'heading' && root.children[0].depth === 1 ? root.children.slice(1) : root.children
  const open: number[] = []
  return content.map((node) => {
    const set = block(node)
    if (set.type !== 'heading') return set
    while (open.length && open.at(-1)! >= set.depth) open.pop()
    open.push(set.depth)
    return { ...set, depth: below + open.length }
  })
}

function block(node: RootContent): Block {
  switch (node.type) {
    case 'heading': return { type: 'heading', depth: node.depth, children: node.children.map(inline) }
    case 'paragraph': return clause(node.children.map(inline))
    case 'list': return {
      type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items: node.children.map((item) => item.children.map(block)),
    }
    case 'blockquote': return { type: 'quote', children: node.children.map(block) }
    case 'thematicBreak': return { type: 'rule' }
    case 'table': return { type: 'table', rows: node.children.map((row) => row.children.map((cell) => cell.children.map(inline))) }
    default: throw new Error(`A document text cannot hold "${node.type}"`)
  }
}

function inline(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text': return { type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }
    case 'inlineCode': return { type: 'code', value: node.value }
    case 'break': return { type: 'break' }
    case 'strong': case 'emphasis': case 'delete': return { type: node.type, children: node.children.map(inline) }
    case 'link': return { type: 'link', url: node.url, children: node.children.map(inline) }
    default: throw new Error(`A document text cannot hold "${node.type}"`)
  }
}

const clauseNumber = /^\d+(\.\d+)+\.?$/

function clause(children: Inline[]): Block {
  const [first, second] = children
  if (first?.type === 'strong' && first.children[0]?.type === 'text' && clauseNumber.test(first.children[0].value)) {
    const rest = second?.type === 'text' ? [{ ...second, value: second.value.trimStart() }, ...children.slice(2)] : children.slice(1)
    return { type: 'clause', number: first.children[0].value, children: rest }
  }
  const typed = first?.type === 'text' ? /^(\d+(?:\.\d+)+\.?)\s+((?:[\p{Lu}\p{Pi}\p{Ps}"].*)?)$/su.exec(first.value) : null
  if (typed) return { type: 'clause', number: typed[1]!, children: [{ type: 'text', value: typed[2]! }, ...children.slice(1)] }
  return { type: 'paragraph', children }
}

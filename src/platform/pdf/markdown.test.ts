import { expect, test } from 'vitest'
import { markdownBlocks } from './markdown.ts'

const words = (value: string) => [{ type: 'text', value }]

test('the title is left out and headings fit under the heading of the document without skipping a level', () => {
  const blocks = markdownBlocks('# Title\n\n### One\n\n##### Deep\n\n### Two\n\n## Three', { below: 2 })
  expect(blocks.map((b) => b.type === 'heading' && b.depth)).toEqual([3, 4, 3, 3])
})

test('a paragraph that begins with a clause number is a clause, bold or plain', () => {
  expect(markdownBlocks('**1.1** First\nline.\n\n2.10 Second.\n\n2024 was a year.\n\n1.5 % is a rate')).toEqual([
    { type: 'clause', number: '1.1', children: words('First line.') },
    { type: 'clause', number: '2.10', children: words('Second.') },
    { type: 'paragraph', children: words('2024 was a year.') },
    { type: 'paragraph', children: words('1.5 % is a rate') },
  ])
})

test('lists, tables, quotes and links come through', () => {
  expect(markdownBlocks('- a\n- b\n\n3. c\n\n> q\n\n| H |\n| - |\n| [l](https://x.example) |').map((b) => b.type)).toEqual(['list',
    'list', 'quote', 'table'])
})

test.each(['<script>alert(1)</script>', '![x](/etc/passwd)', 'a[^1]\n\n[^1]: note', 'Hello <b>x</b>', '```\ncode\n```'])('%s is refused',
  (markdown) => {
  expect(() => markdownBlocks(markdown)).toThrow('A document text cannot hold')
})

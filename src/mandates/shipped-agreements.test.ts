import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { markdownBlocks } from '#platform/pdf/markdown.ts'
import { missingGlyphs } from '#platform/pdf/script-coverage.ts'

const content = join(import.meta.dirname, '../../content')
const agreements = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) => /agreements\/[a-z-]+\.md$/.test(path))

test.each(agreements)('%s can be printed: known kinds of text, and letters the fonts have', (path) => {
  const body = readFileSync(join(content, path), 'utf8').replace(/^---\n.*?\n---\n/s, '')
  const blocks = markdownBlocks(body, { below: 2 })
  expect(blocks.filter((block) => block.type === 'clause').length).toBeGreaterThan(2)
  expect(missingGlyphs(body)).toEqual([])
})

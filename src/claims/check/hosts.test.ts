import { expect, it, onTestFinished } from 'vitest'
import { contentFolder, smallClaim } from '../../../test/small-bundles.ts'
import { checkContent } from '#claims/check.ts'

it('finds a host name that two claims have, and one that stands twice: an address leads to one claim', async () => {
  const hosted = (slug: string, hosts: string) => Object.fromEntries(Object.entries(smallClaim())
    .map(([path, raw]) => [path, raw.replace(/^slug: app$/m, `slug: ${slug}\nhosts: ${hosts}`)]))
  const made = await contentFolder({
    app: hosted('app', '[app.example, both.example]'), zap: hosted('zap', '[both.example, zap.example, zap.example]'),
  })
  onTestFinished(() => made.remove())
  const found = (await checkContent(made.folder)).findings.filter(({ at }) => at?.[0] === 'hosts')
  expect(found.map(({ path, line, message }) => `${path.slice(made.folder.length + 1)}:${line} ${message}`)).toEqual([
    'claims/app/claim.yaml:3 both.example is a host name of the claim zap already: one name leads to one claim',
    'claims/zap/claim.yaml:3 both.example is a host name of the claim app already: one name leads to one claim',
    'claims/zap/claim.yaml:3 zap.example stands in hosts twice',
  ])
})

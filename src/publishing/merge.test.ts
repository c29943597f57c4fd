import { expect, test } from 'vitest'
import { mergeFiles } from './merge.ts'

const of = (files: Record<string, string>) => Object.entries(files).map(([path, raw]) => ({ path, raw }))
const merged = (base: Record<string, string>, published: Record<string, string>, draft: Record<string, string>) => {
  const { files, conflicts } = mergeFiles(of(base), of(published), of(draft))
  return { files: Object.fromEntries(files.map(({ path, raw }) => [path, raw])), conflicts }
}
const text = 'one\ntwo\nthree\nfour\nfive\nsix\n'

test('what one side changed is taken from that side, also files that came or went', () => {
  expect(
    merged({ a: '1', b: '1', gone: '1', left: '1' }, { a: '2', b: '1', left: '1', theirs: 'x' }, { a: '1', b: '3', gone: '1', mine: 'y' }),
  ).toEqual({ files: { a: '2', b: '3', mine: 'y', theirs: 'x' }, conflicts: [] })
})

test('changes in different places of one file are taken together', () => {
  const published = text.replace('one', 'ONE')
  expect(merged({ a: text }, { a: published }, { a: text.replace('six', 'SIX') })).toEqual({
    files: { a: 'ONE\ntwo\nthree\nfour\nfive\nSIX\n' }, conflicts: [],
  })
})

test('changes in the same place are named, and the words of the draft stay', () => {
  expect(merged({ a: text }, { a: text.replace('two', 'TWO') }, { a: text.replace('two', 'deux') }))
    .toEqual({ files: { a: text.replace('two', 'deux') }, conflicts: ['a'] })
  expect(merged({ a: '1' }, { a: '2' }, {})).toEqual({ files: { a: '2' }, conflicts: ['a'] })
  expect(merged({ a: '1' }, {}, { a: '2' })).toEqual({ files: { a: '2' }, conflicts: ['a'] })
})

test('the same change on both sides is no conflict; the lock is the published one', () => {
  expect(
    merged(
      { a: '1', 'agreements.lock.json': '{}' },
      { a: '2', 'agreements.lock.json': '{"x":1}' },
      { a: '2', 'agreements.lock.json': '{}' },
    ),
  ).toEqual({ files: { a: '2', 'agreements.lock.json': '{"x":1}' }, conflicts: [] })
})

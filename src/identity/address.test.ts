import { describe, expect, test } from 'vitest'
import { ipBlock, isPlusAlias, normaliseEmail } from './address.ts'

describe('the address under which a person is looked up', () => {
  test.each([
    [' Jan.Jansen@Voorbeeld.EXAMPLE ', 'jan.jansen@voorbeeld.example'],
    ['jan+claim@voorbeeld.example', 'jan+claim@voorbeeld.example'],
    ['jan@bücher.example', 'jan@xn--bcher-kva.example'],
    ['é@voorbeeld.example', 'é@voorbeeld.example'],
  ])('%s is %s', (typed, address) => expect(normaliseEmail(typed)).toBe(address))

  test.each(['', '@', 'jan', 'jan@', '@voorbeeld.example', 'jan@voorbeeld', 'a b@voorbeeld.example', '.jan@voorbeeld.example',
    'jan..j@voorbeeld.example', 'jan@-x.example', 'jan@voorbeeld.example, piet@voorbeeld.example',
    'jan@voorbeeld.example\nbcc: x@y.example', '"jan"@voorbeeld.example', '<jan@voorbeeld.example>', `${'a'.repeat(65)}@voorbeeld.example`,
    'jan\0@voorbeeld.example', 'jan\u202e@voorbeeld.example', 'jan@127.0.0.1', 'jan@127.0.0.1:25', 'jan@[::1]'])(
    '%j is none', (typed) => expect(normaliseEmail(typed)).toBeUndefined())

  test('a letter typed as two signs is the same as typed as one', () => expect(normaliseEmail('e\u0301@voorbeeld.example'))
    .toBe(normaliseEmail('\u00e9@voorbeeld.example')))
  test('a plus-alias is noticed', () => expect([isPlusAlias('jan+1@a.example'), isPlusAlias('jan@a+b.example')]).toEqual([true, false]))
})

describe('the block an IP address is limited by', () => {
  test.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:12:3456:1::9', '2001:db8:12:3400::/56'],
    ['2001:db8:12:34ff:ffff:ffff:ffff:ffff', '2001:db8:12:3400::/56'],
    ['2001:db8::1', '2001:db8:0:0::/56'],
    ['::1', '0:0:0:0::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ])('%s belongs to %s', (ip, block) => expect(ipBlock(ip)).toBe(block))
})

import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacks, makePki, startAuthority, type Pki } from './openssl.fixture.ts'
import { timestamp, TimestampFailed } from './timestamp.ts'

const noOpenssl = lacks('openssl')
const value = Buffer.from('a signature value')
let pki: Pki
beforeAll(() => { if (!noOpenssl) pki = makePki() })
afterAll(() => { if (!noOpenssl) pki.remove() })

async function stampedBy(spoil?: Parameters<typeof startAuthority>[1], options = {}) {
  const authority = await startAuthority(pki, spoil)
  try {
    return await timestamp(authority.url, value, options)
  } finally {
    await authority.close()
  }
}

describe.skipIf(noOpenssl)('an RFC 3161 time stamp', () => {
  test('is over the value, and openssl verifies it', async () => {
    writeFileSync(pki.path('token.der'), await stampedBy())
    writeFileSync(pki.path('value'), value)
    expect(pki.openssl('ts', '-verify', '-token_in', '-in', 'token.der', '-data', 'value', '-CAfile',
      'ca.crt')).toContain('Verification: OK')
  })

  test('under the policy that was asked for', async () => {
    await expect(stampedBy(undefined, { policy: '1.3.6.1.4.1.99999.1' })).resolves.toBeInstanceOf(Uint8Array)
    await expect(stampedBy(undefined, { policy: '1.3.6.1.4.1.99999.9' })).rejects.toThrow(/refused \(status 2\)/)
  })

  test('given to somebody else is refused, for its nonce and imprint are not ours', async () => {
    let first: Buffer | undefined
    const authority = await startAuthority(pki, (answer) => ({ answer: first ??= answer }))
    await timestamp(authority.url, value)
    await expect(timestamp(authority.url, value)).rejects.toThrow('answers another request')
    await expect(timestamp(authority.url, Buffer.from('another'))).rejects.toThrow('over something else')
    await authority.close()
  })

  test.each([
    ['an error page', () => ({ status: 503, answer: Buffer.from('busy') }), /answered 503/],
    ['not ASN.1', () => ({ answer: Buffer.from('<html>') }), /not a time stamp/],
    ['nothing', () => ({ answer: Buffer.alloc(0) }), /not a time stamp/],
    ['a token with a changed end', (a: Buffer) => { a[a.length - 5]! ^= 1; return { answer: a } },
      /signature of the token|not a time stamp/],
    ['half a token', (a: Buffer) => ({ answer: a.subarray(0, a.length >> 1) }), /not a time stamp/],
  ])('%s is a failure the job can retry', async (_what, spoil, message) => {
    const failed = stampedBy(spoil)
    await expect(failed).rejects.toThrow(TimestampFailed)
    await expect(failed).rejects.toThrow(message)
  })

  test('no answer in time is a failure too', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((ready) => { silent.listen(0, '127.0.0.1', ready) })
    const { port } = silent.address() as AddressInfo
    await expect(timestamp(`http://127.0.0.1:${port}/`, value, { patience: 200 })).rejects.toThrow('gave no time stamp')
    silent.closeAllConnections()
    silent.close()
  })
})

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacks, makePki, run, startAuthority, takeApart, type Pki } from './openssl.fixture.ts'
import { openSealer } from './sealer.ts'

const noOpenssl = lacks('openssl')
const noPoppler = lacks('pdfsig', 'qpdf')
const about = { at: new Date('2026-11-22T10:00:00Z'), reason: 'Seal (of the foundation) – één', name: 'Stichting Proef \\ "é" (Łódź)' }
const passphrase = 'open sesame'
const keyFolder = mkdtempSync(join(tmpdir(), 'joinder-seal-'))
let pki: Pki
let pdf: Uint8Array

beforeAll(async () => {
  if (!noOpenssl) pki = makePki()
  const document = PDF.create()
  document.addPage()
  pdf = await document.save()
})
afterAll(() => { if (!noOpenssl) pki.remove(); rmSync(keyFolder, { recursive: true }) })

const file = (name: string, bytes: Uint8Array) => { const path = join(keyFolder, name); writeFileSync(path, bytes); return path }

function opensslVerifies(sealed: Uint8Array, trust: string) {
  const { cms, covered } = takeApart(sealed)
  return run('openssl', ['cms', '-verify', '-inform', 'DER', '-in', file('sig.der', cms), '-content', file('covered', covered), '-binary',
    '-CAfile', trust, '-purpose', 'any', '-out', join(keyFolder, 'out')])
}

describe.skipIf(noOpenssl)('a certificate of the foundation', () => {
  const files = ['rsa.pem', 'rsa-locked.pem', 'rsa.p12', 'ec.pem', 'ec-locked.pem', 'ec.p12']
  test.each(files)('%s seals, and openssl verifies it against its root', async (name) => {
    const sealer = await openSealer({ certificate: pki.path(name), passphrase, keyFolder })
    const { bytes, level, test: isTest, certificateSha256 } = await sealer.seal(pdf, about)
    expect([level, isTest]).toEqual(['B-B', false])
    expect(opensslVerifies(bytes, pki.path('ca.crt'))).toMatch(/successful/i)
    const fingerprint = pki.openssl('x509', '-in', `${name.slice(0, name.search(/[.-]/))}.crt`, '-noout', '-fingerprint', '-sha256')
    expect(fingerprint.replaceAll(':', '').toLowerCase()).toContain(certificateSha256)
    expect(Buffer.from(bytes).subarray(0, pdf.length).equals(pdf)).toBe(true)
  })

  test('the signature has no signing time and covers the whole file (EN 319 142-1)', async () => {
    const { bytes } = await (await openSealer({ certificate: pki.path('rsa.pem'), keyFolder })).seal(pdf, about)
    const { cms, all } = takeApart(bytes)
    expect(all).toBe(true)
    const printed = pki.openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', file('print.der', cms))
    expect(printed).toContain('signingCertificateV2')
    expect(printed).not.toContain('signingTime')
  })

  test.skipIf(noPoppler)('pdfsig calls it valid and total, qpdf finds no fault, and name and reason are read back', async () => {
    const { bytes } = await (await openSealer({ certificate: pki.path('ec.p12'), passphrase, keyFolder })).seal(pdf, about)
    const path = file('sealed.pdf', bytes)
    const said = run('pdfsig', ['-nocert', path])
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
    run('qpdf', ['--check', path])
    const objects = run('qpdf', ['--json', path])
    for (const text of [about.reason, about.name]) expect(objects).toContain(JSON.stringify(`u:${text}`))
  })

  test.skipIf(noPoppler)('one changed byte, or bytes added at the end, show', async () => {
    const { bytes } = await (await openSealer({ certificate: pki.path('rsa.p12'), passphrase, keyFolder })).seal(pdf, about)
    const changed = Uint8Array.from(bytes)
    changed[20] = changed[20]! ^ 1
    expect(run('pdfsig', ['-nocert', file('changed.pdf', changed)])).toContain('Digest Mismatch')
    expect(() => opensslVerifies(changed, pki.path('ca.crt'))).toThrow(/digest|verif/i)
    expect(run('pdfsig', ['-nocert', file('longer.pdf',
      Buffer.concat([bytes, Buffer.from('\n% more')]))])).not.toContain('Total document signed')
  })

  test('a sealed document is not sealed again', async () => {
    const sealer = await openSealer({ certificate: pki.path('rsa.pem'), keyFolder })
    const { bytes } = await sealer.seal(pdf, about)
    await expect(sealer.seal(bytes, about)).rejects.toThrow('only once')
  })

  test('the same key of RSA, document and moment give the same bytes', async () => {
    const sealer = await openSealer({ certificate: pki.path('rsa.p12'), passphrase, keyFolder })
    const [one, two] = await Promise.all([sealer.seal(pdf, about), sealer.seal(pdf, about)])
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true)
  })

  test('outside the validity of the certificate nothing is sealed', async () => {
    const sealer = await openSealer({ certificate: pki.path('rsa.pem'), keyFolder })
    const tooEarly = sealer.seal(pdf, { ...about, at: new Date('2019-01-01T00:00:00Z') })
    await expect(tooEarly).rejects.toThrow(/SEAL_CERTIFICATE: valid from .* not on 2019-01-01/)
  })

  test.each([
    ['rsa-locked.pem', undefined, /^SEAL_PASSPHRASE: .*encrypted. Set its passphrase/],
    ['ec-locked.pem', 'wrong', /^SEAL_PASSPHRASE: .*Correct the passphrase/],
    ['rsa.p12', 'wrong', /^SEAL_PASSPHRASE: .*Correct the passphrase/],
    ['ec.p12', undefined, /^SEAL_PASSPHRASE: .*Set its passphrase/],
    ['absent.pem', undefined, /^SEAL_CERTIFICATE: .*ENOENT/],
    ['rsa.crt', undefined, /^SEAL_CERTIFICATE: .*no private key/],
    ['rsa.key', undefined, /^SEAL_CERTIFICATE: .*no certificate/],
    ['stranger.pem', undefined, /^SEAL_CERTIFICATE: .*no certificate that belongs/],
    ['stranger.p12', 'x', /^SEAL_CERTIFICATE: .*neither a usable PKCS#12/],
  ])('%s with passphrase %s: the message names the setting and the remedy', async (name, given, message) => {
    writeFileSync(pki.path('stranger.pem'), Buffer.concat([pki.read('rsa.key'), pki.read('ec.crt')]))
    writeFileSync(pki.path('stranger.p12'), 'not a key file')
    await expect(openSealer({ certificate: pki.path(name), passphrase: given, keyFolder })).rejects.toThrow(message)
  })
})

describe.skipIf(noOpenssl)('with a time stamping authority', () => {
  test.each(['rsa.p12', 'ec.pem'])('%s reaches B-T and carries the token', async (name) => {
    const authority = await startAuthority(pki)
    const { bytes, level } = await (await openSealer({ certificate: pki.path(name), passphrase, tsaUrl: authority.url,
      keyFolder })).seal(pdf, about)
    await authority.close()
    expect(level).toBe('B-T')
    expect(opensslVerifies(bytes, pki.path('ca.crt'))).toMatch(/successful/i)
    expect(pki.openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in',
      file('t.der', takeApart(bytes).cms))).toContain('id-smime-aa-timeStampToken')
    if (!noPoppler) expect(run('pdfsig', ['-nocert', file('t.pdf', bytes)])).toContain('Signature is Valid')
  })

  test('the seal fails as a whole when the authority does not answer, so that the job tries again', async () => {
    const sealer = await openSealer({ certificate: pki.path('ec.pem'), tsaUrl: 'http://127.0.0.1:9/', keyFolder })
    await expect(sealer.seal(pdf, about)).rejects.toThrow('gave no time stamp')
  })
})

describe('without a certificate', () => {
  test('a test certificate is made once, for its owner only, and says what it is', async () => {
    const folder = join(keyFolder, 'own')
    const first = await (await openSealer({ keyFolder: folder })).seal(pdf, about)
    const second = await (await openSealer({ keyFolder: folder })).seal(pdf, { ...about, at: new Date('2020-07-27T08:00:00Z') })
    expect(first.test).toBe(true)
    expect(second.certificateSha256).toBe(first.certificateSha256)
    expect(readdirSync(folder)).toEqual(['test-seal.pem'])
    expect(statSync(join(folder, 'test-seal.pem')).mode & 0o777).toBe(0o600)
    if (noOpenssl) return
    expect(run('openssl', ['x509', '-in', join(folder, 'test-seal.pem'), '-noout', '-subject', '-nameopt',
      'utf8'])).toContain('TEST seal – not a qualified certificate')
    expect(opensslVerifies(first.bytes, join(folder, 'test-seal.pem'))).toMatch(/successful/i)
  })

  test('two processes that start at once end up with one certificate', async () => {
    const folder = join(keyFolder, 'race')
    const code = `const { openSealer } = await import(${JSON.stringify(new URL('./sealer.ts', import.meta.url).href)});
      await openSealer({ keyFolder: ${JSON.stringify(folder)} })`
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => new Promise<number | null>((ended) => {
      spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' }).on('exit', ended)
    })))
    expect(outcomes).toEqual([0, 0, 0, 0])
    expect(readdirSync(folder)).toEqual(['test-seal.pem'])
    expect(readFileSync(join(folder, 'test-seal.pem'), 'utf8').match(/BEGIN/g)).toHaveLength(2)
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { expect, test } from 'vitest'
import { lacks, makePki, run, startAuthority } from './openssl.fixture.ts'
import { openSealer } from './sealer.ts'

const guide = readFileSync(join(import.meta.dirname, '../../../docs/signing.md'), 'utf8')
const commands = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join('\n')

test.skipIf(lacks('openssl', 'pdfsig', 'pdfdetach', 'bash'))('the commands of docs/signing.md verify a seal with its time stamp',
  async () => {
  const pki = makePki()
  const authority = await startAuthority(pki)
  const document = PDF.create()
  document.addPage()
  document.addAttachment('evidence.json', new TextEncoder().encode('{}'))
  const sealer = await openSealer({ certificate: pki.path('ec.p12'), passphrase: 'open sesame', tsaUrl: authority.url,
    keyFolder: pki.path('') })
  const { bytes } = await sealer.seal(await document.save(), { at: new Date('2026-11-22T10:00:00Z'), reason: 'guide', name: 'guide' })
  await authority.close()
  writeFileSync(pki.path('mandate.pdf'), bytes)
  for (const root of ['seal-root.pem', 'tsa-root.pem']) writeFileSync(pki.path(root), pki.read('ca.crt'))
  const said = run('bash', ['-ec', commands], pki.path(''))
  for (const line of ['Signature is Valid', 'Total document signed', 'CMS Verification successful', 'Verification: OK',
    'Time stamp:']) expect(said).toContain(line)
  bytes[30]! ^= 1
  writeFileSync(pki.path('mandate.pdf'), bytes)
  expect(() => run('bash', ['-ec', commands], pki.path(''))).toThrow(/CMS Verification failure/i)
  pki.remove()
})

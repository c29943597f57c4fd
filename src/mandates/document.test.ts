import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { languages } from '#claims/bundle.ts'
import { openCompiler } from '#platform/pdf/compiler.ts'
import { asData, type TypesettingJob } from '#platform/pdf/typesetting-job.ts'
import { lacks, run } from '#platform/seal/openssl.fixture.ts'
import { openSealer } from '#platform/seal/sealer.ts'
import { mandateDocument } from './document.ts'
import { sampleMandate } from './document.fixture.ts'
import { documentWords } from './document-words.ts'

const at = new Date('2026-03-14T10:31:09Z')
const folder = mkdtempSync(join(tmpdir(), 'joinder-mandate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const noTools = lacks('pdftotext', 'pdfinfo', 'pdffonts', 'pdfdetach', 'pdfsig', 'qpdf')
const compiler = openCompiler()
const typeset = (job: Omit<TypesettingJob, 'data'> & { data: object },
  standard?: 'a-3a' | 'ua-1') => compiler({ ...job, data: asData(job.data) }, standard)

/** Writes the document and reads it back with a tool of somebody else. */
function read(pdf: Uint8Array, tool: string, ...options: string[]): string {
  const path = join(folder, 'document.pdf')
  writeFileSync(path, pdf)
  return run(tool, tool === 'pdftotext' ? [...options, path, '-'] : [...options, path])
}
const text = (pdf: Uint8Array) => read(pdf, 'pdftotext', '-layout').replace(/\s+/g, ' ')

describe('what a mandate says', () => {
  test('both languages have every word, and none is the same sentence by mistake', () => {
    const sentences = (language: 'en' | 'nl') => Object.entries(documentWords[language]).filter(([, v]) => typeof v === 'string'
      && v.includes(' '))
    for (const [key, english] of sentences('en')) expect(documentWords.nl[key as keyof typeof documentWords.nl], key).not.toBe(english)
  })

  test('somebody who signs for a child must name the child (SG-07)', () => {
    expect(() => mandateDocument(sampleMandate('en', { role: 'parent' }))).toThrow('nobody is named')
  })

  test('a text with a fact that was not filled in is never signed', () => {
    const [agreement] = sampleMandate().agreements
    expect(() => mandateDocument(sampleMandate('en', { agreements: [{ ...agreement!, markdown: '1.1 You pay {{registrationFee}}.' }] })))
      .toThrow('participation-agreement 2026-01-15 still holds a fact')
  })

  test('a name written from right to left does not turn the sentence around', () => {
    const { data } = mandateDocument(sampleMandate('en', { signer: { name: 'محمد' } })) as { data: { opening: string } }
    expect(data.opening).toMatch(/^محمد\u200E authorises/)
  })
})

describe.each(languages)('the document in %s', (language) => {
  const job = { ...mandateDocument(sampleMandate(language)), at }

  test('satisfies the stricter rules for accessible documents (PDF/UA-1)', async () => {
    await expect(typeset(job, 'ua-1')).resolves.toBeInstanceOf(Uint8Array)
    const child = sampleMandate(language, { role: 'parent', represented: { name: 'Noor', born: '2014-01-02' },
      signature: { typed: 'Ø. G.', sha256: 'ab'.repeat(32) } })
    await expect(typeset({ ...mandateDocument(child), at }, 'ua-1')).resolves.toBeInstanceOf(Uint8Array)
  })

  test('has the same bytes every time', async () => {
    const hash = async () => createHash('sha256').update(await typeset(job)).digest('hex')
    const first = await hash()
    await typeset({ ...mandateDocument(sampleMandate(language, { reference: 'other' })), at })
    expect(await hash()).toBe(first)
  })

  test.skipIf(noTools)('claims PDF/A-3a and PDF/UA-1, is tagged, has its title and language, and embeds every font', async () => {
    const pdf = await typeset(job)
    const metadata = read(pdf, 'pdfinfo', '-meta')
    for (const claim of ['<pdfaid:part>3</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>',
      '>1</pdfuaid:part>']) expect(metadata).toContain(claim)
    expect(read(pdf, 'pdfinfo')).toMatch(new RegExp(`Title: +${documentWords[language].title}[\\s\\S]+Tagged: +yes`))
    const structure = read(pdf, 'pdfinfo', '-struct')
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'Figure', 'LBody']) expect(structure).toContain(tag)
    const fonts = read(pdf, 'pdffonts').trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/yes yes yes +\d+ +0$/)
    expect(read(pdf, 'qpdf', '--check')).toContain('No syntax or stream encoding errors')
    expect(read(pdf, 'qpdf', '--json')).toContain(`"/Lang": "u:${language}-`)
  })

  test.skipIf(noTools)('says who, what, for how much, on which texts, and how it was signed; the record is inside (SG-04)', async () => {
    const pdf = await typeset(job)
    const words = documentWords[language]
    const said = text(pdf)
    for (const part of [
      'M-2026-000123', 'Øyvind Ğünaydın van der Straße', 'Stichting Voorbeeld Massaschade', words.who, words.what, words.fee, '17',
        words.texts, words.acts.sign,
      words.acts.read, words.signature, words.evidence, words.fingerprints, '11:31:09 (Europe/Amsterdam)', '2026-03-14 10:20:01', '3.2',
    ]) expect(said).toContain(part)
    expect(read(pdf, 'pdfdetach', '-list')).toContain('evidence.json')
    const out = join(folder, 'evidence.json')
    read(pdf, 'pdfdetach', '-save', '1', '-o', out)
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(sampleMandate(language).record)
  })
})

describe.skipIf(noTools)('names as people write them', () => {
  test.each([
    '#panic("x") *bold* $x^2$ @ref <label> #read("/etc/passwd") \\ [ ] { } ` // /* --', '<script>alert(1)</script>&amp;"\'', '= Heading',
      'Γιώργος Παπαδόπουλος',
    'Олександр Ґалаґан', 'O’Neill–Šimůnek', 'Nguyễn Thị Ánh',
  ])('%s is printed as typed', async (name) => {
    const said = text(await typeset({ ...mandateDocument(sampleMandate('en', { signer: { name } })), at }))
    expect(said.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
  })

  test.each(['محمد بن سلمان', 'דוד בן־גוריון', 'a\u0000b\u0007', 'abc\u202Edcba', '\ud800', 'علی‌رضا', '', 'W'.repeat(400),
    'x@'.repeat(150)])('%j makes a document', async (name) => {
    const job = mandateDocument(sampleMandate('nl', { signer: { name, email: name }, signature: { typed: name, sha256: 'ab'.repeat(32) } }))
    expect(read(await typeset({ ...job, at }), 'qpdf', '--check')).toContain('No syntax or stream encoding errors')
  })

  test('a character no font has is an error that does not repeat the name', async () => {
    const job = mandateDocument(sampleMandate('en', { signer: { name: 'Jan Geheim 王小明', email: 'geheim@voorbeeld.example' } }))
    const why = await typeset({ ...job, at }).catch((error: Error) => error)
    expect(why).toMatchObject({ name: 'TypesettingFailed', message: expect.stringMatching(/mandate.typ does not compile/) })
    expect(String(why)).not.toMatch(/Geheim|geheim|王|voorbeeld/)
  })
})

describe.skipIf(noTools)('the sealed document', () => {
  test('keeps its claims, and a changed byte shows', async () => {
    const sealer = await openSealer({ keyFolder: join(folder, 'keys') })
    const { bytes } = await sealer.seal(await typeset({ ...mandateDocument(sampleMandate()), at }),
      { at, reason: 'Mandate M-2026-000123', name: 'Voorbeeldstichting' })
    expect(read(bytes, 'pdfsig', '-nocert')).toMatch(/Total document signed[\s\S]+Signature is Valid/)
    expect(read(bytes, 'pdfinfo', '-meta')).toContain('</pdfuaid:part>')
    expect(read(bytes, 'qpdf', '--check')).toContain('No syntax or stream encoding errors')
    expect(read(bytes, 'pdfdetach', '-list')).toContain('evidence.json')
    bytes[bytes.length >> 1]! ^= 1
    expect(read(bytes, 'pdfsig', '-nocert')).toContain('Digest Mismatch')
  })
})

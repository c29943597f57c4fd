import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The files of a bundle by their path in its folder. */
export type Files = Record<string, string>

const claimYaml = `kind: claim
slug: app
phase: open
timeZone: Europe/Amsterdam
figure: { seed: app, hue: 200 }
name: { en: The app, nl: De app }
company: App
statement: { en: I used the app, nl: Ik gebruikte de app }
group: { en: everyone who used the app, nl: iedereen die de app gebruikte }
respondents:
  - { name: App Old Limited, country: GB, until: 2021-01-01 }
  - { name: App Limited, country: IE, from: 2021-01-01 }
money:
  demandUpTo: 50000
  registrationFee: 1750
  vatPercent: 21
  successFixed: 5000
  successPercent: 20
  combinedOfferEndsWith: complaint-letter
usage: { accounts: [username] }
capacities:
  - { kind: mandate, agreement: mandate, scope: [complain-to-authority] }
agreements:
  - { kind: general-terms, of: organisation, act: agree }
  - { kind: mandate, of: claim, act: sign }
facts:
  opened: { date: 2020-07-27 }
  users: { count: 12480 }
  fine: { dollars: 5700000 }
  launched: { year: 2016 }
  reach: { text: { en: over 1 billion, nl: ruim 1 miljard } }
sources:
  - { id: paper, publisher: The Paper, title: { en: App gathers data, nl: App verzamelt data } }
timeline:
  - { id: complaint-letter, on: 2020-09-08, document: letter }
  - { id: first-answer, after: 2020-10-08 }
documents:
  - { id: letter, on: 2020-09-08, audience: public }
news:
  - { id: interview, at: '2020-07-28T15:24:00+02:00', publisher: The Paper, section: { en: Media, nl: Media } }
faq: [second, first]
pictures:
  - { id: child, alt: { en: A child with a telephone, nl: Een kind met een telefoon } }
`

const organisationYaml = `kind: organisation
slug: organisation
name: SOMI
legalName: Stichting SOMI
figure: { seed: somi, hue: 30 }
address: [Street 1, 1000 AA Amsterdam]
country: NL
email: info@example.org
phone: '+31 20 000 0000'
registerNumber: '00000000'
vatId: NL000000000B01
bank: { holder: Stichting SOMI, iban: NL91ABNA0417164300, bic: ABNANL2A }
demonstration: true
claims: [app]
facts:
  founded: { year: 2016 }
disclosures:
  - { id: WEB-01, supplied: false }
`

const inClaim = [
  'page/allegations', 'page/letter-and-request', 'page/why-children', 'page/harm', 'page/how-1', 'page/how-2', 'page/how-3', 'page/how',
  'page/why', 'page/case', 'page/news', 'page/gdpr', 'page/faq', 'page/about', 'page/support', 'page/share', 'faq/first', 'faq/second',
  'news/interview', 'documents/letter', 'timeline/complaint-letter', 'timeline/first-answer',
]

const inOrganisation = [
  'page/home', 'page/about', 'page/transparency', 'page/terms', 'page/privacy', 'page/accessibility', 'page/contact', 'transparency/WEB-01',
]

const words = { en: ['About', 'Words'], nl: ['Over', 'Woorden'] }

const plain = (names: string[]): Files =>
  Object.fromEntries(
    Object.entries(words).flatMap(([language, [about, body]]) =>
      names.map((name) => [`${language}/${name}.md`, `# ${about} ${name}\n\n${body}.\n`]),
    ),
  )

const agreement = (version: string, title: string, summary: string, body: string): string =>
  `---\nversion: ${version}\ntitle: ${title}\nsummary: ${summary}\n---\n\n${body}\n`

/** A small claim without a fault, complete in both languages. */
export function smallClaim(): Files {
  return {
    'claim.yaml': claimYaml,
    ...plain(inClaim),
    'en/page/headline.md': '# Did you use {{company}}?\n\nYou may be entitled to up to {{demandUpTo}}.[^paper]\n',
    'nl/page/headline.md': '# Heb je {{company}} gebruikt?\n\nMisschien heb je recht op hooguit {{demandUpTo}}.[^paper]\n',
    'en/page/money.md': '# Money\n\nYou pay {{registrationFee}} once.\nOpen since {{opened|weekday}}.\n',
    'nl/page/money.md': '# Geld\n\nJe betaalt eenmalig {{registrationFee}}.\nOpen sinds {{opened|weekday}}.\n',
    'en/agreements/mandate.md': agreement(
      '2020-07-27',
      'Mandate',
      'We may complain for you.',
      '## 1. Scope\n\n**1.1** {{organisationLegal}} acts against {{respondent}}.',
    ),
    'nl/agreements/mandate.md': agreement(
      '2020-07-27',
      'Opdracht',
      'Wij mogen voor u klagen.',
      '## 1. Reikwijdte\n\n**1.1** {{organisationLegal}} treedt op tegen {{respondent}}.',
    ),
  }
}

/** A small foundation without a fault. */
export function smallOrganisation(): Files {
  return {
    'organisation.yaml': organisationYaml,
    ...plain(inOrganisation),
    'en/agreements/general-terms.md': agreement(
      '2020-07-01',
      'General terms',
      'The rules.',
      '## 1. Who\n\n**1.1** {{organisationLegal}}.',
    ),
    'nl/agreements/general-terms.md': agreement(
      '2020-07-01',
      'Algemene voorwaarden',
      'De regels.',
      '## 1. Wie\n\n**1.1** {{organisationLegal}}.',
    ),
    'en/agreements/privacy-notice.md': agreement(
      '2020-07-01',
      'Privacy notice',
      'What we keep.',
      '**1.1** Write to {{organisationEmail}}.',
    ),
    'nl/agreements/privacy-notice.md': agreement(
      '2020-07-01',
      'Privacyverklaring',
      'Wat wij bewaren.',
      '**1.1** Schrijf naar {{organisationEmail}}.',
    ),
  }
}

/** Writes a content folder under the system's temporary folder; `remove` takes it away. */
export async function contentFolder(claims: Record<string, Files>, organisation: Files = smallOrganisation()) {
  const folder = await mkdtemp(join(tmpdir(), 'joinder-content-'))
  const bundles = { organisation, ...Object.fromEntries(Object.entries(claims).map(([slug, files]) => [`claims/${slug}`, files])) }
  for (const [bundle, files] of Object.entries(bundles)) await writeFiles(join(folder, bundle), files)
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

/** Writes files below a folder, making the folders between. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

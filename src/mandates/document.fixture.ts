import { createHash } from 'node:crypto'
import type { Language } from '#claims/bundle.ts'
import type { MandateDocument } from './document.ts'
import { strokesToSvg, type DrawnStrokes } from './strokes.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A flourish drawn by arithmetic, the same every time. */
export const flourish: DrawnStrokes = {
  width: 480, height: 160,
  strokes: [
    { points: Array.from({ length: 70 }, (_, i) => ({ x: 40 + i * 4 + 22 * Math.sin(i / 3),
      y: 80 - 40 * Math.sin(i / 4) * Math.cos(i / 17), t: i * 16, p: 0.5 })) },
    { points: Array.from({ length: 30 }, (_, i) => ({ x: 50 + i * 11, y: 122 - 8 * Math.sin(i / 5), t: 1300 + i * 16 })) },
    { points: [{ x: 300, y: 40, t: 2000 }] },
  ],
}

/** A small field of points in a corner. */
const figure = (() => {
  const points = Array.from({ length: 160 }, (_, i) => {
    const r = Math.sqrt(i / 160) * 48
    const [x, y] = [50 + r * Math.cos(i * 2.39996), 50 + r * Math.sin(i * 2.39996)]
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(1 + (i % 3) * 0.35).toFixed(2)}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">` +
    `<g fill="#0f6d6d">${points.join('')}</g></svg>`
})()

const chapters: Record<Language, (n: number) => string[]> = {
  en: (n) => [
    `## ${n}. What the foundation does`,
    `**${n}.1** The foundation acts for you against the company, in court and out of court, and tells you of every step that matters.`,
    `${n}.2 The foundation may have the mandate carried out by a *lawyer*. It stays responsible for what the lawyer does.`,
    `**${n}.3** A settlement is:`,
    '- a settlement agreement with the company;\n- a collective settlement that the court declares binding.',
    '| Part | Amount |\n| --- | --- |\n| Registration fee | €17.50 |\n| Success fee | 20% |',
  ],
  nl: (n) => [
    `## ${n}. Wat de stichting doet`,
    `**${n}.1** De stichting treedt namens u op tegen de onderneming, in en buiten rechte, en vertelt u van elke belangrijke stap.`,
    `${n}.2 De stichting mag de opdracht door een *advocaat* laten uitvoeren. Zij blijft zelf verantwoordelijk voor wat de advocaat doet.`,
    `**${n}.3** Onder een schikking verstaan wij:`,
    '- een vaststellingsovereenkomst met de onderneming;\n- een collectieve schikking die de rechter verbindend verklaart.',
    '| Onderdeel | Bedrag |\n| --- | --- |\n| Inschrijfgeld | € 17,50 |\n| Vergoeding bij succes | 20 % |',
  ],
}

const agreement = (language: Language, count: number) =>
  ['# Agreement', ...Array.from({ length: count }, (_, i) => chapters[language](i + 1)).flat()].join('\n\n')

const privacy: Record<Language, string> = {
  en: '# Privacy\n\nWe keep your data no longer than needed. See [our site](https://stichting.example/privacy).',
  nl: '# Privacy\n\nWij bewaren uw gegevens niet langer dan nodig. Zie [onze site](https://stichting.example/privacy).',
}

/** A complete mandate for tests; whatever is passed replaces a part of it. */
export function sampleMandate(language: Language = 'en', change: Partial<MandateDocument> = {}, length = 3): MandateDocument {
  const dutch = language === 'nl'
  const text = agreement(language, length)
  return {
    language, reference: 'M-2026-000123', signedAt: new Date('2026-03-14T10:31:09Z'), timeZone: 'Europe/Amsterdam',
    organisation: {
      name: 'Voorbeeldstichting', legalName: 'Stichting Voorbeeld Massaschade', address: ['Keizersgracht 1', '1015 CS Amsterdam'],
      registerNumber: '12345678', email: 'info@stichting.example', website: 'https://stichting.example',
    },
    claim: { name: 'TikTok', hue: 190, figure },
    signer: {
      name: 'Øyvind Ğünaydın van der Straße', born: '1980-02-01', address: ['Dorpsstraat 12', '1234 AB Ons Dorp'],
        email: 'deelnemer@voorbeeld.example',
      phone: '+31 6 12345678',
    },
    role: 'self',
    capacities: [
      { kind: 'mandate', scope: dutch
        ? ['een klacht indienen bij een toezichthouder (artikel 77 AVG)', 'gegevens opvragen en antwoorden ontvangen',
          'schadevergoeding vorderen (artikel 82 AVG)']
        : ['lodge a complaint with a supervisory authority (article 77 GDPR)', 'request personal data and receive the replies',
          'claim compensation (article 82 GDPR)'] },
      { kind: 'power-of-attorney', scope: dutch
        ? ['onderhandelen met de onderneming', 'een schikking sluiten binnen de grenzen van artikel 5 van de overeenkomst',
          'geld ontvangen', 'een advocaat inschakelen']
        : ['negotiate with the company', 'settle within the limits of clause 5 of the agreement', 'receive money', 'instruct a lawyer'] },
    ],
    fee: dutch
      ? ['Inschrijfgeld: € 17,50, één keer.', 'Alleen als u geld ontvangt: 20 % van de vergoeding, nooit meer dan de vergoeding zelf.']
      : ['Registration fee: €17.50, once.', 'Only if you receive money: 20% of the compensation, never more than the compensation itself.'],
    agreements: [
      { kind: 'participation-agreement', title: dutch ? 'Deelnemersovereenkomst' : 'Participation agreement', version: '2026-01-15',
        sha256: sha256(text), markdown: text, act: 'sign' },
      { kind: 'privacy-notice', title: dutch ? 'Privacyverklaring' : 'Privacy notice', version: '2026-01-15',
        sha256: sha256(privacy[language]),
        markdown: privacy[language], act: 'read' },
    ],
    signature: { svg: strokesToSvg(flourish), sha256: sha256(JSON.stringify(flourish)) },
    evidence: [
      { at: new Date('2026-03-14T10:20:01Z'), event: dutch ? 'E-mailadres bevestigd' : 'E-mail address confirmed',
        detail: dutch ? 'Code verstuurd 10:19:20, juist bij poging 1' : 'Code sent 10:19:20, right at try 1' },
      { at: new Date('2026-03-14T10:24:44Z'), event: dutch ? 'Teksten getoond' : 'Texts shown',
        detail: dutch ? 'Deelnemersovereenkomst, privacyverklaring' : 'Participation agreement, privacy notice' },
      { at: new Date('2026-03-14T10:31:09Z'), event: dutch ? 'Ondertekend' : 'Signed', detail: 'IP 2001:db8::1, Firefox 140, Linux' },
    ],
    record: { reference: 'M-2026-000123', code: { sent: '2026-03-14T10:19:20Z', verified: '2026-03-14T10:20:01Z', attempts: 1 } },
    ...change,
  }
}

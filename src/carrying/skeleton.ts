import { stringify } from 'yaml'
import type { ClaimFacts, Language } from '#claims/bundle.ts'
import { neededTexts } from '#claims/check/needed-texts.ts'
import { gap } from '#claims/quote.ts'
import type { BundleFile } from '#claims/read-bundle.ts'

interface Given { own: Record<string, unknown>; registrationFee: number; company: string; today: string }

/** The smallest claim that has everything a claim needs, in every language, with a gap wherever somebody has to write. */
export function skeleton({ own, registrationFee, company, today }: Given, languages: readonly Language[]): BundleFile[] {
  const facts = {
    kind: 'claim',
    ...own,
    timeZone: 'Europe/Amsterdam',
    group: { en: `people who used ${company}`, nl: `mensen die ${company} hebben gebruikt` },
    money: { demandUpTo: 0, registrationFee, vatPercent: 21, successFixed: 5000, successPercent: 20 },
    usage: { accounts: ['username', 'email'] },
    capacities: [
      { kind: 'mandate', agreement: 'mandate', scope: ['complain-to-authority', 'court-against-company', 'claim-compensation'] },
    ],
    agreements: [
      { kind: 'mandate', of: 'claim', act: 'sign' }, { kind: 'general-terms', of: 'organisation', act: 'agree' },
      { kind: 'privacy-notice', of: 'organisation', act: 'read' },
    ],
    facts: {},
    faq: ['what-is-this-claim'],
    pictures: [],
  }
  const names = [...neededTexts(facts as unknown as ClaimFacts).map(({ name }) => name), 'page/why-one']
  const texts = languages.flatMap((language) => [...new Set(names)].map((name) => ({
    path: `${language}/${name}.md`, raw: name.startsWith('agreements/') ? agreement(language, today) : text(language, name),
  })))
  return [{ path: 'claim.yaml', raw: stringify(facts, { lineWidth: 0, singleQuote: true }) }, ...texts]
}

const text = (language: Language, name: string): string => {
  const [title, about] = (hints[name] ?? hints['other']!)[language]
  return `# ${gap} ${title}\n\n${gap} ${about}\n`
}

const agreement = (language: Language, today: string): string => {
  const [title, summary, scope, words] = language === 'nl'
    ? ['Opdracht', 'Wat de deelnemer hiermee regelt, in drie zinnen.', 'Wie opdracht geeft aan wie', 'De opdracht, genummerd.']
    : ['Mandate', 'What the participant arranges with this, in three sentences.', 'Who asks whom', 'The mandate, in numbered clauses.']
  return `---\nversion: '${today}'\ntitle: ${title}\nsummary: '${gap} ${summary}'\n---\n## 1. ${scope}\n\n**1.1** ${gap} ${words}\n`
}

/** What belongs in a text: a title to begin with, and what to write. */
const hints: Record<string, Record<Language, readonly [string, string]>> = {
  'page/headline': {
    en: ['Headline', 'What happened and what people may ask for, in two sentences.'],
    nl: ['Kop', 'Wat er gebeurde en waar mensen om mogen vragen, in twee zinnen.'],
  },
  'page/allegations': {
    en: ['What the company did', 'What we say it did wrong, each with its source.'],
    nl: ['Wat het bedrijf deed', 'Wat het volgens ons fout deed, telkens met de bron.'],
  },
  'page/letter-and-request': {
    en: ['Letter and request', 'What we sent the company, or will send.'],
    nl: ['Brief en verzoek', 'Wat we het bedrijf stuurden of gaan sturen.'],
  },
  'page/harm': { en: ['Harm', 'What it did to people.'], nl: ['Schade', 'Wat het met mensen deed.'] },
  'page/why': { en: ['Why join', 'One sentence above the reasons.'], nl: ['Waarom meedoen', 'Eén zin boven de redenen.'] },
  'page/why-one': {
    en: ['A reason', 'One reason to join, in three sentences.'],
    nl: ['Een reden', 'Eén reden om mee te doen, in drie zinnen.'],
  },
  'page/how': { en: ['How it works', 'One sentence above the three steps.'], nl: ['Hoe het werkt', 'Eén zin boven de drie stappen.'] },
  'page/how-1': { en: ['Step one', 'You join.'], nl: ['Stap een', 'Je meldt je aan.'] },
  'page/how-2': { en: ['Step two', 'We act.'], nl: ['Stap twee', 'Wij treden op.'] },
  'page/how-3': { en: ['Step three', 'You hear from us.'], nl: ['Stap drie', 'Je hoort van ons.'] },
  'page/case': { en: ['The case', 'Where it stands.'], nl: ['De zaak', 'Hoe het ervoor staat.'] },
  'page/money': {
    en: ['What it costs', 'The fee and the success fee, with what happens if we lose.'],
    nl: ['Wat het kost', 'De bijdrage en de succesvergoeding, met wat er gebeurt als we verliezen.'],
  },
  'page/news': { en: ['News', 'One sentence.'], nl: ['Nieuws', 'Eén zin.'] },
  'page/gdpr': {
    en: ['What the law asks', 'The rules the company broke, in plain words.'],
    nl: ['Wat de wet vraagt', 'De regels die het bedrijf schond, in gewone taal.'],
  },
  'page/faq': { en: ['Questions', 'One sentence.'], nl: ['Vragen', 'Eén zin.'] },
  'page/about': { en: ['Who we are', 'The foundation in three sentences.'], nl: ['Wie we zijn', 'De stichting in drie zinnen.'] },
  'page/support': { en: ['Support us', 'How people can help.'], nl: ['Steun ons', 'Hoe mensen kunnen helpen.'] },
  'page/share': {
    en: ['Short title', 'One sentence for messengers and search.'],
    nl: ['Korte titel', 'Eén zin voor berichten en zoekmachines.'],
  },
  'faq/what-is-this-claim': { en: ['What is this claim?', 'The answer.'], nl: ['Wat is deze claim?', 'Het antwoord.'] },
  other: { en: ['Title', 'Words.'], nl: ['Titel', 'Woorden.'] },
}

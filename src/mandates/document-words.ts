import type { AgreementKind, CapacityKind, Language } from '#claims/bundle.ts'

/** What a participant did with a text in the signing session (domain 4, table). */
export type Act = 'sign' | 'agree' | 'read'
/** In which role somebody signs: for themselves, or as parent or guardian of a child (SG-07). */
export type Role = 'self' | 'parent' | 'guardian'

/** The words of the mandate document. Formal: a Dutch document says "u". */
export interface DocumentWords {
  title: string
  description: (claim: string) => string
  page: string
  of: string
  field: string
  value: string
  who: string
  opening: Record<Role, (signer: string, organisation: string, claim: string, represented: string) => string>
  principal: string
  representative: string
  represented: string
  authorised: string
  name: string
  born: string
  address: string
  email: string
  phone: string
  role: string
  roles: Record<Role, string>
  registerNumber: string
  website: string
  what: string
  whatLead: (count: number) => string
  capacities: Record<CapacityKind, { title: string; lead: (organisation: string) => string }>
  revoke: (organisation: string) => string
  fee: string
  texts: string
  textsLead: string
  text: string
  version: string
  act: string
  acts: Record<Act, string>
  kinds: Record<AgreementKind, string>
  signature: string
  signed: (name: string, at: string) => string
  signedFor: (represented: string) => string
  drawn: (name: string) => string
  typed: (name: string) => string
  typedMark: string
  evidence: string
  evidenceLead: string
  when: string
  event: string
  detail: string
  fingerprints: string
  fingerprintsLead: string
  whatFingerprint: string
  signatureRecord: string
  worth: string
  worthText: (organisation: string) => string
  attachment: string
}

const en: DocumentWords = {
  title: 'Mandate and power of attorney',
  description: (claim) => `Signed mandate in the case “${claim}”`,
  page: 'Page', of: 'of', field: 'Item', value: 'What was stated',
  who: 'Who authorises whom',
  opening: {
    self: (signer, organisation, claim) => `${signer} authorises ${organisation} to act in the case “${claim}”, as this document says.`,
    parent: (signer, organisation, claim, represented) =>
      `${signer}, as parent of ${represented}, authorises ${organisation} to act for ${represented} in the case “${claim}”, as ` +
      `this document says.`,
    guardian: (signer, organisation, claim, represented) =>
      `${signer}, as guardian of ${represented}, authorises ${organisation} to act for ${represented} in the case “${claim}”, as ` +
      `this document says.`,
  },
  principal: 'The person who authorises', representative: 'The person who signs', represented: 'The person who is represented',
  authorised: 'The organisation that is authorised',
  name: 'Name', born: 'Date of birth', address: 'Address', email: 'E-mail address', phone: 'Phone', role: 'Signs as',
  roles: { self: 'for themselves', parent: 'parent with authority', guardian: 'guardian' },
  registerNumber: 'Trade register number', website: 'Website',
  what: 'What is authorised',
  whatLead: (count) => count === 1 ? 'One authority is granted.' : `${count} separate authorities are granted. Each stands on ` +
    `its own and can end on its own.`,
  capacities: {
    support: {
      title: 'Support of the claim',
      lead: (o) => `${o} may count this person as a supporter of the claim. This gives no right to act in this person’s name. It covers:`,
    },
    mandate: {
      title: 'Mandate',
      lead: (o) => `${o} may exercise this person’s rights and look after this person’s interests, as the agreed mandate says. It covers:`,
    },
    'power-of-attorney': {
      title: 'Power of attorney (article 3:60 Dutch Civil Code)',
      lead: (o) => `${o} may perform legal acts in this person’s name. It covers:`,
    },
    assignment: { title: 'Assignment (article 3:94 Dutch Civil Code)', lead: (o) => `This person transfers the claim to ${o}. It covers:` },
  },
  revoke: (o) => `Every authority can be taken back at any time by a message to ${o}. Acts done before that stay valid.`,
  fee: 'What it costs',
  texts: 'The agreed texts', textsLead: 'These texts were on the screen, in this order. They are printed here in full.',
  text: 'Text', version: 'Version', act: 'What was done',
  acts: { sign: 'agreed and signed', agree: 'agreed', read: 'shown, no agreement asked' },
  kinds: {
    'participation-agreement': 'Participation agreement', mandate: 'Mandate', 'power-of-attorney': 'Power of attorney',
      assignment: 'Assignment',
    'general-terms': 'General terms', 'privacy-notice': 'Privacy notice',
  },
  signature: 'Signature',
  signed: (name, at) => `Signed by ${name} on ${at}.`,
  signedFor: (represented) => `Signed on behalf of ${represented}.`,
  drawn: (name) => `Signature drawn by ${name}`, typed: (name) => `Signature typed by ${name}: ${name}`,
  typedMark: 'Typed as signature. A typed name counts the same as a drawn one.',
  evidence: 'Record of the signing', evidenceLead: 'Times are given in UTC. The same record is attached to this file as evidence.json.',
  when: 'Time (UTC)', event: 'What happened', detail: 'Particulars',
  fingerprints: 'Fingerprints (SHA-256)', fingerprintsLead: 'If one letter of a text is changed, its fingerprint changes.',
  whatFingerprint: 'Of what', signatureRecord: 'Signature as recorded',
  worth: 'What this document proves',
  worthText: (o) => 'The signature above is a simple electronic signature (article 3(10) of Regulation (EU) 910/2014), ' +
    'supported by the record of the signing. ' +
    `${o} closes this file with an electronic seal: any later change shows. The seal is that of the organisation; it is not the ` +
    `signature of the person above. ` +
    'Any PDF reader that checks signatures can check the seal, without us.',
  attachment: 'Record of the signing, machine-readable',
}

const nl: DocumentWords = {
  title: 'Opdracht en volmacht',
  description: (claim) => `Ondertekende volmacht in de zaak ‘${claim}’`,
  page: 'Pagina', of: 'van', field: 'Gegeven', value: 'Zoals opgegeven',
  who: 'Wie machtigt wie',
  opening: {
    self: (signer, organisation, claim) => `${signer} machtigt ${organisation} om op te treden in de zaak ‘${claim}’, zoals in ` +
      `dit stuk staat.`,
    parent: (signer, organisation, claim, represented) =>
      `${signer} machtigt, als ouder van ${represented}, ${organisation} om voor ${represented} op te treden in de zaak ` +
      `‘${claim}’, zoals in dit stuk staat.`,
    guardian: (signer, organisation, claim, represented) =>
      `${signer} machtigt, als voogd van ${represented}, ${organisation} om voor ${represented} op te treden in de zaak ` +
      `‘${claim}’, zoals in dit stuk staat.`,
  },
  principal: 'De persoon die machtigt', representative: 'De persoon die tekent', represented: 'De persoon die wordt vertegenwoordigd',
  authorised: 'De organisatie die wordt gemachtigd',
  name: 'Naam', born: 'Geboortedatum', address: 'Adres', email: 'E-mailadres', phone: 'Telefoon', role: 'Tekent als',
  roles: { self: 'voor zichzelf', parent: 'ouder met gezag', guardian: 'voogd' },
  registerNumber: 'KvK-nummer', website: 'Website',
  what: 'Waarvoor de machtiging geldt',
  whatLead: (count) => count === 1 ? 'Er wordt één bevoegdheid gegeven.' : `Er worden ${count} aparte bevoegdheden gegeven. ` +
    `Elke staat op zichzelf en kan op zichzelf eindigen.`,
  capacities: {
    support: {
      title: 'Steun aan de claim',
      lead: (o) => `${o} mag deze persoon meetellen als iemand die de claim steunt. `
        + 'Dit geeft geen recht om namens deze persoon te handelen. Het gaat om:',
    },
    mandate: {
      title: 'Opdracht',
      lead: (o) => `${o} mag de rechten van deze persoon uitoefenen en de belangen van deze persoon behartigen, `
        + 'zoals in de overeengekomen opdracht staat. Het gaat om:',
    },
    'power-of-attorney': {
      title: 'Volmacht (artikel 3:60 BW)',
      lead: (o) => `${o} mag rechtshandelingen verrichten in naam van deze persoon. Het gaat om:`,
    },
    assignment: { title: 'Overdracht (artikel 3:94 BW)', lead: (o) => `Deze persoon draagt de vordering over aan ${o}. Het gaat om:` },
  },
  revoke: (o) => `U kunt elke bevoegdheid op elk moment intrekken met een bericht aan ${o}. Wat daarvoor is gedaan, blijft geldig.`,
  fee: 'Wat het kost',
  texts: 'De overeengekomen teksten', textsLead: 'Deze teksten stonden in deze volgorde op het scherm. Hier staan ze volledig.',
  text: 'Tekst', version: 'Versie', act: 'Wat is gedaan',
  acts: { sign: 'akkoord en ondertekend', agree: 'akkoord', read: 'getoond, geen akkoord gevraagd' },
  kinds: {
    'participation-agreement': 'Deelnemersovereenkomst', mandate: 'Opdracht', 'power-of-attorney': 'Volmacht', assignment: 'Overdracht',
    'general-terms': 'Algemene voorwaarden', 'privacy-notice': 'Privacyverklaring',
  },
  signature: 'Handtekening',
  signed: (name, at) => `Ondertekend door ${name} op ${at}.`,
  signedFor: (represented) => `Ondertekend namens ${represented}.`,
  drawn: (name) => `Handtekening getekend door ${name}`, typed: (name) => `Handtekening getypt door ${name}: ${name}`,
  typedMark: 'Getypt als handtekening. Een getypte naam telt even zwaar als een getekende.',
  evidence: 'Verslag van de ondertekening', evidenceLead: 'De tijden zijn in UTC. Hetzelfde verslag zit als evidence.json bij dit bestand.',
  when: 'Tijd (UTC)', event: 'Wat er gebeurde', detail: 'Bijzonderheden',
  fingerprints: 'Vingerafdrukken (SHA-256)', fingerprintsLead: 'Verandert er één letter in een tekst, dan verandert de vingerafdruk.',
  whatFingerprint: 'Waarvan', signatureRecord: 'Handtekening zoals vastgelegd',
  worth: 'Wat dit stuk bewijst',
  worthText: (o) => 'De handtekening hierboven is een gewone elektronische handtekening (artikel 3, punt 10, van Verordening (EU) ' +
    '910/2014), gesteund door het verslag van de ondertekening. ' +
    `${o} sluit dit bestand met een elektronisch zegel: elke latere wijziging is te zien. Het zegel is van de organisatie; het ` +
    `is niet de handtekening van de persoon hierboven. ` +
    'Elke pdf-lezer die handtekeningen controleert, kan het zegel controleren, ook zonder ons.',
  attachment: 'Verslag van de ondertekening, leesbaar voor computers',
}

/** The words of the mandate document by language. */
export const documentWords: Record<Language, DocumentWords> = { en, nl }

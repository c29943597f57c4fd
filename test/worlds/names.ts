const given = `Aaliyah Adam Amber Amina Anna Anouk Aylin Bas Benjamin Bo Bram Carmen Cato Daan Dana David Dewi Diede Elif Elin Emma
  Esra Eva Evi Fatima Faye Femke Fenna Fleur Floris Gijs Guus Hanna Hugo Ilse Imane Isa Ivo Jackie Jan Jasmijn Jayden
  Jens Jip Joost Julia Kai Kees Kim Koen Lars Lena Levi Lieke Lina Loïs Lotte Luca Luuk Maartje Malik Maren Marit Mees
  Mia Mila Milan Mohammed Moos Naomi Nina Noah Noor Nora Olaf Olivia Omar Oscar Pien Pieter Pim Quinten Raf Rayan Roos
  Rosa Ruben Saar Sam Samira Sara Sem Siem Silke Sofie Stijn Suze Sven Tess Teun Thijs Tijn Tobias Tygo Vera Veerle
  Vince Willem Wout Xander Yara Yasin Yusuf Zara Zeynep Zoë Ümit`.split(/\s+/)
const starts = `Bedacht Denk Droom Fabel Fictie Proef Schijn Spook Sproke Test Verhaal Verzon Voorbeeld Zogen Raadsel Luchtkas Papier
  Sprook Model Kunst Nep Schets Toneel Mythe Legen Zoge Idee Maske Poppen Spiegel`.split(/\s+/)
const middles = ['', 'en', 'er', 'sel', 'ing', 'aar', 'em', 'ing', 'oo', 'ijn', 'eken', 'uw', 'ol', 'is']
const ends = `berg veld stra sma ink huis donk laar man sen dijk beek meer wijk horst burg stein vliet brink hof akker bosch poort
  molen kamp schot mans tje zaal werf`.split(/\s+/)
const before = ['', '', '', '', 'van ', 'de ', 'van der ', 'van den ', 'ten ']
const abroad = ['Γιώργος Παράδειγμα', 'Мария Примерова', 'ليلى مثال', 'דנה דוגמה', 'François Exemple', 'Łucja Przykładowa', '李伟']

/** Takes one, the earlier ones far more often than the later, as names occur. */
const oftenFirst = <T>(of: readonly T[], roll: () => number): T => of[Math.floor(roll() ** 2.2 * of.length)]!
const any = <T>(of: readonly T[], roll: () => number): T => of[Math.floor(roll() * of.length)]!

/** A family name that visibly nobody has: about eleven thousand of them, a few very common. */
export const familyName = (roll: () => number): string =>
  `${any(before, roll)}${oftenFirst(starts, roll)}${oftenFirst(middles, roll)}${oftenFirst(ends, roll)}`

/** A whole name; now and then in another script. */
export const wholeName = (family: string, roll: () => number): string =>
  (roll() < 0.02 ? any(abroad, roll) : `${oftenFirst(given, roll)} ${family}`)

const letters = 'ABCDEFGHJKLMNPRSTUVWXZ'

/** A postcode as the country writes it. */
export function postcodeIn(country: string, roll: () => number): string {
  const digits = (from: number, to: number) => String(from + Math.floor(roll() * (to - from)))
  if (country === 'NL') return `${digits(1000, 9999)} ${any([...letters], roll)}${any([...letters], roll)}`
  return country === 'BE' ? digits(1000, 9999) : digits(10_000, 99_999)
}

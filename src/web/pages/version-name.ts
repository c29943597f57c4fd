import type { Language } from '#claims/bundle.ts'
import { day } from '#words/formats.ts'

/** The version of an agreement (`2026-07-01`, `2026-07-01.2`) as a reader knows it: 1 July 2026, 1 July 2026 (2). */
export function versionName(language: Language, version: string): string {
  const [date = version, nth] = version.split('.')
  return day(language, date) + (nth ? ` (${nth})` : '')
}

import type { Device } from '#identity/device.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ground } from '#web/page.ts'
import { day } from '#words/formats.ts'

/** A device in words. */
export const deviceWords = ({ t }: Ground, { browser, system }: Device) =>
  t('account.access.device', { browser: t(`account.browser.${browser}`), system: t(`account.system.${system}`) })

/** The day of an instant in the legal zone, in words. */
export const dayWords = ({ language }: Ground, at: Date) => day(language, dayIn(legalZone, at))

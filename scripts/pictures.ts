// `npm run pictures [-- name]`: shots of every page and step into var/pictures/, phone and desktop, light and dark, en and nl;
// PDFs as pictures where pdftoppm is there. With a name only of the stops whose name contains it.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, unpackedChromium } from '../test/journeys/chromium.ts'
import { sealedMail } from '../test/journeys/mailbox.ts'
import { startSite } from '../test/journeys/site.ts'
import { becomeAdministrator } from '../test/journeys/desk/staff.ts'
import { deskTour } from '../test/journeys/desk-tour.ts'
import { familyTour } from '../test/journeys/family-tour.ts'
import { tour, type Tour } from '../test/journeys/tour.ts'
import { root } from './root.ts'

const folder = path.join(root, 'var/pictures')
const only = process.argv[2] ?? ''
const devices = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } }
/** Of two network blocks, so that limits per block are not met by both languages together. */
const addresses = { en: '10.1.1.1', nl: '10.2.2.2' }
const schemes = ['light', 'dark'] as const
const hasPdftoppm = spawnSync('pdftoppm', ['-v']).status === 0

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const site = await startSite()
const browser = await chromium.launch({ executablePath: await unpackedChromium(), args: chromiumArguments })
let shots = 0
process.env['JOINDER_ADMINISTRATOR'] = await becomeAdministrator(site.origin, site.firstLink)

async function picturesIn(language: 'en' | 'nl') {
  const given: Tour = {
    origin: site.origin, language,
    async newPage() {
      const context = await browser.newContext({
        baseURL: site.origin, reducedMotion: 'reduce', viewport: devices.desktop,
        extraHTTPHeaders: { 'x-forwarded-for': addresses[language] },
      })
      return context.newPage()
    },
    async see(name, page) {
      if (!name.includes(only)) return
      for (const [device, viewport] of Object.entries(devices)) {
        await page.setViewportSize(viewport)
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme })
          await page.screenshot({ path: path.join(folder, `${name}.${language}.${device}.${colorScheme}.png`), fullPage: true })
          shots += 1
        }
      }
      await page.emulateMedia({ colorScheme: 'light' })
    },
  }
  const way = await tour(given)
  await familyTour(given)
  await deskTour(given)
  const { pdf } = await sealedMail(site.origin, way.email)
  const file = path.join(folder, `mandate.${language}.pdf`)
  writeFileSync(file, pdf)
  if (hasPdftoppm) execFileSync('pdftoppm', ['-r', '70', '-png', file, path.join(folder, `mandate.${language}`)])
  console.log(`${language}: ${shots} pictures so far`)
}

try {
  for (const language of ['en', 'nl'] as const) await picturesIn(language)
  console.log(`${shots} pictures in ${folder}${hasPdftoppm ? '' : ' (pdftoppm is not there: the PDFs stay PDFs)'}`)
} finally {
  await browser.close()
  await site.stop()
}

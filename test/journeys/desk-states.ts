import type { Page } from '@playwright/test'
import { casework } from './desk-casework-states.ts'
import { until } from './mailbox.ts'
import { sends } from './desk/sends.ts'
import { claimStates } from './desk-claims.ts'
import type { Tour } from './tour.ts'

export interface DeskStage {
  /** Two people with every role, so that one can approve what the other proposes. */
  page: Page
  colleague: Page
  /** Path of the record of whom it is about, the first name, of which there are two, and that person's address. */
  person: string
  called: string
  email: string
  /** A claim that nobody else publishes meanwhile. */
  slug: string
  /** Nobody else lives there, so the segment does not move. */
  country: string
}

const pathOf = (page: Page) => new URL(page.url()).pathname
const hrefOf = async (page: Page, selector: string) => (await page.locator(selector).first().getAttribute('href')) ?? ''

/** What is answered where a form is sent empty: the summary and the fields. */
async function errors({ language, see }: Tour, { page, person, country }: DeskStage) {
  const at = `/${language}/desk`
  const empty = async (name: string, path: string, fields: Record<string, string> = {}) => {
    await page.goto(path)
    await sends(page, fields)
    await see(`desk-state-errors-${name}`, page)
  }
  await empty('suspend', `${person}/decide/suspend`, { explanation: '' })
  await empty('deficiency', `${person}/deficiency/tiktok`, { addition: '' })
  await empty('task', `${person}/tasks`, { text: '' })
  await empty('erase', `${person}/erase`, { 'askedOn-day': '' })
  await empty('bulk', `${at}/bulk/new?claim=tiktok&country=${country}&act=task`, { days: '' })
  await empty('invite', `${at}/organisers/invite`, { name: '' })
  await empty('phase', `${at}/claims/bank-cartel/phase`, { reference: '' })
  await empty('new-claim', `${at}/claims/new`, {})
}

async function searching({ language, see }: Tour, { page, called }: DeskStage) {
  const seek = async (name: string, text: string) => {
    await page.goto(`/${language}/desk/people`)
    await sends(page, { text })
    await see(`desk-state-search-${name}`, page)
  }
  await seek('found', called)
  await seek('none', 'Nietbestaander')
  await seek('too-short', 'Du')
}

/** An act on a saved segment: drawn up, proposed, seen by either, approved, done, taken back. */
async function segmentAndBulk({ language, see }: Tour, { page, colleague, country }: DeskStage) {
  const list = `/${language}/desk/people?claim=tiktok&country=${country}`
  await until('who lives there', async () => {
    await page.goto(list)
    return (await page.locator('.desk-table tbody tr').count()) > 0 || undefined
  }, 100)
  await see('desk-state-segment', page)
  await sends(page, { name: `Voorbeeldgroep van mensen die in een ander land wonen (${country})` })
  await see('desk-state-segment-saved', page)
  await page.goto(`/${language}/desk/bulk/new?claim=tiktok&country=${country}&act=task`)
  await sends(page, { kind: 'call', role: 'case-handler', days: '5', because: 'data-incomplete' })
  const run = pathOf(page)
  await see('desk-state-bulk-drawn-up', page)
  await Promise.all([page.waitForEvent('framenavigated'), page.locator('main form[action$="/propose"] button').click()])
  const proposal = await hrefOf(page, 'main a[href*="/proposals/"]')
  await page.goto(proposal)
  await see('desk-state-proposal-own', page)
  await colleague.goto(`/${language}/desk`)
  await see('desk-state-overview-waiting', colleague)
  await colleague.goto(proposal)
  await see('desk-state-proposal-of-somebody', colleague)
  await sends(colleague, {}, 'approve')
  await page.goto(run)
  await see('desk-state-bulk-under-way', page)
  const ended = (state: string) => until(`the run ${state}`, async () => {
    await page.goto(run)
    const [canUndo, canPause] = [page.locator('main form:has([name=word])'), page.locator('main [value=pause]')]
    return (await canUndo.count()) > 0 && (await canPause.count()) === 0 || undefined
  }, 60)
  await ended('done')
  await see('desk-state-bulk-done', page)
  await colleague.goto(proposal)
  await see('desk-state-proposal-approved', colleague)
  await page.goto(run)
  await sends(page, { reason: 'mistake' }, 'undo')
  await see('desk-state-bulk-going-back', page)
}

/** Two records that are one person's: merged by two people. */
async function merging({ language, see }: Tour, { page, colleague, called, person }: DeskStage) {
  const pair = await until('a pair', async () => {
    await page.goto(`/${language}/desk/duplicates?person=${person.split('/').at(-1)}`)
    const rows = page.locator('main tbody tr').filter({ hasText: called }).locator('a[href*="/duplicates/"]')
    return (await rows.count()) ? (await rows.first().getAttribute('href')) ?? undefined : undefined
  }, 100)
  await page.goto(`${pair}/merge`)
  await sends(page, {})
  await see('desk-state-errors-merge', page)
  await page.locator('main input[type=radio]').first().check()
  await sends(page, {})
  await see('desk-state-merge-proposed', page)
  const proposal = await hrefOf(page, 'main a[href*="/proposals/"]')
  await colleague.goto(proposal)
  await sends(colleague, {}, 'approve')
  await see('desk-state-merge-approved', colleague)
  await page.goto(pair)
  await see('desk-state-merged-pair', page)
  await page.goto(`${pair}/unmerge`)
  await see('desk-state-unmerge', page)
}

/** A text is changed and published; the difference of the versions; how the claim came to its phase. */
async function publishing({ language, see }: Tour, { page, slug }: DeskStage) {
  const at = `/${language}/desk/claims/${slug}`
  await page.goto(`${at}/texts/page/about`)
  await sends(page, { 'en-title': 'Voorbeeldstichting', 'nl-title': '' })
  await see('desk-state-text-faulty', page)
  await page.goto(`${at}/publish`)
  await see('desk-state-publish-kept-back', page)
  await page.goto(`${at}/texts/page/about`)
  await sends(page, { 'en-title': 'Voorbeeldstichting', 'nl-title': 'Voorbeeldstichting' })
  await page.goto(`${at}/publish`)
  await see('desk-state-publish', page)
  await sends(page, {}, 'publish')
  await see('desk-state-published', page)
  await page.goto(await hrefOf(page, 'main a[href*="/versions/"]'))
  await see('desk-state-difference', page)
}

/** The desk where something has happened: every state that no link leads to. */
export async function deskStates(tour: Tour, stage: DeskStage): Promise<void> {
  await searching(tour, stage)
  await errors(tour, stage)
  await casework(tour, stage)
  await segmentAndBulk(tour, stage)
  await merging(tour, stage)
  await publishing(tour, stage)
  await claimStates(tour, stage.page, stage.slug)
}

import { expect as seen } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browsedSite, type BrowsedSite } from './site.ts'
let site: BrowsedSite
beforeAll(async () => { site = await browsedSite({ at: '2026-07-01T10:00:00Z' }) }, 120_000)
afterAll(() => site.close())
test('home', async () => {
  const page = await site.device()
  await page.goto('/en/tiktok')
  await seen(page.locator('h1')).toBeVisible()
  expect(site.faults).toEqual([])
}, 60_000)

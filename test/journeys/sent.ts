import type { Page } from '@playwright/test'

const sent = new WeakMap<Page, Promise<string>>()

/** From now on keeps the HTML of each page as the server sent it: a browser mends what is wrong in its own copy. */
export function keepSent(page: Page): Page {
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && ![302, 303].includes(response.status())) sent.set(page, response.text().catch(() => ''))
  })
  return page
}

export const sentHtml = async (page: Page): Promise<string> => (await sent.get(page)) ?? ''

import { claimHost, origin, type TestSite } from './builders.ts'

/** What was read, by full address; and what is wrong: links that lead nowhere, and `#fragments` that are not on their page. */
export interface Crawled {
  read: Map<string, { status: number; type: string; body: string }>
  lost: string[]
  nowhere: string[]
}

/** The first group of every match, as a reader of the HTML gets it. */
export const attribute = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'))

/** The way in, the account and the mailbox have tests of their own. */
const isPublic = (path: string) => !/\/(join|sign-in|withdraw|account|mailbox)(\/|$)/.test(path)

/** Reads every public page of the site that links lead to from these addresses, on the foundation's host and on a claim's. */
export async function crawl(app: TestSite['app'], from: readonly string[]): Promise<Crawled> {
  const read: Crawled['read'] = new Map()
  const links: { at: string; href: string; to: string; id: string }[] = []
  const queue = [...from]
  for (let address = queue.shift(); address; address = queue.shift()) {
    if (read.has(address)) continue
    const url = new URL(address)
    const answer = await app.request(url.pathname + url.search, { headers: { host: url.host } })
    const page = { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() }
    read.set(address, page)
    if (!page.type.startsWith('text/html')) continue
    for (const href of attribute(page.body, /<a [^>]*href="([^"]*)"/g)) {
      const to = new URL(href, address)
      if (![new URL(origin).host, claimHost].includes(to.host) || !isPublic(to.pathname)) continue
      const [without = to.href] = to.href.split('#')
      links.push({ at: address, href, to: without, id: decodeURIComponent(to.hash.slice(1)) })
      queue.push(without)
    }
  }
  const ids = new Map([...read].map(([address, { body }]) => [address, new Set(attribute(body, / id="([^"]+)"/g))]))
  const said = ({ at, href }: { at: string; href: string }) => `${at} -> ${href}`
  return {
    read,
    lost: [...read]
      .filter(([, { status }]) => status !== 200)
      .map(([address]) => said(links.find(({ to }) => to === address) ?? { at: 'start', href: address })),
    nowhere: [...new Set(links.filter(({ to, id }) => id && !ids.get(to)?.has(id)).map(said))],
  }
}

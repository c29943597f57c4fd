import { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { noLog } from '#platform/log.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { pages } from './pages.ts'
import { startWeb } from './server.ts'

let site: TestSite
let web: Awaited<ReturnType<typeof startWeb>>
const failures: string[] = []
beforeAll(async () => {
  site = await testSite({ log: { ...noLog, error: (_, message) => void failures.push(message) } })
  web = await startWeb(site.world, pages, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await web.close()
  await site.close()
})

test.each(['made for this request', 'kept before'])('where a copy %s cannot be sent, the application answers and the process goes on',
  async () => {
  const spoiled = vi.spyOn(ServerResponse.prototype, 'writeHead').mockImplementationOnce(() => { throw new Error('spoiled') })
  const answer = await fetch(`http://127.0.0.1:${web.port}/en/tiktok`)
  expect([answer.status, (await answer.text()).includes('TikTok')]).toEqual([200, true])
  expect(failures.splice(0)).toEqual(['kept page failed'])
  spoiled.mockRestore()
})

import pg from 'pg'
import type { Page } from '@playwright/test'
import { roles } from '#organisers/roles.ts'
import { languages, type Language } from './fixtures.ts'
import { becomeAdministrator, enter, invited } from './desk/staff.ts'
import { until } from './mailbox.ts'
import type { StartedSite } from './site.ts'

interface Broken {
  site: StartedSite
  newPage(): Promise<Page>
  see(name: string, page: Page): Promise<void>
}

/** What no act brings about: a look at the journal under way and one that found something, and jobs that failed or are late. */
const written = {
  underWay: `insert into journal_check (id, asked_at, hash, entries, batches)
    values ('00000000-0000-4000-8000-000000000001', now(), decode(repeat('00', 32), 'hex'), 400, 2)`,
  alarm: `update journal_check set finished_at = now(), unchained = 0, wrong = 'changed', wrong_upto = 200 where finished_at is null`,
  failed: `insert into pgboss.job (name, data, state, source_name, source_retry_count, source_created_on)
    values ('mail.send.dead', '{}', 'created', 'mail.send', 3, now())`,
  late: `insert into pgboss.job (name, data, state, start_after, created_on)
    values ('mandates.seal', '{}', 'retry', now() + interval '1 day', now() - interval '1 day')`,
}

/** The desk of a site of its own, in both languages, where the journal was changed and jobs failed: each state is asked for. */
export async function brokenDesk({ site, newPage, see }: Broken): Promise<void> {
  const administrator = await becomeAdministrator(site.origin, site.firstLink)
  const pages: Record<Language, Page> = { en: await newPage(), nl: await newPage() }
  for (const language of languages) {
    const token = await invited(site.origin, roles, { administrator, language, name: `Voorbeeld Storing ${language}` })
    await enter(pages[language].context(), site.origin, token)
  }
  const owner = new pg.Client({ connectionString: site.ownerUrl() })
  await owner.connect()
  const look = async (name: string, path: string) => {
    for (const language of languages) {
      await pages[language].goto(`${site.origin}/${language}/desk${path}`)
      await see(`${name} ${language}`, pages[language])
    }
  }
  try {
    await look('journal-not-looked-at', '/journal/verify')
    await pages.en.locator('main form[method=post] button').first().click()
    await until('the look at the journal', async () => {
      const { rows } = await owner.query('select from journal_check where finished_at is not null')
      return rows.length > 0 || undefined
    })
    await look('journal-whole', '/journal/verify')
    await owner.query(written.underWay)
    await look('journal-look-under-way', '/journal/verify')
    await owner.query(written.alarm)
    await look('journal-changed', '/journal/verify')
    await owner.query(written.failed)
    await owner.query(written.late)
    await look('jobs-failed', '/jobs')
    await look('overview-alarmed', '')
  } finally {
    await owner.end()
  }
}

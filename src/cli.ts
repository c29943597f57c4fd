import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#config.ts'
import type { Config } from '#config.ts'
import { publishContent } from '#content.ts'
import { tellExported, tellKey, tellRestored, tellVerified } from '#journal-terminal.ts'
import { isDay } from '#platform/days.ts'
import { exportAll, importAll } from '#platform/db/carry.ts'
import { failedJobs, lateJobs, retryFailed } from '#platform/job-list.ts'
import { listRefused } from '#platform/mail/refused.ts'
import { makeKeyFile } from '#platform/master-key.ts'
import { replayErasures } from '#erasure/replay-erasures.ts'
import { listLegalHolds } from '#erasure/review.ts'
import { applyRetention, listJobs, showRetention, tell, tellFirstLink } from '#terminal.ts'
import { filesFolder, migrateDatabase, openDatabase, openGround } from '#world.ts'
import type { OpenDatabase, OpenGround } from '#world.ts'

interface Flags {
  replace?: boolean | undefined
  retry?: string | undefined
  apply?: boolean | undefined
  lost?: boolean | undefined
  from?: string | undefined
  until?: string | undefined
}

interface Command {
  /** What follows the name of the command. */
  takes: string
  what: string
  help: string
  run(words: string[], flags: Flags, config: () => Config): Promise<void>
}

/** For the operator to mend; the message says how. */
class Misused extends Error {}

const only = (words: string[], name: string): string => {
  const [word, ...more] = words
  if (!word || more.length) throw new Misused(`one ${name} is needed`)
  return word
}

async function withDatabase(config: Config, work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(config)
  await work(database).finally(() => database.close())
}

/** The world of the application without its jobs and its website, quiet but for warnings. */
async function withGround(config: Config, work: (ground: OpenGround) => Promise<void>): Promise<void> {
  const ground = await openGround({ ...config, logLevel: 'warn' }, { works: false })
  await work(ground).finally(() => ground.close())
}

const commands: Record<string, Command> = {
  export: {
    takes: 'DIR',
    what: 'write the whole state into an empty folder',
    help: 'Database, jobs and files, with checksums, from one moment; Joinder may run meanwhile. '
      + 'Personal data stay sealed: keep MASTER_KEY_FILE too, apart from it.',
    run: (words, _flags, config) => withDatabase(config(), async (database) => {
      const folder = path.resolve(only(words, 'folder'))
      await migrateDatabase(database)
      await exportAll(database.ownerUrl, filesFolder(config()), folder, tell)
      tell(`Exported to ${folder}. It is of use only together with ${config().masterKeyFile}.`)
    }),
  },
  import: {
    takes: 'DIR',
    what: 'read an export into an empty installation',
    help: 'Into a new DATA_DIR, or a new database of DATABASE_URL, with the key file of the exported installation as MASTER_KEY_FILE. '
      + 'All or nothing.',
    run: (words, _flags, config) => withDatabase(config(), async (database) => {
      const folder = path.resolve(only(words, 'folder'))
      await migrateDatabase(database)
      await importAll(database.ownerUrl, filesFolder(config()), folder, tell)
      tell('Imported.')
      if (!existsSync(config().masterKeyFile))
        tell(`Before you start: put the key file of the exported installation at ${config().masterKeyFile}.`)
    }),
  },
  migrate: {
    takes: '',
    what: 'bring the database to the state this version needs',
    help: 'Every start does so as well. On its own it lets you migrate as the owner before several processes start.',
    run: (_words, _flags, config) => withDatabase(config(), async (database) => {
      const applied = await migrateDatabase(database)
      tell(applied.length ? `Applied: ${applied.join(', ')}` : 'Nothing to do.')
    }),
  },
  'import-content': {
    takes: '[DIR] [--replace]',
    what: 'publish the texts and facts of a content folder',
    help: 'Without DIR that of CONTENT_DIR. Bundles that were published already change nothing, and what the desk published stays '
      + 'unless you say --replace; a running site shows the new texts at once.',
    run: (words, { replace = false }, config) => withGround(config(), async (ground) => {
      const folder = words.length ? path.resolve(only(words, 'folder')) : ground.config.contentDir
      for (const { message } of await publishContent(ground, folder, { replace })) tell(message)
      tell('Published.')
    }),
  },
  jobs: {
    takes: '[--retry KIND]',
    what: 'list jobs that are late or failed, or set failed ones going again',
    help: 'Late: due for more than five minutes. Failed: given up after the last try. '
      + '--retry mail.send gives all failed jobs of that kind fresh tries.',
    run: (_words, { retry }, config) => withGround(config(), async (ground) => {
      if (retry !== undefined) return tell(`${await retryFailed(ground.jobs, retry)} jobs set going again.`)
      listJobs('Late', await lateJobs(ground.db, ground.clock.now()))
      listJobs('Failed', await failedJobs(ground.db))
    }),
  },
  mails: {
    takes: '',
    what: 'list e-mails that were refused for good',
    help: 'By ids and reply code; whom they were for stands sealed in the database. E-mails that still wait stand under "jobs".',
    run: (_words, _flags, config) => withGround(config(), async (ground) => {
      const refused = await listRefused(ground.db)
      tell(`Refused: ${refused.length || 'none'}`)
      for (const { kind, personId, mailId, replyCode, at } of refused)
        tell(`  ${kind}  ${at.toISOString()}  reply ${replyCode ?? '-'}  person ${personId}  mail ${mailId}`)
    }),
  },
  journal: {
    takes: 'verify [EXPORT] | export FILE | key | restored',
    what: 'check the signed chain over the journal, or write it out for an auditor',
    help: 'verify: exit code 1 when an entry was changed or taken away, or the chain made anew; it compares with the anchors beside '
      + 'the log of erasures, and with an export. export: --from and --until (YYYY-MM-DD) for a period, whole batches. '
      + 'key: the public key, for the auditor. restored: say that a backup was restored, so that the journal ends earlier. '
      + 'docs/journal.md.',
    run: (words, flags, config) => withGround(config(), async (ground) => {
      const [what, ...files] = words
      if (what === 'verify') return tellVerified(ground, files.length ? only(files, 'export') : undefined)
      if (what === 'export') return tellExported(ground, only(files, 'file'), daysOf(flags))
      if (what === 'key') return tellKey(ground)
      if (what === 'restored') return tellRestored(ground)
      throw new Misused('journal knows "verify", "export", "key" and "restored"')
    }),
  },
  retention: {
    takes: '[--apply]',
    what: 'say what is kept too long; with --apply let it go now',
    help: 'One line for each kind of data: how many rows or people are over their time. Without --apply it changes nothing. '
      + 'A job does the same every night.',
    run: (_words, { apply }, config) => withGround(config(), (ground) => (apply ? applyRetention(ground) : showRetention(ground))),
  },
  holds: {
    takes: '',
    what: 'list people who asked to be erased and of whom something must be kept',
    help: 'By ids: what is kept, on what ground of art. 17(3), and when it is looked at again. Their data stand nowhere else.',
    run: (_words, _flags, config) => withGround(config(), async ({ db }) => {
      const holds = await listLegalHolds({ db })
      tell(`Locked: ${holds.length || 'none'}`)
      for (const { personId, kept, ground, reviewOn } of holds) tell(`  person ${personId}  ${kept}  ${ground}  review ${reviewOn}`)
    }),
  },
  'replay-erasures': {
    takes: '',
    what: 'after restoring a backup, erase again whoever was erased since',
    help: 'Reads the log of erasures (ERASURE_LOG). Every start does so as well; on its own it tells how many.',
    run: (_words, _flags, config) => withGround(config(), async (ground) => {
      const { known, again, foreign, lost } = await replayErasures(ground)
      tell(`Erasures in the log: ${known}. Erased again now: ${again}.`)
      if (foreign) tell(`Lines that were changed or belong to another installation, left out: ${foreign}.`)
      if (lost) tell(`Missing from the log: ${lost}. It was lost or left behind (ERASURE_LOG); who stood there may have come back.`)
    }),
  },
  'first-link': {
    takes: '[--lost]',
    what: 'make the one-time link of the first administrator of the desk',
    help: 'While nobody administers the desk; an older link is void. '
      + '--lost, when no administrator can get in: first takes the passkeys and sessions of them all.',
    run: (_words, { lost = false }, config) => withGround(config(), async (ground) => {
      if (!(await tellFirstLink(ground, lost))) process.exitCode = 1
    }),
  },
  'rewrap-keys': {
    takes: '',
    what: 'wrap the keys of all people with the newest master key',
    help: 'After a new "master:" line was put first in MASTER_KEY_FILE and every process was restarted. '
      + 'Joinder may run meanwhile; broken off, it goes on where it was.',
    run: (_words, _flags, config) => withGround(config(), async ({ db, vault }) => {
      let wrapped = 0
      for (let now = 1; now > 0; wrapped += now) now = await db.transaction().execute((batch) => vault.rewrap(batch, keysAtOnce))
      tell(wrapped ? `Keys wrapped anew: ${wrapped}. Run it again until there is nothing to do.`
        : 'Nothing to do: every key is under the newest master key.')
    }),
  },
  'new-keys': {
    takes: 'FILE',
    what: 'make a key file for production (MASTER_KEY_FILE)',
    help: 'Once per installation. Keep a copy apart from the backups: without it nothing personal can be read.',
    run: async (words) => {
      const file = path.resolve(only(words, 'file'))
      if (existsSync(file)) throw new Misused(`${file} exists; keys are never overwritten`)
      makeKeyFile(file)
      tell(`Keys written to ${file}.`)
    },
  },
}

const keysAtOnce = 500

function daysOf({ from, until }: Flags) {
  for (const day of [from, until])
    if (day !== undefined && !isDay(day)) throw new Misused(`${day} is no day such as 2026-11-23.`)
  return { from, until }
}

const usage = () => [
  'npm run joinder -- COMMAND',
  '',
  ...Object.entries(commands).map(([name, { takes, what }]) => `  ${`${name} ${takes}`.padEnd(24)} ${what}`),
  '',
  'Settings come from the environment as for `npm start`. More: npm run joinder -- COMMAND --help',
].join('\n')

async function run(): Promise<void> {
  const { positionals: [name, ...words], values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' }, replace: { type: 'boolean' }, retry: { type: 'string' },
      apply: { type: 'boolean' }, lost: { type: 'boolean' }, from: { type: 'string' }, until: { type: 'string' },
    },
  })
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name]
  if (!command) {
    if (name === undefined) return tell(usage())
    throw new Misused(`There is no command "${name}".\n\n${usage()}`)
  }
  if (values.help) return tell(`npm run joinder -- ${name} ${command.takes}\n\n${command.what}. ${command.help}`)
  let config: Config | undefined
  await command.run(words, values, () => (config ??= readConfig()))
}

try {
  await run()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = error instanceof Misused || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const port = z.coerce.number('a number from 0 to 65535').int('a whole number').min(0, 'a number from 0 to 65535')
  .max(65535, 'a number from 0 to 65535')
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/[^/]+\/\S+$/, 'an address such as postgres://user:password@host:5432/joinder')
const httpUrl = z.url({ protocol: /^https?$/, error: 'an address that starts with http:// or https://' })
const filled = z.string().min(1)

/** Every setting, with its default. An empty value counts as not set. */
const settings = z.object({
  NODE_ENV: z.string().optional(),
  ROLE: z.enum(['all', 'web', 'worker'], 'all, web or worker').default('all'),
  PORT: port.default(8080),
  HOST: filled.optional(),
  PUBLIC_ORIGIN: httpUrl.transform((value) => new URL(value))
    .refine((url) => url.pathname === '/' && !url.search && !url.hash, 'only scheme and host, without a path').optional(),
  TRUSTED_PROXIES: z.coerce.number('how many proxies stand before this process: 0, 1, …').int('a whole number').min(0, '0 or more')
    .max(10, '10 or fewer').default(0),
  DATA_DIR: filled.default('./var'),
  CONTENT_DIR: filled.default('./content'),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATE_DATABASE_URL: postgresUrl.optional(),
  MASTER_KEY_FILE: filled.optional(),
  ERASURE_LOG: filled.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address such as smtps://user:password@host:465 or smtp://host:587' }).optional(),
  MAIL_FROM: z.string().regex(/^(?:[^<>]*<)?[^\s<>@]+@[^\s<>@]+>?$/, 'an address such as "Foundation <info@example.org>"').optional(),
  TSA_URL: httpUrl.optional(),
  SEAL_CERTIFICATE: filled.optional(),
  SEAL_PASSPHRASE: z.string().optional(),
  CAPTCHA: z.literal('none', 'none, the only kind so far').default('none'),
  MONEY_COOL_DOWN_DAYS: z.coerce.number('how many days: 14 or more').int('a whole number').min(14, '14 or more').max(365, '365 or fewer')
    .default(14),
  BULK_MAY_MOVE_PERCENT: z.coerce.number('how many percent: 0 to 50').int('a whole number').min(0, '0 or more')
    .max(50, '50 or fewer').default(2),
  CURE_DAYS: z.coerce.number('how many days: 30 or more').int('a whole number').min(30, '30 or more').max(365, '365 or fewer').default(30),
  CURE_REMINDER_DAYS: z.string().regex(/^\d{1,2},\d{1,2}$/, 'two numbers of days before the last day, such as 14,4').default('14,4')
    .transform((value) => value.split(',').map(Number))
    .refine(([first, second]) => first! > second! && second! > 0 && first! < 30, 'the first larger than the second, both from 1 to 29'),
  npm_lifecycle_event: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent').default('info'),
})
type Settings = z.infer<typeof settings>

export interface Config {
  production: boolean
  role: 'all' | 'web' | 'worker'
  port: number
  host: string
  /** Where people reach the site, without a slash at the end. */
  publicOrigin: string
  trustedProxies: number
  dataDir: string
  contentDir: string
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined
  /** Address of the owner for migrations where the application's goes through a pooler or belongs to another role. */
  migrateDatabaseUrl: string | undefined
  masterKeyFile: string
  /** Folder of the log of erasures; best where no restored backup overwrites it. */
  erasureLog: string
  smtpUrl: string | undefined
  mailFrom: string | undefined
  tsaUrl: string | undefined
  sealCertificate: string | undefined
  sealPassphrase: string | undefined
  captcha: 'none'
  /** Days for which money waits after a change of an address, a bank account or the way in (PO-06). */
  moneyCoolDownDays: number
  /** By how many percent a segment may grow or shrink between being counted and being approved for a bulk act. */
  bulkMayMovePercent: number
  /** Days to mend what a deficiency notice lists, 30 or more (AD-04). */
  cureDays: number
  /** How many days before the last day its two reminders go. */
  cureReminderDays: readonly number[]
  logLevel: Settings['LOG_LEVEL']
  /** Started by `npm start`: npm's shell does not pass signals on, so the program watches whether it is still there. */
  underNpm: boolean
}

/** What to do about a setting that is wrong or missing. */
export interface Problem {
  setting: string
  remedy: string
}

export class WrongSettings extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super(`Joinder cannot start with these settings:\n${problems.map(({ setting, remedy }) => `  ${setting}: ${remedy}`).join('\n')}`)
    this.name = 'WrongSettings'
    this.problems = problems
  }
}

/** Reads the settings of this process. Throws `WrongSettings` with every problem at once; the message names each setting and its remedy. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const known = Object.keys(settings.shape)
  const given = Object.fromEntries(known.map((name) => [name, environment[name]?.trim() || undefined]))
  const read = settings.safeParse(given)
  const wrong = read.success ? [] : read.error.issues.map(({ path: [name], message }) => wrongValue(String(name), message))
  // What production needs is told also when another value is wrong, so that nobody has to start three times.
  const missing = missingInProduction(given).filter(({ setting }) => !wrong.some((each) => each.setting === setting))
  if (!read.success || missing.length) throw new WrongSettings([...wrong, ...missing])
  return configOf(read.data)
}

const wrongValue = (setting: string, expected: string): Problem =>
  ({ setting, remedy: `has a value that cannot be used. Expected: ${expected}.` })

function missingInProduction(given: Record<string, string | undefined>): Problem[] {
  if (given['NODE_ENV'] !== 'production') return []
  const works = given['ROLE'] !== 'web'
  const problems: Problem[] = []
  const need = (setting: string, holds: boolean, remedy: string) => { if (!holds) problems.push({ setting, remedy }) }
  need('PUBLIC_ORIGIN', given['PUBLIC_ORIGIN']?.startsWith('https://') ?? false,
    'production needs the public address of the site, with https://, such as https://joinder.example.org.')
  need('SMTP_URL', !works || !!given['SMTP_URL'],
    'production needs a mail server; without one no code reaches anybody. Example: smtps://user:password@mail.example.org:465.')
  need('MAIL_FROM', !works || !!given['MAIL_FROM'], 'production needs the sender of its mail, such as "Foundation <info@example.org>".')
  need('SEAL_CERTIFICATE', !works || !!given['SEAL_CERTIFICATE'],
    'production needs the certificate that seals mandates: the path of a .p12 file (its passphrase in SEAL_PASSPHRASE). '
    + 'A generated one proves nothing.')
  const keys = keyFile(given['MASTER_KEY_FILE'], given['DATA_DIR'] ?? './var')
  need('MASTER_KEY_FILE', existsSync(keys),
    `${keys} does not exist, and production makes no keys by itself. `
    + 'Make them once with "npm run joinder -- new-keys FILE" and keep a copy apart from the backups.')
  return problems
}

const keyFile = (given: string | undefined, dataDir: string) => path.resolve(given ?? path.join(dataDir, 'keys', 'master.key'))

function configOf(read: Settings): Config {
  const production = read.NODE_ENV === 'production'
  const dataDir = path.resolve(read.DATA_DIR)
  return {
    production,
    role: read.ROLE,
    port: read.PORT,
    host: read.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicOrigin: read.PUBLIC_ORIGIN?.origin ?? `http://localhost:${read.PORT}`,
    trustedProxies: read.TRUSTED_PROXIES,
    dataDir,
    contentDir: path.resolve(read.CONTENT_DIR),
    databaseUrl: read.DATABASE_URL,
    migrateDatabaseUrl: read.MIGRATE_DATABASE_URL,
    masterKeyFile: keyFile(read.MASTER_KEY_FILE, dataDir),
    erasureLog: path.resolve(read.ERASURE_LOG ?? path.join(dataDir, 'erasures')),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    tsaUrl: read.TSA_URL,
    sealCertificate: read.SEAL_CERTIFICATE && path.resolve(read.SEAL_CERTIFICATE),
    sealPassphrase: read.SEAL_PASSPHRASE,
    captcha: read.CAPTCHA,
    moneyCoolDownDays: read.MONEY_COOL_DOWN_DAYS,
    bulkMayMovePercent: read.BULK_MAY_MOVE_PERCENT,
    cureDays: read.CURE_DAYS,
    cureReminderDays: read.CURE_REMINDER_DAYS,
    logLevel: read.LOG_LEVEL,
    underNpm: read.npm_lifecycle_event === 'start',
  }
}

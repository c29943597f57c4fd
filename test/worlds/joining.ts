import { buildApp } from '#web/app.ts'
import { unbuiltAssets } from '#web/assets.ts'
import { pages } from '#web/pages.ts'
import { findInMailbox, listMailbox } from '#platform/mail/mailbox.ts'
import type { OpenGround } from '#world.ts'
import { ticks, visitor } from '../builders.ts'
import { scribble, type Invented } from './people.ts'

export const steps = ['start', 'code', 'details', 'agreements', 'sign', 'check'] as const
export type Step = (typeof steps)[number]

/** The pages of the site, without a port, at the hour that the clock of `ground` says. */
export function siteOf(ground: OpenGround) {
  const { publicOrigin } = ground.config
  const site = {
    origin: publicOrigin, assets: unbuiltAssets, production: false, localMailbox: true, build: 'seed', moneyCoolDownDays: 14,
    bulkMayMovePercent: 2, cureDays: 30,
  }
  const app = buildApp({ ...ground, site, hosts: { slugOf: () => undefined, origins: () => [] }, trustedProxies: 1 }, pages)
  return { app, ground, host: new URL(publicOrigin).host }
}
type Site = ReturnType<typeof siteOf>

async function code({ ground }: Site, to: string): Promise<string> {
  const mail = (await listMailbox(ground, 5)).find((each) => each.to === to)
  const text = mail && (await findInMailbox(ground, mail.id))?.text
  return /^\s+(\d{6})$/m.exec(text ?? '')?.[1] ?? ''
}

export interface Path {
  claim: string
  last: Step
  /** Lets time pass before each step. */
  wait(): void
  roll: () => number
}

/** Joins as a person would, page after page, up to and including the last step of the path. Throws where a step is not taken. */
export async function takeThrough(site: Site, { email, language, answers, drawn }: Invented, { claim, last, wait, roll }: Path) {
  const who = visitor(site, { host: site.host })
  const at = `/${language}/${claim}/join`
  const send: Record<Step, () => Promise<Response>> = {
    start: () => who.post(at, { name: answers.legalName, email, statement: 'yes', terms: 'yes' }),
    code: async () => who.post(`${at}/code`, { code: await code(site, email) }),
    details: () => who.post(`${at}/details`, { ...answers, 'account-email': email }),
    agreements: async () => who.post(`${at}/agreements`, { ...(await ticks(who, at)), ...answers }),
    sign: () => who.post(`${at}/sign`, drawn
      ? { signature: scribble(roll) }
      : { 'signature-typed': answers.legalName, 'signature-ticked': 'yes' }),
    check: () => who.post(`${at}/check`),
  }
  for (const step of steps.slice(0, steps.indexOf(last) + 1)) {
    wait()
    const answer = await send[step]()
    if (answer.status !== 303) throw new Error(`${claim}, step ${step}: answered ${answer.status}`)
  }
}

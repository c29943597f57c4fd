import { setTimeout as pause } from 'node:timers/promises'
import { details } from './details.ts'
import type { MailServer } from './mail-server.ts'

export const stepsInOrder = ['start', 'code', 'who', 'details', 'agreements', 'sign', 'check'] as const
export type JoinStep = (typeof stepsInOrder)[number]

/** One person's way in, as the person saw it: which steps the site acknowledged, and how often it had to be tried again. */
export interface Journey {
  email: string
  language: 'en' | 'nl'
  acknowledged: JoinStep[]
  tries: number
  /** Where it leaves off on purpose, to be resumed later. */
  until: JoinStep
  /** An answer that no visitor should ever get, with what was asked. */
  surprise?: string
}

export interface Meeting { origin: string; mail: MailServer; deadline: number }

let blocks = 0
const ownBlock = () => {
  blocks += 1
  return `10.${blocks % 250}.${Math.floor(blocks / 250) % 250}.7`
}

/** A browser that keeps cookies, and tries again when the site is away, as a patient person does. */
function browser({ origin, deadline }: Meeting, journey: Journey) {
  const cookies = new Map<string, string>()
  const ip = ownBlock()
  const once = async (path: string, fields?: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(origin + path, {
      redirect: 'manual', signal: AbortSignal.timeout(20_000),
      headers: { 'x-forwarded-for': ip, 'user-agent': 'Resilience', ...(cookie && { cookie }), ...(fields && { origin }) },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
    const text = await response.text()
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return { status: response.status, location: response.headers.get('location') ?? '',
      wait: Number(response.headers.get('retry-after') ?? 0), text }
  }
  return {
    async ask(path: string, fields?: Record<string, string>) {
      for (;;) {
        const answer = await once(path, fields).catch(() => undefined)
        if (answer && answer.status < 500 && answer.status !== 429) return answer
        journey.tries += 1
        if (performance.now() > deadline) throw new Error('out of time')
        await pause(answer?.wait ? answer.wait * 1000 : 150 + Math.random() * 200)
      }
    },
  }
}
type Browser = ReturnType<typeof browser>

/** Says the start of the form and types the code that came by mail; answers where the site leads from there. */
async function enter(meeting: Meeting, journey: Journey, who: Browser, at: string): Promise<string | undefined> {
  const before = meeting.mail.deliveries.length
  const known = meeting.mail.code(journey.email)
  const started = await who.ask(at, { name: 'Voorbeeld', email: journey.email, statement: 'yes', terms: 'yes' })
  if (started.status !== 303) return surprise(journey, 'start', started)
  acknowledge(journey, 'start')
  if (journey.until === 'start') return undefined
  for (let tried = ''; performance.now() < meeting.deadline;) {
    const code = meeting.mail.code(journey.email, before) ?? known
    if (!code || code === tried) {
      await pause(50)
      continue
    }
    tried = code
    const answer = await who.ask(`${at}/code`, { code })
    if (answer.status === 303) {
      acknowledge(journey, 'code')
      return answer.location
    }
    // The answer to an earlier try was lost after it had been done: this browser's session is over, and the person begins anew.
    if (answer.status === 403) return 'again'
    if (answer.status !== 422) return surprise(journey, 'code', answer)
  }
  throw new Error('no code came')
}

function acknowledge(journey: Journey, step: JoinStep) {
  if (!journey.acknowledged.includes(step)) journey.acknowledged.push(step)
}

function surprise(journey: Journey, step: string, answer: { status: number; location: string; text: string }): undefined {
  journey.surprise = `${step}: ${answer.status} ${answer.location} ${/<h1[^>]*>(.*?)<\/h1>/s.exec(answer.text)?.[1] ?? ''}`
  throw new Error(journey.surprise)
}

/** Walks on from wherever the site says this person is, until the journey's end or the deadline. */
export async function walk(meeting: Meeting, journey: Journey): Promise<void> {
  const at = `/${journey.language}/tiktok/join`
  const who = browser(meeting, journey)
  let next = 'again'
  while (next === 'again') next = (await enter(meeting, journey, who, at)) ?? ''
  const ticked = async () => {
    const { text } = await who.ask(`${at}/agreements`)
    return Object.fromEntries([...text.matchAll(/name="(text-[a-z-]+)" value="([0-9a-f]{64})"/g)].map(([, name, value]) => [name!, value!]))
  }
  const forms: Partial<Record<JoinStep, () => Promise<Record<string, string>> | Record<string, string>>> = {
    who: () => ({ who: 'self' }),
    details: () => ({ ...details, legalName: `Deelnemer ${journey.email.split('@')[0]}` }),
    agreements: async () => ({ ...(await ticked()), successFee: 'percent' }),
    sign: () => ({ 'signature-typed': `Deelnemer ${journey.email.split('@')[0]}`, 'signature-ticked': 'yes' }),
    check: () => ({}),
  }
  while (journey.acknowledged.at(-1) !== journey.until && next && !next.endsWith('/done')) {
    const step = next.split('/').at(-1) as JoinStep
    const form = forms[step]
    if (!form) return surprise(journey, next, { status: 303, location: next, text: '' })
    const answer = await who.ask(`${at}/${step}`, await form())
    if (answer.status !== 303) return surprise(journey, step, answer)
    acknowledge(journey, step)
    next = answer.location
  }
  if (next.endsWith('/done')) acknowledge(journey, 'check')
}

/** A crowd that keeps arriving: `lanes` persons at a time, until `open` says no more. Every fifth leaves off half way. */
export async function crowd(meeting: Meeting, lanes: number, open: () => boolean): Promise<Journey[]> {
  const journeys: Journey[] = []
  const lane = async () => {
    while (open()) {
      const number = journeys.length + 1
      const journey: Journey = {
        email: `p${number}-${Math.random().toString(36).slice(2, 8)}@voorbeeld.example`, language: number % 2 ? 'en' : 'nl',
        acknowledged: [], tries: 0,
        until: number % 5 === 0 ? 'details' : 'check',
      }
      journeys.push(journey)
      await walk(meeting, journey).catch((error: Error) => { journey.surprise ??= error.message })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return journeys
}

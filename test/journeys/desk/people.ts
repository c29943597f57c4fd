import { codeFor, mailsTo } from '../mailbox.ts'

let joined = 0

/** Somebody who visibly does not exist, as the form of the details takes it. */
const details = {
  legalName: 'Voorbeeld Deelnemer', 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1994', street: 'Voorbeeldstraat 1',
  postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL', 'account-username': 'voorbeeld', 'from-month': '3', 'from-year': '2019',
  still: 'yes', successFee: 'percent',
}

/** Sends forms as a browser without script does, from a network block of its own. */
function formsOf(origin: string) {
  const ip = `10.${process.pid % 250}.${joined % 250}.7`
  let cookie = ''
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers: { origin, 'x-forwarded-for': ip, cookie } })
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? cookie
    return response
  }
  const post = async (path: string, fields: Record<string, string>) => {
    const response = await send(path, { method: 'POST', body: new URLSearchParams(fields) })
    if (response.status !== 303) throw new Error(`${path} answered ${response.status}`)
  }
  return { send, post }
}

/** Joins the TikTok claim through its forms, without a browser; answers the address. Throws where a step is not taken. */
export async function joins(origin: string, given: Partial<typeof details> & { email?: string } = {}): Promise<string> {
  joined += 1
  const { email = `deelnemer-${process.pid}-${joined}-${Date.now()}@voorbeeld.example`, ...told } = given
  const answers = { ...details, 'account-username': `voorbeeld_${process.pid}_${joined}`, ...told }
  const at = '/en/tiktok/join'
  const { send, post } = formsOf(origin)
  await post(at, { name: answers.legalName, email, statement: 'yes', terms: 'yes' })
  await post(`${at}/code`, { code: await codeFor(origin, email) })
  await post(`${at}/details`, answers)
  const agreements = await (await send(`${at}/agreements`)).text()
  const ticks = [...agreements.matchAll(/name="(text-[a-z-]+)" value="([0-9a-f]{64})"/g)].map(([, name, hash]) => [name!, hash!])
  await post(`${at}/agreements`, { ...Object.fromEntries(ticks) as Record<string, string>, successFee: answers.successFee })
  await post(`${at}/sign`, { 'signature-typed': answers.legalName, 'signature-ticked': 'yes' })
  await post(`${at}/check`, {})
  return email
}

/** Withdraws from the TikTok claim by the function that needs no signing in (6:230oa BW). */
export async function withdraws(origin: string, email: string, name: string): Promise<void> {
  joined += 1
  const at = '/en/tiktok/withdraw'
  const [before] = await mailsTo(origin, email)
  const { send, post } = formsOf(origin)
  await post(at, { name, email })
  await post(`${at}/code`, { code: await codeFor(origin, email, before?.id) })
  const page = await (await send(`${at}/confirm`)).text()
  const boxes = [...page.matchAll(/name="(of-[^"]+)"/g)].map(([, box]) => [box!, 'yes'])
  await post(`${at}/confirm`, Object.fromEntries(boxes) as Record<string, string>)
}

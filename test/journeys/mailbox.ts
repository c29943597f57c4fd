const rows = /<tr><th scope="row"[^>]*><a href="\/mailbox\/([^"]+)">(.*?)<\/a><\/th><td[^>]*>(.*?)<\/td>/g

export interface Mail { id: string; subject: string; text: string; attachments: { name: string; href: string }[] }

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
const plain = (html: string) => html.replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole)
const pageAt = async (address: string) => (await fetch(address)).text()

/** The mails of the local mailbox page to one address, the newest first. */
export async function mailsTo(origin: string, to: string): Promise<Mail[]> {
  const list = await pageAt(`${origin}/mailbox`)
  const all = [...list.matchAll(rows)].map(([, id = '', subject = '', address = '']) =>
    ({ id, subject: plain(subject), to: plain(address) }))
  const mine = all.filter((mail) => mail.to === to)
  return Promise.all(mine.map(async ({ id, subject }) => {
    const html = await pageAt(`${origin}/mailbox/${id}`)
    const files = html.matchAll(/<a href="(\/mailbox\/[^"]+\/attachments\/\d+)">(.*?)<\/a>/g)
    const attachments = [...files].map(([, href = '', name = '']) => ({ href: origin + href, name: plain(name) }))
    return { id, subject, text: plain(/<pre class="mail-text"[^>]*>(.*?)<\/pre>/s.exec(html)?.[1] ?? ''), attachments }
  }))
}

/** Asks again and again until there is an answer. Throws after `seconds`, naming what was waited for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > end) throw new Error(`${what}: not there after ${seconds} s`)
    await new Promise((go) => setTimeout(go, 200))
  }
}

/** The code in the newest mail to an address; with `after`, in a mail newer than that one. */
export async function codeFor(origin: string, to: string, after?: string): Promise<string> {
  return until(`a code for ${to}`, async () => {
    const [newest] = await mailsTo(origin, to)
    return newest && newest.id !== after ? /^\s+(\d{6})$/m.exec(newest.text)?.[1] : undefined
  })
}

/** The mail with the sealed PDF, once it is there, and the bytes of its attachment. */
export async function sealedMail(origin: string, to: string) {
  const found = async () => (await mailsTo(origin, to)).find(({ attachments }) => attachments.length > 0)
  const mail = await until(`the sealed document for ${to}`, found, 45)
  const pdf = Buffer.from(await (await fetch(mail.attachments[0]!.href)).arrayBuffer())
  return { mail, pdf }
}

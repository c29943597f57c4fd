import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TestSmtp {
  url: string
  /** Every message taken, raw. */
  taken: Buffer[]
  /** Reply codes to give instead of acceptance. */
  answer: { mail?: number; rcpt?: number; data?: number; hangUpAfterData?: boolean }
  stop(): Promise<void>
  /** Comes back at the same port. */
  start(): Promise<void>
}

const reply = (code: number | undefined, done: (error?: Error) => void) =>
  done(code === undefined ? undefined : Object.assign(new Error('as the test wants'), { responseCode: code }))

/** A real mail server on this machine that answers as told. */
export async function startSmtp(): Promise<TestSmtp> {
  let server: SMTPServer
  let port = 0
  const smtp: TestSmtp = {
    url: '', taken: [], answer: {},
    start: () => new Promise((ready) => {
      server = make()
      server.on('error', () => undefined)
      server.listen(port, '127.0.0.1', () => {
        port = (server.server.address() as AddressInfo).port
        smtp.url = `smtp://127.0.0.1:${port}`
        ready()
      })
    }),
    stop: () => new Promise((gone) => server.close(gone)),
  }
  const make = () => new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 100,
    onMailFrom: (_address, _session, done) => reply(smtp.answer.mail, done),
    onRcptTo: (_address, _session, done) => reply(smtp.answer.rcpt, done),
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (smtp.answer.data === undefined) smtp.taken.push(Buffer.concat(parts))
        if (!smtp.answer.hangUpAfterData) return reply(smtp.answer.data, done)
        for (const connection of server.connections) (connection as { _socket?: { destroy(): void } })._socket?.destroy()
      })
    },
  })
  await smtp.start()
  return smtp
}

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Delivery { to: string; messageId: string; subject: string; raw: string }

const header = (raw: string, name: string) => new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im')
  .exec(raw)?.[1]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''

/**
 * A real mail server on this machine that keeps every message it answered 250 or meant to. `mood` may let it answer 4xx, or hang up
 * after it took a message and before it said so; an address that begins with `refused` is refused for good.
 */
export async function mailServer() {
  const deliveries: Delivery[] = []
  const state = { mood: 'kind' as 'kind' | 'busy' | 'hangs-up', deferred: 0, hungUp: 0 }
  let port = 0
  let server = make()

  function make() {
    const made = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 50, maxClients: 200,
      onRcptTo({ address }, _session, done) {
        if (address.startsWith('refused')) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
        if (state.mood === 'busy') {
          state.deferred += 1
          return done(Object.assign(new Error('come back later'), { responseCode: 451 }))
        }
        done()
      },
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('latin1')
          deliveries.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId: header(raw, 'Message-ID'),
            subject: header(raw, 'Subject'), raw })
          if (state.mood !== 'hangs-up') return done()
          state.hungUp += 1
          for (const connection of made.connections) (connection as { _socket?: { destroy(): void } })._socket?.destroy()
        })
      },
    })
    made.on('error', () => undefined)
    return made
  }
  const listen = () => new Promise<void>((ready) => { server.listen(port, '127.0.0.1', () => {
    port = (server.server.address() as AddressInfo).port
    ready()
  }) })
  const close = () => new Promise<void>((gone) => { server.close(() => gone()) })
  await listen()
  return {
    url: `smtp://127.0.0.1:${port}`, deliveries, state,
    /** The newest six-digit code that reached an address, and how many mails with a code did. */
    code(to: string, after = 0): string | undefined {
      const codes = deliveries.slice(after).filter((each) => each.to === to).map(({ raw }) => /^\s+(\d{6})\s*$/m.exec(raw)?.[1])
        .filter(Boolean)
      return codes.at(-1)
    },
    close,
    async comeBack() {
      server = make()
      await listen()
    },
  }
}
export type MailServer = Awaited<ReturnType<typeof mailServer>>

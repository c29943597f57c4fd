import { renderToString } from 'preact-render-to-string'
import { plainText } from './blocks.ts'
import type { MailBlock, MailSender } from './blocks.ts'
import { coloursOf } from './colours.ts'
import type { MailColours } from './colours.ts'
import type { MailMessage } from './queue.ts'

export interface MailContent {
  language: 'en' | 'nl'
  subject: string
  /** One sentence that mail programs show beside the subject. */
  preheader: string
  sender: MailSender
  blocks: MailBlock[]
}

const footerWords = {
  en: (host: string) => ({
    genuine: 'Is this e-mail really from us?',
    how: `Links in our e-mails lead only to ${host}, and opening one never confirms, signs or pays anything. We never ask for a password, `
      + `a code or bank details by e-mail. In doubt, type ${host} into your browser yourself, or write to us:`,
  }),
  nl: (host: string) => ({
    genuine: 'Is deze e-mail echt van ons?',
    how: `Links in onze e-mails gaan alleen naar ${host}. Als je een link opent, bevestig, teken of betaal je nog niets. `
      + 'We vragen nooit per e-mail om een wachtwoord, een code of bankgegevens. '
      + `Twijfel je? Typ dan zelf ${host} in je browser, of schrijf ons:`,
  }),
} as const

/** Makes a mail of blocks: one column, readable without pictures, and a plain part that says exactly the same. */
export function emailMessage({ language, subject, preheader, sender, blocks }: MailContent): MailMessage {
  if (/[\r\n]/.test(subject)) throw new Error('a subject is one line')
  const foot = footerWords[language](new URL(sender.origin).host)
  const html = renderToString(
    <Letter language={language} subject={subject} preheader={preheader} sender={sender} genuine={foot.genuine}
      how={foot.how} blocks={blocks} />,
  )
  const footer = [`-- \n${foot.genuine}`, plainText([{ kind: 'small', text: `${foot.how} ${sender.email}` }]),
    [sender.name, ...sender.address].join('\n')]
  return { subject, text: [sender.name, plainText(blocks), ...footer].join('\n\n') + '\n', html: `<!doctype html>${html}`,
    replyTo: sender.email }
}

type LetterProps = Omit<MailContent, 'language'> & { language: string; genuine: string; how: string }

const font = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif"

function Letter({ language, subject, preheader, sender, genuine, how, blocks }: LetterProps) {
  const colours = coloursOf(sender.hue)
  const { ink, quiet, paper, sheet, line, strong } = colours
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={`margin:0;padding:0;background:${paper};color:${ink};font-family:${font};font-size:18px;line-height:1.5;`
        + '-webkit-text-size-adjust:100%'}>
        <div style="display:none;max-height:0;overflow:hidden">{preheader}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={`background:${paper}`}>
          <tr>
            <td align="center" style="padding:24px 12px 40px">
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0"
                style={`max-width:600px;background:${sheet};border:1px solid ${line};border-top:6px solid ${strong};text-align:left`}>
                <tr>
                  <td style="padding:24px 28px 0">
                    <p style={`margin:0;font-size:16px;font-weight:600;color:${strong}`}>{sender.name}</p>
                  </td>
                </tr>
                <tr>
                  <td style="padding:20px 28px 12px">{blocks.map((block) => <Block block={block} colours={colours} />)}</td>
                </tr>
                <tr>
                  <td style={`padding:20px 28px 28px;border-top:1px solid ${line};font-size:15px;color:${quiet}`}>
                    <p style="margin:0 0 4px;font-weight:600">{genuine}</p>
                    <p style="margin:0 0 16px">{how} <a href={`mailto:${sender.email}`} style={`color:${quiet}`}>{sender.email}</a></p>
                    <p style="margin:0">{[sender.name, ...sender.address].map((each, at) => <>{at > 0 && <br />}{each}</>)}</p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

function Block({ block, colours: { ink, quiet, line, strong, onStrong, tint } }: { block: MailBlock; colours: MailColours }) {
  switch (block.kind) {
    case 'heading': return <h1 style={`margin:0 0 16px;font-size:26px;line-height:1.2;font-weight:700;color:${ink}`}>{block.text}</h1>
    case 'paragraph': return <p style="margin:0 0 16px">{lines(block.text)}</p>
    case 'small': return <p style={`margin:0 0 16px;font-size:15px;color:${quiet}`}>{lines(block.text)}</p>
    case 'link': return (
      <p style={`margin:0 0 16px;font-size:15px;color:${quiet}`}><a href={block.href} style={`color:${quiet}`}>{block.label}</a></p>
    )
    case 'list': return (
      <ul style="margin:0 0 16px;padding:0 0 0 22px">{block.items.map((item) => <li style="margin:0 0 6px">{item}</li>)}</ul>
    )
    case 'code': return (
      <div style={`margin:0 0 20px;padding:16px 20px;background:${tint}`}>
        <p style={`margin:0 0 4px;font-size:15px;color:${quiet}`}>{block.label}</p>
        <p style={`margin:0;font-size:34px;line-height:1.2;font-weight:700;letter-spacing:3px;font-variant-numeric:tabular-nums`}>
          {block.code}
        </p>
      </div>
    )
    case 'table': return (
      <table cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 20px;border-collapse:collapse">
        {block.rows.map(([name, value]) => (
          <tr>
            <th scope="row" style={`padding:8px 16px 8px 0;border-bottom:1px solid ${line};text-align:left;vertical-align:top;`
              + `font-weight:400;color:${quiet}`}>
              {name}
            </th>
            <td style={`padding:8px 0;border-bottom:1px solid ${line};vertical-align:top;font-variant-numeric:tabular-nums`}>
              {lines(value)}
            </td>
          </tr>
        ))}
      </table>
    )
    case 'button': return (
      <div style="margin:0 0 20px">
        <a href={block.href} style={`display:inline-block;padding:12px 22px;background:${strong};color:${onStrong};font-weight:600;`
          + 'text-decoration:none;border-radius:4px'}>
          {block.label}
        </a>
        <p style={`margin:8px 0 0;font-size:15px;color:${quiet};word-break:break-all`}>{block.href}</p>
      </div>
    )
  }
}

const lines = (text: string) => text.split('\n').map((each, at) => <>{at > 0 && <br />}{each}</>)

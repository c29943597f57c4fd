import { expect, test } from 'vitest'
import { coloursOf, luminance } from './colours.ts'
import { emailMessage } from './layout.tsx'
import type { MailContent } from './layout.tsx'

const content = (more: Partial<MailContent> = {}): MailContent => ({
  language: 'en', subject: 'Your code', preheader: 'It works for 15 minutes', blocks: [
    { kind: 'heading', text: 'Your code' },
    { kind: 'paragraph', text: 'Type this code on the page you came from. ' + 'It goes on and on. '.repeat(8).trim() },
    { kind: 'code', label: 'Code', code: '482 913' },
    { kind: 'list', items: ['One <thing>', 'Two & more'] },
    { kind: 'table', rows: [['Claim', 'TikTok'], ['Fee', '€ 17.50']] },
    { kind: 'button', label: 'Go on', href: 'https://joinder.example/en/tiktok/join' },
    { kind: 'small', text: 'Small words.' },
  ],
  sender: { name: 'Foundation & Co', address: ['Street 1', '1000 AA Amsterdam'], email: 'info@foundation.example',
    origin: 'https://joinder.example' },
  ...more,
})

const words = (html: string) => html.slice(html.indexOf('<body')).replace(/<div style="display:none[^>]*>[^<]*<\/div>/, '')
  .replace(/<[^>]+>/g, ' ')
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/&quot;/g, '"')
const bare = (text: string) => text.replace(/^=+$/gm, '').replace(/^--? /gm, '').replace(/[\s:]+/g, '')

test.each(['en', 'nl'] as const)('both parts say the same words in the same order (%s)', (language) => {
  const { text, html } = emailMessage(content({ language }))
  expect(bare(text)).toBe(bare(words(html)))
})

test('the plain part stays within 72 characters, addresses and codes alone on their lines', () => {
  const { text } = emailMessage(content())
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  expect(text).toContain('\nhttps://joinder.example/en/tiktok/join\n')
  expect(text).toContain('\n    482 913\n')
  expect(text).toContain('Claim:  TikTok\nFee:    € 17.50')
})

test('tells in either language how to check that it is genuine, and loads nothing from elsewhere', () => {
  expect(emailMessage(content()).text).toContain('Is this e-mail really from us?')
  expect(emailMessage(content({ language: 'nl' })).text).toContain('Is deze e-mail echt van ons?')
  expect(emailMessage(content()).html).not.toMatch(/<(img|script|link|style|form)|url\(/)
})

test('what people typed cannot become markup, and a subject is one line', () => {
  const { html } = emailMessage(content({ blocks: [{ kind: 'paragraph', text: '<b onclick="x">Jo</b>' }] }))
  expect(html).toContain('&lt;b onclick=')
  expect(() => emailMessage(content({ subject: 'Hi\nBcc: x@y.example' }))).toThrow('one line')
})

test('words on the colour of any claim have a contrast of at least 7:1', () => {
  for (let hue = 0; hue < 360; hue += 10) expect(1.05 / (luminance(coloursOf(hue).strong) + 0.05)).toBeGreaterThanOrEqual(7)
})

import type { DeskVisitor } from './desk.ts'

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
/** Every field of the forms of a page as a browser would send it. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (!name || (/type="(checkbox|radio)"/.test(tag) && !/\bchecked/.test(tag))) continue
    fields[name] ??= unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name, value] of html.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name!] = unescaped(value!)
  for (const [, name, options] of html.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]*\bselected[^>]*>/.exec(options!)?.[0] ?? /<option\b[^>]*>/.exec(options!)?.[0] ?? ''
    fields[name!] = unescaped(/\bvalue="([^"]*)"/.exec(chosen)?.[1] ?? '')
  }
  return fields
}

/** A page as its HTML. */
export const look = async (who: DeskVisitor, address: string) => (await who.get(address)).text()

/** What a browser would send if nobody touched the forms of a page; `act` is the button. */
export const formAt = async (who: DeskVisitor, address: string, act = 'save'): Promise<Record<string, string>> =>
  ({ ...fieldsOf(await look(who, address)), do: act })

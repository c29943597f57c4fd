/**
 * The first name for a mail to somebody who does not know us: letters only, so that a name cannot carry an address or a message. Undefined
 * where nothing usable was typed.
 */
export const firstName = (name: string): string | undefined => /^[\p{L}\p{M}'’-]{2,30}$/u.exec(name.trim().split(/\s+/)[0] ?? '')?.[0]

/** What to call a child in words to its own parent or guardian, who knows whom it is about. */
export const calledName = (name: string): string => firstName(name) ?? name

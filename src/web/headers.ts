const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

/** Of a page that shows others in frames, or is shown in one: only ever within this site. What is shown sends no form. */
export type Framing = 'shows' | 'is-shown'

/** What a page of the desk that previews others says differently; every other page may stand in no frame, and holds none. */
export function framed(framing: Framing, given: Record<string, string>): Record<string, string> {
  const usual = given['content-security-policy'] ?? ''
  if (framing === 'shows') return { 'content-security-policy': `${usual}; frame-src 'self'` }
  const inside = usual.replace("frame-ancestors 'none'", "frame-ancestors 'self'").replace(/form-action [^;]+/, "form-action 'none'")
  return { 'content-security-policy': inside, 'x-frame-options': 'SAMEORIGIN' }
}

/** Headers of every answer. `form-action` gets the other origins of this site, because a form there may lead back to the foundation. */
export function securityHeaders(secure: boolean, formOrigins: readonly string[] = []): Record<string, string> {
  return {
    'content-security-policy': policy.replace("form-action 'self'", ["form-action 'self'", ...formOrigins].join(' ')),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  }
}

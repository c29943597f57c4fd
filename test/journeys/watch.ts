import type { BrowserContext } from '@playwright/test'

const ours = new Set(['localhost', 'tiktokclaim.localhost'])

/** Collects what must never happen: errors in the console, faults of scripts, refusals by the policy, requests to elsewhere. */
export function watch(context: BrowserContext, faults: string[] = []): string[] {
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^https?:/.test(protocol) && !ours.has(hostname)) faults.push(`request to ${request.url()}`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
  context.on('console', (message) => {
    // A page that answers 4xx is reported as a failed load of itself.
    const { url } = message.location()
    const itself = /^Failed to load resource.*status of 4/.test(message.text()) && !url.includes('/assets/')
    if (['error', 'warning'].includes(message.type()) && !itself) faults.push(`console: ${message.text()} at ${url}`)
  })
  return faults
}

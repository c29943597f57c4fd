import { checkContent, lockAgreements } from '#claims/check.ts'

/** `npm run check:content [-- --lock] [-- folder]`: every finding as `path:line message`, exit code 1 when there is one. */
const words = process.argv.slice(2)
const folder = words.find((word) => !word.startsWith('--')) ?? 'content'

if (words.includes('--lock')) {
  for (const key of await lockAgreements(await checkContent(folder))) console.log(`locked ${key}`)
}
const { bundles, findings } = await checkContent(folder)
for (const { path, line, message } of findings) console.log(`${path}:${line} ${message}`)
console.log(`${bundles.length} bundles, ${findings.length} findings`)
if (findings.length > 0) process.exitCode = 1

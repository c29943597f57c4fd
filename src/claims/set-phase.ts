import { isScalar, parseDocument } from 'yaml'
import type { ClaimFacts } from './bundle.ts'
import type { BundleFile } from './read-bundle.ts'

/** The files of a claim with another phase in their facts; every other byte stays as it is. Throws where the facts name no phase. */
export function withPhase(files: readonly BundleFile[], phase: ClaimFacts['phase']): BundleFile[] {
  return files.map((file) => (file.path === 'claim.yaml' ? { ...file, raw: phaseIn(file.raw, phase) } : file))
}

function phaseIn(raw: string, phase: string): string {
  const node = parseDocument(raw).get('phase', true)
  if (!isScalar(node) || !node.range) throw new Error('the facts of the claim name no phase')
  const [from, to] = node.range
  return `${raw.slice(0, from)}${phase}${raw.slice(to)}`
}

import { setImmediate } from 'node:timers/promises'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { claimAccessibility } from './accessibility-claim.ts'
import { TypesettingFailed, withoutInput } from './diagnosis.ts'
import { fontBlobs } from './fonts.ts'
import { readTemplates } from './templates.ts'
import type { TypesettingJob } from './typesetting-job.ts'

const workspace = '/joinder-templates'

/**
 * One compiler, meant to be kept for the life of a process. `a-3a` gives PDF/A-3a that also claims PDF/UA-1;
 * `ua-1` is the stricter check of headings, titles and text alternatives, without the attachment, for tests.
 */
export function openCompiler() {
  const templates = readTemplates()
  // The workspace does not exist on disk: the compiler can read nothing but the sources handed to it.
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontBlobs() }] })
  for (const [name, source] of templates) compiler.addSource(`${workspace}/${name}.typ`, source)

  const diagnosis = (error: NodeError | null) =>
    error ? compiler.fetchDiagnostics(error).map((d: { message?: string }) => d.message ?? '').join('; ') : 'no diagnosis'

  function compile({ template, data, at, attachment }: TypesettingJob, standard: 'a-3a' | 'ua-1') {
    const source = templates.get(template)
    if (!source) throw new TypesettingFailed(`There is no template ${template}.typ`)
    const inputs: Record<string, string> = { data }
    if (attachment && standard === 'a-3a') inputs['attachment'] = JSON.stringify(attachment)
    const compiled = compiler.compile({ mainFileContent: source, inputs })
    if (!compiled.result) throw new Error(diagnosis(compiled.takeDiagnostics() ?? compiled.takeError()))
    return compiler.pdf(compiled.result, { pdfStandard: standard, creationTimestamp: Math.floor(at.getTime() / 1000) })
  }

  return async function typeset(job: TypesettingJob, standard: 'a-3a' | 'ua-1' = 'a-3a'): Promise<Uint8Array> {
    try {
      const pdf = compile(job, standard)
      return standard === 'a-3a' ? await claimAccessibility(pdf) : pdf
    } catch (error) {
      if (error instanceof TypesettingFailed) throw error
      const message = error instanceof Error ? error.message : String(error)
      const why = withoutInput(message, { data: JSON.parse(job.data) as object, file: job.attachment })
      throw new TypesettingFailed(`${job.template}.typ does not compile: ${why}`)
    } finally {
      // Both are needed to keep memory flat: the cache is global, and finalizers run only when the event loop turns. What one of the last
      // three documents used stays: the agreed texts are the same in most, and setting them anew took more than half of the time.
      compiler.evictCache(3)
      await setImmediate()
    }
  }
}

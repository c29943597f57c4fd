import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const built = !import.meta.url.endsWith('.ts')

/** Where templates lie: beside the program once built, and in the rooms they belong to in the source. */
const folder = fileURLToPath(new URL(built ? './templates/' : '../../', import.meta.url))

/** Every Typst template by its name without `.typ`. Two templates of one name are refused, for the build puts them in one folder. */
export function readTemplates(): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.typ')) continue
    const name = basename(path, '.typ')
    if (found.has(name)) throw new Error(`Two templates are named ${name}.typ`)
    found.set(name, readFileSync(join(folder, path), 'utf8'))
  }
  return found
}

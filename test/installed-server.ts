import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const debian = '/usr/lib/postgresql'

/** The programs of the oldest PostgreSQL that Debian's packages have installed on this machine (15 or newer), if any. */
export const installedPostgres = () => {
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter((version) => version >= 15).sort((a, b) => a - b) : []
  const found = versions.find((version) => existsSync(path.join(debian, String(version), 'bin', 'initdb')))
  return found === undefined ? undefined : path.join(debian, String(found), 'bin')
}

/** A throw-away server of the installed PostgreSQL, with a collation other than the embedded one. */
export async function installedServer(programs: string): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-installed-'))
  const as: { uid?: number; gid?: number } = {}
  if (process.getuid?.() === 0) {
    const number = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))
    as.uid = number('-u')
    as.gid = number('-g')
    chownSync(folder, as.uid, as.gid)
  }
  const port = await new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(programs, program), ['-D', path.join(folder, 'data'), ...args], { ...as, cwd: '/', stdio: 'pipe' })
  run('initdb', '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('pg_ctl', '-w', '-l', path.join(folder, 'log'), '-o', options, 'start')
  return {
    url: `postgres://owner@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', '-m', 'immediate', '-w', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** True when a tool the checks need is not there; says which. */
export function lacks(...tools: string[]): boolean {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error)
  if (missing.length) console.warn(`Skipped: ${missing.join(', ')} not installed (packages poppler-utils, qpdf, openssl)`)
  return missing.length > 0
}

/** Runs a tool and returns what it printed, with its complaints after it; throws with that when it fails. */
export function run(tool: string, args: string[], folder?: string): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error) throw error
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${status}\n${stdout}\n${stderr}`)
  return stdout + stderr
}

const config = `
[ca]
default_ca=made
[made]
database=index.txt
serial=serial
new_certs_dir=.
default_md=sha256
policy=any
[any]
organizationName=optional
commonName=supplied
[req]
distinguished_name=dn
[dn]
[v3_ca]
basicConstraints=critical,CA:true
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
[v3_seal]
basicConstraints=critical,CA:false
keyUsage=critical,digitalSignature,nonRepudiation
[v3_tsa]
basicConstraints=critical,CA:false
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[tsa]
serial=tsaserial
signer_cert=tsa.crt
signer_key=tsa.key
certs=ca.crt
signer_digest=sha256
default_policy=1.3.6.1.4.1.99999.1
digests=sha256
accuracy=secs:1
ess_cert_id_alg=sha256
`

/**
 * A certification authority in a folder of its own: `ca.crt`, a time stamping authority, and a seal certificate each
 * for `rsa` and `ec` as `<kind>.pem`, `<kind>-locked.pem` and `<kind>.p12` (passphrase `open sesame`).
 */
export function makePki() {
  const folder = mkdtempSync(join(tmpdir(), 'joinder-pki-'))
  const path = (file: string) => join(folder, file)
  const read = (file: string) => readFileSync(path(file))
  const openssl = (...args: string[]) => run('openssl', args, folder)
  const issue = (name: string, key: 'rsa' | 'ec', extensions: string) => {
    openssl('genpkey', '-out', `${name}.key`, ...(key === 'rsa' ? ['-algorithm', 'RSA'] : ['-algorithm', 'EC', '-pkeyopt',
      'ec_paramgen_curve:P-256']))
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/O=Stichting Proef/CN=${name}`, '-config', 'pki.cnf', '-out', `${name}.csr`)
    // Valid long before and after any clock of a test: sealing asks whether the certificate is valid at the moment of the seal.
    openssl(
      'ca', '-batch', '-notext', '-config', 'pki.cnf', '-in', `${name}.csr`, '-out', `${name}.crt`, '-extensions',
      extensions, '-startdate', '20200101000000Z', '-enddate', '20491231000000Z', '-keyfile', 'ca.key',
      ...(name === 'ca' ? ['-selfsign'] : ['-cert', 'ca.crt']),
    )
  }
  writeFileSync(path('pki.cnf'), config)
  writeFileSync(path('tsaserial'), '01')
  writeFileSync(path('index.txt'), '')
  writeFileSync(path('serial'), '01')
  issue('ca', 'ec', 'v3_ca')
  issue('tsa', 'rsa', 'v3_tsa')
  for (const kind of ['rsa', 'ec'] as const) {
    issue(kind, kind, 'v3_seal')
    writeFileSync(path(`${kind}.pem`), Buffer.concat([read('ca.crt'), read(`${kind}.key`), read(`${kind}.crt`)]))
    openssl('pkey', '-in', `${kind}.key`, '-aes256', '-passout', 'pass:open sesame', '-out', 'locked.key')
    writeFileSync(path(`${kind}-locked.pem`), Buffer.concat([read('locked.key'), read(`${kind}.crt`)]))
    openssl('pkcs12', '-export', '-inkey', `${kind}.key`, '-in', `${kind}.crt`, '-certfile', 'ca.crt', '-passout', 'pass:open sesame',
      '-out', `${kind}.p12`)
  }
  return { path, read, openssl, remove: () => rmSync(folder, { recursive: true }) }
}
export type Pki = ReturnType<typeof makePki>

/** A real RFC 3161 authority on loopback around `openssl ts`; `spoil` may change its answer. */
export async function startAuthority(pki: Pki, spoil: (answer: Buffer) => { status?: number; answer: Buffer } = (answer) => ({ answer })) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const name = pki.path(`query-${process.hrtime.bigint()}`)
      writeFileSync(name, Buffer.concat(chunks))
      execFile('openssl', ['ts', '-reply', '-config', 'pki.cnf', '-section', 'tsa', '-queryfile', name, '-out', `${name}.reply`],
        { cwd: pki.path('') }, (error) => {
        const { status = 200, answer } = spoil(error ? Buffer.from(String(error)) : readFileSync(`${name}.reply`))
        response.writeHead(error ? 500 : status, { 'content-type': 'application/timestamp-reply' }).end(answer)
      })
    })
  })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((closed) => { server.close(closed); server.closeAllConnections() }),
  }
}

/** The signature and the bytes it covers, cut out of a sealed PDF the way `docs/signing.md` tells a stranger to. */
export function takeApart(sealed: Uint8Array): { cms: Buffer; covered: Buffer; all: boolean } {
  const pdf = Buffer.from(sealed)
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.toString('latin1'))!
  const [a, b, c, d] = range.slice(1).map(Number) as [number, number, number, number]
  const padded = Buffer.from(pdf.subarray(b + 1, c - 1).toString('latin1'), 'hex')
  return {
    cms: padded.subarray(0, 4 + padded.readUInt16BE(2)), covered: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]),
      all: c + d === pdf.length,
  }
}

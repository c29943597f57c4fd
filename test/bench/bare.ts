/** The same bytes from bare `node:http`: `node bare.ts <file>` serves the answer described in a JSON file and prints its port. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BareAnswer { headers: Record<string, string>; body: string }

const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BareAnswer
const bytes = Buffer.from(body, 'base64')
const { 'content-encoding': _encoding, 'content-length': _length, ...unchanged } = headers
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, unchanged)
    response.end()
    return
  }
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))

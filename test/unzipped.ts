import { unzipSync } from 'fflate'

/** The files of a zip by name, as text, read by another program than the one that wrote it. */
export const unzipped = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]))

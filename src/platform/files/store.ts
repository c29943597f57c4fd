/** Where the bytes of files lie: a folder, or later a bucket. It sees only sealed bytes and an id. */
export interface FileStore {
  /** Whole or not at all, and safe on disk when it returns. Writing an id again replaces its bytes. */
  write(id: string, bytes: Uint8Array): Promise<void>
  read(id: string): Promise<Buffer | undefined>
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>
  /** Every file, and when it was written; in no order. */
  each(): AsyncIterable<{ id: string; writtenAt: Date }>
}

/** A file inside the PDF (PDF/A-3): the machine-readable record beside the words. */
export interface Attachment {
  name: string
  json: string
  description: string
}

/** One document to typeset. `at` is the moment the document states as its own; the same job gives the same bytes. */
export interface TypesettingJob {
  template: string
  /** What the template reads, as JSON: text crosses to another process many times faster than a tree does. */
  data: string
  at: Date
  attachment?: Attachment | undefined
}

/** The JSON of a document's data; a lone half of a character becomes the replacement sign. */
export const asData = (data: object): string => JSON.stringify(data).toWellFormed()

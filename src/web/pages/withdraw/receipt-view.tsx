import type { Receipt } from '#leaving/receipt.ts'
import type { T } from '#words/words.ts'
import { SummaryList } from '#web/parts/blocks.tsx'

const lines = (text: string) => text.split('\n').map((each, at) => <>{at > 0 && <br />}{each}</>)

/** A receipt about leaving on a page: the same words as in the mail and in the document. */
export const ReceiptView = ({ t, receipt }: { t: T; receipt: Receipt }) => (
  <div class="prose" lang={receipt.language}>
    {receipt.blocks.map((block) => {
      if (block.kind === 'heading') return <h2>{block.text}</h2>
      if (block.kind === 'list') return <ul>{block.items.map((item) => <li>{item}</li>)}</ul>
      if (block.kind === 'table') return <SummaryList t={t} rows={block.rows.map(([label, value]) => ({ label, value: lines(value) }))} />
      return <p>{lines(block.text)}</p>
    })}
  </div>
)

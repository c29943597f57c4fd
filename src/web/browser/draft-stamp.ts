interface Word { slug: string; stamp: string }

/**
 * Windows of one browser tell each other which words a working copy has now. Around frames this element loads them again when another
 * window has newer ones; without script a reload does the same.
 */
export class DraftStamp extends HTMLElement {
  #channel: BroadcastChannel | undefined

  connectedCallback(): void {
    const { slug = '', stamp = '' } = this.dataset
    this.#channel = new BroadcastChannel('working-copy')
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data.slug !== slug || data.stamp === this.dataset['stamp']) return
      this.dataset['stamp'] = data.stamp
      for (const frame of this.querySelectorAll('iframe')) frame.contentWindow?.location.reload()
    })
    this.#channel.postMessage({ slug, stamp } satisfies Word)
  }

  disconnectedCallback(): void {
    this.#channel?.close()
  }
}

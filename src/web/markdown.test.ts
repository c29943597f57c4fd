import { describe, expect, test } from 'vitest'
import { wordsIn } from '#words/words.ts'
import { citationsOf } from './citations.ts'
import { inlineHtml, markdownHtml, plainText, printed } from './markdown.ts'

const sources = [
  { id: 'paper', publisher: 'The "Paper"', title: { en: 'A report', nl: 'Een bericht' } },
  { id: 'cnet', publisher: 'CNET', title: { en: 'Another', nl: 'Nog een' } },
]
const citations = () => citationsOf(sources, wordsIn('en'))

describe('a text on a page', () => {
  test('brings no HTML, no picture from elsewhere and no script', () => {
    const html = markdownHtml(
      '<b onclick="x">hi</b> ![alt](https://evil.example/x.png) [a](javascript:alert(1)) [d](data:text/html,x) <script>1</script>',
      { headingFrom: 2 })
    expect(html).not.toMatch(/<b|<img|<script|href=/)
    expect(html).toContain('alt')
  })

  test('nests its headings under those of the page, never deeper than six', () => {
    expect(markdownHtml('## A\n\n### B\n\n###### C', { headingFrom: 4 })).toBe('<h4>A</h4>\n<h5>B</h5>\n<h6>C</h6>\n')
  })

  test('marks sources with numbers of the whole claim, each mark with an address and a name', () => {
    const made = citations()
    const html = markdownHtml('One.[^cnet] Two.[^paper][^cnet] Three.[^unknown]', { headingFrom: 2, citations: made })
    expect(html)
      .toContain('One.\u2060<sup class="mark" id="mark-cnet-1"><a href="#source-cnet" aria-label="Source 2: CNET">2</a></sup> Two.')
    expect(html).toContain('aria-label="Source 1: The &quot;Paper&quot;"')
    expect(html).toContain('Three.</p>')
    expect(made.listed().map(({ number, marks }) => [number, marks])).toEqual([[1, ['mark-paper-1']], [2, ['mark-cnet-1', 'mark-cnet-2']]])
  })

  test('leaves marks out where there is no list of sources', () => {
    expect(markdownHtml('One.[^cnet]', { headingFrom: 2 })).toBe('<p>One.</p>\n')
    expect(inlineHtml('One.[^cnet]')).toBe('One.')
  })

  test('makes mail addresses links and lets bare domains be words', () => {
    const html = markdownHtml('Write to info@example.org or see autoriteitpersoonsgegevens.nl', { headingFrom: 2 })
    expect(html).toContain('<a href="mailto:info@example.org">')
    expect(html.match(/<a /g)).toHaveLength(1)
  })

  test('says that a link leaves the site', () => {
    expect(markdownHtml('[a](https://example.org) [b](/en/terms)', { headingFrom: 2 }))
      .toBe('<p><a href="https://example.org" rel="external noopener noreferrer">a</a> <a href="/en/terms">b</a></p>\n')
  })

  test('lets a wide table scroll by itself under the name of its heading', () => {
    const html = markdownHtml('## How **we** meet it\n\n| A | B |\n|---|---|\n| 1 | 2 |', { headingFrom: 2 })
    expect(html).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="How we meet it"><table>')
    expect(html).toContain('<th scope="col">A</th>')
    expect(html).toContain('</table></div>')
  })

  test('is printed with printed quotation marks; an agreement stands exactly as it is signed', () => {
    expect(markdownHtml('users\' "data"', { headingFrom: 2 })).toBe('<p>users’ “data”</p>\n')
    expect(markdownHtml('users\' "data" ... (c)', { headingFrom: 2, letter: true })).toBe('<p>users\' &quot;data&quot; ... (c)</p>\n')
    expect(printed('TikTok\'s "promise"')).toBe('TikTok’s “promise”')
  })

  test('gives every numbered clause of an agreement an address', () => {
    const html = markdownHtml('## 4. Fees\n\n**4.2** You pay.\n\n> **9.9** quoted', { headingFrom: 2, letter: true })
    expect(html).toContain('<h2 id="clause-4">4. Fees</h2>')
    expect(html).toContain('<p id="clause-4.2"><strong>4.2</strong> You pay.</p>')
    expect(html).not.toContain('clause-9.9')
  })

  test('shows a picture of the claim as a figure, and no other picture', () => {
    const pictures = (id: string) => (id === 'office' ? { src: '/p.webp', alt: 'A "door"', width: 4, height: 3 } : undefined)
    const html = (markdown: string, letter = false) => markdownHtml(markdown, { headingFrom: 2, pictures, letter })
    expect(html('![](picture:office "It\'s <b>")\n')).toBe(
      '<figure class="picture"><img src="/p.webp" alt="A &quot;door&quot;" width="4" height="3" '
        + 'loading="lazy" decoding="async"><figcaption>It’s &lt;b&gt;</figcaption></figure>\n',
    )
    for (const other of [
      '![](picture:cat)', '![](https://example.org/a.png)', '![](data:image/svg+xml,x)', 'See ![](picture:office) here',
      '![x](picture:office)',
    ])
      expect([other, html(other).includes('<img')]).toEqual([other, false])
    expect(html('![](picture:office)', true)).not.toContain('<img')
    expect(markdownHtml('![](picture:office)', { headingFrom: 2 })).toBe('')
  })

  test('gives its words alone', () => {
    expect(plainText('Up to **€500**.[^cnet]\n\n- a & b;\n- "c"')).toBe('Up to €500. a & b; “c”')
  })
})

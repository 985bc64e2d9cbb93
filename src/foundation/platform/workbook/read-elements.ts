/** Which elements of one name does an XML file hold, one by one, without holding the file? */
import { StringDecoder } from 'node:string_decoder'

/** No row and no shared string of a real workbook comes near; a file that holds more in one element is not a table. */
const mostInOne = 32 * 1024 * 1024

/** Streams every `<name …>…</name>`, whatever its namespace prefix. Elements of one name must not lie inside each other. */
export async function* readElements(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  const open = new RegExp(`<((?:[\\w.-]+:)?${name})(?=[\\s/>])`, 'g')
  let text = ''
  for await (const piece of source) {
    text += decoder.write(piece)
    let at = 0
    for (;;) {
      open.lastIndex = at
      const found = open.exec(text)
      if (!found) {
        at = Math.max(at, text.lastIndexOf('<'))
        break
      }
      const end = endOf(text, found.index, found[1] ?? name)
      at = end ?? found.index
      if (end === null) break
      yield text.slice(found.index, end)
    }
    text = text.slice(at)
    if (text.length > mostInOne) throw new Error('A single element of the workbook is larger than 32 MB.')
  }
}

/** Behind the element that begins at `from`; null when it does not end yet. */
function endOf(text: string, from: number, tag: string): number | null {
  const head = text.indexOf('>', from)
  if (head === -1) return null
  if (text[head - 1] === '/') return head + 1
  const close = text.indexOf(`</${tag}`, head)
  const end = close === -1 ? -1 : text.indexOf('>', close)
  return end === -1 ? null : end + 1
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text as it was before it was written into XML, and into a workbook (`_x000D_`). */
export function plainText(xml: string): string {
  const text = xml.includes('&')
    ? xml.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal?: string, hex?: string, word?: string) => {
        if (word) return named[word] ?? all
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
      })
    : xml
  return text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/** The attributes of an element's head. */
export const attributesOf = (element: string): Record<string, string> =>
  Object.fromEntries(
    [...element.slice(0, element.indexOf('>')).matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => [
      m[1] ?? '',
      plainText(m[2] ?? m[3] ?? ''),
    ]),
  )

/** The text of a string item: its runs joined, without the reading aids of East Asian text. */
export function textOfRuns(element: string): string {
  const body = element.includes('rPh') ? element.replace(/<((?:[\w.-]+:)?rPh)[\s>][\s\S]*?<\/\1>/g, '') : element
  let text = ''
  for (const run of body.matchAll(/<((?:[\w.-]+:)?t)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g)) text += run[2]
  return plainText(text)
}

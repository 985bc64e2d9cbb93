/** How does a block of cells travel to a spreadsheet and back? As tab-separated text and as an HTML table. */

/** Text that a spreadsheet reads as this block: cells with tabs, quotes or line ends stand in quotes. */
export const blockAsText = (block: readonly (readonly string[])[]): string =>
  block.map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The block as an HTML table; line ends become breaks. */
export function blockAsHtml(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${text.replace(/[&<>"]/g, (c) => escaped[c] ?? c).replaceAll('\n', '<br>')}</td>`
  return `<table><tbody>${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`
}

/** The block in a text from a spreadsheet. A quote opens a quoted cell only at the cell's beginning; all rows come out equally long. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  const push = (cell: string) => rows.at(-1)?.push(cell)
  while (at <= text.length) {
    let cell = ''
    if (text[at] === '"' && closesCell(text, at)) {
      at++
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        if (text[at] === '"') at++
        cell += text[at++]
      }
      at++
    } else {
      while (at < text.length && !/[\t\r\n]/.test(text[at] ?? '')) cell += text[at++]
    }
    push(cell)
    if (at >= text.length) break
    if (text[at] === '\t') at++
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
      // Spreadsheets end the last row with a line end; it begins no further row.
      if (at >= text.length) break
      rows.push([])
    }
  }
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** Whether the quote at `from` opens a cell that is closed before a tab, a line end or the end. */
function closesCell(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at++
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '')
  }
  return false
}

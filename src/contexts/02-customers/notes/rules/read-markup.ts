/** How is a note to be shown: paragraphs, lists, headings, bold, italic, code, links? Read into pieces, never into HTML. */

export type Piece = { kind: 'text' | 'bold' | 'italic' | 'code'; text: string } | { kind: 'link'; text: string; href: string }
export type Block =
  | { kind: 'paragraph' | 'heading' | 'quote'; lines: Piece[][] }
  | { kind: 'list'; ordered: boolean; lines: Piece[][] }

// One of: `code`, **bold**, *italic* or _italic_ at the edge of a word, [text](address), a bare address.
const marks =
  /`([^`\n]+)`|\*\*(?=\S)([^\n]+?)(?<=\S)\*\*|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])|\[([^\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/gu

/** An address that a click may open; scripts and other schemes may not. */
export function safeAddress(address: string): string | null {
  try {
    const url = new URL(address)
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

function readLine(line: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of line.matchAll(marks)) {
    const [all, code, bold, starred, scored, words, to, bare] = found
    const href = to === undefined && bare === undefined ? null : safeAddress(to ?? bare ?? '')
    const piece: Piece | null =
      code !== undefined
        ? { kind: 'code', text: code }
        : bold !== undefined
          ? { kind: 'bold', text: bold }
          : starred !== undefined || scored !== undefined
            ? { kind: 'italic', text: starred ?? scored ?? '' }
            : href
              ? { kind: 'link', text: words ?? bare ?? '', href }
              : null
    if (!piece) continue
    if (found.index > from) pieces.push({ kind: 'text', text: line.slice(from, found.index) })
    pieces.push(piece)
    from = found.index + all.length
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) })
  return pieces
}

const forms = [
  { kind: 'heading', form: /^#{1,3}\s+(?=\S)/ },
  { kind: 'quote', form: /^>\s?/ },
  { kind: 'list', form: /^[-*•]\s+(?=\S)/ },
  { kind: 'list', form: /^\d{1,3}[.)]\s+(?=\S)/, ordered: true },
] as const

/** The blocks of a note, in order. Lines of one kind that follow each other are one block; an empty line ends it. */
export function readMarkup(body: string): Block[] {
  const blocks: Block[] = []
  let open: string | null = null
  for (const raw of body.replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.trim()
    if (!line) {
      open = null
      continue
    }
    const found = forms.find(({ form }) => form.test(line))
    const ordered = found !== undefined && 'ordered' in found
    const name = `${found?.kind ?? 'paragraph'}${ordered ? ' ordered' : ''}`
    const pieces = readLine(found ? line.replace(found.form, '') : line)
    const last = blocks.at(-1)
    if (last && open === name && name !== 'heading') last.lines.push(pieces)
    else if (found?.kind === 'list') blocks.push({ kind: 'list', ordered, lines: [pieces] })
    else blocks.push({ kind: found?.kind ?? 'paragraph', lines: [pieces] })
    open = name
  }
  return blocks
}

/** The words of a block's first line alone. */
export const plainText = (block: Block): string => (block.lines[0] ?? []).map((piece) => piece.text).join('')

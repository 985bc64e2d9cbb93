/** How does a stretch of text go while every other letter stays in its place? Offsets into the text hold as before. */

export interface Stretch {
  start: number
  end: number
}
/** What stands in place of each letter that went. */
export const mask = '█'

/** The text with these stretches masked, letter for letter; spaces and line ends stay. */
export function maskText(text: string, stretches: readonly Stretch[]): string {
  let masked = ''
  let at = 0
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    masked += text.slice(at, from) + text.slice(from, end).replace(/\S/g, mask)
    at = end
  }
  return masked + text.slice(at)
}

/** Whether more than half of the letters of a text are masked. */
export const isMostlyMasked = (text: string): boolean => text.split(mask).length - 1 > text.replace(/\s/g, '').length / 2

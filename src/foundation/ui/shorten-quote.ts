/** How is a quote made shorter without pretending that it is whole? */

/** Cut at a word's end, an ellipsis after it; unchanged when it fits or when less than a fifth would go. */
export function shortenQuote(quote: string, max: number): string {
  if (quote.length <= max * 1.2) return quote
  const cut = quote.slice(0, max)
  const word = cut.lastIndexOf(' ')
  return `${(word > max * 0.6 ? cut.slice(0, word) : cut).replace(/[\s,;:.–—-]+$/u, '')} …`
}

/** Which options fit what was typed? */

export interface Option {
  value: string
  label: string
  detail?: string
}

/** More than a person reads; the rest is found by typing another letter. */
const most = 100

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every word typed occurs, accents and case aside; options that begin with it come first. */
export function fittingOptions(options: readonly Option[], typed: string): readonly Option[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options.slice(0, most)
  const fits = options.filter((o) => words.every((w) => plain(`${o.label} ${o.detail ?? ''}`).includes(w)))
  const begins = (o: Option) => (plain(o.label).startsWith(words.join(' ')) ? 0 : 1)
  return fits.sort((a, b) => begins(a) - begins(b)).slice(0, most)
}

/** How is a name said in two letters? */

/** The first letters of the first and the last word. */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

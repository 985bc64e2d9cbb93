/** Why are two rows thought to be one, said as a person would? */

interface Because {
  kind: string
  fields: readonly string[]
  like: number
}

/** How alike, in words. */
export const likeWord = (like: number): string =>
  like >= 0.98 ? 'the same' : like >= 0.85 ? 'almost the same' : like >= 0.5 ? 'partly alike' : 'different'

/** "Name: almost the same", what agrees most first. What only one of them has is not counted, and said so by its absence. */
export const sayBecause = (
  because: readonly Because[],
  labels: ReadonlyMap<string, string>,
): { id: string; word: string; like: number }[] =>
  [...because]
    .sort((x, y) => y.like - x.like)
    .map(({ kind, fields, like }) => ({
      id: `${kind} ${fields.join()}`,
      word: `${fields.map((field) => labels.get(field) ?? field).join(' and ')}: ${likeWord(like)}`,
      like,
    }))

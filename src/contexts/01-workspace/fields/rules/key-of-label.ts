/** By which key is a field named in API, files and addresses, given its label? */

/** "Jahres-Budget (€)" is "jahres_budget"; one that is taken gets a number. */
export function keyOfLabel(label: string, taken: ReadonlySet<string>): string {
  const bare = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 50)
  const key = bare || 'field'
  if (!taken.has(key)) return key
  let n = 2
  while (taken.has(`${key}_${n}`)) n++
  return `${key}_${n}`
}

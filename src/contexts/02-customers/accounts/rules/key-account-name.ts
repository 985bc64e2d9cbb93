/** Are these two the same company's name, written differently? */

const legal =
  /\b(?:inc|incorporated|corp|corporation|co|company|llc|llp|lp|ltd|limited|plc|gmbh|ag|kg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|aps|pty|pte|kk|holding|holdings|group|the|and|und|et)\b/g

/** A company's name without accents, punctuation and legal form: "Müller & Co. GmbH" and "Muller" agree. Never empty for a name with a letter. */
export function accountNameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const short = plain.replace(legal, ' ').replace(/\s+/g, '')
  return short || plain.replace(/\s+/g, '')
}

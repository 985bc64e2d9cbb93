/** How does what we keep of a person read in a browser, without a program? */

type Fields = Record<string, unknown>
export interface Given {
  madeAt: string
  person: Fields
  parts: { title: string; says: string; rows: Fields[] }[]
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const plain = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value, null, 1)).replace(/[&<>"']/g, (c) => marks[c] ?? c)
// Ids tie rows together for programs; a reader has the file data.json for that.
const isTold = ([field, value]: [string, unknown]) =>
  value !== null && value !== '' && !/(^id|Id)$/.test(field) && !['parts', 'updatedAt', 'sha256'].includes(field)
const labelOf = (field: string) => field.replace(/([A-Z])/g, ' $1').toLowerCase()

const rowOf = (row: Fields) =>
  `<dl>${Object.entries(row)
    .filter(isTold)
    .map(([field, value]) => `<dt>${plain(labelOf(field))}</dt><dd>${plain(value)}</dd>`)
    .join('')}</dl>`

/** One page, readable as it is. */
export function writePage({ madeAt, person, parts }: Given): string {
  const name = plain(person.name ?? 'A person')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dl{border-top:1px solid #ccc;margin:0;padding:.75rem 0}
dt{font-size:.8rem;color:#555}dd{margin:0 0 .4rem;white-space:pre-wrap;overflow-wrap:anywhere}h2{margin-top:2.5rem}</style>
<h1>What is kept about ${name}</h1><p>Collected on ${plain(madeAt.slice(0, 16).replace('T', ' '))} UTC. The same for programs: data.json.</p>
<ul>${parts.map((part) => `<li>${plain(part.title)}: ${part.rows.length}</li>`).join('')}</ul>
${parts.map((part) => `<h2>${plain(part.title)}</h2><p>${plain(part.says)}</p>${part.rows.map(rowOf).join('')}`).join('\n')}</html>`
}

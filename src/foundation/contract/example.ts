/** What is a believable value for a field? Read from its check, its label and its name, so that every face shows the same example. */
import { z } from 'zod'
import { bare, fieldMetaIfAny } from './fields.ts'
import { type Operation, routeOf } from './operation.ts'

const byName: readonly (readonly [RegExp, unknown])[] = [
  [/email$/i, 'ada@norrgard.example'],
  [/domains?$/i, 'norrgard.example'],
  [/website|url$/i, 'https://norrgard.example'],
  [/events$/, 'accounts.*'],
  [/scopes$/, 'accounts:read'],
  [/timeZone/, 'Europe/Berlin'],
  [/country/i, 'Sweden'],
  [/industry/i, 'Food'],
  [/externalId/, 'A-1042'],
  [/^note$/i, 'Weighs every pallet twice'],
  [/phone/i, '+46 8 123 45 67'],
  [/language|locale/i, 'en'],
  [/currency/i, 'EUR'],
  [/words|^q$/i, 'norrgard'],
  [/statement/i, 'Each weighing must be in SAP within a minute'],
  [/reason|because/i, 'They said so on the call'],
  [/quote/i, 'We need each weighing in SAP'],
  [/^text$/, 'We need each weighing in SAP within a minute.'],
  [/^start$/, 0],
  [/^end$/, 'We need each weighing in SAP'.length],
  [/title$/i, 'Head of Operations'],
  [/subject/i, 'Weighing data in SAP'],
  [/mediaType/, 'text/csv'],
  [/sha256/i, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [/(who|Name)$/, 'Ada Lindholm'],
  [/name$/i, 'Norrgard Foods'],
]

/** The id that stands in examples for a row of this kind. The same word gives the same id. */
export function exampleId(word: string): string {
  let hash = 7
  for (const c of word.toLowerCase().replaceAll(/[_-]/g, '')) hash = (hash * 31 + c.charCodeAt(0)) % 0xffffff
  return `0198f2c4-7000-7000-8000-000000${hash.toString(16).padStart(6, '0')}`
}

/** "accountId" in /needs is an account; "id" in /accounts/:id is one too. */
function wordOfId(name: string, path: string): string {
  if (name !== 'id') return singular(name.replace(/Ids?$/, ''))
  const before = path.split('/:id', 1)[0]?.split('/').at(-1) ?? ''
  return singular(before)
}
/** "opportunities" is a word for many of an "opportunity". */
export const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(x|ch|sh|ss)es$/, '$1')
    .replace(/people$/, 'person')
    .replace(/([^s])s$/, '$1')

/** A value that passes the check. @param word what an id in it is an id of */
export function exampleOf(schema: z.ZodType, word: string, name = ''): unknown {
  const kind = bare(schema)
  const meta = fieldMetaIfAny(schema)
  const told = (schema.meta()?.examples as unknown[] | undefined)?.[0]
  if (told !== undefined) return told
  if (kind !== schema && !meta) return exampleOf(kind, word, name)
  if (kind instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(kind.shape).map(([key, field]) => [
        key,
        exampleOf(field as z.ZodType, wordIn(field as z.ZodType, key, word), key),
      ]),
    )
  if (kind instanceof z.ZodArray) {
    const one = exampleOf(kind.element as z.ZodType, word, name)
    return kind.safeParse([one]).success ? [one] : []
  }
  const tries = [
    ...(kind instanceof z.ZodEnum ? [kind.options[0]] : []),
    ...byName.filter(([form]) => form.test(name)).map(([, value]) => value),
    exampleId(word),
    '2026-03-02',
    '2026-03-02T09:30:00.000Z',
    true,
    /minor/i.test(name) ? 1_250_000 : 20,
    0.8,
    0,
    meta?.label ?? 'Words',
    'EUR',
    {},
    [],
    null,
  ]
  // A text takes almost anything: what is a moment or an id to it must not look like one.
  const fits = tries.filter((value) => schema.safeParse(value).success)
  const isPlainText = schema.safeParse('Some words').success
  return fits.find((value) => !isPlainText || !/^(0198f2c4|2026-)/.test(String(value))) ?? fits[0] ?? null
}

function wordIn(field: z.ZodType, key: string, word: string, path = ''): string {
  const to = fieldMetaIfAny(field)?.references
  if (key === 'id') return path ? wordOfId(key, path) : singular(word)
  return to ? singular(to) : wordOfId(key, path)
}

/** What an operation can be asked with: what it needs, and of a write what a person would also say. */
export function exampleInput(op: Operation): Record<string, unknown> {
  const { path, method, inPath } = routeOf(op)
  const shape = op.takes.shape as Record<string, z.ZodType>
  const needed = Object.entries(shape).filter(([key, field]) => inPath.includes(key) || !field.safeParse(undefined).success)
  const optional = Object.entries(shape).find(([key]) => !needed.some(([known]) => known === key))
  const chosen =
    method !== 'GET' && method !== 'DELETE' && needed.length === inPath.length && optional ? [...needed, optional] : needed
  const drawn = Object.fromEntries(chosen.map(([key, field]) => [key, exampleOf(field, wordIn(field, key, '', path), key)]))
  return { ...drawn, ...op.example }
}

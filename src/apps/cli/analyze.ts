/** What evidence and needs stand in these files? `rapport analyze FILE... --json` says so without a database. */
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AnalysisInput, AnalyzedDocument } from '#discovery/needs/rules/analysis-input.ts'
import { analyzeDocument } from '#discovery/needs/rules/analyze-document.ts'
import {
  type DocumentContext,
  documentId,
  type ReadOptions,
  readDecodedMail,
  readDocument,
} from '#discovery/needs/rules/read-document.ts'
import { readHeaderDate } from '#foundation/language/header-date.ts'
import { type ParsedMessage, parseMessage } from '#foundation/platform/mail/parse-message.ts'
import { readMbox } from '#foundation/platform/mail/read-mbox.ts'
import { printAnalysis } from './print-analysis.ts'

const USAGE = `usage: rapport analyze FILE... [--context CONTEXT.json] [--vendor NAME-OR-DOMAIN] [--out DIR] [--json]

Reads .eml, mbox, .vtt, .srt, .json or .txt and prints the evidence and needs in each, without a database.
  --context  {"date", "source", "participants": [{"name","email"?,"side"}]}, or a map from file name to such objects
  --vendor   the selling company's name or mail domain; without it, sides are guessed, and said to be
  --out      write one JSON file per document, named by its id, instead of printing
  --json     print JSON: one document, or an array when there are several`

type Asked = { files: string[]; context: string | null; vendor: string | null; out: string | null; json: boolean }

/** Thrown for what the caller did wrong; the message is shown as it is. */
class AnalyzeProblem extends Error {}

function readArguments(argv: readonly string[]): Asked {
  const asked: Asked = { files: [], context: null, vendor: null, out: null, json: false }
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    const [flag, inline] = word.startsWith('--')
      ? [word.split('=')[0] ?? word, word.includes('=') ? word.slice(word.indexOf('=') + 1) : null]
      : [word, null]
    if (flag === '--json') asked.json = true
    else if (flag === '--context' || flag === '--vendor' || flag === '--out') {
      const value = inline ?? argv[++at]
      if (value === undefined || value === '') throw new AnalyzeProblem(`${flag} needs a value.`)
      asked[flag === '--context' ? 'context' : flag === '--vendor' ? 'vendor' : 'out'] = value
    } else if (word.startsWith('--')) throw new AnalyzeProblem(`There is no option ${word}.\n\n${USAGE}`)
    else asked.files.push(word)
  }
  if (asked.files.length === 0) throw new AnalyzeProblem(USAGE)
  return asked
}

type ContextOf = (file: string, id?: string) => DocumentContext | undefined

/** One context for all files, or a map from file name (with or without folder or ending) or document id to contexts. */
async function readContext(path: string | null): Promise<ContextOf> {
  if (!path) return () => undefined
  let value: Record<string, unknown>
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) as Record<string, unknown>
  } catch (error) {
    throw new AnalyzeProblem(`${path} could not be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if ('participants' in value || typeof value.date === 'string' || typeof value.source === 'string')
    return () => value as DocumentContext
  const map = value as Record<string, DocumentContext>
  return (file, id) => map[file] ?? map[basename(file)] ?? map[documentId(file)] ?? (id ? map[id] : undefined)
}

async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (!info) throw new AnalyzeProblem(`There is no file ${path}.`)
    if (!info.isDirectory()) files.push(path)
    else
      for (const name of (await readdir(path, { recursive: true })).sort())
        if (/\.(?:eml|mbox|mbx|vtt|srt|json|txt)$/i.test(name)) files.push(join(path, name))
  }
  return files
}

/** The first bytes tell an mbox from anything else. */
async function isMbox(file: string): Promise<boolean> {
  if (/\.(?:mbox|mbx)$/i.test(file)) return true
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(600), 0, 600, 0)
    const head = buffer.subarray(0, bytesRead).toString('latin1')
    return /^From \S+.*\d{4}\r?\n[\w-]+:/.test(head)
  } finally {
    await handle.close()
  }
}

/** A mail's day as its sender saw it: the Date line itself, not the instant in UTC. */
function localDay(raw: Buffer, message: ParsedMessage): string | null {
  const line = /^date:[ \t]*(.+)$/im.exec(
    raw
      .subarray(0, 65_536)
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '',
  )?.[1]
  return (line ? readHeaderDate(line) : null) ?? message.sentAt?.slice(0, 10) ?? null
}

async function readMail(raw: Buffer, fromLine: string | null, options: ReadOptions): Promise<AnalysisInput | null> {
  const message = await parseMessage(raw, { mboxLine: fromLine })
  if ('unreadable' in message) return null
  const { subject, from, to, cc, text, autoSubmitted, bounce } = message
  const date = localDay(raw, message)
  return readDecodedMail({ subject, from, to: [...to, ...cc], date, text, automatic: autoSubmitted || bounce }, options)
}

/** The documents of one file, one by one: an mbox is never held as a whole. */
async function* readFileDocuments(
  file: string,
  contextOf: ContextOf,
  vendor: string | null,
  today: string,
): AsyncGenerator<AnalysisInput> {
  const optionsFor = (name: string): ReadOptions => {
    const context = contextOf(file, documentId(name))
    return { name, today, ...(context ? { context } : {}), ...(vendor ? { vendor } : {}) }
  }
  if (await isMbox(file)) {
    for await (const message of readMbox(createReadStream(file))) {
      if (!('raw' in message)) continue
      const read = await readMail(message.raw, message.fromLine, optionsFor(`${documentId(file)}-${message.position}`))
      if (read) yield read
    }
    return
  }
  const raw = await readFile(file)
  if (/\.eml$/i.test(file)) {
    const read = await readMail(raw, null, optionsFor(file))
    if (read) yield read
    return
  }
  yield readDocument(raw.toString('utf8'), optionsFor(file))
}

function print(out: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (out.write(text)) resolve()
    else out.once('drain', () => resolve())
  })
}

/** Names that repeat get a number, so that no document overwrites another. */
function uniqueId(id: string, taken: Set<string>): string {
  let unique = id.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'document'
  for (let n = 2; taken.has(unique); n++) unique = `${id}-${n}`
  taken.add(unique)
  return unique
}

/**
 * Carries out `analyze` with the words behind it; prints to `out`. 0 when every file was read, 1 when the call was wrong or a file could not be read.
 * `today` (YYYY-MM-DD) stands in for documents without a date.
 */
export async function runAnalyze(
  argv: string[],
  out: NodeJS.WritableStream,
  today = new Date().toISOString().slice(0, 10),
): Promise<number> {
  try {
    const asked = readArguments(argv)
    const contextOf = await readContext(asked.context)
    const files = await listFiles(asked.files)
    if (asked.out) await mkdir(asked.out, { recursive: true })
    const taken = new Set<string>()
    const held: AnalyzedDocument[] = []
    let written = 0
    for (const file of files) {
      for await (const input of readFileDocuments(file, contextOf, asked.vendor, today)) {
        const document = analyzeDocument({ ...input, id: uniqueId(input.id, taken) })
        if (asked.out) {
          await writeFile(join(asked.out, `${document.id}.json`), `${JSON.stringify(document, null, 2)}\n`)
          written++
        } else if (asked.json) held.push(document)
        else await print(out, printAnalysis(document))
      }
    }
    if (asked.out)
      await print(
        out,
        asked.json
          ? `${JSON.stringify({ documents: written, out: asked.out })}\n`
          : `${written} documents written to ${asked.out}\n`,
      )
    else if (asked.json) await print(out, `${JSON.stringify(held.length === 1 ? held[0] : held, null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof AnalyzeProblem) && !(error instanceof Error && 'code' in error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

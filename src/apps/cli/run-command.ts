/** What does a typed line do? It is looked up in the contracts, sent, and its answer printed. */
import { parseArgs } from 'node:util'
import { client } from '#foundation/contract/client.ts'
import { type Command, commandsOf, inputOf, usageOf } from '#foundation/contract/command.ts'
import { Problem } from '#foundation/contract/problem.ts'
import { contracts } from '../contracts.ts'
import { exportRows } from './export-rows.ts'
import { importPath } from './import-path.ts'
import { printAnswer } from './print-answer.ts'
import { reachServer } from './reach-server.ts'

export interface Terminal {
  env: Record<string, string | undefined>
  out: (text: string) => void
  err: (text: string) => void
  columns: number
}

const all = commandsOf(contracts)
const general = [
  ['rapport import PATH… [--json]', 'Import mailboxes, mail files, transcripts, table files, zips and folders'],
  [
    'rapport analyze FILE… [--context CONTEXT.json] [--vendor NAME] [--out DIR] --json',
    'Print the evidence in files, without a database',
  ],
  [
    'rapport export OBJECT [--filter JSON] [--words WORDS] [--sort FIELDS] [--fields FIELDS]',
    'Write rows as a CSV table, all of them or those that a filter means',
  ],
  ['rapport mcp', 'Serve these commands to a language model over standard input and output'],
  [
    'rapport NOUN VERB … [--json] [--workspace ID]',
    `Nouns: ${Object.keys(contracts).join(', ')}. "rapport NOUN" lists its verbs`,
  ],
] as const

/** Runs one line. Answers the exit code: 0 done, 1 refused (the reason is on standard error), 2 not understood. */
export async function runCommand(argv: string[], terminal: Terminal): Promise<number> {
  const [noun = 'help', verb] = argv
  try {
    if (noun === 'help' || noun === '--help' || noun === '-h')
      return help(
        terminal,
        general.map(([usage, says]) => [usage, says]),
      )
    if (noun === 'import') return await runImport(argv.slice(1), terminal)
    if (noun === 'export') {
      await exportRows(argv.slice(1), await reachServer({ env: terminal.env }), terminal.out)
      return 0
    }
    const ofNoun = all.filter((c) => c.noun === noun)
    if (!ofNoun.length) return refuse(terminal, `There is no "${noun}". Try: rapport help`, 2)
    const command = ofNoun.find((c) => c.verb === verb)
    if (!command) {
      if (verb && !verb.startsWith('-')) terminal.err(`There is no "${noun} ${verb}". These there are:\n`)
      help(
        terminal,
        ofNoun.map((c) => [usageOf(c), c.summary]),
      )
      return verb && !verb.startsWith('-') ? 2 : 0
    }
    return await runOne(command, argv.slice(2), terminal)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const where = error.errors.map((e) => `\n  ${e.path || 'the whole'}: ${e.message}`).join('')
    return refuse(terminal, error.message + where, 1)
  }
}

async function runOne(command: Command, typed: string[], terminal: Terminal): Promise<number> {
  const options: Options = Object.fromEntries([
    ...command.flags.map((f) => [f.flag.slice(2), { type: 'string' as const }]),
    ['json', { type: 'boolean' as const }],
    ['workspace', { type: 'string' as const }],
    ['help', { type: 'boolean' as const, short: 'h' }],
  ])
  const { values, positionals } = parse(typed, options, command)
  if (values.help)
    return help(terminal, [
      [usageOf(command), command.summary],
      ...command.flags.map((f) => [`  ${f.flag}`, f.says] as [string, string]),
    ])
  const { json, workspace, ...flags } = values
  const input = inputOf(command, positionals, flags as Record<string, string>)
  const reach = await reachServer({ env: terminal.env, ...(typeof workspace === 'string' ? { workspace } : {}) })
  const api = client({ ask: command.op }, reach.send)
  const answer = await api.ask(input as never)
  terminal.out(`${json ? JSON.stringify(answer, null, 2) : printAnswer(answer, terminal.columns)}\n`)
  return 0
}

type Options = Record<string, { type: 'string' | 'boolean'; short?: string }>

function parse(typed: string[], options: Options, command: Command) {
  try {
    const { values, positionals } = parseArgs({ args: typed, allowPositionals: true, options })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw new Problem(
      422,
      `${error instanceof Error ? error.message.split('. ')[0] : 'That could not be read'}. Use: ${usageOf(command)}`,
    )
  }
}

async function runImport(typed: string[], terminal: Terminal): Promise<number> {
  const json = typed.includes('--json')
  const paths = typed.filter((word) => word !== '--json')
  const reach = await reachServer({ env: terminal.env })
  const done = await importPath({ paths, reach, tell: (line) => terminal.err(`${line}\n`) })
  terminal.out(
    json
      ? `${JSON.stringify(done, null, 2)}\n`
      : `Done: ${done.storedCount} stored, ${done.alreadyCount} already here, ${done.skippedCount} skipped of ${done.seenCount}. Ledger: rapport imports ledger ${done.id}\n`,
  )
  return 0
}

function help(terminal: Terminal, lines: (readonly [string, string])[]): number {
  for (const [usage, says] of lines) terminal.out(`${usage}\n    ${says}\n`)
  return 0
}

function refuse(terminal: Terminal, why: string, code: number): number {
  terminal.err(`${why}\n`)
  return code
}

/** How does an operation read as a command? `rapport needs confirm ID --reason "…" --json` */
import type { z } from 'zod'
import { fieldMetaIfAny } from './fields.ts'
import { type Operation, type Operations, routeOf } from './operation.ts'
import { readAs } from './problem.ts'
import { readFlat } from './read-flat.ts'

export interface Flag {
  name: string
  /** As typed: "--close-on". */
  flag: string
  required: boolean
  says: string
}
export interface Command {
  noun: string
  verb: string
  summary: string
  /** Words that stand without a flag, in order: the ids in the path. */
  words: string[]
  flags: Flag[]
  op: Operation
}

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** Every operation of every capability, as a command. */
export const commandsOf = (capabilities: Record<string, Operations>): Command[] =>
  Object.entries(capabilities).flatMap(([noun, all]) => Object.entries(all).map(([name, op]) => commandOf(noun, name, op)))

function commandOf(noun: string, name: string, op: Operation): Command {
  const { inPath } = routeOf(op)
  const flags = Object.entries(op.takes.shape)
    .filter(([key]) => !inPath.includes(key))
    .map(([key, check]) => {
      const field = check as z.ZodType
      return {
        name: key,
        flag: `--${kebab(key)}`,
        required: !field.safeParse(undefined).success,
        says: fieldMetaIfAny(field)?.label ?? '',
      }
    })
  return { noun, verb: kebab(name), summary: op.summary, words: inPath, flags, op }
}

/** Typed words and flags as the operation's input. @throws Problem 422 naming what is missing or misread */
export function inputOf(command: Command, words: string[], flags: Record<string, string | string[]>): Record<string, unknown> {
  const given: Record<string, string | string[]> = {}
  command.words.forEach((name, i) => {
    const word = words[i]
    if (word !== undefined) given[name] = word
  })
  for (const f of command.flags) {
    const word = flags[f.flag.slice(2)]
    if (word !== undefined) given[f.name] = word
  }
  return readAs(command.op.takes, readFlat(command.op.takes.shape, given))
}

/** One line of help: `rapport needs confirm ID` and what it does. */
export const usageOf = (c: Command): string =>
  [
    'rapport',
    c.noun,
    c.verb,
    ...c.words.map((w) => w.toUpperCase()),
    ...c.flags.map((f) => (f.required ? `${f.flag} …` : `[${f.flag} …]`)),
  ].join(' ')

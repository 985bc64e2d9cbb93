/** What does the program say while it works? One line per event on standard error, never a secret. */

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'
/** Facts that stand behind the sentence: `status=200 ms=3`. */
export type Facts = Readonly<Record<string, string | number | undefined>>
export type Log = Readonly<Record<Exclude<LogLevel, 'silent'>, (sentence: string, facts?: Facts) => void>>

const rank: Record<LogLevel, number> = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 }

/** A log that writes what is at least as grave as `level`. */
export function openLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const at =
    (own: Exclude<LogLevel, 'silent'>) =>
    (sentence: string, facts: Facts = {}) => {
      if (rank[own] > rank[level]) return
      const behind = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
      write(`${[new Date().toISOString(), own.padEnd(5), sentence, ...behind].join(' ')}\n`)
    }
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}

/** Where does `./rapport` begin? */
import { runCommand } from './run-command.ts'

const operatorWords = ['backup', 'restore', 'upgrade', 'health'] as const
const isForOperators = (word: string | undefined): word is (typeof operatorWords)[number] =>
  operatorWords.some((one) => one === word)

const argv = process.argv.slice(2)

async function run(): Promise<number> {
  if (argv[0] === 'mcp') {
    const { serveStdio } = await import('../mcp/serve-stdio.ts')
    await serveStdio(process.env)
    return 0
  }
  if (argv[0] === 'analyze') {
    const { runAnalyze } = await import('./analyze.ts')
    return runAnalyze(argv.slice(1), process.stdout)
  }
  if (isForOperators(argv[0])) {
    const { runForOperator } = await import('./run-for-operator.ts')
    return runForOperator(argv[0], argv.slice(1), process.env)
  }
  return runCommand(argv, {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    columns: process.stdout.columns ?? 160,
  })
}

// A reader that closes early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await run()

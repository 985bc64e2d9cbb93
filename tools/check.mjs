/** Is the source in order? Types, lint, import rules, architecture, dead code, the committed API: a table at the end. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { countModules } from './steps/count-modules.mjs'
import { runProgram } from './steps/run-program.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const run = (name, words) => runProgram(bin(name), words, { cwd: root })

/** dependency-cruiser says "no violations" too when it could not read a single file, so what it read is counted. */
async function cruise() {
  const files = countModules(root)
  const { code, printed } = await run('depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'])
  if (!printed.startsWith('{')) return { code: code || 1, printed }
  const { modules, summary } = JSON.parse(printed)
  const read = modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length
  const lines = summary.violations.map(({ rule, from, to, cycle = [] }) => {
    const way = cycle.length > 0 ? [from, ...cycle.map(({ name }) => name)].join(' -> ') : from === to ? from : `${from} -> ${to}`
    return `${rule.name}: ${way}`
  })
  if (read < files) lines.push(`Only ${read} of ${files} files were read: the rules were not applied to all of them.`)
  return { code: lines.length > 0 ? 1 : 0, printed: lines.join('\n'), said: `${read} files` }
}

const committedApi = () =>
  runProgram(process.execPath, ['--import', 'tsx', join(root, 'tools', 'write-openapi.ts'), '--check'], { cwd: root })

const architecture = () => run('vitest', ['run', '--project', 'unit', 'test/architecture.test.ts'])

/** Every check: its name, and how it runs. */
const checks = [
  [
    'types',
    () => run('tsc', ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo']),
  ],
  ['lint and format', () => run('biome', ['check', '--error-on-warnings', '.'])],
  ['import rules', cruise],
  ['architecture', architecture],
  ['dead code', () => run('knip', ['--no-progress'])],
  ...(existsSync(join(root, 'tools', 'write-openapi.ts')) ? [['openapi.json', committedApi]] : []),
]

/** Runs all checks, two at a time, and prints what failed and a table. Answers how many passed and failed. */
export async function runChecks(only = []) {
  const results = []
  const waiting = checks.filter(([name]) => only.length === 0 || only.includes(name.split(' ')[0]))
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next
      const since = performance.now()
      const { code, printed, said = '' } = await check()
      results.push({ name, passed: code === 0, printed, said, seconds: (performance.now() - since) / 1000 })
    }
  }
  await Promise.all([work(), work()])
  for (const { name, printed } of results.filter(({ passed }) => !passed))
    console.log(`\n-- ${name} --\n${stripVTControlCharacters(printed).trim()}`)
  console.log('')
  for (const { name, passed, seconds, said } of results)
    console.log(`  ${passed ? 'passed' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${said}`)
  const passed = results.filter((result) => result.passed).length
  return { passed, failed: results.length - passed }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await runChecks(process.argv.slice(2))
  process.exitCode = failed > 0 ? 1 : 0
}

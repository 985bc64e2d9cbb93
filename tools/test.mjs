/** What does `npm test` do? Everything: checks, tests on a real PostgreSQL, and the stories in a real browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode } from './steps/check-node.mjs'
import { provideChromium } from './steps/find-chromium.mjs'
import { installPackages } from './steps/install-packages.mjs'
import { runProgram } from './steps/run-program.mjs'
import { endWith } from './steps/say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

/** Runs the tests of one project; a run that dies without a report counts as one failure. */
async function runTests(project, env, folder) {
  console.log(`\n== ${project === 'e2e' ? 'Stories in the browser' : 'Tests'}`)
  const report = join(folder, `${project}.json`)
  const words = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code } = await runProgram(join(root, 'node_modules', '.bin', 'vitest'), words, { shown: true, env })
  try {
    const {
      numPassedTests: passed,
      numFailedTests: failed,
      numFailedTestSuites: suites,
    } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that falls before its first test fails as a suite only; an error outside any test fails the run only.
    return { passed, failed: Math.max(failed, failed === 0 && (suites > 0 || code !== 0) ? Math.max(1, suites) : 0) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'rapport-report-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
try {
  checkNode()
  await installPackages(root)
  const chromium = await provideChromium()
  const { buildAll } = await import('./build.mjs')
  const { runChecks } = await import('./check.mjs')
  console.log('== Checks')
  const results = [await runChecks()]
  await buildAll(root)
  console.log('\n== What a page loads')
  const { code: heavy } = await runProgram(process.execPath, [join(root, 'tools', 'check-bundle.mjs')], { shown: true })
  results.push({ passed: heavy === 0 ? 1 : 0, failed: heavy === 0 ? 0 : 1 })
  const env = { ...process.env, CHROMIUM: chromium, NODE_ENV: 'test' }
  for (const project of ['unit', 'e2e']) results.push(await runTests(project, env, folder))
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
} catch (error) {
  endWith(error)
}

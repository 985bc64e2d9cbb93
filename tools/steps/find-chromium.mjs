/** Where is the browser for the browser tests? If there is none, Debian's package is installed, and we say so. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProgram } from './run-program.mjs'
import { step, withCure } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a browser: CHROMIUM, else the first of the usual names; undefined when there is none. */
export function findChromium(env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [
    ...(env.CHROMIUM ? [env.CHROMIUM] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...macs,
  ].find(isProgram)
}

const cure = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome.'

/** Finds a browser or installs one. */
export async function provideChromium() {
  const found = findChromium()
  if (found) return found
  if ((await runProgram('apt-get', ['--version'])).code !== 0) throw withCure('There is no Chromium for the browser tests.', cure)
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  console.log('  There is no Chromium on this machine: installing the Debian package "chromium".')
  await step('Installing chromium', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const words of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      const [program, ...rest] = [...prefix, 'apt-get', ...words]
      const { code, printed } = await runProgram(program, rest, { env })
      if (code !== 0) throw withCure(`apt-get ${words[0]} failed:\n${printed.trim().split('\n').slice(-8).join('\n')}`, cure)
    }
  })
  const installed = findChromium()
  if (!installed) throw withCure('Chromium was installed but is not found.', cure)
  return installed
}

/** Are the packages of package-lock.json the ones in node_modules? If not, npm ci. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program.mjs'
import { step, withCure } from './say.mjs'

const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})

/** Whether npm's own note of what it installed says the same as the lock file; optional packages may be for other machines. */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === version : optional === true
  })
}

/** Installs when something is missing or has another version. */
export async function installPackages(root) {
  if (isInstalled(root)) return
  await step('Installing packages, once (a minute or two)', async () => {
    const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []]
    const { code, printed } = await runProgram(npm[0], [...npm[1], 'ci', '--no-audit', '--no-fund'], { cwd: root })
    if (code === 0) return
    throw withCure(
      `npm ci failed:\n${
        printed
          .split('\n')
          .filter((line) => line.startsWith('npm error'))
          .slice(0, 12)
          .join('\n') || printed.slice(-1500)
      }`,
      'check the network and the free disk space, then start again.',
    )
  })
}

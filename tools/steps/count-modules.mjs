/** How many source files are there for the import rules to read? */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The number of TypeScript files below src. */
export const countModules = (root) =>
  readdirSync(join(root, 'src'), { recursive: true }).filter(
    (file) => /\.tsx?$/.test(String(file)) && !String(file).endsWith('.d.ts'),
  ).length

/** Is this Node new enough? */
import { withCure } from './say.mjs'

const oldest = [20, 19]

/** Throws with the cure when Node is older than what package.json asks for. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw withCure(
    `Rapport needs Node ${oldest.join('.')} or newer; this is ${version}.`,
    'install a current Node from https://nodejs.org or with your package manager.',
  )
}

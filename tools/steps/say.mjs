/** How do the tools speak? One line per step, with its time; a failure ends with its cure. */

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs a step and says how long it took. A step that answers false had nothing to do and stays silent. */
export async function step(name, run) {
  const since = performance.now()
  const tty = process.stdout.isTTY
  if (tty) process.stdout.write(`  ${name} ...`)
  try {
    const did = await run((what) => process.stdout.write(tty ? `\r  ${name}: ${what} ...` : ''))
    if (tty) process.stdout.write('\r\x1b[2K')
    if (did !== false) console.log(`  ${name}: ${seconds(since)}`)
    return did
  } catch (error) {
    if (tty) process.stdout.write('\r\x1b[2K')
    console.log(`  ${name}: failed after ${seconds(since)}`)
    throw error
  }
}

/** An error that people can do something about. */
export const withCure = (what, cure) => Object.assign(new Error(`${what}\n  Cure: ${cure}`), { expected: true })

/** Prints an error and ends: with its stack only when nobody expected it. */
export function endWith(error) {
  console.error(`\n${error?.expected || error?.message?.includes('Cure:') ? error.message : (error?.stack ?? error)}`)
  process.exit(1)
}

/** How do the tools run another program and keep what it printed for the case that it fails? */
import { spawn } from 'node:child_process'

/**
 * Runs a program to its end.
 * @returns its exit code and everything it printed
 */
export function runProgram(command, words, { shown = false, env = process.env, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd, env, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    const parts = []
    child.stdout?.on('data', (part) => parts.push(part))
    child.stderr?.on('data', (part) => parts.push(part))
    child.on('error', (error) => resolve({ code: 127, printed: error.message }))
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 130 : 1), printed: Buffer.concat(parts).toString('utf8') }),
    )
  })
}

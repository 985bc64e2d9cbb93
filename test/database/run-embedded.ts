/** What does a program look like that starts the database of a folder and stays? The launcher's tests start and kill this one. */
import { startEmbedded } from '#foundation/platform/postgres/start-embedded.ts'

const [dataFolder = '', share = ''] = process.argv.slice(2)

try {
  const embedded = await startEmbedded({ dataFolder, log: () => {}, mayShare: share === 'share' })
  const { admin, adopted, healed } = embedded
  process.stdout.write(`${JSON.stringify({ admin, adopted, healed, uid: process.getuid?.() })}\n`)
  process.on('SIGTERM', () => void embedded.stop().then(() => process.exit(0)))
  setInterval(() => {}, 1_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ problem: error instanceof Error ? error.message : String(error) })}\n`)
  process.exitCode = 1
}

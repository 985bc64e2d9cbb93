/** How is a document read without keeping requests waiting? In one thread of its own, which is gone when there is nothing to read. */
import { Worker } from 'node:worker_threads'
import type { AnalysisInput, AnalyzedDocument } from '#discovery/needs/rules/analysis-input.ts'

export type ReadDocument = Pick<AnalyzedDocument, 'id' | 'evidence' | 'needs'>
/** Evidence and needs of a document, or null when it cannot be read in time or at all. */
export type Reader = (input: AnalysisInput) => Promise<ReadDocument | null>

/** A document of the greatest length takes 10 s; what takes longer has caught a rule in an endless search. */
const patienceMs = 90_000
const idleMs = 20_000

type Answer = { read?: ReadDocument; problem?: string }
type Thread = { worker: Worker; idle?: NodeJS.Timeout }
let thread: Thread | undefined
let turn: Promise<unknown> = Promise.resolve()

/** From the sources (tests) there is no built thread: the document is read on the spot. */
const isBuilt = !import.meta.url.endsWith('.ts')

/** Reads documents one after the other. */
export const readInThread: Reader = (input) => {
  const next = turn.then(() => (isBuilt ? askThread(input) : readHere(input)))
  turn = next.catch(() => undefined)
  return next
}

async function readHere(input: AnalysisInput): Promise<ReadDocument | null> {
  await new Promise((resolve) => setImmediate(resolve))
  // Only here: the language models behind it would cost every start half a second and 40 MB.
  const { analyzeInWindows } = await import('#discovery/needs/rules/analyze-in-windows.ts')
  return analyzeInWindows(input)
}

async function askThread(input: AnalysisInput): Promise<ReadDocument | null> {
  const mine = thread ?? openThread()
  thread = mine
  clearTimeout(mine.idle)
  const answer = await hear(mine.worker, input)
  if (answer.read) mine.idle = setTimeout(closeThread, idleMs).unref()
  else await closeThread()
  return answer.read ?? null
}

function hear(worker: Worker, input: AnalysisInput): Promise<Answer> {
  return new Promise((resolve) => {
    const tell = (answer: Answer) => {
      clearTimeout(timer)
      // One by one: removeAllListeners would take away what Node itself listens with, and no later answer would arrive.
      worker.off('message', tell)
      worker.off('error', onError)
      worker.off('exit', onExit)
      resolve(answer)
    }
    const onError = (error: unknown) => tell({ problem: String(error) })
    const onExit = () => tell({ problem: 'the thread ended' })
    const timer = setTimeout(() => tell({ problem: 'took too long' }), patienceMs)
    worker.on('message', tell)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(input)
  })
}

function openThread(): Thread {
  const worker = new Worker(new URL('./analyse.worker.mjs', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
  // Between readings nobody listens, and a fault there must not end the program.
  worker.on('error', () => void closeThread())
  // A reading that is under way must not keep the program from ending.
  worker.unref()
  return { worker }
}

async function closeThread(): Promise<void> {
  const ended = thread
  thread = undefined
  await ended?.worker.terminate()
}

/** What runs in the thread that reads messages for evidence, so that requests never wait for it? */
import { parentPort } from 'node:worker_threads'
import type { AnalysisInput } from '#discovery/needs/rules/analysis-input.ts'
import { analyzeInWindows } from '#discovery/needs/rules/analyze-in-windows.ts'

parentPort?.on('message', (input: AnalysisInput) => {
  try {
    parentPort?.postMessage({ read: analyzeInWindows(input) })
  } catch (error) {
    parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) })
  }
})

/** How does a model on this machine talk to Rapport? Over standard input and output: `./rapport mcp`. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { reachServer } from '../cli/reach-server.ts'
import { serveTools } from './serve-tools.ts'

/** Serves until the other side closes. */
export async function serveStdio(env: Record<string, string | undefined>): Promise<void> {
  const reach = await reachServer({ env, face: 'mcp' })
  const server = serveTools(reach.send)
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve
    process.stdin.on('end', resolve)
  })
  await server.connect(new StdioServerTransport())
  await closed
}

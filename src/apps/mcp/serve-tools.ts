/** How does a language model use Rapport? Every operation is a tool, through the same door and the same permissions as a person. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { client, type Send } from '#foundation/contract/client.ts'
import { Problem, problemBody, readAs } from '#foundation/contract/problem.ts'
import { toolsOf } from '#foundation/contract/tool.ts'
import { contracts } from '../contracts.ts'

const tools = toolsOf(contracts)

/** A server for one session; `send` carries who asks. A refusal is an answer the model can read, not a broken session. */
export function serveTools(send: Send): Server {
  const server = new Server({ name: 'rapport', version: '0.1.0' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, inputSchema, annotations }) => ({
      name,
      description,
      annotations,
      inputSchema: { ...inputSchema, type: 'object' as const },
    })),
  }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const tool = tools.find((t) => t.name === params.name)
      if (!tool) throw new Problem(404, `There is no tool "${params.name}".`)
      const input = readAs(tool.op.takes, params.arguments ?? {})
      const answer = await client({ ask: tool.op }, send).ask(input as never)
      return { content: [{ type: 'text' as const, text: JSON.stringify(answer) }] }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { isError: true, content: [{ type: 'text' as const, text: JSON.stringify(problemBody(error)) }] }
    }
  })
  return server
}

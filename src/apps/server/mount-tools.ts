/** How does a language model elsewhere use Rapport? As tools at /mcp (streamable HTTP), with an API token. */
import type { FastifyInstance } from 'fastify'
import type { Send } from '#foundation/contract/client.ts'
import { Problem, ProblemBody, type ProblemStatus } from '#foundation/contract/problem.ts'
import { innerHeader, innerWord } from '#foundation/platform/http/limit-askers.ts'
import type { Identify } from '#foundation/platform/http/mount-operations.ts'

/** Mounts /mcp. Every call goes through the same routes as any other, as the token's member. */
export function mountTools(app: FastifyInstance, identify: Identify): void {
  app.post('/mcp', async (request, reply) => {
    const { authorization } = request.headers
    if (!authorization?.startsWith('Bearer ') || !(await identify(request)))
      throw new Problem(401, 'Send an API token as "Authorization: Bearer …". Make one in Settings.')
    const workspace = request.headers['x-workspace']
    const headers = {
      authorization,
      'x-rapport-face': 'mcp',
      [innerHeader]: innerWord,
      ...(typeof workspace === 'string' ? { 'x-workspace': workspace } : {}),
    }
    const send: Send = async (method, path, body) => {
      const answer = await app.inject({
        method: method as 'GET',
        url: `/api${path}`,
        headers: { ...headers, host: request.headers.host ?? 'localhost' },
        remoteAddress: request.ip,
        ...(body === undefined ? {} : { payload: body as object }),
      })
      if (answer.statusCode < 400) return answer.json()
      const problem = ProblemBody.safeParse(answer.json())
      throw new Problem(
        answer.statusCode as ProblemStatus,
        problem.data?.detail ?? 'This did not work.',
        problem.data?.errors ?? [],
        problem.data?.retryAfter,
        problem.data?.conflicts,
      )
    }
    // Loaded with the first question: most houses never ask.
    const [{ StreamableHTTPServerTransport }, { serveTools }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
      import('../mcp/serve-tools.ts'),
    ])
    // One server per request and no session: any process of several can answer.
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
    const server = serveTools(send)
    reply.hijack()
    reply.raw.on('close', () => void transport.close().then(() => server.close()))
    await server.connect(transport as Parameters<typeof server.connect>[0])
    await transport.handleRequest(request.raw, reply.raw, request.body)
  })
}

/** How does the browser program reach the browser? Built files for ever, the first page always fresh, and strangers at the right door. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import serveFolder from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#foundation/contract/problem.ts'
import { placeOf, sendProblem } from '#foundation/platform/http/open-http.ts'

export interface WebDoors {
  /** The folder that the build made. */
  folder: string | undefined
  /** May renew the session's cookie on the way. */
  isSignedIn: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>
  isFirstRun: () => Promise<boolean>
}

const ours = /^\/(api|mcp|openapi\.json|healthz?)(\/|$)/
/** Pages for those who are not in. */
const open = /^\/(invite|reset|kit|reference)(\/|$)/

/** Serves the folder; every address that is no file is a page of the browser program. */
export async function serveWeb(app: FastifyInstance, doors: WebDoors): Promise<void> {
  const { folder } = doors
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (built)
    await app.register(serveFolder, {
      root: folder,
      index: false,
      redirect: false,
      wildcard: true,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Names under assets/ carry a hash of what is in them.
        const forEver = path.includes('/assets/') || path.includes('\\assets\\')
        void reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  const showPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!built) {
      const cure = 'The browser program is not built. Run "npm run build", then load this page again.'
      return sendProblem(reply, new Problem(503, cure))
    }
    const elsewhere = await rightDoor(doors, request, reply)
    if (elsewhere) return reply.header('cache-control', 'no-store').redirect(elsewhere, 302)
    // Read each time: a build may replace it while the server runs.
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(readFileSync(join(folder, 'index.html'), 'utf8'))
  }
  // The folder itself is no file, and the file server would say that it is forbidden.
  app.get('/', showPage)
  app.setNotFoundHandler(async (request, reply) => {
    const asksPage = request.method === 'GET' || request.method === 'HEAD'
    const place = placeOf(request)
    if (asksPage && !ours.test(place) && !/\.\w{2,5}$/.test(place)) return showPage(request, reply)
    return sendProblem(reply, new Problem(404, `There is nothing at ${request.method} ${place}.`))
  })
}

/** Where somebody should go instead: a stranger to the sign-in page, the first of all to the first run. */
async function rightDoor(
  { isSignedIn, isFirstRun }: WebDoors,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | null> {
  const place = placeOf(request)
  if (open.test(place)) return null
  if (await isFirstRun()) return place === '/welcome' ? null : '/welcome'
  if (place === '/sign-in') return null
  if (place === '/welcome') return '/sign-in'
  if (await isSignedIn(request, reply)) return null
  return place === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(request.url)}`
}

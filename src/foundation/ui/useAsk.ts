/** How does a screen ask the server, and tell it to do something? Over TanStack Query, against any typed function. */
import {
  keepPreviousData,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { conflictsIn } from './read-problem.ts'
import { toast, toastProblem } from './Toasts.tsx'

/** One call of a client: takes its input, answers, or rejects with a problem. */
export type Op<In, Out> = (input: In) => Promise<Out>

const names = new WeakMap<object, string>()
let named = 0
/** A client's functions live as long as the page: each gets its own name in the cache. */
function nameOf(op: object): string {
  const known = names.get(op)
  if (known) return known
  const fresh = `op${++named}`
  names.set(op, fresh)
  return fresh
}

/** Gives operations the names of their routes, so that a cached answer says what was asked: ["GET /accounts/:id", { id }]. */
export function nameOps(ops: Readonly<Record<string, object>>, routes: Readonly<Record<string, { route: string }>>): void {
  for (const [name, { route }] of Object.entries(routes)) {
    const op = ops[name]
    if (op) names.set(op, route)
  }
}

/** The cache key of an operation, with or without an input: for `queryClient.setQueryData`, for example. */
export const askKey = <In, Out>(op: Op<In, Out>, input?: In): QueryKey =>
  input === undefined ? [nameOf(op)] : [nameOf(op), input]

export interface AskOptions<Out> {
  /** Ask only when true: `{ when: id !== null }`. */
  when?: boolean
  /** Keep showing the last answer while a changed input is asked (search as you type). */
  keep?: boolean
  /** Ask again after this many milliseconds: for progress. */
  everyMs?: number | ((answer: Out | undefined) => number | false)
  staleMs?: number
}

/** `const asked = useAsk(client.getAccount, { id })` gives `{ data, error, isPending, refetch }`. */
export function useAsk<In, Out>(op: Op<In, Out>, input: In, options: AskOptions<Out> = {}): UseQueryResult<Out> {
  const { when = true, keep, everyMs, staleMs } = options
  return useQuery<Out>({
    queryKey: askKey(op, input),
    queryFn: () => op(input),
    enabled: when,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(everyMs === undefined
      ? {}
      : { refetchInterval: typeof everyMs === 'number' ? everyMs : (query) => everyMs(query.state.data as Out | undefined) }),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
  })
}

/** What a paged answer must tell; `next` is the cursor of the following page, null at the end. */
export interface Paged<Row> {
  rows: Row[]
  next?: string | null | undefined
  total?: number | null | undefined
}

/** Keyset pages as one list: `{ rows, total, hasMore, more, loadingMore, state, error, retry }`. */
export function useAskPages<In extends object, Row, Page>(
  op: Op<In, Page>,
  input: Omit<In, 'after'>,
  read: (page: Page) => Paged<Row>,
  options: { when?: boolean } = {},
) {
  const asked = useInfiniteQuery({
    queryKey: [...askKey(op), input, 'pages'],
    queryFn: ({ pageParam }) => op({ ...input, ...(pageParam === null ? {} : { after: pageParam }) } as unknown as In),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => read(page).next ?? null,
    placeholderData: keepPreviousData,
    enabled: options.when ?? true,
  })
  const pages = asked.data?.pages
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is a pure reader written in place
  const rows = useMemo(() => (pages ?? []).flatMap((p) => read(p).rows), [pages])
  const first = pages?.[0]
  return {
    rows,
    total: (first === undefined ? null : read(first).total) ?? null,
    hasMore: asked.hasNextPage,
    more: () => {
      if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage()
    },
    loadingMore: asked.isFetchingNextPage,
    state: asked.isError && !pages ? ('error' as const) : pages ? ('ready' as const) : ('loading' as const),
    error: asked.error,
    retry: () => void asked.refetch(),
  }
}

export interface DoOptions<In, Out> {
  /** What the toast says when it is done; nothing is said without it. */
  says?: string | ((answer: Out, input: In) => string)
  /** Takes it back; adds Undo to the toast. */
  undo?: (answer: Out, input: In) => unknown
  /** Shows the result before the server answers; return how to put things back if it says no. */
  optimistic?: (input: In) => (() => void) | undefined
  /** Operations to ask again; everything that is on the page when left out. */
  touches?: readonly Op<never, unknown>[]
  onDone?: (answer: Out, input: In) => unknown
  /** Problems are shown as a toast unless the caller shows them itself. */
  quiet?: boolean
}

/** `const move = useDo(client.moveOpportunity, { says: 'Moved', undo: … })`, then `move.mutate(input)`. */
export function useDo<In, Out>(
  op: Op<In, Out>,
  options: DoOptions<In, Out> = {},
): UseMutationResult<Out, Error, In, (() => void) | undefined> {
  const cache = useQueryClient()
  const refresh = () =>
    options.touches
      ? Promise.all(options.touches.map((t) => cache.invalidateQueries({ queryKey: [nameOf(t)] })))
      : cache.invalidateQueries()
  return useMutation<Out, Error, In, (() => void) | undefined>({
    mutationFn: (input) => op(input),
    onMutate: (input) => options.optimistic?.(input) ?? undefined,
    onError: (error, _input, putBack) => {
      putBack?.()
      // Who changed the same is shown where it was written.
      if (!options.quiet && conflictsIn(error).length === 0) toastProblem(error)
    },
    onSuccess: (answer, input) => {
      const { says, undo } = options
      if (says !== undefined) {
        toast(typeof says === 'string' ? says : says(answer, input), {
          ...(undo
            ? {
                undo: async () => {
                  await undo(answer, input)
                  await refresh()
                },
              }
            : {}),
        })
      }
      options.onDone?.(answer, input)
    },
    onSettled: () => void refresh(),
  })
}

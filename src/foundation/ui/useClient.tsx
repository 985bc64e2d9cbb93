/** How does a screen reach the operations of its contract? `const api = useClient(needs)`; how a request travels is given once, at the top. */
import { createContext, type ReactNode, useContext } from 'react'
import { changeSetOf, client, type Send } from '#foundation/contract/client.ts'
import type { Client, Operations } from '#foundation/contract/operation.ts'
import { nameOps, type Op, useDo } from './useAsk.ts'

interface Way {
  send: Send
  takeBack: (changeSetId: string) => Promise<unknown>
}
const WayContext = createContext<Way | null>(null)

/** Stands once around the whole app. */
export function ClientProvider({ send, takeBack, children }: Way & { children: ReactNode }) {
  return <WayContext.Provider value={{ send, takeBack }}>{children}</WayContext.Provider>
}

const clients = new WeakMap<Send, WeakMap<Operations, unknown>>()

/** The typed operations of a contract; the same object every time, so that answers are cached by it. */
export function useClient<O extends Operations>(contract: O): Client<O> {
  const way = useWay()
  const ofSend = clients.get(way.send) ?? new WeakMap<Operations, unknown>()
  clients.set(way.send, ofSend)
  const known = ofSend.get(contract) as Client<O> | undefined
  if (known) return known
  const fresh = client(contract, way.send)
  nameOps(fresh as Readonly<Record<string, object>>, contract)
  ofSend.set(contract, fresh)
  return fresh
}

/**
 * An operation that writes: says what was done, and offers to take it back.
 * @param optimistic shows the result before the server answers; returns how to put things back if it says no
 */
export function useChange<In, Out>(
  op: Op<In, Out>,
  says: string | ((answer: Out, input: In) => string),
  onDone?: (answer: Out, input: In) => unknown,
  optimistic?: (input: In) => (() => void) | undefined,
) {
  const { takeBack } = useWay()
  return useDo(op, {
    says,
    undo: async (answer) => {
      const changeSetId = changeSetOf(answer)
      if (changeSetId) await takeBack(changeSetId)
    },
    ...(onDone ? { onDone } : {}),
    ...(optimistic ? { optimistic } : {}),
  })
}

function useWay(): Way {
  const way = useContext(WayContext)
  if (!way) throw new Error('A screen that asks the server stands inside ClientProvider')
  return way
}

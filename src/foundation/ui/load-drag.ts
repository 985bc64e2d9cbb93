/** Where does dragging come from? Loaded after the cards can be read: nobody drags in the first moment. */
type Drag = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter')

let loading: Promise<Drag> | undefined

/** Calls `wire` once dragging is there; the returned function undoes it, or prevents it. */
export function withDrag(wire: (drag: Drag) => () => void): () => void {
  loading ??= import('@atlaskit/pragmatic-drag-and-drop/element/adapter')
  let undo: (() => void) | undefined
  let gone = false
  // Without it the menu and the keys still move cards.
  loading.then(
    (drag) => {
      if (!gone) undo = wire(drag)
    },
    () => undefined,
  )
  return () => {
    gone = true
    undo?.()
  }
}

/** How does everything that floats over the page look? */

export const veilLook =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0'
/** A popover element: the browser's own margin and place are taken off. */
export const listLook =
  'fixed inset-auto m-0 max-w-[calc(100vw-1rem)] list-none overflow-y-auto overscroll-contain rounded-md border border-line bg-raised p-1 text-13 text-ink shadow-float outline-none'
export const itemLook =
  'flex min-h-(--row) w-full cursor-default items-center gap-2 rounded-sm px-2 py-1 text-left outline-none select-none'

/** What belongs beside the page for a moment? From the right on a desk, from below on a phone. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { veilLook } from './floating-looks.ts'
import { IconButton } from './IconButton.tsx'

export interface SheetProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  actions?: ReactNode
}

export function SheetBody({ open, onClose, title, children, actions }: SheetProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={veilLook} />
        <Base.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-md border border-line bg-surface pb-[env(safe-area-inset-bottom)] text-ink shadow-float transition-transform duration-180 ease-out data-ending-style:translate-y-full data-starting-style:translate-y-full sm:inset-y-0 sm:left-auto sm:max-h-none sm:w-[26rem] sm:rounded-none sm:border-y-0 sm:border-r-0 sm:data-ending-style:translate-x-full sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-full sm:data-starting-style:translate-y-0">
          <header className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-5">
            <Base.Title className="m-0 min-w-0 flex-1 truncate text-14 font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label="Close" />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {actions && <footer className="flex flex-wrap gap-2 border-t border-line px-5 py-3">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

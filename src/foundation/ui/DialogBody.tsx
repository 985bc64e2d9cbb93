/** What must be settled before going on? Asked in the middle, over everything; Escape leaves. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { veilLook } from './floating-looks.ts'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** One sentence under the title. */
  says?: string
  children?: ReactNode
  /** Buttons, the main one last. */
  actions?: ReactNode
  size?: 'normal' | 'wide'
}

export function DialogBody({ open, onClose, title, says, children, actions, size = 'normal' }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={veilLook} />
        <Base.Popup
          className={`fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[88dvh] w-full flex-col rounded-t-md border border-line bg-raised text-ink shadow-float transition-[opacity,translate] duration-150 ease-out data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 sm:bottom-auto sm:top-[14dvh] sm:max-h-[72dvh] sm:rounded-md ${
            size === 'wide' ? 'sm:max-w-[44rem]' : 'sm:max-w-[30rem]'
          }`}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="m-0 text-16 font-semibold text-ink">{title}</Base.Title>
              {says && <Base.Description className="m-0 mt-1 text-13 text-soft">{says}</Base.Description>}
            </div>
            <Base.Close render={<IconButton icon={X} label="Close" className="-mt-1 -mr-2" />} />
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-4">{children}</div>}
          {actions && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

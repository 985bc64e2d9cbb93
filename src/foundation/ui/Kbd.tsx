/** Which keys? Drawn as caps. */
import { keyCaps } from './match-shortcut.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)

export function Kbd({ keys, className = '' }: { keys: string; className?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 text-12 text-faint ${className}`}>
      {keyCaps(keys, isMac).map((cap, i) =>
        cap === 'then' && i > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: caps never move
          <span key={i}>then</span>
        ) : (
          <kbd
            // biome-ignore lint/suspicious/noArrayIndexKey: caps never move
            key={i}
            className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-raised px-1 font-sans text-12 text-soft"
          >
            {cap}
          </kbd>
        ),
      )}
    </span>
  )
}

/** What went wrong, where, and what now? */
import { CircleAlert, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { readProblem } from './read-problem.ts'

export interface ErrorStateProps {
  /** Whatever was thrown; a problem (RFC 9457) tells its own title and detail. */
  error?: unknown
  /** In place of the title: what could not be done. */
  what?: string
  onRetry?: () => void
  /** Another way out: a link, a second button. */
  children?: ReactNode
}

export function ErrorState({ error, what, onRetry, children }: ErrorStateProps) {
  const problem = readProblem(error)
  return (
    <div role="alert" className="flex max-w-reading items-start gap-3 rounded-md border border-line bg-canvas p-4">
      <CircleAlert size={18} aria-hidden className="mt-px shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="m-0 text-14 font-medium text-ink">{what ?? problem.title}</p>
        <p className="m-0 mt-0.5 wrap-anywhere text-13 text-soft">{problem.detail}</p>
        {(onRetry || children) && (
          <div className="mt-3 flex flex-wrap gap-2">
            {onRetry && (
              <Button icon={RefreshCw} onClick={onRetry}>
                Try again
              </Button>
            )}
            {children}
          </div>
        )}
      </div>
    </div>
  )
}

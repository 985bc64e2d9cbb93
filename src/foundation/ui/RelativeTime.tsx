/** When was, or will this be? Relative within a week, then plain; the whole truth on hover. */
import { relateDay, relateTime, wholeMoment } from './relate-time.ts'
import { useNow } from './useNow.ts'

export interface RelativeTimeProps {
  /** An ISO moment, or a day as YYYY-MM-DD. */
  at: string
  className?: string
}

export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow()
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at)
  const moment = new Date(isDay ? `${at}T12:00:00` : at)
  return (
    <time dateTime={at} title={isDay ? undefined : wholeMoment(moment)} className={className}>
      {isDay ? relateDay(at, now) : relateTime(moment, now)}
    </time>
  )
}

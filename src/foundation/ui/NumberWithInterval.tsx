/** How large is it, and how much does the number know? The interval behind it, n beside it; thin data steps back. */
import { countOf, formatAs, type NumberForm } from './format-number.ts'
import { placeInterval } from './place-interval.ts'

export interface NumberWithIntervalProps {
  value: number
  low: number
  high: number
  /** How many observations it rests on. */
  n: number
  form?: NumberForm
  /** For money, whose numbers are integer minor units. */
  currency?: string
  /** The scale of the bar; a share's is 0..1. */
  min?: number
  max?: number
  /** Below this many observations the number is only the base rate. 30: a share's 95 % interval is then still ±18 points. */
  enough?: number
  unit?: string
  units?: string
  /** Said before the number to screen readers. */
  label?: string
  onOpen?: () => void
  size?: 'normal' | 'large'
}

export function NumberWithInterval(props: NumberWithIntervalProps) {
  const {
    value,
    low,
    high,
    n,
    form = 'number',
    currency,
    enough = 30,
    unit = 'case',
    units,
    label,
    onOpen,
    size = 'normal',
  } = props
  const { min = form === 'share' ? 0 : Math.min(0, low), max = form === 'share' ? 1 : high * 1.15 } = props
  const thin = n < enough
  const place = placeInterval({ value, low, high, min, max })
  const say = (x: number) => formatAs(x, form, currency)
  const whole = `${say(low)} to ${say(high)}, from ${countOf(n, unit, units ?? `${unit}s`)}${thin ? ': too few, this is the base rate' : ''}`
  const inside = (
    <>
      {label && <span className="sr-only">{label}: </span>}
      <span
        className={`num flex items-baseline gap-1.5 ${size === 'large' ? 'text-28 tracking-tight' : 'text-13'} ${thin ? 'text-faint' : 'font-medium text-ink'}`}
      >
        {say(value)}
        <span className="text-12 font-normal tracking-normal text-faint">{thin ? `base rate, n ${n}` : `n ${n}`}</span>
      </span>
      <span
        aria-hidden
        className={`relative block w-full rounded-full bg-line/70 ${size === 'large' ? 'mt-1.5 h-1.5' : 'mt-0.5 h-1'}`}
      >
        <span
          className={`absolute inset-y-0 rounded-full ${thin ? 'bg-edge/50' : 'bg-accent/35'}`}
          style={{ left: `${place.left}%`, width: `${place.width}%` }}
        />
        <span
          className={`absolute -inset-y-px w-0.5 -translate-x-1/2 rounded-full ${thin ? 'bg-faint' : 'bg-accent'}`}
          style={{ left: `${place.at}%` }}
        />
      </span>
      <span className="sr-only">, {whole}</span>
    </>
  )
  const look = 'inline-flex min-w-28 flex-col justify-center text-left'
  return onOpen ? (
    <button type="button" title={whole} onClick={onOpen} className={`${look} -m-1 rounded-sm p-1 hover:bg-hover`}>
      {inside}
    </button>
  ) : (
    <span title={whole} className={look}>
      {inside}
    </span>
  )
}

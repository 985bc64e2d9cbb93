/** Which way is it going? One line, its first and last value written at its ends. */
import { formatAs, type NumberForm } from './format-number.ts'

export interface SparklineProps {
  /** The question it answers. */
  title: string
  points: readonly number[]
  /** What stands under the ends: "Jan", "Nov". */
  from: string
  to: string
  form?: NumberForm
  currency?: string
}

export function Sparkline({ title, points, from, to, form = 'number', currency }: SparklineProps) {
  const [low, high] = [Math.min(...points, 0), Math.max(...points)]
  const x = (i: number) => (points.length > 1 ? (i / (points.length - 1)) * 200 : 100)
  const y = (v: number) => (high > low ? 38 - ((v - low) / (high - low)) * 34 : 20)
  const [first = 0, last = 0] = [points[0], points[points.length - 1]]
  const say = (v: number) => formatAs(v, form, currency)
  return (
    <figure className="m-0 max-w-64">
      <figcaption className="mb-1 text-13 font-medium text-ink">{title}</figcaption>
      <svg
        viewBox="-4 0 208 42"
        className="block w-full overflow-visible"
        role="img"
        aria-label={`From ${say(first)} in ${from} to ${say(last)} in ${to}`}
      >
        <path d={`M0 38H200`} className="stroke-line" strokeWidth="1" />
        <path
          d={points.map((v, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(v).toFixed(1)}`).join('')}
          className="fill-none stroke-accent"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <circle cx={x(points.length - 1)} cy={y(last)} r="3" className="fill-accent" />
      </svg>
      <div aria-hidden className="num mt-1 flex justify-between text-12 text-faint">
        <span>
          {from} {say(first)}
        </span>
        <span className="font-medium text-ink">
          {to} {say(last)}
        </span>
      </div>
    </figure>
  )
}

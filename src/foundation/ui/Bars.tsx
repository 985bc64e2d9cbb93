/** Which is larger? A handful of bars, each with its name and number beside it. */
import { formatAs, type NumberForm } from './format-number.ts'
import { Link } from './Link.tsx'

export interface BarsProps {
  /** The question it answers. */
  title: string
  bars: readonly { id: string; label: string; value: number; says?: string; href?: string }[]
  form?: NumberForm
  currency?: string
}

export function Bars({ title, bars, form = 'number', currency }: BarsProps) {
  const most = Math.max(...bars.map((b) => b.value), 0)
  return (
    <figure className="m-0">
      <figcaption className="mb-2 text-13 font-medium text-ink">{title}</figcaption>
      <table className="w-full border-collapse text-13">
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.id}>
              <th scope="row" className="w-[44%] py-1 pr-3 text-left align-baseline font-normal text-soft">
                {bar.href ? <Link href={bar.href}>{bar.label}</Link> : bar.label}
              </th>
              <td className="py-1">
                <span className="flex items-center gap-2">
                  <span
                    aria-hidden
                    className="block h-3 min-w-px rounded-[2px] bg-accent/70"
                    style={{ width: `${most > 0 ? (bar.value / most) * 70 : 0}%` }}
                  />
                  <span className="num text-ink">{formatAs(bar.value, form, currency)}</span>
                  {bar.says && <span className="truncate text-12 text-faint">{bar.says}</span>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** What does one operation take, answer and refuse, and how is it asked? */
import { useState } from 'react'
import { CodeExample } from './CodeExample.tsx'
import type { Entry } from './read-description.ts'
import { TryIt } from './TryIt.tsx'

export function OperationEntry({ entry }: { entry: Entry }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="border-t border-line py-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="grid cursor-pointer grid-cols-[4rem_minmax(0,1fr)] gap-x-3 rounded-sm py-1">
        <code className="text-12 font-semibold text-accent-deep">{entry.method}</code>
        <code className="text-13 wrap-anywhere text-ink">{entry.path}</code>
        <span className="col-start-2 text-13 text-soft">{entry.summary}</span>
      </summary>
      {isOpen && (
        <div className="flex flex-col gap-3 pt-2 pb-3 sm:pl-[4.75rem]">
          <p className="m-0 text-12 text-soft">
            May ask: {entry.role} or above, a token with <code className="text-ink">{entry.scope}</code>. Answers: {entry.answers}
            .
          </p>
          {entry.inputs.length > 0 && <Inputs entry={entry} />}
          <CodeExample says={`${entry.method} ${entry.path}`} curl={entry.curl} typescript={entry.fetch} />
          <ul className="m-0 list-none p-0 text-12 text-soft">
            {entry.refusals.map(({ status, says }) => (
              <li key={status} className="py-0.5">
                <code className="text-ink">{status}</code> {says}
              </li>
            ))}
          </ul>
          {entry.method === 'GET' && <TryIt entry={entry} />}
        </div>
      )}
    </details>
  )
}

function Inputs({ entry }: { entry: Entry }) {
  return (
    <table className="w-full border-collapse text-left text-12">
      <thead>
        <tr className="text-faint">
          <th className="py-1 pr-3 font-medium">Input</th>
          <th className="py-1 pr-3 font-medium">In</th>
          <th className="py-1 font-medium">Is</th>
        </tr>
      </thead>
      <tbody>
        {entry.inputs.map((input) => (
          <tr key={input.name} className="border-t border-line align-top">
            <td className="py-1 pr-3">
              <code className="text-ink">{input.name}</code>
              {input.required && <span className="text-faint"> needed</span>}
            </td>
            <td className="py-1 pr-3 text-soft">{input.place}</td>
            <td className="py-1 wrap-anywhere text-soft">{[input.says, input.kind].filter(Boolean).join(': ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What may the token ask? Everything I may, or per part of Rapport nothing, read, or read and write. */
import { Select } from '#foundation/ui/Select.tsx'
import { Switch } from '#foundation/ui/Switch.tsx'
import { useAsk } from '#foundation/ui/useAsk.ts'
import { useClient } from '#foundation/ui/useClient.tsx'
import { members } from '../contract.ts'

export interface ScopesFieldProps {
  /** Null: everything. */
  value: readonly string[] | null
  onChange: (scopes: string[] | null) => void
  error?: string | undefined
}
const levels = [
  { value: 'none', label: 'Nothing' },
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Read and write' },
]

export function ScopesField({ value, onChange, error }: ScopesFieldProps) {
  const asked = useAsk(useClient(members).scopes, {}, { staleMs: 600_000 })
  const offered = (asked.data ?? []).map((one) => one.scope)
  const parts = [...new Set(offered.map((scope) => scope.split(':')[0] ?? ''))]
  const levelOf = (part: string) =>
    value?.includes(`${part}:write`) ? 'write' : value?.includes(`${part}:read`) ? 'read' : 'none'
  const set = (part: string, level: string) => {
    const wanted = level === 'write' ? [`${part}:read`, `${part}:write`] : level === 'read' ? [`${part}:read`] : []
    const others = (value ?? []).filter((scope) => !scope.startsWith(`${part}:`))
    onChange([...others, ...wanted.filter((scope) => offered.includes(scope))])
  }
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 text-13 font-medium text-ink">What it may ask</legend>
      <Switch label="Everything I may" checked={value === null} onChange={(all) => onChange(all ? null : [])} />
      {value !== null && (
        <ul className="m-0 mt-1 max-h-64 list-none divide-y divide-line overflow-y-auto border-t border-line p-0">
          {parts.map((part) => (
            <li key={part} className="flex min-h-(--row) items-center justify-between gap-3 py-1">
              <span className="text-13 text-ink first-letter:uppercase">{part}</span>
              <Select
                hideLabel
                required
                label={part}
                className="w-40"
                value={levelOf(part)}
                onChange={(level) => set(part, level)}
                choices={levels.filter((level) => level.value === 'none' || offered.includes(`${part}:${level.value}`))}
              />
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className="m-0 mt-1 text-12 text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** Scopes in a few words: "everything", or "accounts, people (read)". */
export function sayScopes(scopes: readonly string[] | null): string {
  if (!scopes) return 'everything'
  const parts = [...new Set(scopes.map((scope) => scope.split(':')[0] ?? ''))]
  const words = parts.map((part) => (scopes.includes(`${part}:write`) ? part : `${part} (read)`))
  return words.length > 4 ? `${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : words.join(', ')
}

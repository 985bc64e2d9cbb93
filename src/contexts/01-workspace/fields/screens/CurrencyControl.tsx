/** In which currency are the amounts of a field? Three letters, always large. */
import { TextField } from '#foundation/ui/TextField.tsx'

interface CurrencyControlProps {
  value: string | undefined
  error: string | undefined
  help: string
  onChange: (currency: string) => void
}

export function CurrencyControl({ value, error, help, onChange }: CurrencyControlProps) {
  return (
    <TextField
      label="Currency"
      required
      value={value ?? ''}
      onChange={(typed) => onChange(typed.toUpperCase())}
      error={error}
      help={help}
      maxLength={3}
      autoComplete="off"
    />
  )
}

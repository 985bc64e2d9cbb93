/** Where is what is shown this once: a secret, a link? In a field, with a button that copies it. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './Button.tsx'
import { TextField } from './TextField.tsx'

export function OnceShown({ label, value, help }: { label: string; value: string; help?: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="flex items-start gap-2">
      <TextField
        label={label}
        help={help ?? 'It is shown this once. Copy it now.'}
        className="flex-1"
        readOnly
        value={value}
        onChange={() => undefined}
        onFocus={(event) => event.target.select()}
      />
      <div className="pt-6">
        <Button icon={isCopied ? Check : Copy} onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  )
}

/** Where is the secret that is shown this once? In a field, with a button that copies it. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { TextField } from '#foundation/ui/TextField.tsx'

export function SecretShown({ secret }: { secret: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <div className="flex items-start gap-2">
      <TextField
        label="Secret"
        help="It is shown this once. The other program checks with it that a message came from here."
        className="flex-1"
        readOnly
        value={secret}
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

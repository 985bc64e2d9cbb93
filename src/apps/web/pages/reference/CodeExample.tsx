/** How is it asked, from a shell or from TypeScript? Each as it can be run. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#foundation/ui/Button.tsx'
import { Tabs } from '#foundation/ui/Tabs.tsx'

const kinds = [
  { value: 'curl', label: 'curl' },
  { value: 'typescript', label: 'TypeScript' },
]

export function CodeExample({ says, curl, typescript }: { says: string; curl: string; typescript: string }) {
  const [kind, setKind] = useState('curl')
  const text = kind === 'curl' ? curl : typescript
  return (
    <div>
      <div className="mb-1.5 flex items-center justify-between gap-3">
        <Tabs label={`Example of ${says} in`} value={kind} onChange={setKind} tabs={kinds} />
        <CopyButton text={text} />
      </div>
      <CodeBlock text={text} label={`${kind === 'curl' ? 'curl' : 'TypeScript'}: ${says}`} />
    </div>
  )
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  const isCopied = copied === text
  return (
    <Button look="quiet" icon={isCopied ? Check : Copy} onClick={() => void copy()}>
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  )
}

/** Text of programs, in a region that scrolls by keyboard too. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className="max-h-96 overflow-auto rounded-md bg-sunken p-3"
    >
      <pre className="m-0 text-12 text-ink">{text}</pre>
    </section>
  )
}

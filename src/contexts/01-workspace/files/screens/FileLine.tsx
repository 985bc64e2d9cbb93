/** Which file is it, how large, from whom, and how is it saved or taken away? */
import { Paperclip } from 'lucide-react'
import type { z } from 'zod'
import { formatBytes } from '#foundation/ui/format-number.ts'
import { linkLooks } from '#foundation/ui/Link.tsx'
import { Menu } from '#foundation/ui/Menu.tsx'
import { RelativeTime } from '#foundation/ui/RelativeTime.tsx'
import { useChange, useClient } from '#foundation/ui/useClient.tsx'
import { type FileShown, files } from '../contract.ts'

export function FileLine({ file }: { file: z.output<typeof FileShown> }) {
  const detach = useChange(useClient(files).detach, `Took ${file.name} away`)
  const content = `/api/files/${file.fileId}/content`
  return (
    <li className="flex items-start gap-2.5 border-t border-line py-2 first:border-t-0">
      <Paperclip size={16} aria-hidden className="mt-1 shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <a href={content} download className={`${linkLooks.quiet} inline-block text-14 font-medium wrap-anywhere`}>
          {file.name}
        </a>
        <p className="m-0 flex flex-wrap gap-x-3 text-12 text-faint">
          <span className="num">{formatBytes(file.byteCount)}</span>
          {file.addedByName && <span>{file.addedByName}</span>}
          <RelativeTime at={file.createdAt} />
        </p>
      </div>
      <span className="-my-1 shrink-0" data-print="no">
        <Menu
          label={`More for: ${file.name}`}
          items={[{ id: 'remove', label: 'Take away', danger: true, run: () => detach.mutate({ id: file.id }) }]}
        />
      </span>
    </li>
  )
}

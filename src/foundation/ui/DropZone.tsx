/** What shall come in? Files and folders, dropped or chosen, each with its own progress. */
import { CircleAlert, CircleCheck, FileText, FolderOpen, Upload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { dress } from './dress.ts'
import { formatBytes } from './format-number.ts'
import { Progress } from './Progress.tsx'
import { type DroppedFile, readDropped, readPicked } from './read-dropped.ts'

export interface FileLine {
  id: string
  name: string
  /** Bytes. */
  size: number
  /** 0..1 */
  done: number
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** What came of it, or what failed. */
  says?: string
}

export interface DropZoneProps {
  onFiles: (files: DroppedFile[]) => void
  /** As in an input: ".mbox,.eml,.csv". */
  accept?: string
  /** What may be dropped, in a sentence. */
  says?: string
  files?: readonly FileLine[]
  busy?: boolean
}

export function DropZone({ onFiles, accept, says, files = [], busy }: DropZoneProps) {
  const [over, setOver] = useState(false)
  const [reading, setReading] = useState(false)
  const filePicker = useRef<HTMLInputElement>(null)
  const folderPicker = useRef<HTMLInputElement>(null)
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    setReading(true)
    // The list of dropped things is emptied when this handler returns, so it is read at once.
    const found = await readDropped(event.dataTransfer)
    setReading(false)
    if (found.length > 0) onFiles(found)
  }
  const picked = (input: HTMLInputElement) => {
    const found = readPicked(input.files)
    input.value = ''
    if (found.length > 0) onFiles(found)
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the buttons inside are everyone's */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => {
          if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
        }}
        onDrop={(event) => void drop(event)}
        className={dress(
          'flex flex-col items-start gap-3 rounded-md border border-dashed px-5 py-6 transition-colors sm:flex-row sm:items-center',
          over ? 'border-accent bg-accent-wash' : 'border-edge bg-canvas',
        )}
      >
        <Upload size={22} strokeWidth={1.5} aria-hidden className={over ? 'text-accent' : 'text-faint'} />
        <div className="min-w-0 flex-1">
          <p className="m-0 text-14 font-medium text-ink">
            {over ? 'Let go to bring it in' : reading ? 'Reading what was dropped' : 'Drop files or a folder here'}
          </p>
          {says && <p className="m-0 text-13 text-faint">{says}</p>}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button icon={FileText} onClick={() => filePicker.current?.click()} busy={busy ?? false}>
            Choose files
          </Button>
          <Button icon={FolderOpen} onClick={() => folderPicker.current?.click()} busy={busy ?? false}>
            Choose a folder
          </Button>
        </div>
        <input
          ref={filePicker}
          type="file"
          multiple
          accept={accept}
          hidden
          aria-label="Files"
          onChange={(event) => picked(event.target)}
        />
        <input
          ref={folderPicker}
          type="file"
          multiple
          hidden
          aria-label="Folder"
          {...{ webkitdirectory: '' }}
          onChange={(event) => picked(event.target)}
        />
      </div>
      {files.length > 0 && (
        <ul className="m-0 mt-3 list-none p-0">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 sm:flex-nowrap">
              <span className="flex min-w-0 flex-1 basis-full items-center gap-2 sm:basis-0">
                {file.state === 'failed' ? (
                  <CircleAlert size={16} aria-hidden className="shrink-0 text-bad" />
                ) : file.state === 'done' ? (
                  <CircleCheck size={16} aria-hidden className="shrink-0 text-good" />
                ) : (
                  <FileText size={16} aria-hidden className="shrink-0 text-faint" />
                )}
                <span className="min-w-0 truncate text-13 text-ink" title={file.name}>
                  {file.name}
                </span>
                <span className="num shrink-0 text-12 text-faint">{formatBytes(file.size)}</span>
              </span>
              <span className="min-w-0 flex-1">
                {file.state === 'sending' ? (
                  <Progress done={file.done} label={`Sending ${file.name}`} />
                ) : (
                  <span className={`text-12 ${file.state === 'failed' ? 'text-bad' : 'text-soft'}`}>
                    {file.says ?? { waiting: 'Waiting', done: 'Done', failed: 'Failed' }[file.state]}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

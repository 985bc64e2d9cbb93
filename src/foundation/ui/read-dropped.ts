/** Which files are in what was dropped, folders within folders included? */

export interface DroppedFile {
  file: File
  /** With its folders: "archive/2026/inbox.mbox". */
  path: string
}

/** Finder and Explorer leave these everywhere; nobody means them. */
const isLitter = (name: string): boolean => /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(name)

export async function readDropped(dropped: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (entries.length === 0) return [...dropped.files].map((file) => ({ file, path: file.name }))
  return (await Promise.all(entries.map(filesIn))).flat()
}

export const readPicked = (files: FileList | null): DroppedFile[] =>
  [...(files ?? [])].filter((f) => !isLitter(f.name)).map((file) => ({ file, path: file.webkitRelativePath || file.name }))

async function filesIn(entry: FileSystemEntry): Promise<DroppedFile[]> {
  if (isLitter(entry.name)) return []
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: DroppedFile[] = []
  // A folder is handed out in portions of about a hundred; an empty portion is the end.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (portion.length === 0) return found
    for (const inner of portion) found.push(...(await filesIn(inner)))
  }
}

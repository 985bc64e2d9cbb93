/** What was written down, laid aside, said and done about a record? */
import { NoteSection } from '#customers/notes/screens/NoteSection.tsx'
import { Section } from '#foundation/ui/RecordPage.tsx'
import { TimeLine } from '#foundation/ui/TimeLine.tsx'
import { FileSection } from '#workspace/files/screens/FileSection.tsx'
import { sendFile } from '../../send-file.ts'
import type { KeptProps } from './kept-props.ts'
import { useHappened } from './useHappened.ts'

export function KeptBody({ about, threads, meetings, says, none }: KeptProps) {
  const happened = useHappened(about, threads ?? [], says, meetings)
  return (
    <>
      <NoteSection about={about} />
      <FileSection about={about} send={sendFile} />
      <Section title="What was said and done" {...(happened.length ? { note: happened.length } : {})}>
        {threads && happened.length === 0 && <p className="m-0 text-13 text-faint">{none}</p>}
        <TimeLine entries={happened} />
      </Section>
    </>
  )
}

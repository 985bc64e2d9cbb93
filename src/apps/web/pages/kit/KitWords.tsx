/** How do the customer's own words look? */
import { useState } from 'react'
import { EvidenceMark } from '#foundation/ui/EvidenceMark.tsx'
import { HighlightedText } from '#foundation/ui/HighlightedText.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import { Both, Sample } from './Both.tsx'
import { kinds, mail, mailDims, mailSpans } from './sample.ts'

const long = `${mail.slice(9, 520).replace(/\n+/g, ' ')} And so on, for quite a while longer than anybody would want to read in a list of other quotes.`

const ours = 'Hi Dana,\n\nthe list of locations arrived, thank you. I will send the data processing agreement by Friday.\n\nTom'
const ourPromise = 'I will send the data processing agreement by Friday.'
const ourStart = ours.indexOf(ourPromise)
const ourSpans = [
  { id: 'p', start: ourStart, end: ourStart + ourPromise.length, kind: kinds.promise, says: 'Tom sends the agreement by Friday' },
]

export function KitWords() {
  const [lit, setLit] = useState<string | null>(null)
  return (
    <>
      <Sample title="Quote" note="Serif, a thin mark at the left; who, when, where under it. Shortened only with an ellipsis.">
        <Both>
          <div className="flex flex-col gap-6">
            <Quote
              text="Single sign-on through Entra is a must for us, IT will not let anything in without it."
              who="Dana Weber"
              when={new Date(Date.now() - 2 * 86_400_000).toISOString()}
              where="Re: Offer and next steps"
              kind={kinds.need}
              onOpen={() => toast('Opened in its message')}
            />
            <Quote
              text={long}
              who="Dana Weber"
              when="2025-03-12T09:00:00Z"
              where="Call on implementation"
              max={160}
              onOpen={() => toast('Opened')}
            />
            <Quote
              size="small"
              text="Wir brauchen das vor der Heizperiode, sonst hat es keinen Sinn."
              who="Ingrid Solheim"
              kind={kinds.implied}
            />
          </div>
        </Both>
      </Sample>
      <Sample title="Kinds of evidence" note="Hue, icon and word.">
        <Both>
          <div className="flex flex-col gap-3">
            <div className="flex flex-wrap gap-x-4 gap-y-2">
              {Object.values(kinds).map((kind) => (
                <EvidenceMark key={kind.word} kind={kind} />
              ))}
            </div>
            <div className="flex flex-wrap gap-2">
              {Object.values(kinds).map((kind) => (
                <EvidenceMark key={kind.word} kind={kind} look="washed" />
              ))}
            </div>
          </div>
        </Both>
      </Sample>
      <Sample
        title="Highlighted text"
        note="As stored, by offsets. Two spans may share words; each has its own mark after it. Signature and quoted mail are folded."
      >
        <div className="grid gap-10 lg:grid-cols-2">
          <HighlightedText
            text={mail}
            spans={mailSpans}
            dims={mailDims}
            litId={lit}
            onOpen={(id) => {
              setLit(id)
              toast(`Opened: ${mailSpans.find((s) => s.id === id)?.says}`)
            }}
          />
          <div>
            <p className="m-0 mb-2 text-12 text-faint">Our own side of the conversation, in the sans</p>
            <HighlightedText voice="ours" text={ours} spans={ourSpans} />
          </div>
        </div>
      </Sample>
    </>
  )
}

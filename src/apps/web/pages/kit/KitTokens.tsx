/** Of which sizes and colours is everything made? */
import { Both, Sample } from './Both.tsx'

const sizes = [
  ['text-28', '28', 'Titles of records'],
  ['text-20', '20', 'Titles of pages'],
  ['text-16', '16', 'Reading'],
  ['text-14', '14', 'Heads of sections'],
  ['text-13', '13', 'The interface'],
  ['text-12', '12', 'Notes and labels'],
] as const
const grounds = ['bg-canvas', 'bg-surface', 'bg-raised', 'bg-sunken', 'bg-hover', 'bg-line', 'bg-edge'] as const
const inks = [
  'text-ink',
  'text-soft',
  'text-faint',
  'text-accent',
  'text-accent-deep',
  'text-good',
  'text-warn',
  'text-bad',
] as const
const hues = [
  ['rose', 'bg-rose-wash text-rose'],
  ['ochre', 'bg-ochre-wash text-ochre'],
  ['moss', 'bg-moss-wash text-moss'],
  ['lagoon', 'bg-lagoon-wash text-lagoon'],
  ['sky', 'bg-sky-wash text-sky'],
  ['plum', 'bg-plum-wash text-plum'],
  ['accent', 'bg-accent-wash text-accent-deep'],
  ['good', 'bg-good-wash text-good'],
  ['warn', 'bg-warn-wash text-warn'],
  ['bad', 'bg-bad-wash text-bad'],
] as const

export function KitTokens() {
  return (
    <>
      <Sample title="Type" note="The program speaks in Inter, customers in Source Serif.">
        <div className="flex flex-col gap-2">
          {sizes.map(([size, px, use]) => (
            <p key={size} className={`m-0 flex items-baseline gap-4 ${size}`}>
              <span className="num w-8 text-12 text-faint">{px}</span>
              <span>{use}, 1234567890</span>
            </p>
          ))}
          <p className="m-0 flex items-baseline gap-4 font-serif text-16">
            <span className="num w-8 font-sans text-12 text-faint">16</span>
            What the customer said, in their own words
          </p>
        </div>
      </Sample>
      <Sample title="Colour" note="Grounds, inks, states and the six hues of evidence, in both themes.">
        <Both>
          <div className="flex flex-col gap-4">
            <div className="grid grid-cols-4 gap-2 sm:grid-cols-7">
              {grounds.map((ground) => (
                <div key={ground}>
                  <div className={`h-10 rounded-md border border-line ${ground}`} />
                  <span className="text-12 text-faint">{ground.slice(3)}</span>
                </div>
              ))}
            </div>
            <div className="flex flex-wrap gap-x-4 gap-y-1">
              {inks.map((ink) => (
                <span key={ink} className={`text-14 font-medium ${ink}`}>
                  {ink.slice(5)}
                </span>
              ))}
            </div>
            <div className="flex flex-wrap gap-2">
              {hues.map(([name, look]) => (
                <span key={name} className={`rounded-sm px-2 py-1 text-12 font-medium ${look}`}>
                  {name}
                </span>
              ))}
            </div>
          </div>
        </Both>
      </Sample>
    </>
  )
}

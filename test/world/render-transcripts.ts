/** How do the story's calls look as files of a recorder? */
import { people } from './cast.ts'
import type { DatedCall, DatedWorld } from './date-the-world.ts'

export type RenderedCall = { key: string; path: string; text: string }

const clock = (seconds: number) =>
  `${[Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')}.000`

/** When each turn begins and ends, by its length within the call. */
function timesOf(call: DatedCall): { from: number; to: number }[] {
  const lengths = call.turns.map((turn) => turn.text.length + 40)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let at = 4
  return lengths.map((length) => {
    const from = at
    at += Math.max(2, Math.floor((length / whole) * (call.minutes * 60 - 10)))
    return { from, to: at - 1 }
  })
}

function asVtt(call: DatedCall): string {
  const times = timesOf(call)
  const cues = call.turns.map((turn, at) => {
    const time = times[at] ?? { from: 0, to: 0 }
    return `${clock(time.from)} --> ${clock(time.to)}\n<v ${people[turn.speaker].name}>${turn.text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</v>`
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

const asText = (call: DatedCall): string =>
  `[${call.title}, ${call.minutes} minutes]\n\n${call.turns.map((turn) => `${people[turn.speaker].name}: ${turn.text}`).join('\n')}\n`

/** The calls, named as the recorder names them: day and title. */
export function renderTranscripts(world: DatedWorld): RenderedCall[] {
  return world.calls.map((call) => ({
    key: call.key,
    path: `calls/${call.moment.day} ${call.title.replace(/[/:]/g, ',')}.${call.form}`,
    text: call.form === 'vtt' ? asVtt(call) : asText(call),
  }))
}

/** What does the team plan, what has it ticked off, and what did it write down beside the mail? */
import type { NoteOf, PlanOf } from '../story-shape.ts'

/** Each on the day it was written down and, when it was done, on the day it was ticked off. */
export const plans: readonly PlanOf[] = [
  {
    by: 'maud',
    title: 'Take the night boat to Kirkhaven',
    about: { person: 'rhona' },
    due: -122,
    written: { day: -126, time: '08:20' },
    done: { day: -121, time: '15:30' },
    priority: 'high',
  },
  {
    by: 'tomasz',
    title: 'Go through the hand-over list with Jonas, line by line',
    about: { account: 'hollenstedt' },
    due: -93,
    written: { day: -98, time: '10:00' },
    done: { day: -93, time: '17:10' },
  },
  {
    by: 'maud',
    title: 'Write the weekly numbers for the team',
    due: -11,
    clock: '08:30',
    repeats: 'week',
    written: { day: -16, time: '09:05' },
    done: { day: -11, time: '08:50' },
    doneAgain: [
      { day: -6, time: '08:40' },
      { day: -1, time: '08:55' },
    ],
  },
  {
    by: 'maud',
    title: 'Send Rhona the gale as a print, seven days without a hole',
    about: { person: 'rhona' },
    due: -2,
    written: { day: -7, time: '11:15' },
    note: 'A3, framed. She said once that the wheelhouse has one bare wall.',
  },
  {
    by: 'maud',
    title: 'Read the last word on price with Priya before it leaves',
    about: { opportunity: 'opp-clyst-tunnels' },
    due: 0,
    clock: '16:00',
    priority: 'high',
    written: { day: -3, time: '17:40' },
  },
  {
    by: 'maud',
    title: 'Ask Tomasz what is still open at Hollenstedt before the auditor comes',
    about: { person: 'lessing' },
    due: 0,
    written: { day: -2, time: '09:10' },
  },
  {
    by: 'priya',
    title: 'Have Hamish sign the patch policy',
    about: { person: 'graham' },
    due: 1,
    written: { day: -3, time: '12:00' },
  },
  {
    by: 'isla',
    title: 'Measure the cable run on the freight deck of Guillemot',
    about: { opportunity: 'opp-skerrow-freight' },
    due: 1,
    clock: '14:00',
    written: { day: -4, time: '09:30' },
    note: 'Afternoon only. Magnus is between tides from two.',
  },
  {
    by: 'priya',
    title: 'Ask Ian again about Nightline, now that his year has ended',
    about: { opportunity: 'opp-pargeter-nightline' },
    due: 7,
    written: { day: -5, time: '16:20' },
  },
  {
    by: 'maud',
    title: 'Decide what we offer Oude Polder if Ruben stays silent',
    about: { opportunity: 'opp-polder-renewal' },
    due: 10,
    written: { day: -8, time: '18:05' },
  },
  {
    by: 'maud',
    title: 'See Winifred’s two sensors in the wardrobe, and pay for the tea',
    about: { person: 'winifred' },
    due: null,
    priority: 'low',
    written: { day: -9, time: '19:00' },
  },
]

export const noted: readonly NoteOf[] = [
  {
    by: 'maud',
    about: { account: 'skerrow' },
    at: { day: -119, time: '10:15' },
    pinned: true,
    body: `## How to reach them
- **Never ring a bridge under way.** They call back from the quay.
- Magnus: after two, never in the morning. His words.
- Rhona reads every letter herself. Write one rather than three mails.`,
  },
  {
    by: 'isla',
    about: { person: 'callum' },
    at: { day: -66, time: '16:40' },
    body: 'Callum counts what did *not* happen. When I show him a screen I start with the days without a gap, then the numbers.',
  },
  {
    by: 'priya',
    about: { opportunity: 'opp-clyst-tunnels' },
    at: { day: -6, time: '18:10' },
    body: `Who decides what:
1. Pauline Marsh, the price
2. Graham Tull, whether it may stand in a hospital network
3. Bernadette wants it, and says so in every meeting

@Maud Ellery I would like you to read the last word on price with me before it goes.`,
  },
  {
    by: 'priya',
    about: { account: 'oudepolder' },
    at: { day: -46, time: '09:30' },
    body: 'Ruben answers in four words. One question to a mail, at the top. Femke wrote us in with a sentence; nobody else there has ever needed to defend us.',
  },
  {
    by: 'tomasz',
    about: { account: 'hollenstedt' },
    at: { day: -92, time: '18:00' },
    pinned: true,
    body: 'From the hand-over with Jonas: **Sie** throughout, and Dr. Lessing keeps his title. Mehmet knows the measuring room better than all of us. Ask him first.',
  },
  {
    by: 'maud',
    about: { account: 'playhouse' },
    at: { day: -131, time: '17:20' },
    body: 'We lost this one on a light of ours, and we said so. Ottoline thanked us for that. Leave the door open, do not push at it.',
  },
]

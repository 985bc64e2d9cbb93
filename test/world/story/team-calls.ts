/** What did the team say when they went through the list? */
import type { Call } from '../story-shape.ts'

export const teamCalls = [
  {
    key: 'call-team-list',
    title: 'The list, four of us',
    customer: null,
    at: { day: -8, time: '09:00' },
    form: 'vtt',
    minutes: 21,
    script: `
tomasz: The list. Anything overdue, anybody?
priya: Nothing of mine that I know of. Clyst is the big one, the board is on {{day:+4}}.
isla: Pargeter's last two shops go on this week. Then there's only Mardol's fridge, and that isn't ours.
tomasz: Hollenstedt looks well. Audit on {{day:+6}}, then she signs. The four promises on Jonas's list are all done.
maud: And what isn't on the list?
tomasz: Jonas said there was nothing.
maud: He said he went through his mails. I asked about the telephone.
tomasz: I was on that call. I was mostly thinking about my German.
maud: There's a recording of it, isn't there?
tomasz: There is. I'll listen to it this week.
priya: Oude Polder. I've written twice and had nothing. The drying halls were supposed to close on {{day:-15}} and I haven't moved it because it hurts.
isla: Sanne's got four batteries low. She used to answer within the hour.
maud: When does it end?
priya: On {{day:+32}}. I'd like to ring Joost, not Ruben. I think Ruben has decided and hasn't said.
tomasz: Ring Joost. Bring the compressor night, not the price.
priya: And Femke is writing her application. She's a friend, so I'm careful: the estimate has no discount in it.
maud: Good. Skerrow?
isla: Freight deck. Magnus wants it under four and a half thousand, and he wants a buzzer, and the buzzer is the thing that isn't finished.
maud: Then say so.
isla: I said so on the telephone. I'll say it in writing with the drawing.
tomasz: Kev's Nightline is after Ian's year end. Anything else?
maud: One. We've not missed a date with a customer for nine weeks. I'd like to know whether that's true or whether we haven't looked.`,
  },
] as const satisfies readonly Call[]

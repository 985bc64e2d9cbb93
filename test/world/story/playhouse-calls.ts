/** What was said with the theatre? */
import type { Call } from '../story-shape.ts'

export const playhouseCalls = [
  {
    key: 'call-playhouse',
    title: 'Marlbury Playhouse, first call',
    customer: 'playhouse',
    at: { day: -178, time: '10:00' },
    form: 'txt',
    minutes: 26,
    script: `
ottoline: Good morning. I'm told you sell thermometers to bakers and ships.
priya: To bakers and ships, and I hope never the wrong way round.
bram: Morning. It's the middle of the night.
ottoline: Bram, be civilised. Miss Raman, our insurers have written a letter with the word "negligence" in it, twice.
priya: What do they want to see?
ottoline: They want a record of humidity for the piano and the safety curtain, or the premium goes up by nine hundred pounds at renewal.
priya: And what do you want, apart from what they want?
ottoline: I want not to be the director in whose time the curtain fell off. It was painted by a man who was paid in gin. There will not be another.
bram: It sheds. When the heating's on in the day you can find a bit of sky on the floor.
priya: Bits of sky. How often?
bram: Most weeks. I keep them in an envelope.
priya: What does the tuner say about the piano?
bram: Four tunings a run instead of two. He's too polite to send a bill for the swearing.
priya: What must a sensor never do in your house?
bram: Make a noise, trail a wire, or show a light. In that order, no, in the reverse order.
priya: Show a light. Tell me how dark it really gets.
bram: You've never been in one, have you? A proper blackout, you can't find your own nose.
priya: Then I need to check something before I say anything clever.
ottoline: How refreshing. What about the crew on the grid? Bram worries about the heat.
bram: Thirty-eight degrees last year and somebody fainted, sixty feet up, clipped on thank God. There should be a number, and above that number they come down.
priya: That's a good reason all by itself.
ottoline: The decision is mine with the Treasurer's blessing, and the blessing is the difficult part.
priya: What would help with the Treasurer?
ottoline: Nothing helps with Perpetua. Brevity, possibly.
bram: I'll send you the list, what goes where and when we open.
priya: And I'll answer with what we can do and what we can't.`,
  },
] as const satisfies readonly Call[]

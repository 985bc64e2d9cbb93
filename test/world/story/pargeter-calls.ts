/** What was said with the bakers, on the telephone and across a table? */
import type { Call } from '../story-shape.ts'

export const pargeterCalls = [
  {
    key: 'call-pargeter-night',
    title: 'In the night bakery',
    customer: 'pargeter',
    at: { day: -224, time: '22:15' },
    form: 'txt',
    minutes: 46,
    script: `
kev: Mind the rack. So this is line one, that's line two, and that's the door that's going to kill me.
priya: The freezer?
kev: Walk-in. Minus eighteen, or it's meant to be. You load it four times a night, and every time there's a trolley in the doorway.
dele: We have a rule that the door is closed within ninety seconds.
kev: We have a rule and we have a flour bag.
priya: How do you find out when it has been open too long?
kev: By opening a box of croissants and they're sort of leaning on each other.
dele: Two batches since Christmas. That we know about.
priya: Who reads the sheet on the door?
kev: Nobody reads it. The lad on nights writes minus eighteen down the whole column at the start of his shift. I know because I used to do it.
dele: I did not hear that.
kev: You did, Dele, you've always known.
dele: I have always known. That is why I cannot sleep before an audit.
priya: What would you want to happen at three in the morning, Kev?
kev: My phone rings. Not a text, not an app. It has to ring, I've got flour on my hands.
priya: And if you don't pick up?
kev: Then it should ring Mick. And if Mick doesn't, it should ring until somebody's ashamed.
dele: For me the other thing is proof. The auditor asks for a sensor and a day, and I need to show her within the hour, with the calibration.
priya: How long does that take today?
dele: Between twenty minutes and never.
kev: Tell her about the cellar.
dele: The shops. Some of them have walls like a church. I don't believe a radio gets out of Foregate.
priya: I don't know either. I'd rather try Foregate first than last. If it fails there you should not buy it.
kev: I like her.
dele: What about the oven side? Line two's prover is set by Kev's elbow.
kev: My elbow's been right for twenty-two years.
priya: I'm not going to argue with an elbow. I might put a sensor next to it, for company.
kev: It can sit there and learn.
dele: Budget, since you will ask: Marguerite has about eight thousand for this year. More than that goes to Ian and takes a month.
priya: Thank you, that saves us both a month. I'll write down what I saw and you'll have an offer next week.
kev: Take a pasty. Take two, it's a long drive.`,
  },
  {
    key: 'call-pargeter-leases',
    title: 'All 34, term and leases',
    customer: 'pargeter',
    at: { day: -101, time: '15:30' },
    form: 'vtt',
    minutes: 27,
    script: `
ian: I'll be blunt so that we are quick. Thirty-six months frightens me.
priya: Because of the nine leases?
ian: Nine leases, and the landlord of four of them wants flats. I can't be paying for a fridge in somebody's bedroom.
marguerite: We do like the price on thirty-six, to be fair to Priya.
ian: I like the price. I don't like being married to it.
priya: What if the shop can leave and the rest stays?
ian: Say that again slowly.
priya: If a shop closes, its pack moves to another shop or ends with a month's notice. The ten per cent stays on the others.
ian: You'd put that in writing?
priya: I need to ask Tomasz, because it's his discount. I'll have his yes or no for you by {{weekday:-99}}.
marguerite: And the installation. Seven thousand, Priya.
priya: It's ten days of Isla. It is high because of cellars.
marguerite: Could our own people do some of it? Lorna's cousin built our phone system out of bits.
priya: I'd love that. Isla would train him for a day, then he does the easy ones.
ian: How many are easy?
priya: Twenty. Ten are cellars or thick walls and I want Isla in those.
ian: So four days instead of ten.
priya: Four days. Two thousand eight hundred and eighty.
marguerite: What goes wrong if the cousin does it badly?
priya: A sensor in the wrong place lies to you politely for years. So Isla checks each one's first week from her desk, that's free.
ian: Is there anything else I should be afraid of?
priya: Your stocktaking. Don't let us in the shops then.
ian: First two weeks of {{month:-55}}. Good. Put the lease thing in writing and I have nothing left to complain about.
marguerite: He'll find something.
ian: I'll find something.`,
  },
] as const satisfies readonly Call[]

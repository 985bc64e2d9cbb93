/** What passed between Skerrow Isles Ferries and us until the promise broke? */
import type { MailThread } from '../story-shape.ts'

export const skerrowGaps = [
  {
    key: 'skerrow-galley-gap',
    subject: 'Gap in the galley log, MV Guillemot',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-galley-gap-1',
        from: 'callum',
        to: ['isla'],
        cc: ['priya'],
        at: { day: -234, time: '09:12' },
        text: `Good morning Isla,

Preparing the file for the port health visit I find the galley record of MV Guillemot has nothing in it from 04:10 to 23:10 on {{when:-237}}. Nineteen hours. The ship was on the outer run, so I assume it is the signal, but I had understood that the box kept the readings until it saw land again.

We must have a continuous record for every refrigerated space, with or without a network. That was in our specification two years ago and it has not changed.

Could you look into it and tell me what I may say to the inspector?`,
      },
      {
        key: 'skerrow-galley-gap-2',
        from: 'isla',
        to: ['callum'],
        cc: ['priya'],
        at: { day: -234, time: '10:31' },
        text: `Good morning Callum,

You understood right, the Perch should keep thirty days. Something emptied it. I'll pull the box's own diary when she is back on the linkspan and send you what I find by {{weekday:-232}}.

For the inspector: the sensors were working on both sides of the gap and the fridge was at 3.1 before and 3.0 after. I'm attaching that as a page you can put in the file.`,
        attachments: [
          {
            name: 'Guillemot galley, readings around the gap.csv',
            mediaType: 'text/csv',
            text: 'time,sensor,celsius\n{{iso:-237}} 03:50,GUI-GAL-03,3.1\n{{iso:-237}} 04:10,GUI-GAL-03,3.1\n{{iso:-237}} 23:10,GUI-GAL-03,3.0\n{{iso:-237}} 23:30,GUI-GAL-03,3.0\n',
          },
        ],
      },
      {
        key: 'skerrow-galley-gap-3',
        from: 'isla',
        to: ['callum'],
        at: { day: -232, time: '16:48' },
        text: `Callum,

As promised. The Perch restarted twice that evening and lost what it had not yet sent. I can see that it restarted, not why. I have set it to report its own power, so next time we will know. I have also asked Hamish, who wrote the firmware and takes such things personally.

No charge for any of this, obviously.`,
      },
      {
        key: 'skerrow-galley-gap-4',
        from: 'callum',
        to: ['isla'],
        at: { day: -231, time: '08:20' },
        text: `Thank you. The inspector accepted the page, with a raised eyebrow. Let us not need it twice.`,
      },
    ],
  },
  {
    key: 'skerrow-purser',
    subject: 'Logbook, Guillemot, again',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-purser-1',
        from: 'ishbel',
        to: ['isla'],
        cc: ['callum'],
        at: { day: -212, time: '06:50' },
        text: `Dear Isla,

I do not like to write at ten to seven but I have just come off the outer run and the green line on your screen stops at the Stack and starts again at the pier, same as last week.

My girls are back to writing the galley fridges on paper every four hours, which is what we bought your machines to be rid of. It is forty minutes of a purser's day and she has three hundred passengers to feed.

I am retiring before the year is out, after thirty-one years and I would like to hand over a book without holes in it.`,
      },
      {
        key: 'skerrow-purser-2',
        from: 'isla',
        to: ['ishbel'],
        cc: ['callum', 'priya'],
        at: { day: -212, time: '08:15' },
        text: `Dear Ishbel,

Ten to seven is a fine time, I was up. I am sorry about the paper. The box on Guillemot restarted at 17:02 on {{weekday:-213}}, and the power line I added says it lost current for eleven seconds.

Can you remember what happened on board at about five?`,
      },
      {
        key: 'skerrow-purser-3',
        from: 'ishbel',
        to: ['isla'],
        at: { day: -212, time: '08:40' },
        text: `Five o'clock is when the kettle goes on. But that is also when Donnie's opposite number swaps generators. You had better ask an engineer.`,
      },
    ],
  },
  {
    key: 'skerrow-donnie',
    subject: 'your box',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-donnie-1',
        from: 'donnie',
        to: ['isla'],
        at: { day: -197, time: '23:41' },
        text: `isla ishbel says your asking. every time we go from gen 1 to gen 2 or on to shore power theres a blink 8 to 15 sec. lights dont mind the fridges dont mind your box minds. it goes off like a wee budgie with a cloth over it and when it wakes up its forgot everything

fulmar the same. put a battery in it`,
      },
      {
        key: 'skerrow-donnie-2',
        from: 'isla',
        to: ['donnie'],
        cc: ['hamish'],
        at: { day: -196, time: '08:05' },
        text: `Donnie, that is the most useful bug report of the year. Hamish is copied. He has gone quite still.`,
      },
      {
        key: 'skerrow-donnie-3',
        from: 'hamish',
        to: ['donnie', 'isla'],
        at: { day: -196, time: '11:30' },
        text: `He's right. Buffer is in RAM until the hourly write. Blink before the hour = lost hour. Several blinks while out of signal = lost everything since the last ack, because the index is rebuilt wrong. On land nobody notices. On a ship it's the normal case.

Marine Perch has the battery and writes every minute. It exists on my bench. It does not exist in a box you could hose down.`,
      },
      {
        key: 'skerrow-donnie-4',
        from: 'donnie',
        to: ['hamish', 'isla'],
        at: { day: -196, time: '13:02' },
        text: `we will want to hose it down`,
      },
    ],
  },
  {
    key: 'skerrow-marine-perch',
    subject: 'Marine Perch for the fleet',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-marine-perch-1',
        from: 'priya',
        to: ['callum'],
        cc: ['agnes', 'isla'],
        at: { day: -171, time: '15:20' },
        text: `Dear Callum,

Thank you for the hour on {{weekday:-172}}, and thank Captain Mowat for the lifeboat biscuits, which I now understand are a test of character.

As discussed: the gaps come from our box, not from your ships. The Marine Perch has its own battery, writes every minute and keeps sixty days. We will replace the gateways on all five ships at our cost. I will have the five Marine Perches on the quay at Kirkhaven by {{day:-150}}.

Isla will fit them between sailings. Nothing changes in your price.`,
      },
      {
        key: 'skerrow-marine-perch-2',
        from: 'callum',
        to: ['priya'],
        cc: ['agnes', 'isla'],
        at: { day: -170, time: '09:02' },
        text: `Priya,

Thank you, that is what I hoped to read. I have told the Captain and, because she asked, Fiona Gow. The date is with all three of us.

The report of two pages came this morning as well. A small forest is grateful.`,
      },
      {
        key: 'skerrow-marine-perch-3',
        from: 'callum',
        to: ['priya'],
        cc: ['isla'],
        at: { day: -152, time: '10:10' },
        text: `Priya,

A gentle reminder that the boxes are due on {{weekday:-150}}. I have a van and a man booked at the pier. Are we on?`,
      },
      {
        key: 'skerrow-marine-perch-4',
        from: 'callum',
        to: ['priya'],
        cc: ['isla', 'agnes'],
        at: { day: -149, time: '12:35' },
        text: `Priya,

The van went home empty on {{weekday:-150}}. I have had no answer to my mail of {{weekday:-152}}.`,
      },
      {
        key: 'skerrow-marine-perch-5',
        from: 'priya',
        to: ['callum'],
        cc: ['isla', 'agnes'],
        at: { day: -149, time: '17:55' },
        text: `Dear Callum,

I owe you an apology and I should have written it a week ago. Our supplier of the housings failed a pressure test and is five to seven weeks late. I knew on {{day:-158}} and hoped to find another one before telling you. I did not find one, and you had a van standing on a pier.

I do not want to give you a second date until I have one that I can hold.`,
      },
      {
        key: 'skerrow-marine-perch-6',
        from: 'callum',
        to: ['priya'],
        cc: ['agnes'],
        at: { day: -148, time: '08:44' },
        text: `Priya,

I appreciate the candour, late as it is. The delay I could have explained to the Captain. The silence I cannot.`,
      },
    ],
  },
  {
    key: 'casca-housings',
    subject: 'PO 2217, marine housing IP67, 40 pcs',
    customer: null,
    messages: [
      {
        key: 'casca-housings-1',
        from: 'paulo',
        to: ['priya'],
        cc: ['maud'],
        at: { day: -158, time: '14:22' },
        text: `Dear Ms Raman,

With regret I inform you that the first lot of the marine housing did not pass at 1 metre / 30 min. The gasket channel is 0.2 mm too shallow. We correct the tool. New delivery is in calendar weeks, five to seven.

We know this is not good news.`,
      },
      {
        key: 'casca-housings-2',
        from: 'priya',
        to: ['paulo'],
        at: { day: -158, time: '15:10' },
        text: `Dear Paulo,

Five to seven weeks is very hard for us, there is a customer with a date. Is there any stock of the old housing, or another maker you would trust?`,
      },
      {
        key: 'casca-housings-3',
        from: 'paulo',
        to: ['priya'],
        at: { day: -156, time: '09:48' },
        text: `Dear Ms Raman, unfortunately no and no. I will send you a picture of the corrected tool on {{weekday:-153}}, so you see it is real.`,
      },
      {
        key: 'casca-housings-4',
        from: 'paulo',
        to: ['priya'],
        cc: ['maud'],
        at: { day: -153, time: '16:30' },
        text: `The tool, as promised. First good parts expected {{day:-122}}.`,
        attachments: [
          {
            name: 'tool-2217-measurements.txt',
            mediaType: 'text/plain',
            text: 'Gasket channel depth, mm\nbefore 1.80 1.79 1.81\nafter  2.00 2.01 2.00\ntarget 2.00 +- 0.02\n',
          },
        ],
      },
    ],
  },
  {
    key: 'skerrow-port-health',
    subject: 'Port health: finding 3',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-port-health-1',
        from: 'callum',
        to: ['isla'],
        cc: ['agnes'],
        at: { day: -141, time: '11:05' },
        text: `Isla,

For your information, the written result. Finding 3, "minor", against MV Fulmar: continuity of the temperature record for the medicine locker cannot be shown for four of thirty days. We have twelve weeks to close it. If it is still open on {{date:-81}} it becomes "major", and a major finding is read by people who do not know either of us.

The Captain has asked me what it would take to go back to paper. I have not answered her yet.`,
      },
      {
        key: 'skerrow-port-health-2',
        from: 'isla',
        to: ['callum'],
        cc: ['agnes', 'priya'],
        at: { day: -141, time: '13:47' },
        text: `Callum,

I can get you to zero on Fulmar without new boxes: a small battery supply in front of the Perch, the kind one uses for a router. It is ugly and it is not splash-proof, but the medicine locker is not a splashy place. I'll bring one up myself and fit it on {{weekday:-137}}.`,
      },
      {
        key: 'skerrow-port-health-3',
        from: 'donnie',
        to: ['isla'],
        at: { day: -137, time: '19:20' },
        text: `thats your lunchbox battery in and strapped. swapped gens 3 times for badness and it never blinked. good lass`,
      },
      {
        key: 'skerrow-port-health-4',
        from: 'agnes',
        to: ['isla', 'priya'],
        cc: ['callum', 'rhona'],
        at: { day: -136, time: '07:30' },
        text: `Miss Kerr, Miss Raman.

One ship with a battery in a lunchbox is a repair. I have five ships. I cannot sign a safety file that says the record depends on whether somebody's telephone works.

Miss Kerr's visit was noted with thanks.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

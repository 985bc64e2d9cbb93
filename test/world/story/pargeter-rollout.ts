/** Did thirty-four shops go as promised, and what does the bakery want next? */
import type { MailThread } from '../story-shape.ts'

export const pargeterRollout = [
  {
    key: 'pargeter-romanian',
    subject: 'Romanian on the shop screen',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-romanian-1',
        from: 'isla',
        to: ['marguerite'],
        cc: ['priya', 'dele'],
        at: { day: -53, time: '11:25' },
        text: `Dear Marguerite,

Romanian is live on the shop screens since this morning. That is two days after the date Priya gave you, and I'd rather say it than have you notice: our translator had "ajar" as "a jar" and we sent it back.`,
      },
      {
        key: 'pargeter-romanian-2',
        from: 'marguerite',
        to: ['isla'],
        cc: ['priya'],
        at: { day: -53, time: '13:40' },
        text: `Dear Isla, two days I can live with, a jar I could not have. Doina at Foregate has read it and says it sounds like a person.`,
      },
    ],
  },
  {
    key: 'pargeter-rollout-week',
    subject: 'Shops 5 to 34, running list',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-rollout-1',
        from: 'isla',
        to: ['lorna', 'dele', 'jodie'],
        cc: ['priya'],
        at: { day: -44, time: '09:00' },
        text: `Hello all,

Tobias and I did three shops together and by the third he was telling me where the Perch goes. I am now furniture. Plan: he does four a week, I do the ten cellars.

We will have all thirty switched on by {{day:-4}}.`,
      },
      {
        key: 'pargeter-rollout-2',
        from: 'lorna',
        to: ['isla'],
        at: { day: -43, time: '16:05' },
        text: `He's bought a head torch. Nobody asked him to. Thank you.`,
      },
      {
        key: 'pargeter-rollout-3',
        from: 'jodie',
        to: ['isla'],
        cc: ['lorna'],
        at: { day: -31, time: '06:48' },
        text: `Oswestry's gone quiet since last night, screen says no contact. I've unplugged it and plugged it in and sworn at it. Also is there any way to stop the beep when we're defrosting on purpose? Every {{weekday:-31}} it screams at us for an hour and the girls have started putting a cardboard box over it`,
      },
      {
        key: 'pargeter-rollout-4',
        from: 'isla',
        to: ['jodie'],
        cc: ['lorna'],
        at: { day: -31, time: '07:15' },
        text: `Jodie, Oswestry's SIM was never switched on, that is us and not you. It's back now.

Defrosting on purpose: hold the button for three seconds and it is quiet for an hour, and it writes down that you did. Nobody told you because nobody told the cousin because I forgot. Sorry. I'll put a sticker in every box.`,
      },
      {
        key: 'pargeter-rollout-5',
        from: 'jodie',
        to: ['isla'],
        at: { day: -31, time: '07:22' },
        text: `3 seconds!! all this time. Box is off. Bless you`,
      },
      {
        key: 'pargeter-rollout-6',
        from: 'isla',
        to: ['dele', 'marguerite', 'lorna', 'jodie'],
        cc: ['priya', 'sue'],
        at: { day: -6, time: '16:30' },
        text: `Hello all,

Shop 34 is Whitchurch and Whitchurch is on. That is all thirty, two days before the date. Tobias did nineteen of them.

Open points, so that nobody thinks there are none: Mardol's fridge. Still.`,
      },
      {
        key: 'pargeter-rollout-7',
        from: 'sue',
        to: ['isla', 'lorna'],
        cc: ['ian'],
        at: { day: -6, time: '20:02' },
        text: `Well done the lot of you. Ian, buy Mardol a fridge`,
      },
      {
        key: 'pargeter-rollout-8',
        from: 'dele',
        to: ['isla'],
        cc: ['marguerite'],
        at: { day: -5, time: '10:10' },
        text: `Dear Isla,

I gave back the key of the clipboard cupboard today. It is being made into a place to hang coats.

No more paper in any of the 34 shops: that was what we asked for and it is done.`,
      },
      {
        key: 'pargeter-rollout-9',
        from: 'isla',
        to: ['dele'],
        cc: ['marguerite'],
        at: { day: -4, time: '11:20' },
        text: `Dele, I hope the coats get proper hooks, and that one of them is for the flour bag.`,
      },
    ],
  },
  {
    key: 'pargeter-night-list',
    subject: 'A list of people, not just me',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-night-list-1',
        from: 'kev',
        to: ['isla'],
        at: { day: -28, time: '06:02' },
        text: `off to my sisters for 2 weeks in {{month:+22}}. first holiday in 3 yrs. who does it ring when im on the beach. cant just be me`,
      },
      {
        key: 'pargeter-night-list-2',
        from: 'isla',
        to: ['kev'],
        cc: ['dele', 'priya'],
        at: { day: -28, time: '08:40' },
        text: `Kev, quite right. That is what Nightline is for: it rings a list, one after the other, until somebody says yes. I'm copying Dele and Priya because it costs money and you deserve the beach.`,
      },
      {
        key: 'pargeter-night-list-3',
        from: 'dele',
        to: ['priya'],
        cc: ['isla', 'marguerite'],
        at: { day: -25, time: '14:18' },
        text: `Dear Priya,

We need a rota of four for the plant and the two depots, and it has to be running before Kev goes, that is {{date:+20}}. What would that be?`,
      },
      {
        key: 'pargeter-night-list-4',
        from: 'priya',
        to: ['dele'],
        cc: ['isla', 'marguerite', 'ian'],
        at: { day: -24, time: '11:03' },
        text: `Dear Dele,

Three sites at £45 a month: £1,620 a year. No installation, Isla sets up the rota with Kev in half an hour.

The offer is attached and is good until {{date:+15}}.`,
        attachments: [
          {
            name: 'Offer 2319 Nightline.txt',
            mediaType: 'text/plain',
            text: 'OFFER 2319, valid until {{date:+15}}\n3 Nightline  135.00 GBP a month\nFirst year   1620.00 GBP\n',
          },
        ],
      },
      {
        key: 'pargeter-night-list-5',
        from: 'ian',
        to: ['priya'],
        cc: ['dele'],
        at: { day: -10, time: '17:20' },
        text: `Priya

Not against it. It is after year end on {{date:+6}} for me, please ask me again then. Kev shall have his beach.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

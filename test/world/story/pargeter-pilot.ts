/** How did a bakery come to listen to its freezers? */
import type { MailThread } from '../story-shape.ts'

export const pargeterPilot = [
  {
    key: 'pargeter-hello',
    subject: 'Nice to meet you by the doughnut fryer',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-hello-1',
        from: 'priya',
        to: ['dele'],
        at: { day: -233, time: '09:40' },
        text: `Dear Dele,

It was good to meet you at the bakery fair, in the one spot where one could hear oneself speak. You said you had thirty-four shops, one night bakery and a cupboard full of clipboards. I would like to see the cupboard.

Would a visit in the next two weeks suit you?`,
      },
      {
        key: 'pargeter-hello-2',
        from: 'dele',
        to: ['priya'],
        cc: ['marguerite'],
        at: { day: -231, time: '14:12' },
        text: `Dear Priya,

You may see the cupboard. It is 41 ring binders a year; the retailer we bake for, who sends an auditor twice a year, wants them kept for three.

What I am looking for, in plain words:
- we need every fridge and freezer recorded without anybody writing anything down,
- the record must be available to an auditor within an hour of being asked,
- somebody has to be woken when the plant freezer goes, because twice last year nobody was.

Nights are when it matters. Kev Hallam runs them and he answers his telephone but not his mail. Come on a night and you will understand us in one go. {{weekday:-224}} would be good.`,
      },
      {
        key: 'pargeter-hello-3',
        from: 'priya',
        to: ['dele'],
        cc: ['marguerite'],
        at: { day: -230, time: '09:05' },
        text: `Dear Dele,

A night it is. I'll be at the back gate at ten in the evening on {{weekday:-224}}, in flat shoes.`,
      },
      {
        key: 'pargeter-hello-4',
        from: 'kev',
        to: ['priya'],
        cc: ['dele'],
        at: { day: -223, time: '05:58' },
        text: `good to have you in last night. you asked what keeps me up. its the walk in freezer door. lads wedge it with a flour bag when there loading and forget the bag. by the time anyone looks the croissants are soup. 2 times since xmas. i just want my phone to ring`,
      },
      {
        key: 'pargeter-hello-5',
        from: 'priya',
        to: ['dele', 'marguerite'],
        cc: ['kev'],
        at: { day: -222, time: '11:30' },
        text: `Dear Dele, dear Marguerite,

I have slept and can write it down now. What I took home from the night:

1. 34 shops and the plant write about 1,900 temperatures a day. Dele believes about two thirds of them.
2. The freezer door. Each lost batch is roughly 1,100 croissants, which Ian would call £1,300.
3. The provers on line 2 are set by feel. Nobody has asked for anything there, I only noticed it.

I'd suggest a pilot: the plant and four shops, twelve months, and we agree beforehand what would count as a success. You will have an offer from me by {{weekday:-218}}.`,
      },
      {
        key: 'pargeter-hello-6',
        from: 'marguerite',
        to: ['priya'],
        cc: ['dele'],
        at: { day: -221, time: '08:15' },
        text: `Dear Priya,

A fair summary, thank you, and item 3 is sharper than you may know.

Success for me would be fewer hours and no excuses: the shops spend twenty minutes a day each on temperature sheets, which is about eleven hours across the business, every day, on writing numbers that nobody reads.

Please include what happens at the end of a pilot if we do not go on. I have a drawer of pilots.`,
      },
    ],
  },
  {
    key: 'pargeter-offer',
    subject: 'Offer: pilot, night bakery and four shops',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-offer-1',
        from: 'priya',
        to: ['marguerite', 'dele'],
        cc: ['ian'],
        at: { day: -218, time: '15:02' },
        text: `Dear Marguerite, dear Dele,

As promised, the offer. For the night bakery: 18 Wren T, 4 probes, 3 Perches and the Logbook, £338 a month. For four shops: the shop pack, £49 a month each. Two days of installation, £1,440. The first year comes to £7,848.

Nightline is not in it. Kev's telephone can ring from the Logbook for one number; Nightline is for a list of people.

If you stop after the pilot you post the sensors back in the box they came in, and you keep the record for three years without paying for it.`,
        attachments: [
          {
            name: 'Pilot offer Pargeter.txt',
            mediaType: 'text/plain',
            text: 'OFFER 2241, valid until {{date:-190}}\n18 Wren T              117.00 a month\n 4 Wren Probe           44.00\n 3 Perch                87.00\n 1 Logbook              90.00\n 4 Shop pack           196.00\n                       534.00 a month\n 2 Installation days  1440.00 once\nFirst year            7848.00 GBP\n',
          },
        ],
      },
      {
        key: 'pargeter-offer-2',
        from: 'ian',
        to: ['priya'],
        cc: ['marguerite', 'dele'],
        at: { day: -215, time: '16:44' },
        text: `Priya

Two questions.

One. A digital thermometer costs £14 and a clipboard costs nothing. What do I get for the other £7,000?

Two. I will not sign anything with an automatic renewal in it.`,
      },
      {
        key: 'pargeter-offer-3',
        from: 'priya',
        to: ['ian'],
        cc: ['marguerite', 'dele'],
        at: { day: -214, time: '09:20' },
        text: `Dear Ian,

One: the thermometer is cheaper. The writing is not. Eleven hours a day at your shop rate is about £41,000 a year across the chain; the pilot covers four shops and the plant, so about £6,200 of it. Add two batches of croissants. It roughly pays for itself and no more in the first year. I would not like to claim more than that before we have measured it.

Two: struck out. The pilot ends on its last day unless you write to me.`,
      },
      {
        key: 'pargeter-offer-4',
        from: 'ian',
        to: ['priya'],
        cc: ['marguerite', 'dele'],
        at: { day: -213, time: '08:01' },
        text: `"Roughly pays for itself and no more" is the first sentence in a sales mail I have believed this year. No objection from finance.`,
      },
      {
        key: 'pargeter-offer-5',
        from: 'sue',
        to: ['priya'],
        cc: ['marguerite'],
        at: { day: -207, time: '20:16' },
        text: `Yes to the pilot. Marguerite signs. Which four shops, not my best four please, I want to know not to be flattered`,
      },
      {
        key: 'pargeter-offer-6',
        from: 'dele',
        to: ['priya', 'isla'],
        cc: ['sue', 'marguerite', 'jodie'],
        at: { day: -206, time: '10:25' },
        text: `Dear both,

Signed copy attached. The four shops, chosen for difficulty: Foregate (cellar, no signal), Mardol (the fridge is older than Lorna), Station Kiosk (door opens 900 times a day) and Ellesmere (Jodie's, because she says it cannot work there).

It must be installed before {{day:-190}}, that is when the auditor may come.`,
        attachments: [
          { name: 'Offer 2241 signed.txt', mediaType: 'text/plain', text: 'Offer 2241 accepted {{date:-206}}, M. Okafor\n' },
        ],
      },
    ],
  },
  {
    key: 'pargeter-install',
    subject: 'Installation week',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-install-1',
        from: 'isla',
        to: ['dele', 'kev', 'jodie'],
        cc: ['priya', 'lorna'],
        at: { day: -204, time: '09:00' },
        text: `Hello all,

I'd like to come in two goes: the plant in the night of {{when:-196}}, the four shops on {{when:-195}} and {{when:-194}} before they open. I will bring everything including the ladder. What I need from you is one person with keys at each door.`,
      },
      {
        key: 'pargeter-install-2',
        from: 'jodie',
        to: ['isla'],
        at: { day: -204, time: '09:31' },
        text: `Ellesmere opens at 6 so you'd have to be there at 4.30. Just so you know I told Dele it won't work, walls are 3ft thick, even the radio gives up. But there'll be tea`,
      },
      {
        key: 'pargeter-install-3',
        from: 'lorna',
        to: ['isla'],
        cc: ['dele'],
        at: { day: -203, time: '13:18' },
        text: `Hi Isla, IT here (it's me and a cousin). Two things before you plug anything in: it can't be on the till network, the card people would have our heads, and I want to see the readings in our own dashboard, so is there an API? If there isn't, say so and I'll stop asking.`,
      },
      {
        key: 'pargeter-install-4',
        from: 'isla',
        to: ['lorna'],
        cc: ['dele'],
        at: { day: -203, time: '14:02' },
        text: `Hi Lorna,

It never touches the tills, each Perch has its own SIM. And yes there is an API, read only. I'll send you a key and the page that explains it by {{weekday:-201}}.`,
      },
      {
        key: 'pargeter-install-5',
        from: 'isla',
        to: ['lorna'],
        at: { day: -201, time: '10:11' },
        text: `Key and page attached, Lorna. It expires in a year and it only reads. If your cousin breaks something I will be impressed.`,
        attachments: [
          {
            name: 'logbook-api.md',
            mediaType: 'text/markdown',
            text: '# Logbook API, read only\nGET /v1/sites\nGET /v1/readings?sensor=ID&since=TIME\nOne key for a site group. 60 requests a minute.\n',
          },
        ],
      },
      {
        key: 'pargeter-install-6',
        from: 'jodie',
        to: ['isla'],
        cc: ['dele'],
        at: { day: -194, time: '07:20' },
        text: `Ok I take it back. You found the one windowsill. It works in Ellesmere. I'll never hear the end of it`,
      },
      {
        key: 'pargeter-install-7',
        from: 'isla',
        to: ['dele', 'marguerite'],
        cc: ['priya', 'kev'],
        at: { day: -193, time: '12:00' },
        text: `Dear Dele, dear Marguerite,

All in: the plant and four shops, four days before you asked for it. Every sensor has its certificate in the Logbook under its own name.

One honest remark: Mardol's fridge runs at 6.8 in the afternoon. That is not the sensor.`,
      },
      {
        key: 'pargeter-install-8',
        from: 'dele',
        to: ['isla'],
        cc: ['marguerite'],
        at: { day: -193, time: '12:40' },
        text: `Thank you. We have suspected that fridge for years and it has always been innocent on paper.`,
      },
    ],
  },
  {
    key: 'pargeter-first-alarm',
    subject: 'FREEZER 1 DOOR: -11.4 and rising',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-first-alarm-1',
        from: 'alarms',
        to: ['kev', 'dele'],
        at: { day: -186, time: '03:10' },
        automatic: true,
        text: `ALARM. Site: Night Bakery. Sensor: FREEZER 1 DOOR. Reading -11.4, limit -15.0, for 12 minutes. Call placed to K. Hallam at 03:10. Answered at 03:10.`,
      },
      {
        key: 'pargeter-first-alarm-2',
        from: 'kev',
        to: ['isla', 'dele'],
        at: { day: -186, time: '05:45' },
        text: `it rang. flour bag. had the door shut by 03.12. 1100 croissants still croissants. lads have been spoken to. tell whoever made this he can have a pasty any time`,
      },
      {
        key: 'pargeter-first-alarm-3',
        from: 'isla',
        to: ['kev'],
        cc: ['hamish', 'dele'],
        at: { day: -186, time: '08:30' },
        text: `Kev, that has made my month. "He" is Hamish, he takes cheese and onion.`,
      },
      {
        key: 'pargeter-first-alarm-4',
        from: 'dele',
        to: ['isla', 'priya'],
        cc: ['marguerite', 'sue'],
        at: { day: -186, time: '09:14' },
        text: `For the file, since somebody will ask: first alarm at 03:10, answered in the same minute, door shut at 03:12, product core temperature never above -14. I could show an auditor that in four clicks. Last year I would have shown her a bin.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

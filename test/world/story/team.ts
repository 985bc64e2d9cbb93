/** What did the team write to each other, and to the one who could not buy? */
import type { MailThread } from '../story-shape.ts'

export const teamMail = [
  {
    key: 'team-skerrow',
    subject: 'Skerrow, and what we change',
    customer: null,
    messages: [
      {
        key: 'team-skerrow-1',
        from: 'maud',
        to: ['tomasz', 'priya', 'jonas', 'isla'],
        cc: ['hamish'],
        at: { day: -126, time: '18:30' },
        text: `All,

You have read Rhona Strachan's letter. Read it again as if it were addressed to you, it is.

I am not interested in whose fault the housing was. From today: when a date moves, the customer hears it the same day, from whoever notices, also on a Friday at six. Nobody waits for a better answer. And nobody carries a date alone.

Priya, you and I go through your open dates in the morning. Not as a punishment. As two people with one list.`,
      },
      {
        key: 'team-skerrow-2',
        from: 'priya',
        to: ['maud', 'tomasz', 'isla', 'jonas'],
        at: { day: -126, time: '20:05' },
        text: `I hoped for nine days that it would go away. It's a stupid thing to write down, so I'm writing it down.

List is ready for the morning. There are eleven dates on it and I can hold nine.`,
      },
      {
        key: 'team-skerrow-3',
        from: 'isla',
        to: ['priya', 'maud'],
        at: { day: -126, time: '20:11' },
        text: `I'll take one of the two. I'm up there anyway.`,
      },
      {
        key: 'team-skerrow-4',
        from: 'maud',
        to: ['tomasz', 'priya', 'isla', 'hamish'],
        at: { day: -24, time: '10:00' },
        quotes: false,
        text: `Skerrow has renewed, twenty-four months, by post. The letter of notice stays on the wall next to the kettle, with the new one beside it.`,
      },
    ],
  },
  {
    key: 'team-casca',
    subject: 'Housings, PO 2217: passed',
    customer: null,
    messages: [
      {
        key: 'team-casca-1',
        from: 'paulo',
        to: ['maud', 'priya'],
        at: { day: -122, time: '12:40' },
        text: `Dear Ms Ellery, dear Ms Raman,

All forty passed, 1 metre, 30 minutes, dry inside as a church. The truck leaves this evening. I apologise again for the weeks.`,
      },
      {
        key: 'team-casca-2',
        from: 'maud',
        to: ['paulo'],
        cc: ['priya'],
        at: { day: -122, time: '13:20' },
        text: `Dear Paulo,

On the very day you named. I am packing for a boat and will take one with me in my coat, to show somebody.`,
      },
    ],
  },
  {
    key: 'team-handover',
    subject: 'Hand-over: DACH and Benelux',
    customer: null,
    messages: [
      {
        key: 'team-handover-1',
        from: 'jonas',
        to: ['tomasz', 'priya'],
        cc: ['maud', 'isla'],
        at: { day: -94, time: '10:30' },
        text: `Dear both,

before I vanish. Everything that is open, with who and when.

HOLLENSTEDT (Tomasz). Four promises of ours:
1. Works agreement: with Mrs Behrens, signed on {{day:-70}}.
2. Test server: Hamish, by {{day:-45}}.
3. Lamp at the door, no extra price.
4. House edition stays at 9,800 if hall 2 comes.
Dr. Lessing is exact and fair. He will never remind you. If he goes quiet it is not a good sign.

OUDE POLDER (Priya). Nothing promised and open. Price for the halls held until {{day:-15}}. Femke writes every four or five days, about anything. Enjoy it. She leaves on {{day:-80}}, I do not know Ruben.

The files are in the Logbook's own drive, folder "Jonas, really".`,
        attachments: [
          {
            name: 'open promises.csv',
            mediaType: 'text/csv',
            text: 'customer,promise,to,by\nHollenstedt,works agreement,G. Behrens,{{iso:-70}}\nHollenstedt,test server,S. Petersen,{{iso:-45}}\nHollenstedt,lamp at the door,M. Yildiz,with installation\nHollenstedt,price for hall 2,B. Lohmann,open\n',
          },
        ],
      },
      {
        key: 'team-handover-2',
        from: 'maud',
        to: ['jonas'],
        cc: ['tomasz', 'priya'],
        at: { day: -94, time: '12:00' },
        text: `A model of a list. One question I now ask everybody: was anything promised on the telephone that is not in a mail?`,
      },
      {
        key: 'team-handover-3',
        from: 'jonas',
        to: ['maud'],
        cc: ['tomasz', 'priya'],
        at: { day: -94, time: '17:20' },
        text: `I have gone through my mails once more: no, that is all.`,
      },
      {
        key: 'team-handover-4',
        from: 'priya',
        to: ['jonas'],
        at: { day: -93, time: '09:10' },
        text: `Got it, thank you. Go home, paint the room. I'll be nice to Femke for as long as I have her.`,
      },
    ],
  },
  {
    key: 'team-ida',
    subject: 'Ida',
    customer: null,
    messages: [
      {
        key: 'team-ida-1',
        from: 'jonas',
        to: ['maud', 'tomasz', 'priya', 'isla', 'hamish', 'oonagh'],
        at: { day: -86, time: '05:12' },
        quotes: false,
        text: `3,420 grams, 51 centimetres, 36.8 degrees (measured twice). Ida. All well.`,
        unsigned: true,
      },
      {
        key: 'team-ida-2',
        from: 'hamish',
        to: ['jonas', 'maud', 'tomasz', 'priya', 'isla', 'oonagh'],
        at: { day: -86, time: '08:30' },
        quotes: false,
        text: `Within limits. Congratulations to all three.`,
      },
    ],
  },
  {
    key: 'polder-introduction',
    subject: 'Someone nice for the next half year',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-introduction-1',
        from: 'jonas',
        to: ['femke'],
        cc: ['priya'],
        at: { day: -104, time: '12:00' },
        text: `Hallo Femke,

from {{day:-92}} I am on parental leave. Priya Raman takes over for you, she is in copy. She knows what a door in the night means, she has a bakery.`,
      },
      {
        key: 'polder-introduction-2',
        from: 'femke',
        to: ['priya', 'jonas'],
        at: { day: -103, time: '20:15' },
        text: `Hoi Priya! Welcome to the seeds. Today minus 18.2, and a heron on the roof. You get this every few days now, you don't have to answer.`,
      },
      {
        key: 'polder-introduction-3',
        from: 'priya',
        to: ['femke'],
        at: { day: -102, time: '08:50' },
        text: `Dear Femke, I'd like to answer. How does a leek know that it is old?`,
      },
      {
        key: 'polder-introduction-4',
        from: 'femke',
        to: ['priya'],
        at: { day: -101, time: '21:00' },
        text: `It doesn't, that is the sad thing. It just doesn't come up.`,
      },
    ],
  },
  {
    key: 'tarrant-cheese',
    subject: 'cheese cave near Llanfaes',
    customer: 'tarrant',
    messages: [
      {
        key: 'tarrant-cheese-1',
        from: 'gwen',
        to: ['priya'],
        at: { day: -76, time: '06:30' },
        text: `Hello, there are six of us and a slate cave with about nine hundred cheeses in it. I turn them by hand and I watch the damp with a hair hygrometer of my grandfather's. We lost a shelf to the wrong mould at a bank holiday.

Is there something small of yours that would text me if it goes under 88 per cent? We can't spend more than five hundred pounds this year.`,
      },
      {
        key: 'tarrant-cheese-2',
        from: 'priya',
        to: ['gwen'],
        at: { day: -75, time: '09:20' },
        text: `Dear Gwen,

I've done the sum for a cave, properly, with a Perch at the mouth and six sensors: £1,900 in the first year. That is four times what you have, so it would be wrong to press you.

What I would do with £192: two sensors, read with your telephone when you go in to turn. It will not text you. It will tell you what happened while you slept.`,
      },
      {
        key: 'tarrant-cheese-3',
        from: 'gwen',
        to: ['priya'],
        at: { day: -70, time: '21:12' },
        text: `That's kind and it's honest. The brining shed roof came off at the weekend so it's not even the 192 this year. I'll keep your number with the hygrometer`,
      },
      {
        key: 'tarrant-cheese-4',
        from: 'priya',
        to: ['gwen'],
        at: { day: -69, time: '08:40' },
        text: `Dear Gwen, mind the roof first. The hair hygrometer is a fine instrument; breathe on it once a month, it likes that.`,
      },
    ],
  },
  {
    key: 'team-clyst-price',
    subject: 'Clyst: what we answer',
    customer: null,
    messages: [
      {
        key: 'team-clyst-price-1',
        from: 'priya',
        to: ['tomasz'],
        cc: ['maud', 'isla'],
        at: { day: -5, time: '14:15' },
        text: `Tomasz,

Pauline has been told to cut five per cent and Kelvara is at £6,200 with a reading a minute. She needs our last word by {{weekday:0}}. I see three ways.

A. Ten per cent off everything. £8,688 on monthly prices for the year. It teaches her that waiting pays.
B. Same price, installation spread over two funding years. £8,224 now, £1,080 later.
C. Leave out the clean store until next year. It breaks Wesley's heart and the drapes.

I'm for B. She keeps her five per cent and nobody loses a probe.`,
      },
      {
        key: 'team-clyst-price-2',
        from: 'tomasz',
        to: ['priya'],
        cc: ['maud', 'isla'],
        at: { day: -4, time: '08:20' },
        text: `B, and say why in two sentences. A reading a minute is two readings a load; ours is fifteen. That is a row on her own page.

Did she answer whether the £6,200 has six probes?`,
      },
      {
        key: 'team-clyst-price-3',
        from: 'priya',
        to: ['tomasz'],
        at: { day: -2, time: '17:40' },
        text: `Not yet. I write on {{weekday:0}} either way.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

/** A mail that came in with nothing to do for anybody. */
export const passingMail = [
  {
    key: 'polder-jonas-away',
    subject: 'One minute before five',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-jonas-away-1',
        from: 'jonas',
        to: ['femke'],
        at: { day: -80, time: '17:00' },
        automatic: true,
        subject: 'Automatische Antwort: I have news',
        text: `Ich bin in Elternzeit und lese meine Mails nicht. I am on parental leave and do not read my mail. Netherlands: Priya Raman, priya@wrenfold.example.`,
      },
    ],
  },
  {
    key: 'clyst-forward-vasey',
    subject: 'FW: Tunnel 2, trial diary',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-forward-vasey-1',
        from: 'wesley',
        to: ['pauline', 'graham'],
        cc: ['priya'],
        at: { day: -47, time: '09:00' },
        forwards: 'clyst-trial-7',
        quotes: false,
        text: `Dear both, for your files, with Dr Vasey's permission. It is the reason I am being tiresome about this.`,
      },
    ],
  },
  {
    key: 'skerrow-forward-budgie',
    subject: 'Fwd: your box',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-forward-budgie-1',
        from: 'isla',
        to: ['callum'],
        cc: ['agnes'],
        at: { day: -195, time: '09:30' },
        forwards: 'skerrow-donnie-1',
        quotes: false,
        text: `Callum, with Donnie's leave, the cause of your gaps in his own words. Hamish has confirmed every one of them, the budgie included.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

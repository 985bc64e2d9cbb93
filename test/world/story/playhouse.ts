/** How did we lose the Playhouse, and keep it? */
import type { MailThread } from '../story-shape.ts'

export const playhouse = [
  {
    key: 'playhouse-hello',
    subject: 'An enquiry from the Marlbury Playhouse',
    customer: 'playhouse',
    messages: [
      {
        key: 'playhouse-hello-1',
        from: 'noor',
        to: ['priya'],
        cc: ['ottoline', 'bram'],
        at: { day: -190, time: '12:05' },
        text: `Dear Ms Raman,

I write on behalf of Ottoline Frayne. The Playhouse was built in 1887 and has a concert piano, a painted safety curtain and a store of some four thousand costumes, all of which object to the weather. Our insurers have asked whether we monitor humidity. We do not.

Might you speak with Ottoline and with Bram Castle, our Technical Director? Ottoline prefers the telephone and is best before eleven. Bram is best after midnight, but would make an exception.`,
      },
      {
        key: 'playhouse-hello-2',
        from: 'priya',
        to: ['noor'],
        cc: ['ottoline', 'bram'],
        at: { day: -189, time: '09:50' },
        text: `Dear Noor,

With pleasure. Would {{when:-178}} at ten be early enough for one and late enough for the other?`,
      },
      {
        key: 'playhouse-hello-3',
        from: 'noor',
        to: ['priya'],
        at: { day: -188, time: '10:30' },
        text: `It is neither, so it is fair. Confirmed.`,
      },
    ],
  },
  {
    key: 'playhouse-list',
    subject: 'What the building wants',
    customer: 'playhouse',
    messages: [
      {
        key: 'playhouse-list-1',
        from: 'bram',
        to: ['priya'],
        cc: ['ottoline', 'winifred'],
        at: { day: -172, time: '01:14' },
        text: `Priya,

As discussed, sober and in order.

Piano: must stay between 45 and 55 per cent, and I want to know when it doesn't before the tuner does. Safety curtain: painted 1891, flakes below 40. Grid: gets to 38 degrees above the lamps in act two, which is when the flying crew are up there. Wardrobe: ask Winifred, she has views.

Conditions. No cables across a stage, ever. No noise. And nothing may blink. In a blackout I have eleven seconds to turn a drawing room into a battlefield, and if one green light winks from the proscenium, four hundred and twelve people look at it instead.

It has to be in by the opening on {{date:-118}}.`,
      },
      {
        key: 'playhouse-list-2',
        from: 'winifred',
        to: ['priya', 'bram'],
        at: { day: -172, time: '08:02' },
        text: `I do have views. I have a 1938 opera cape of silk velvet and a room that smells of wet dog when it rains. I open the window with one hand and close it with the other. That is our climate system.`,
      },
      {
        key: 'playhouse-list-3',
        from: 'priya',
        to: ['bram'],
        cc: ['ottoline', 'winifred', 'hamish'],
        at: { day: -168, time: '10:44' },
        text: `Dear Bram,

Piano, curtain, grid, store: 14 Wren TH, two Perches out of sight, £260 a month. No cables, no noise.

The light is the point where I am not sure. Every Wren flashes green for an instant when it speaks, once in five minutes. I do not know whether that can be switched off. I'll have an answer from Hamish for you by {{weekday:-165}}, and until then please do not count on it.`,
      },
      {
        key: 'playhouse-list-4',
        from: 'hamish',
        to: ['priya'],
        at: { day: -166, time: '17:20' },
        quotes: false,
        text: `LED is on the radio line, I was saving a pin in year one. Can't be switched off. Firmware 4.2 moves it. 4.2 is with three others in a queue behind the marine box. Not before {{month:-100}}. Tape works but the light comes out round the edge.`,
      },
      {
        key: 'playhouse-list-5',
        from: 'priya',
        to: ['bram'],
        cc: ['ottoline', 'winifred'],
        at: { day: -165, time: '09:30' },
        text: `Dear Bram,

The answer is no, not today. The light hangs on the radio and comes off it only with firmware 4.2, which will not be there before {{month:-100}}, after your opening. Black tape helps and does not cure.

I could bring one with tape, so that you see it with your own eyes and not with my adjectives.`,
      },
      {
        key: 'playhouse-list-6',
        from: 'bram',
        to: ['priya'],
        at: { day: -165, time: '23:58' },
        text: `Bring it. {{weekday:-158}}, after the matinee. We'll put it on the pros arch and have a blackout and I'll sit in the gods.`,
      },
    ],
  },
  {
    key: 'playhouse-blackout',
    subject: 'Blackout test, one sensor, two layers of tape',
    customer: 'playhouse',
    messages: [
      {
        key: 'playhouse-blackout-1',
        from: 'bram',
        to: ['priya'],
        cc: ['ottoline'],
        at: { day: -157, time: '00:31' },
        text: `Priya,

For the record, and thank you for sitting in the dark with us. From row G it is a firefly. From the gods it is a lighthouse. Winifred saw it from the wings with her glasses off.

It's a lovely little thing and I can't have it on my stage.`,
      },
      {
        key: 'playhouse-blackout-2',
        from: 'priya',
        to: ['bram'],
        cc: ['ottoline', 'winifred'],
        at: { day: -156, time: '10:15' },
        text: `Dear Bram,

I saw it too. I will not sell you fourteen fireflies. When 4.2 is out and dark I'll write to you that day, whatever you have done by then.`,
      },
    ],
  },
  {
    key: 'playhouse-decision',
    subject: 'Humidity: our decision',
    customer: 'playhouse',
    messages: [
      {
        key: 'playhouse-decision-1',
        from: 'perpetua',
        to: ['ottoline'],
        cc: ['priya', 'bram'],
        at: { day: -150, time: '11:11' },
        text: `Ottoline,

Since I am asked for a view as Treasurer. £3,120 a year is two performances of the pantomime's second cow, or one small leak in the roof. I do not say that it is not worth it. I say we have a roof.

We can do this by hand with hygrometers from the museum supplier at £36 each and Bram's excellent young people.`,
      },
      {
        key: 'playhouse-decision-2',
        from: 'ottoline',
        to: ['priya'],
        cc: ['bram', 'perpetua', 'winifred'],
        at: { day: -143, time: '09:20' },
        text: `Dear Priya,

You will have guessed. We shall not go ahead. The crew will read eight hygrometers by hand at the half and at the end, and Bram will draw a graph, beautifully I am sure.

I want you to know the true reason, since people so seldom say it. It is not the money, although Perpetua makes it rhyme. It is that your sensor blinks, and that you told us so before we had signed. Had you not, we should have bought it, found the firefly on press night, and never spoken to you again.

Please write to us when it is dark.`,
      },
      {
        key: 'playhouse-decision-3',
        from: 'priya',
        to: ['ottoline'],
        cc: ['bram', 'winifred', 'perpetua'],
        at: { day: -142, time: '08:55' },
        text: `Dear Ottoline,

Thank you. I have lost with worse letters. I'll write when it is dark.

Bram: hang the hygrometers away from the lamps, and at breast height, not at eye height. It makes four per cent.`,
      },
    ],
  },
  {
    key: 'playhouse-wardrobe',
    subject: 'Petty cash',
    customer: 'playhouse',
    messages: [
      {
        key: 'playhouse-wardrobe-1',
        from: 'winifred',
        to: ['priya'],
        at: { day: -139, time: '13:26' },
        text: `Dear Priya, my room has no blackouts in it, only moths. I have two hundred pounds in a biscuit tin which is Wardrobe's own. What does it buy?`,
      },
      {
        key: 'playhouse-wardrobe-2',
        from: 'priya',
        to: ['winifred'],
        cc: ['bram'],
        at: { day: -138, time: '09:05' },
        text: `Dear Winifred,

Two sensors for a year, £192, which leaves eight pounds for biscuits. Up to two can be read with a telephone and need no box and no Logbook fee. I'll post them at lunch and they will be with you by {{weekday:-135}}.`,
      },
      {
        key: 'playhouse-wardrobe-3',
        from: 'winifred',
        to: ['priya'],
        at: { day: -135, time: '15:40' },
        text: `They have come. I have hung one by the cape and one by the window and named them after the twins in the Comedy of Errors. The cape says 68. Is that bad?`,
      },
      {
        key: 'playhouse-wardrobe-4',
        from: 'priya',
        to: ['winifred'],
        at: { day: -134, time: '09:00' },
        text: `Dear Winifred,

It is bad for velvet and nice for moths. 50 to 55 would be right. A small dryer for £140 would do it, not from us. Start with the window.`,
      },
      {
        key: 'playhouse-wardrobe-5',
        from: 'winifred',
        to: ['priya', 'bram'],
        cc: ['ottoline'],
        at: { day: -41, time: '08:40' },
        text: `This morning the cape said 84 and the window said 55, so it was not the rain. I moved the rail and there was a pipe weeping down the wall behind it. The plumber says since days. The cape is on my kitchen table and it is well.

The insurers valued it at £11,000 last year. My biscuit tin has done better than the building. I'd like the other rooms to have what I have.`,
      },
      {
        key: 'playhouse-wardrobe-6',
        from: 'ottoline',
        to: ['winifred', 'priya', 'bram'],
        cc: ['perpetua'],
        at: { day: -40, time: '10:02' },
        text: `Perpetua, please note "better than the building". I shall be quoting it in {{month:+25}}, when we make the next budget.`,
      },
      {
        key: 'playhouse-wardrobe-7',
        from: 'priya',
        to: ['winifred'],
        cc: ['bram'],
        at: { day: -39, time: '09:25' },
        text: `Dear Winifred,

"It is well" is the best sentence of the month. I have written "pipe behind the rail" beside the 84, so that the insurers find it without either of us.`,
      },
    ],
  },
  {
    key: 'playhouse-dark',
    subject: 'It is dark',
    customer: 'playhouse',
    messages: [
      {
        key: 'playhouse-dark-1',
        from: 'priya',
        to: ['bram', 'ottoline'],
        cc: ['winifred', 'hamish'],
        at: { day: -96, time: '16:05' },
        text: `Dear Bram, dear Ottoline,

Firmware 4.2 went out at three this afternoon. The light is off the radio and can be switched off for good. I said I would write that day.

I am not selling. I just said I would write.`,
      },
      {
        key: 'playhouse-dark-2',
        from: 'bram',
        to: ['priya', 'hamish'],
        cc: ['ottoline'],
        at: { day: -92, time: '02:20' },
        text: `Tried it with one of Winifred's twins. Sat in the gods for ten minutes in the black with my mouth open like a carp. Nothing. You could put it on Hamlet's father.

We've spent the money, mind. The hygrometers are read by a lad called Piers, who has started inventing them, I can tell by how regular they are. So: not this season.`,
      },
      {
        key: 'playhouse-dark-3',
        from: 'priya',
        to: ['bram'],
        cc: ['ottoline'],
        at: { day: -91, time: '09:30' },
        text: `Dear Bram,

Please be kind to Piers, everybody invents them sooner or later. It is the reason we exist.`,
      },
      {
        key: 'playhouse-dark-4',
        from: 'noor',
        to: ['priya'],
        cc: ['ottoline'],
        at: { day: -12, time: '11:45' },
        text: `Dear Priya,

Ottoline would like you and Mr Dey to have two seats for the opening on {{when:+14}}, row G. She says you will know why row G.

The Trustees look at the budget in {{month:+25}} and she would be glad of a fresh figure by then, for the stage and the piano, with the roof taken into account.`,
      },
      {
        key: 'playhouse-dark-5',
        from: 'priya',
        to: ['noor'],
        cc: ['ottoline', 'hamish'],
        at: { day: -11, time: '09:10' },
        text: `Dear Noor,

Row G, with joy; Hamish has asked whether one has to wear shoes. Ottoline will have a fresh figure from me by {{day:+10}}.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

/** How did four shops become thirty-four, and whom did Sue send us to? */
import type { MailThread } from '../story-shape.ts'

export const pargeterShops = [
  {
    key: 'pargeter-audit',
    subject: 'Unannounced, of course',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-audit-1',
        from: 'dele',
        to: ['isla', 'priya'],
        cc: ['marguerite'],
        at: { day: -163, time: '17:32' },
        text: `Dear both,

The auditor came at 7 this morning. She asked for freezer 2, a {{weekday:-180}} in {{month:-180}}, and I gave it to her before her coffee was cold. Then she asked for the same from a shop that is not in the pilot and we spent fifty minutes looking for a ring binder that turned out to be holding a door open.

Result: grade A for the plant, "inconsistent record keeping between sites" for the rest. I did not have to add anything to that.

Two wishes: the calibration certificates should be on the same page as the reading, she asked for both each time. And our area managers want to see their own shops only.`,
      },
      {
        key: 'pargeter-audit-2',
        from: 'isla',
        to: ['dele'],
        cc: ['priya', 'marguerite'],
        at: { day: -162, time: '10:07' },
        text: `Dear Dele,

Grade A! Well done all of you, and well done Kev, whose flour bag is now on a hook.

Area managers: that is a setting, I've done it for Jodie as a trial. Certificates on the same page: it is a good idea and we do not have it. I have written it down as a wish from you; I cannot give you a date, so please do not count on one.`,
      },
    ],
  },
  {
    key: 'pargeter-laundry',
    subject: 'your next customer is a laundry',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-laundry-1',
        from: 'sue',
        to: ['priya'],
        at: { day: -158, time: '21:05' },
        text: `Had lunch with Bernadette Quigley who washes our whites. Does nine hospitals too. She has the same trouble with steam that we had with ice and some frightening doctor wants proof of every load. I told her about the flour bag. She laughed then she stopped laughing. I'll put you two together, be nice to her, she plays bridge with me`,
      },
      {
        key: 'pargeter-laundry-2',
        from: 'priya',
        to: ['sue'],
        at: { day: -157, time: '08:50' },
        text: `Dear Sue,

Thank you, that is generous, and I shall be very nice. I'll tell you how it goes, whichever way it goes.`,
      },
      {
        key: 'pargeter-laundry-3',
        from: 'sue',
        to: ['bernadette', 'priya'],
        at: { day: -155, time: '19:40' },
        text: `Bernadette meet Priya. Priya meet Bernadette. She sold me a pilot and told Ian it roughly pays for itself and no more, and it did, and no more, and then it saved the croissants. Over to you two`,
      },
      {
        key: 'pargeter-laundry-4',
        from: 'priya',
        to: ['sue'],
        at: { day: -38, time: '12:15' },
        text: `Dear Sue,

I said I would tell you. Bernadette's people have been running one washer with our probes for four weeks and Wesley has not found a load he cannot prove. No order yet: the hospitals' buyers are careful, and they should be. Whatever comes of it, thank you.`,
      },
    ],
  },
  {
    key: 'pargeter-half-year',
    subject: 'Half a year in numbers',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-half-year-1',
        from: 'priya',
        to: ['marguerite', 'ian', 'dele'],
        cc: ['sue', 'isla'],
        at: { day: -116, time: '14:00' },
        text: `Dear all,

Six months would be {{month:-70}}, but you asked for numbers early, so here are four months, measured and not estimated:

- Writing time in the four shops: from 20 minutes a day to 2. The plant: from 95 to 10.
- Alarms at night: 7. Real: 6. Answered within five minutes: 7.
- Batches saved: 3, by Kev's count. I would put 2 in the sum, the third might have survived.
- What it did not do: Mardol's fridge is still bad.`,
        attachments: [
          {
            name: 'Four months.csv',
            mediaType: 'text/csv',
            text: 'site,minutes before,minutes now\nNight bakery,95,10\nForegate,20,2\nMardol,21,3\nStation Kiosk,18,2\nEllesmere,22,2\n',
          },
        ],
      },
      {
        key: 'pargeter-half-year-2',
        from: 'ian',
        to: ['priya'],
        cc: ['marguerite', 'dele', 'sue'],
        at: { day: -115, time: '09:36' },
        text: `Priya

I have redone your sum with my rates. I get £5,900 saved in four months against £3,576 paid. You were too modest. Do not make a habit of either.

What would all 34 cost, and what is the discount?`,
      },
      {
        key: 'pargeter-half-year-3',
        from: 'sue',
        to: ['priya'],
        at: { day: -114, time: '20:55' },
        text: `Ian is smiling. I've known him 19 years. Send the price for all of them`,
      },
    ],
  },
  {
    key: 'pargeter-all-shops',
    subject: 'All 34',
    customer: 'pargeter',
    messages: [
      {
        key: 'pargeter-all-shops-1',
        from: 'priya',
        to: ['ian', 'marguerite'],
        cc: ['dele', 'sue'],
        at: { day: -108, time: '16:20' },
        text: `Dear Ian, dear Marguerite,

Thirty more shops at £49 a month. On thirty-six months the list gives ten per cent off: £15,876 a year. Ten days of installation, £7,200. First year £23,076.

I have not made a special price and I'd like to say why: a quarter of your shops will need a second visit because of cellars, and I'd rather carry that silently than discount loudly and then send you a bill.`,
      },
      {
        key: 'pargeter-all-shops-2',
        from: 'ian',
        to: ['priya'],
        cc: ['marguerite'],
        at: { day: -102, time: '11:11' },
        text: `Priya

Thirty-six months is too long for us, we have nine leases ending in two years and I do not want to pay for fridges in shops we no longer have. And £7,200 to stick thermometers on shelves is steep.`,
      },
      {
        key: 'pargeter-all-shops-3',
        from: 'priya',
        to: ['ian'],
        cc: ['marguerite', 'isla'],
        at: { day: -100, time: '09:45' },
        text: `Dear Ian,

Both fair. If a shop closes, you may move its pack to another shop or end it with a month's notice; I will write that into the contract. And if Lorna's cousin does the twenty easy shops after a day with Isla, installation falls to four days, £2,880, and they will know how to do it for ever.`,
      },
      {
        key: 'pargeter-all-shops-4',
        from: 'ian',
        to: ['priya'],
        cc: ['marguerite', 'lorna'],
        at: { day: -99, time: '08:22' },
        text: `That deals with the leases. Lorna says the cousin has a name, it is Tobias, and he would love to. One condition: no work in the shops in the first two weeks of {{month:-55}}, that is stocktaking.`,
      },
      {
        key: 'pargeter-all-shops-5',
        from: 'marguerite',
        to: ['priya'],
        cc: ['ian', 'dele'],
        at: { day: -84, time: '15:50' },
        text: `Dear Priya,

One more thing before this goes to Sue. Twelve of my shop managers do not read English easily. The alarm text on the shop screen has to be in Polish and Romanian as well, or it will be ignored politely.`,
      },
      {
        key: 'pargeter-all-shops-6',
        from: 'priya',
        to: ['marguerite'],
        cc: ['tomasz', 'isla'],
        at: { day: -83, time: '10:30' },
        text: `Dear Marguerite,

Polish exists, Tomasz corrected it himself and is severe about it. Romanian does not exist yet. We will have Romanian on the shop screen by {{day:-55}}, before the first of the new shops is switched on.`,
      },
      {
        key: 'pargeter-all-shops-7',
        from: 'marguerite',
        to: ['priya'],
        cc: ['ian', 'sue', 'dele'],
        at: { day: -62, time: '13:00' },
        text: `Dear Priya,

Signed by Sue this morning, over tea, on the back office table, with a flour thumbprint which I hope your solicitors will accept. Thirty-six months, the lease clause, four days of installation. Thank you for not making it difficult.`,
        attachments: [
          {
            name: 'Agreement 34 shops, signed.txt',
            mediaType: 'text/plain',
            text: 'AGREEMENT 2288\n30 shop packs, 36 months, 15,876.00 GBP a year\n4 installation days 2,880.00 GBP\nMonth of notice for a closed shop\nSigned {{date:-62}} S. Pargeter\n',
          },
        ],
      },
    ],
  },
] as const satisfies readonly MailThread[]

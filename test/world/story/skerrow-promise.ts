/** How did Skerrow give notice, and how was the contract saved? */
import type { MailThread } from '../story-shape.ts'

export const skerrowPromise = [
  {
    key: 'skerrow-notice',
    subject: 'Notice under clause 9',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-notice-1',
        from: 'rhona',
        to: ['maud'],
        cc: ['fiona', 'agnes', 'callum'],
        at: { day: -128, time: '17:00' },
        text: `Dear Ms Ellery,

We have not met. I run five small ships between people and their hospital appointments, and I have learned that what my officers forgive at sea they do not forgive ashore.

Your instruments are good. Your people, when they are on board, are good. But a record with holes in it is not a record, and when your company knew that it could not keep its date, it let a van stand on my pier. My officers were prepared to be told no. They were not told anything.

I therefore give notice under clause 9 that the agreement will not renew at its end on {{date:-20}}. Mrs Gow has a proposal from Kelvara, who tell us that their cellular units hold ninety days on board, at eleven per cent less than we pay you.

If you wish to change my mind you will need to do it with a date and not with an adjective.`,
      },
      {
        key: 'skerrow-notice-2',
        from: 'maud',
        to: ['rhona'],
        cc: ['fiona', 'agnes', 'callum'],
        at: { day: -127, time: '08:05' },
        text: `Dear Ms Strachan,

You are right in every line and I have nothing to add to it.

I shall be on the night boat on {{weekday:-122}}. May I have an hour with you and Captain Mowat on {{weekday:-121}}, at any hour that suits the tide? I will bring dates, or I will bring an honest "no" and help Kelvara's engineer find the cable runs.`,
      },
      {
        key: 'skerrow-notice-3',
        from: 'rhona',
        to: ['maud'],
        at: { day: -127, time: '11:20' },
        text: `Ten o'clock. Bring a coat.`,
        quotes: false,
      },
      {
        key: 'skerrow-notice-4',
        from: 'maud',
        to: ['rhona', 'agnes'],
        cc: ['callum', 'fiona', 'priya', 'isla'],
        at: { day: -120, time: '07:45' },
        text: `Dear Ms Strachan, dear Captain Mowat,

Thank you for the hour, the chart and the soup. What I said across the table, so that it stands in writing:

1. All five ships will carry a fitted and tested Marine Perch by {{day:-95}}.
2. Until then I will write to you every {{weekday:-117}} with where we stand, also when we stand badly.
3. We will not invoice the quarter in which you had holes.
4. If by {{day:-60}} there has been one gap longer than ten minutes on any ship, you leave without notice and we return the year.

Priya stays your person here. The mistake was that she was alone with it, and that mistake is mine.`,
      },
      {
        key: 'skerrow-notice-5',
        from: 'rhona',
        to: ['maud'],
        cc: ['agnes', 'callum', 'fiona'],
        at: { day: -119, time: '09:30' },
        text: `Dear Ms Ellery,

Received. The notice stands. So does the kettle.`,
      },
    ],
  },
  {
    key: 'skerrow-weekly',
    subject: 'Where we stand, every {{weekday:-117}}',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-weekly-1',
        from: 'maud',
        to: ['rhona', 'agnes'],
        cc: ['callum'],
        at: { day: -117, time: '16:00' },
        text: `First note. The first twenty housings are here and held a metre of water for a day and a night. I watched one of them myself in our sink, next to the teaspoons. Good.

Not good: the batteries are held at customs. I will know more by {{day:-112}}.`,
      },
      {
        key: 'skerrow-weekly-2',
        from: 'maud',
        to: ['rhona', 'agnes'],
        cc: ['callum'],
        at: { day: -112, time: '15:40' },
        text: `Batteries released this morning. Hamish is assembling. Nothing to apologise for this week, which I mention because you may be wondering why the mail is short.`,
      },
      {
        key: 'skerrow-weekly-3',
        from: 'agnes',
        to: ['maud'],
        at: { day: -111, time: '06:15' },
        text: `Noted. Short is fine.`,
        quotes: false,
      },
      {
        key: 'skerrow-weekly-4',
        from: 'maud',
        to: ['rhona', 'agnes'],
        cc: ['callum', 'isla'],
        at: { day: -107, time: '16:10' },
        text: `Five boxes are packed. Isla sails with them on {{weekday:-103}} and will sleep where she is allowed to. She fits Guillemot first, then Fulmar, Turnstone, Razorbill, and Eider last because Eider has the worst cupboard.`,
      },
      {
        key: 'skerrow-weekly-5',
        from: 'isla',
        to: ['maud', 'callum'],
        cc: ['agnes', 'donnie'],
        at: { day: -97, time: '21:15' },
        text: `Eider done, by torchlight, in the worst cupboard. That is all five fitted and tested, two days inside the date. Each one had its power pulled ten times and its antenna wrapped in a foil tray from the galley for an hour. No gap, no hole, no complaint from the cook.

Test sheets attached, signed by each chief engineer.`,
        attachments: [
          {
            name: 'Marine Perch acceptance, five ships.txt',
            mediaType: 'text/plain',
            text: 'MARINE PERCH ACCEPTANCE\nGuillemot   10 power cuts, 60 min no network, 0 readings lost   signed\nFulmar      10 power cuts, 60 min no network, 0 readings lost   D. Laing\nTurnstone   10 power cuts, 60 min no network, 0 readings lost   signed\nRazorbill   10 power cuts, 60 min no network, 0 readings lost   signed\nEider       10 power cuts, 75 min no network, 0 readings lost   signed\nFitted {{date:-102}} to {{date:-97}}, I. Kerr\n',
          },
        ],
      },
      {
        key: 'skerrow-weekly-6',
        from: 'donnie',
        to: ['isla'],
        at: { day: -97, time: '22:40' },
        text: `cook wants her foil tray back`,
      },
      {
        key: 'skerrow-weekly-7',
        from: 'callum',
        to: ['maud', 'isla'],
        cc: ['agnes', 'priya'],
        at: { day: -96, time: '08:50' },
        text: `Maud, Isla,

Confirmed from this side: five fitted, five tested, before the date. Finding 3 has been closed by port health this morning.`,
      },
    ],
  },
  {
    key: 'skerrow-gale',
    subject: 'Seven days',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-gale-1',
        from: 'agnes',
        to: ['maud', 'isla'],
        cc: ['rhona', 'callum', 'donnie'],
        at: { day: -74, time: '05:55' },
        text: `Miss Ellery, Miss Kerr.

Fulmar was stormbound at the Outer Skerrow from {{when:-79}} until this morning. The mast on Stack Head is down, so there was no network of any kind for seven days. Four generator changes a day.

On berthing this morning the whole record came ashore in eleven minutes. I have had it read line by line against the paper my purser kept because she did not believe you. There is no hole in it.

You may tell Mr Dey that I took back the remark about the budgie on Mr Laing's behalf.`,
      },
      {
        key: 'skerrow-gale-2',
        from: 'maud',
        to: ['agnes'],
        cc: ['rhona', 'callum', 'donnie', 'isla', 'hamish'],
        at: { day: -74, time: '08:20' },
        text: `Captain Mowat,

I have printed this and hung it over Hamish's bench. He has said nothing since, which from him is an ovation.

I am glad everybody is ashore.`,
      },
      {
        key: 'skerrow-gale-3',
        from: 'donnie',
        to: ['hamish'],
        at: { day: -74, time: '20:10' },
        text: `7 days of tinned soup and your wee box never missed a beat. i owe you a pint`,
      },
    ],
  },
  {
    key: 'skerrow-renewal',
    subject: 'Agreement from {{month:-20}}',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-renewal-1',
        from: 'priya',
        to: ['fiona'],
        cc: ['callum'],
        at: { day: -52, time: '10:00' },
        text: `Dear Mrs Gow,

{{day:-60}} has passed without a gap on any ship; Callum has the report. May I ask where the decision stands, and what you would need from me to make it an easy one either way?

Our proposal is unchanged: five ships with Marine Perch at the price of the old boxes, £13,140 a year, for twenty-four months.`,
      },
      {
        key: 'skerrow-renewal-2',
        from: 'fiona',
        to: ['priya'],
        at: { day: -48, time: '14:26' },
        text: `Dear Priya,

The Captain has made her view known in the way she does. Mine is duller. Kelvara's figure is £11,700, which is eleven per cent below yours, and I have to be able to explain eleven per cent to a board that has just bought a bow thruster.

Please tell me what the difference buys, in a sentence that a fisherman would accept. Two of them are directors.`,
      },
      {
        key: 'skerrow-renewal-3',
        from: 'priya',
        to: ['fiona'],
        cc: ['callum'],
        at: { day: -47, time: '09:15' },
        text: `Dear Mrs Gow,

The difference is £1,440 a year. Kelvara's unit keeps ninety days, which is more than our sixty, and I believe them. It has no battery, so on your ships it would lose its memory as ours did, at every change of generator. Their own data sheet says so on page 4, I attach it rather than paraphrase it.

The fisherman's sentence: theirs is the bigger net, ours has no hole in it.

And I will put Maud's fourth point into the contract: one gap over ten minutes and you may leave that day. You will have the clause by {{weekday:-45}}.`,
        attachments: [
          {
            name: 'Kelvara K9 data sheet, page 4.txt',
            mediaType: 'text/plain',
            text: 'K9 CELLULAR UNIT\nStorage: 90 days (retained while powered)\nSupply: 12-24 V DC, no internal battery\nSource: public data sheet, revision F\n',
          },
        ],
      },
      {
        key: 'skerrow-renewal-4',
        from: 'priya',
        to: ['fiona'],
        cc: ['callum', 'rhona'],
        at: { day: -45, time: '11:32' },
        text: `Dear Mrs Gow,

The clause, as promised, drafted so that it is easier for you to use than for us to dispute. Comments welcome, also from fishermen.`,
        attachments: [
          {
            name: 'Clause 9a (continuity).txt',
            mediaType: 'text/plain',
            text: '9a Continuity. If the record of any vessel shows a gap of more than ten minutes that is caused by the equipment, the Customer may end this agreement on the same day, and the Supplier returns the fees of the running year in full.\n',
          },
        ],
      },
      {
        key: 'skerrow-renewal-5',
        from: 'fiona',
        to: ['priya'],
        cc: ['callum', 'rhona'],
        at: { day: -41, time: '16:05' },
        text: `Dear Priya,

The net was read aloud and there was laughter, which is rare in that room. The answer on price satisfies me: page 4 settles it, and clause 9a is better than a discount.

The board meets on {{when:-26}}. I expect to sign after it.`,
      },
      {
        key: 'skerrow-renewal-6',
        from: 'rhona',
        to: ['maud'],
        cc: ['fiona', 'priya'],
        at: { day: -24, time: '09:00' },
        text: `Dear Ms Ellery,

Signed, and in the post, because I still like the post. Twenty-four months. The notice of {{date:-128}} is withdrawn.

You brought a date and not an adjective. Captain Mowat says you may come again without the coat.`,
      },
      {
        key: 'skerrow-renewal-7',
        from: 'maud',
        to: ['rhona'],
        cc: ['fiona', 'priya', 'isla'],
        at: { day: -24, time: '09:40' },
        text: `Dear Ms Strachan,

Thank you. I have read a good many signed contracts and never been so pleased with the post.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

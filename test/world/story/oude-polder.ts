/** How was it with the seed growers while Femke was there, and after? */
import type { MailThread } from '../story-shape.ts'

export const oudePolder = [
  {
    key: 'polder-calibration',
    subject: 'Calibration exchange, 26 sensors',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-calibration-1',
        from: 'femke',
        to: ['jonas'],
        at: { day: -229, time: '10:04' },
        text: `Hoi Jonas,

It is that time again: the certificates run out on {{date:-200}}. Can we do it as last year, thirteen and thirteen, so that the vault is never blind? The ISTA assessor comes after it and I like to have them on the wall before she has her coat off.

Everything here is good. Minus 18.2 as I write. I look at your graph more than at the news and it is better for me.`,
      },
      {
        key: 'polder-calibration-2',
        from: 'jonas',
        to: ['femke'],
        at: { day: -229, time: '11:20' },
        text: `Hallo Femke,

thirteen and thirteen. The first box leaves Bristol on {{weekday:-225}}, the second when the first is back. You will have all 26 certificates by {{day:-203}}.

Best regards from a wet Hamburg`,
      },
      {
        key: 'polder-calibration-3',
        from: 'femke',
        to: ['jonas'],
        at: { day: -205, time: '15:15' },
        text: `All 26 are on the wall! Two days early. The assessor may come, she gets coffee in the cup with the tulip.`,
      },
    ],
  },
  {
    key: 'polder-sanne',
    subject: 'a line that goes up a little',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-sanne-1',
        from: 'sanne',
        to: ['jonas'],
        cc: ['femke'],
        at: { day: -206, time: '08:35' },
        text: `Hi Jonas, probe V-06 goes up 0.4 degrees every night at 3 and comes down at 3.20. Is it broken or is it us?`,
      },
      {
        key: 'polder-sanne-2',
        from: 'jonas',
        to: ['sanne'],
        cc: ['femke'],
        at: { day: -206, time: '09:10' },
        text: `Hi Sanne, it is you. At 3 the evaporator defrosts, and V-06 hangs nearest to it. It is a good sign, a broken probe would not be so punctual.`,
      },
      {
        key: 'polder-sanne-3',
        from: 'sanne',
        to: ['jonas'],
        at: { day: -206, time: '09:14' },
        text: `ah. thank you :)`,
        unsigned: true,
      },
    ],
  },
  {
    key: 'polder-halls',
    subject: 'The drying halls',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-halls-1',
        from: 'femke',
        to: ['jonas'],
        cc: ['joost'],
        at: { day: -188, time: '16:40' },
        text: `Hoi Jonas,

A sad thing and a wish.

The sad thing: lot 4471, leek, our best line, came out of hall 3 with 81 percent germination where it should have 93. I think it was dried too fast, but I cannot prove it, because in the halls we have one dial on the wall and a man called Henk. The lot was worth 62,000 euro and we sold it as green manure.

The wish: I want in the halls what I have in the vault. Temperature and humidity on six places in each of the four halls, and a warning when the air drops under 30 percent too early.

Joost reads with us, he was at the scales when 4471 went out.`,
      },
      {
        key: 'polder-halls-2',
        from: 'jonas',
        to: ['femke'],
        cc: ['joost'],
        at: { day: -187, time: '09:30' },
        text: `Hallo Femke, hallo Joost,

I am sorry about 4471. Four halls with six places each is easy for the Wren TH, dust is the question: how much chaff is in the air? Shall we telephone on {{weekday:-180}} with Henk in the room? He knows more than the dial.`,
      },
      {
        key: 'polder-halls-3',
        from: 'jonas',
        to: ['femke'],
        cc: ['joost'],
        at: { day: -174, time: '14:22' },
        text: `Hallo Femke,

as promised, the offer: 24 Wren TH and four Perches, 352.80 euro a month, calibration of 24 sensors 1,056 euro a year. First year 5,289.60 euro. Henk's idea with the tea strainer against the chaff is included and costs nothing.`,
        attachments: [
          {
            name: 'Offerte 2259 drying halls.txt',
            mediaType: 'text/plain',
            text: 'OFFER 2259\n24 Wren TH   220.80 a month\n 4 Perch     132.00\n             352.80 a month\n24 Calibration 1056.00 a year\nFirst year   5289.60 EUR\n',
          },
        ],
      },
      {
        key: 'polder-halls-4',
        from: 'femke',
        to: ['jonas'],
        at: { day: -172, time: '10:15' },
        text: `Hoi Jonas,

The offer is good, Henk wants royalties for the strainer. I bring it to the budget round in {{month:-125}}. It is 5,000 euro against 62,000, but it is also not onions, as Joost says of everything that is not onions.`,
      },
      {
        key: 'polder-halls-5',
        from: 'joost',
        to: ['jonas'],
        cc: ['femke'],
        at: { day: -125, time: '17:00' },
        text: `Dear Mr Brandt,

In principle yes. But the roof of hall 2 must be done first, the builder is in the house until {{month:-60}}. I do not hang sensors under a roof that comes down. After that we can start.`,
      },
      {
        key: 'polder-halls-6',
        from: 'jonas',
        to: ['joost'],
        cc: ['femke'],
        at: { day: -124, time: '08:55' },
        text: `Dear Mr Wiersma,

understood, first the roof. I keep the price for you until {{date:-15}} and will not call every week.`,
      },
    ],
  },
  {
    key: 'polder-vault-night',
    subject: 'Thank you from the vault',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-vault-night-1',
        from: 'femke',
        to: ['jonas'],
        cc: ['isla'],
        at: { day: -150, time: '08:20' },
        text: `Hoi Jonas, hoi Isla,

At 01:50 your Nightline rang me, then Sanne, then Henk, and Henk lives nearest. The compressor of the vault had stopped. He had the reserve running at 02:25. Highest value minus 16.9.

In that room lie 3,100 varieties, some of them nowhere else. I don't want to think about a Monday morning.`,
      },
      {
        key: 'polder-vault-night-2',
        from: 'isla',
        to: ['femke'],
        cc: ['jonas'],
        at: { day: -150, time: '08:45' },
        text: `Femke! Well done Henk. I've put the curve in your Logbook with a note, the assessor may like it: it shows that the plan works at two in the morning, and not only on paper.`,
      },
    ],
  },
  {
    key: 'polder-goodbye',
    subject: 'I have news',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-goodbye-1',
        from: 'femke',
        to: ['jonas', 'priya'],
        at: { day: -96, time: '19:30' },
        text: `Hoi Jonas, hoi Priya,

First Jonas: congratulations already, and sleep as long as you still can.

Now me. After eleven years I leave Oude Polder. My last day is {{date:-80}}. It is a good thing for me and I will tell you where when I may. Ruben Maas, our operations manager, takes the vault. He is a man of costs and he does not know what you do here, because it always works. Please explain it to him, somebody should.`,
      },
      {
        key: 'polder-goodbye-2',
        from: 'priya',
        to: ['femke'],
        cc: ['jonas'],
        at: { day: -95, time: '09:00' },
        text: `Dear Femke,

We have only written for a week and I am sorry already. Thank you for the warning; it's a gift. Could we have half an hour together with Ruben before you go, so that he hears it from you and not from a supplier?`,
      },
      {
        key: 'polder-goodbye-3',
        from: 'femke',
        to: ['priya'],
        at: { day: -93, time: '12:10' },
        text: `{{weekday:-84}} at 15:00, I put him in a chair. Bring the night of the compressor.`,
      },
      {
        key: 'polder-goodbye-4',
        from: 'femke',
        to: ['priya', 'isla'],
        cc: ['jonas'],
        at: { day: -80, time: '16:59' },
        text: `One minute before five. Minus 18.1. Goodbye, good people. I close the door twice, as always.`,
      },
    ],
  },
  {
    key: 'polder-ruben',
    subject: 'The vault, and a visit',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-ruben-1',
        from: 'priya',
        to: ['ruben'],
        at: { day: -78, time: '10:10' },
        text: `Dear Ruben,

Thank you for the half hour with Femke. I attach the one page you asked for: what there is, what it costs, what it did last year. I would like to come to Enkhuizen and see the vault with you; would {{month:-60}} suit?`,
        attachments: [
          {
            name: 'One page.txt',
            mediaType: 'text/plain',
            text: 'OUDE POLDER, SEED VAULT\n20 Wren TH, 6 probes, 3 Perches, Logbook, Nightline\n514.60 EUR a month, calibration 1144.00 EUR a year\nLast year: 3 alarms, 3 real, 1 compressor\nAgreement ends {{date:+32}}\n',
          },
        ],
      },
      {
        key: 'polder-ruben-2',
        from: 'ruben',
        to: ['priya'],
        at: { day: -75, time: '13:05' },
        text: `Received. Visit is not needed.`,
      },
      {
        key: 'polder-ruben-3',
        from: 'priya',
        to: ['ruben'],
        at: { day: -68, time: '09:30' },
        text: `Dear Ruben,

Then by mail. Two small things: Femke was first on the Nightline list and her number no longer answers. Whom shall we ring? And the roof of hall 2 should be done about now; Joost wanted to look at the drying halls after it.`,
      },
      {
        key: 'polder-ruben-4',
        from: 'ruben',
        to: ['priya'],
        at: { day: -63, time: '08:47' },
        text: `Henk first. Then me.

Halls: no. We look at all contracts this year. 7,300 euro for thermometers is a lot of onions.`,
      },
      {
        key: 'polder-ruben-5',
        from: 'priya',
        to: ['ruben'],
        cc: ['isla'],
        at: { day: -61, time: '11:15' },
        text: `Dear Ruben,

The list is changed: Henk, you, Sanne.

It is a lot for thermometers, I agree. What I would weigh it against is the night of {{date:-150}}. But you should decide that with your own numbers. Which ones would you need from us?`,
      },
      {
        key: 'polder-ruben-6',
        from: 'ruben',
        to: ['priya'],
        at: { day: -47, time: '16:20' },
        text: `None for now.`,
      },
      {
        key: 'polder-ruben-7',
        from: 'priya',
        to: ['ruben'],
        at: { day: -37, time: '10:00' },
        text: `Dear Ruben,

The agreement ends on {{date:+32}}, and I'd like to avoid that you decide it in the last week. I have put together what a smaller setup would cost, with twelve sensors instead of twenty-six, and what it would no longer see. Shall I send it?`,
      },
      {
        key: 'polder-ruben-8',
        from: 'priya',
        to: ['ruben'],
        cc: ['joost'],
        at: { day: -19, time: '09:40' },
        text: `Dear Ruben,

I have not heard from you since {{month:-47}} and would rather ask than guess: is there something we did wrong, or is it simply the year of the onions? Either answer is fine.`,
      },
    ],
  },
  {
    key: 'polder-invoice',
    subject: 'Factuur W-3907',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-invoice-1',
        from: 'annelies',
        to: ['oonagh'],
        at: { day: -58, time: '11:32' },
        text: `Beste mevrouw Tierney,

Op factuur W-3907 ontbreekt ons inkoopnummer. Volgens onze nieuwe regel kunnen wij zonder nummer niet betalen. Het nummer is OP-20771. Kunt u de factuur opnieuw sturen?`,
      },
      {
        key: 'polder-invoice-2',
        from: 'oonagh',
        to: ['annelies'],
        cc: ['priya'],
        at: { day: -58, time: '14:10' },
        text: `Dear Mrs Bakker,

Thank you, and apologies for the English. Corrected invoice attached, with OP-20771.`,
        attachments: [
          {
            name: 'W-3907 corrected.txt',
            mediaType: 'text/plain',
            text: 'INVOICE W-3907\nOrder OP-20771\nOude Polder Zaden B.V.\nOne quarter 1543.80 EUR\n',
          },
        ],
      },
    ],
  },
  {
    key: 'polder-batteries',
    subject: 'Four batteries',
    customer: 'oudepolder',
    messages: [
      {
        key: 'polder-batteries-1',
        from: 'isla',
        to: ['sanne'],
        cc: ['ruben'],
        at: { day: -13, time: '08:50' },
        text: `Hi Sanne,

Four Wrens in the vault have batteries below 15 per cent: V-02, V-09, V-11, V-17. The new ones are in the post. It takes two minutes each, the film I made is linked in the Logbook. Would you tell me when they are in?`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

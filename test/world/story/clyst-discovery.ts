/** What does a hospital laundry have to prove, and what did the hospitals' IT say? */
import type { MailThread } from '../story-shape.ts'

export const clystDiscovery = [
  {
    key: 'clyst-hello',
    subject: 'Sue Pargeter says I should talk to you',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-hello-1',
        from: 'bernadette',
        to: ['priya'],
        cc: ['wesley'],
        at: { day: -154, time: '11:45' },
        text: `Dear Priya,

Sue does not recommend people, so I am curious.

We wash 340,000 pieces a week for nine hospitals. Everything that has touched a patient must be held at 71 degrees for three minutes, and we do that; what we cannot do is show it for the load that somebody asks about. We can show a chart of the machine. That has been enough for twenty years and since {{month:-170}} it is not.

Wesley Amankwah is our decontamination lead. He is careful, he is usually right, and he will ask you for things in a list.`,
      },
      {
        key: 'clyst-hello-2',
        from: 'priya',
        to: ['bernadette', 'wesley'],
        at: { day: -153, time: '09:10' },
        text: `Dear Bernadette, dear Wesley,

Thank you. I like lists. Before I say anything about what we make I would like to understand what happened in {{month:-170}}, and what a load is in your house: a cage, a compartment, an hour?

Would a call on {{when:-146}} at two suit you both?`,
      },
      {
        key: 'clyst-hello-3',
        from: 'wesley',
        to: ['priya'],
        cc: ['bernadette'],
        at: { day: -153, time: '12:26' },
        text: `Dear Priya,

Two o'clock suits. A load is one compartment of 50 kg. There are fourteen compartments in each of three tunnels, and one leaves every two and a half minutes. I mention it so that you can do the arithmetic beforehand; most visitors do it aloud, in front of us.`,
      },
    ],
  },
  {
    key: 'clyst-list',
    subject: 'Our requirements, as promised',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-list-1',
        from: 'wesley',
        to: ['priya'],
        cc: ['bernadette'],
        at: { day: -144, time: '16:30' },
        text: `Dear Priya,

Following our call, the list.

1. There must be one record for each load, showing that 71 degrees was held for three minutes, with the load's own number.
2. The probes have to survive 95 degrees, steam, detergent and Arthur.
3. Every probe needs a calibration certificate that an assessor accepts, at least once a year.
4. All data must stay in the United Kingdom.
5. When a load fails, the shift lead has to know before it reaches the press, which is about four minutes.
6. We would like the same for the four dryers, if the price allows.
7. The clean linen store: humidity. Mould on theatre drapes twice since {{month:-190}}, and each time we rewashed eleven hundred pieces.

Points 1 to 5 are conditions. 6 is a wish. 7 is something you did not ask about, but you said I should write down what annoys me.`,
      },
      {
        key: 'clyst-list-2',
        from: 'priya',
        to: ['wesley'],
        cc: ['bernadette', 'isla'],
        at: { day: -141, time: '10:50' },
        text: `Dear Wesley,

In your order. 1: yes, if your tunnel controller will tell us the load number; Isla needs to see its plug. 2: steam yes, 140 degrees yes, Arthur to be tested. 3: yes, ISO 17025, by exchange, so nothing stands still. 4: yes, London. 5: I believe so and would like to measure it before I say it. 6: yes, but let us do 1 first. 7: yes, and it is the cheapest line of all.

Isla would like to come on {{when:-127}} and see the plug, and Arthur.`,
      },
      {
        key: 'clyst-list-3',
        from: 'wesley',
        to: ['priya', 'isla'],
        at: { day: -140, time: '08:35' },
        text: `{{when:-127}} at 9 is in the diary. Please bring safety shoes; ours are only in size 11. The drawing of the controller follows by {{weekday:-137}}.`,
      },
      {
        key: 'clyst-list-4',
        from: 'wesley',
        to: ['isla'],
        cc: ['priya'],
        at: { day: -137, time: '17:12' },
        text: `Dear Isla, the drawing, as promised. Terminal X4 is the one nobody dares to touch.`,
        attachments: [
          {
            name: 'tunnel-2-controller-X4.txt',
            mediaType: 'text/plain',
            text: 'TUNNEL 2 CONTROLLER, TERMINAL X4\n1  0 V\n2  24 V\n3  pulse, load transfer\n4  serial TX, load number, 9600 8N1\n5  DO NOT CONNECT (A. P.)\n',
          },
        ],
      },
    ],
  },
  {
    key: 'clyst-visit',
    subject: 'What I saw in tunnel 2',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-visit-1',
        from: 'isla',
        to: ['wesley', 'arthur'],
        cc: ['bernadette', 'priya'],
        at: { day: -126, time: '15:20' },
        text: `Dear Wesley, dear Arthur,

Thank you for the day and the earplugs. What I found:

- X4 pin 4 speaks the load number at 9600, exactly as drawn. Pin 5 I did not touch. I did look at it.
- A Wren Probe in compartment 9 read through the steel with the lid shut. In compartment 11 it did not; a second Perch above the walkway cures that.
- From the end of a load to a red line on the screen: 38 seconds. You have four minutes.

One thing I'd like to try with you rather than promise: whether three probes a tunnel are enough or you need six.`,
      },
      {
        key: 'clyst-visit-2',
        from: 'arthur',
        to: ['isla'],
        at: { day: -126, time: '18:40' },
        text: `Pin 5 is where the last lot blew the card. £2,300 and four days down. You're the first one who asked. For what it's worth we use wax strips now, one in every twentieth load, I stick them on a board. They only tell you it was hot. They don't tell you how long`,
      },
      {
        key: 'clyst-visit-3',
        from: 'wesley',
        to: ['isla', 'priya'],
        cc: ['helena'],
        at: { day: -125, time: '09:05' },
        text: `Dear both,

Thank you for the note. I copy Dr Vasey, who is our most demanding reader. She would prefer six probes. I would prefer what the measurement says.`,
      },
      {
        key: 'clyst-visit-4',
        from: 'helena',
        to: ['wesley'],
        cc: ['isla', 'priya'],
        at: { day: -124, time: '22:10' },
        text: `Wesley

I prefer what the measurement says too. I asked for six because in my experience the third thermometer is the one that was not in the cold corner.

To be plain about why I care: in {{month:-170}} we had four wound infections on one ward with the same organism and I could rule out the theatre, the dressings and the hands. I could not rule out the sheets. Nobody could. I do not think it was the sheets. I want to be able to know.`,
      },
    ],
  },
  {
    key: 'clyst-offer',
    subject: 'Offer: three tunnels and the clean store',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-offer-1',
        from: 'priya',
        to: ['bernadette', 'wesley'],
        cc: ['pauline', 'isla'],
        at: { day: -111, time: '14:40' },
        text: `Dear Bernadette, dear Wesley,

The offer, in the order of your list. Eighteen probes in three tunnels, eight Wren TH in the clean store, four Perches, Logbook and Nightline: £513 a month. Calibration of all twenty-six once a year: £988. Three days of installation: £2,160. The first year is £9,304.

What is not in it: the dryers (your point 6; I would wait), and any claim that this will find the cause of an infection. It will tell you whether it was the sheets.

Before you decide I propose that we put six probes into tunnel 2 for four weeks at our cost, and that you try to fool it.`,
        attachments: [
          {
            name: 'Offer 2276 Clyst Valley Linen.txt',
            mediaType: 'text/plain',
            text: 'OFFER 2276\n18 Wren Probe   198.00 a month\n 8 Wren TH       64.00\n 4 Perch        116.00\n 1 Logbook       90.00\n 1 Nightline     45.00\n                513.00 a month\n26 Calibration  988.00 a year\n 3 Days        2160.00 once\nFirst year     9304.00 GBP\n',
          },
        ],
      },
      {
        key: 'clyst-offer-2',
        from: 'bernadette',
        to: ['priya'],
        cc: ['wesley', 'pauline'],
        at: { day: -109, time: '09:25' },
        text: `Dear Priya,

I can see what we would get and I can see what we would not, which is unusual. Yes to the four weeks.

How it is decided: Wesley says whether it works, Dr Vasey says whether it is enough, Graham Tull says whether it may be plugged in, and Pauline buys. I sign above £5,000 only after the joint board. Anyone of the first three can stop it. I tell you so that you do not write only to me.`,
      },
      {
        key: 'clyst-offer-3',
        from: 'pauline',
        to: ['priya'],
        cc: ['bernadette'],
        at: { day: -104, time: '11:50' },
        text: `Dear Ms Raman

For an amount above £5,000 we require three written quotations, or a waiver with reasons. Please note our terms: 60 days, no price changes within the term, and we do not accept limitation of liability below the annual value.

All questions to me in writing, please, and not by telephone. I am in the office Monday to Thursday.`,
      },
      {
        key: 'clyst-offer-4',
        from: 'priya',
        to: ['pauline'],
        cc: ['bernadette', 'tomasz'],
        at: { day: -103, time: '10:00' },
        text: `Dear Ms Marsh,

Thank you, that is clear. In writing it shall be. Sixty days and fixed prices are no difficulty. Liability at the annual value I will take to Tomasz Wilk and answer by {{weekday:-99}}.`,
      },
      {
        key: 'clyst-offer-5',
        from: 'tomasz',
        to: ['pauline'],
        cc: ['priya', 'bernadette'],
        at: { day: -99, time: '16:15' },
        text: `Dear Ms Marsh,

On behalf of Priya and on time: we accept liability up to the annual value, and double for loss of data. I attach the wording so that your lawyers may sharpen it.`,
        attachments: [
          {
            name: 'Liability wording.txt',
            mediaType: 'text/plain',
            text: '12.1 Liability is limited to the fees of one year; for loss of recorded data to the fees of two years.\n',
          },
        ],
      },
    ],
  },
  {
    key: 'clyst-security',
    subject: 'RE: Uncontrolled cellular device on estate',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-security-1',
        from: 'graham',
        to: ['wesley', 'priya'],
        cc: ['pauline'],
        at: { day: -86, time: '08:32' },
        text: `Wesley, Ms Raman

I have been asked to approve a trial. I can not. Your gateway is an uncontrolled cellular device on our estate and policy 14.3 forbids those. Putting it on our wireless instead is also not possible because guests and equipment share it until the refresh.

Not approved.`,
        form: 'html-only',
      },
      {
        key: 'clyst-security-2',
        from: 'priya',
        to: ['graham'],
        cc: ['wesley', 'pauline', 'hamish'],
        at: { day: -84, time: '11:40' },
        text: `Dear Mr Tull,

Thank you for saying no with the number of the rule, it let us read it. 14.3 forbids devices that bridge the mobile network to yours. The Perch has no socket for your network and no radio that speaks it: it can hear Wrens and it can reach London, and there is no third thing. The SIM can call one address.

Hamish, who builds it, will take one apart in front of your camera if that helps, and we offer you the SIM's traffic log for the four weeks.`,
      },
      {
        key: 'clyst-security-3',
        from: 'graham',
        to: ['priya'],
        cc: ['wesley', 'hamish'],
        at: { day: -81, time: '09:15' },
        text: `Ms Raman

I took Mr Dey up on it. We spent fifty minutes with a screwdriver, which was the best meeting of the quarter.

I accept that it is not a bridge, 14.3 does not apply. One more thing. I need to see where the data is and who can read it. "London" is a city, not a control.`,
      },
      {
        key: 'clyst-security-4',
        from: 'priya',
        to: ['graham'],
        cc: ['wesley', 'hamish'],
        at: { day: -79, time: '15:05' },
        text: `Dear Mr Tull,

Attached: the two data centres with their addresses and certificates, the list of the four people who can read a customer's data, by name, and how that reading is logged. You may have the log of your own data at any time; it is a page in the Logbook.`,
        attachments: [
          {
            name: 'Where your data is.txt',
            mediaType: 'text/plain',
            text: 'Two data centres, London N and London E, ISO 27001\nEncrypted at rest, keys held by Wrenfold\nReaders: H. Dey, I. Kerr, two on call\nEach reading is logged and shown to the customer\n',
          },
        ],
      },
      {
        key: 'clyst-security-5',
        from: 'graham',
        to: ['priya'],
        cc: ['wesley', 'pauline'],
        at: { day: -75, time: '10:58' },
        text: `Ms Raman

That answers it. I am satisfied on location and on access. The trial is approved for tunnel 2 until {{date:-35}}. For anything permanent I will have further questions.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

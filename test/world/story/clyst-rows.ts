/** What followed from the calls with procurement and the reference? */
import type { MailThread } from '../story-shape.ts'

export const clystRows = [
  {
    key: 'clyst-reference',
    subject: 'Somebody to ring',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-reference-1',
        from: 'priya',
        to: ['callum'],
        at: { day: -35, time: '09:40' },
        text: `Dear Callum,

A hospital laundry has asked me for a reference and I should like to give them you, because you have seen us at our worst and after it. They should hear both. You may of course say no.`,
      },
      {
        key: 'clyst-reference-2',
        from: 'callum',
        to: ['priya'],
        at: { day: -34, time: '08:12' },
        text: `Priya,

Give them my direct line. I shall begin with the van.`,
      },
      {
        key: 'clyst-reference-3',
        from: 'priya',
        to: ['bernadette'],
        cc: ['wesley'],
        at: { day: -33, time: '14:20' },
        text: `Dear Bernadette,

As promised: Callum Rennie, Skerrow Isles Ferries, +44 1847 555 0142, best between ten and noon. He will begin with a van.`,
      },
      {
        key: 'clyst-reference-4',
        from: 'bernadette',
        to: ['priya'],
        at: { day: -29, time: '12:48' },
        text: `Dear Priya,

I rang him. We were forty minutes. I know all about the van, and the soup, and the seven days. It was worth more than ten brochures, and I have told the chair of the board so.`,
      },
      {
        key: 'clyst-reference-5',
        from: 'priya',
        to: ['bernadette'],
        at: { day: -28, time: '08:50' },
        text: `Dear Bernadette,

He begins with the van every time. I am glad that he does.`,
      },
    ],
  },
  {
    key: 'clyst-two-columns',
    subject: 'The rows, nothing else on the page',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-two-columns-1',
        from: 'priya',
        to: ['pauline'],
        cc: ['tomasz', 'bernadette'],
        at: { day: -16, time: '10:05' },
        text: `Dear Ms Marsh,

Seventeen rows, our column filled in, the other one empty. Where we are weaker it says so: storage on the device (60 days, Kelvara's own sheet says 90) and the number of reference sites in laundries (one, and it is yours).

The corrected clause 7 and the option in clause 11 are attached as well, so that the telephone call exists in writing.`,
        attachments: [
          {
            name: 'Rows.csv',
            mediaType: 'text/csv',
            text: 'row,Wrenfold,other\nProbes per tunnel,6,\nReading interval,10 s,\nRecord per load with number,yes,\nCalibration ISO 17025,included as 988.00,\nAlarm to shift lead,38 s measured,\nStorage on device,60 days,\nLaundries in use,1 (trial),\nPrice after option,unchanged,\n',
          },
        ],
      },
      {
        key: 'clyst-two-columns-2',
        from: 'pauline',
        to: ['priya'],
        cc: ['tomasz'],
        at: { day: -14, time: '15:12' },
        text: `Dear Ms Raman

Received with thanks. I note that two of the rows favour the other bidder and that you left them in.`,
      },
      {
        key: 'clyst-two-columns-3',
        from: 'priya',
        to: ['pauline'],
        cc: ['tomasz'],
        at: { day: -13, time: '09:15' },
        text: `Dear Ms Marsh,

They are true, so they stayed in.`,
      },
    ],
  },
  {
    key: 'clyst-raw-numbers',
    subject: 'Raw numbers, tunnel 2',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-raw-numbers-1',
        from: 'isla',
        to: ['helena'],
        cc: ['wesley'],
        at: { day: -55, time: '17:00' },
        text: `Dear Dr Vasey,

The raw file of the first week, unpretty. The coldest probe is in the fourth column. Your own login is on its way in a separate mail.`,
        form: 'base64',
        attachments: [
          {
            name: 'tunnel-2-week-1.csv',
            mediaType: 'text/csv',
            text: 'load,begin,seconds above 71,coldest\n2-8840,21:50,214,72.1\n2-8841,21:52,0,31.4\n2-8842,21:55,221,72.3\n2-8843,21:57,219,72.2\n',
          },
        ],
      },
      {
        key: 'clyst-raw-numbers-2',
        from: 'helena',
        to: ['isla'],
        at: { day: -54, time: '23:08' },
        text: `Thank you. Load 2-8841 at 31 degrees: is that the ice?`,
      },
      {
        key: 'clyst-raw-numbers-3',
        from: 'isla',
        to: ['helena'],
        at: { day: -53, time: '07:40' },
        text: `That is the ice. It was washed again at once, Arthur is thorough in both directions.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

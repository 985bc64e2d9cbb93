/** What does Skerrow ask for next? */
import type { MailThread } from '../story-shape.ts'

export const skerrowFreight = [
  {
    key: 'skerrow-credit',
    subject: 'Credit note, quarter of the holes',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-credit-1',
        from: 'oonagh',
        to: ['fiona'],
        cc: ['maud'],
        at: { day: -110, time: '10:20' },
        text: `Dear Mrs Gow,

Please find the credit note over £3,285.00 for the quarter that Maud promised not to invoice. Nothing for you to do, it is set against the next invoice.`,
        attachments: [
          {
            name: 'CN-0418.txt',
            mediaType: 'text/plain',
            text: 'CREDIT NOTE CN-0418\nSkerrow Isles Ferries\nOne quarter, five vessels  GBP 3,285.00\nReason: continuity of record\n',
          },
        ],
      },
      {
        key: 'skerrow-credit-2',
        from: 'fiona',
        to: ['oonagh'],
        cc: ['maud'],
        at: { day: -109, time: '12:02' },
        text: `Received with thanks. I have been in finance for twenty-six years and this is the first credit note I did not have to ask for.`,
      },
    ],
  },
  {
    key: 'skerrow-ishbel-leaves',
    subject: 'My successor',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-ishbel-leaves-1',
        from: 'ishbel',
        to: ['isla'],
        at: { day: -33, time: '07:05' },
        text: `Dear Isla,

I come ashore for good on {{weekday:-23}}. My successor is Catriona, she is quick and she does not like paper either. Would you give her a login and an hour on board? She will not ask for it herself.

And thank you for the book without holes.`,
      },
      {
        key: 'skerrow-ishbel-leaves-2',
        from: 'isla',
        to: ['ishbel'],
        cc: ['callum'],
        at: { day: -33, time: '08:30' },
        text: `Dear Ishbel,

Thirty-one years! Catriona has her login as of this minute, and I'll come aboard and sit with her on {{weekday:-29}}. I am bringing cake, and it is not for Catriona.`,
      },
      {
        key: 'skerrow-ishbel-leaves-3',
        from: 'callum',
        to: ['isla'],
        at: { day: -28, time: '15:15' },
        text: `Isla, Catriona is delighted and has already found a setting I did not know about. The cake was discussed on three ships.`,
      },
      {
        key: 'skerrow-ishbel-leaves-4',
        from: 'isla',
        to: ['callum'],
        at: { day: -27, time: '09:05' },
        text: `Callum, please ask Catriona which setting. I put it in myself and have forgotten where.`,
      },
    ],
  },
  {
    key: 'skerrow-freight-deck',
    subject: 'Reefer plugs on the freight deck',
    customer: 'skerrow',
    messages: [
      {
        key: 'skerrow-freight-deck-1',
        from: 'magnus',
        to: ['priya'],
        cc: ['callum'],
        at: { day: -12, time: '13:10' },
        text: `Hello Priya,

Callum says you are the people whose box survived Stack Head. I carry salmon. Twelve refrigerated trailers a crossing on Guillemot and twelve on Fulmar, each worth about £90,000 when it is still cold and nothing at all when it is not.

Last month a breaker tripped on plug 7 and nobody knew until Kirkhaven. The haulier's insurer now wants a temperature record for every trailer for every crossing. We are looking for something that watches the 24 plugs and tells the mate on the bridge before the fish knows.

Can it do that? And can it go in before {{month:+45}}, when the volumes double?`,
      },
      {
        key: 'skerrow-freight-deck-2',
        from: 'priya',
        to: ['magnus'],
        cc: ['callum', 'isla'],
        at: { day: -12, time: '16:45' },
        text: `Hello Magnus,

Yes to the record, with a probe at each plug and a second Marine Perch on each freight deck. On "tells the mate on the bridge" I want to be exact: today an alarm goes by network, and where you sail there is none. Hamish has a wired buzzer on the bench that needs no network. I would rather show it to you than describe it.

May we telephone on {{when:-5}}?`,
      },
      {
        key: 'skerrow-freight-deck-3',
        from: 'magnus',
        to: ['priya'],
        cc: ['callum', 'isla'],
        at: { day: -11, time: '07:50' },
        text: `Two o'clock works, I am between tides. Mornings are no use to me, ever.`,
      },
      {
        key: 'skerrow-freight-deck-4',
        from: 'isla',
        to: ['magnus'],
        cc: ['priya', 'callum'],
        at: { day: -4, time: '09:20' },
        text: `Hello Magnus,

Thank you for walking me along the plugs on the telephone, wind and all. I will draw up the freight deck of Guillemot with every probe, cable and the buzzer on it, and you will have the drawing by {{when:+2}}.

One question that decides the cable: is the deck washed down with salt water or with fresh?`,
      },
      {
        key: 'skerrow-freight-deck-5',
        from: 'magnus',
        to: ['isla'],
        cc: ['priya'],
        at: { day: -3, time: '15:30' },
        text: `Salt. Everything here is salt.

Rhona has seen the number and did not blink, which you should know is a good sign. She will want it under £4,500 a year.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

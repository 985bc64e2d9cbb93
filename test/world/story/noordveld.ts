/** Where did Femke go, and what does she need there? */
import type { MailThread } from '../story-shape.ts'

export const noordveld = [
  {
    key: 'noordveld-hello',
    subject: 'Guess where I am',
    customer: 'noordveld',
    messages: [
      {
        key: 'noordveld-hello-1',
        from: 'femkeAtNoordveld',
        to: ['priya'],
        cc: ['isla'],
        at: { day: -30, time: '09:12' },
        text: `Hoi Priya, hoi Isla,

Now I may say it: I am curator of the gene bank at Noordveld. 24,000 accessions, three vaults, one from 1974. I love it and I sleep badly.

I sleep badly because the only warning system is a red lamp above the door of the porter, and since two years there is no porter. We need somebody to be called at night, in three vaults, as we had it in Enkhuizen. And all data has to stay on our own server: the ministry allows no cloud for the collection.

I have money from {{month:+25}}. Can you tell me what it costs, roughly, so that I write the right number in the application?`,
      },
      {
        key: 'noordveld-hello-2',
        from: 'priya',
        to: ['femkeAtNoordveld'],
        cc: ['isla', 'tomasz'],
        at: { day: -29, time: '08:40' },
        text: `Dear Femke,

A gene bank! Nobody deserves three vaults more.

Roughly, and in that order of honesty: the House edition, which runs on your own server, is €9,800 a year; sensors for three vaults of that size perhaps €1,600. So write €11,400 and not less. I will send you an estimate with lines you can show to the ministry by {{day:-9}}, after we have talked about the vault from 1974.`,
      },
      {
        key: 'noordveld-hello-3',
        from: 'femkeAtNoordveld',
        to: ['priya'],
        at: { day: -28, time: '21:25' },
        text: `{{weekday:-17}} at 10? I bring Pieter, he has the keys and the fears.

About my old house I may not say much. Only this: Ruben bought loggers with a USB plug, forty euro each. Sanne reads them every week with a laptop. They are not bad. But they do not ring.`,
      },
      {
        key: 'noordveld-hello-4',
        from: 'priya',
        to: ['femkeAtNoordveld', 'pieter'],
        at: { day: -9, time: '15:30' },
        text: `Dear Femke, dear Pieter,

The estimate, as promised, with a line for each vault. The 1974 vault has its own line because of the steel door: I have put a second Perch there and said why.

It is an estimate and not an offer. If the ministry cuts it, please cut sensors and not the calling.`,
        attachments: [
          {
            name: 'Estimate Noordveld.txt',
            mediaType: 'text/plain',
            text: 'ESTIMATE, not an offer\nHouse edition            9800.00 EUR a year\nVault A  3 Wren TH, 1 Perch   727.20\nVault B  3 Wren TH, 1 Perch   727.20\nVault 1974, second Perch  to be measured\nRound figure for the application 11400.00 EUR\n',
          },
        ],
      },
      {
        key: 'noordveld-hello-5',
        from: 'pieter',
        to: ['priya'],
        cc: ['femkeAtNoordveld'],
        at: { day: -8, time: '11:02' },
        text: `Hello Priya, thanks. One question from me: our fire brigade does not allow anything with a lithium cell inside the 1974 vault. What is in your sensor?`,
      },
      {
        key: 'noordveld-hello-6',
        from: 'priya',
        to: ['pieter'],
        cc: ['femkeAtNoordveld', 'hamish'],
        at: { day: -8, time: '16:20' },
        text: `Hello Pieter,

A lithium cell, I'm afraid, the size of a coin. But the probe version keeps its cell outside the door and sends only a wire in, 3 mm. I'll ask Hamish for the paper your fire brigade will want and send it by {{day:-1}}.`,
      },
      {
        key: 'noordveld-hello-7',
        from: 'priya',
        to: ['pieter'],
        cc: ['femkeAtNoordveld'],
        at: { day: -2, time: '10:35' },
        text: `Hello Pieter,

The paper for the fire brigade, a day early: wire, gland, no cell inside. Hamish has signed it in ink, which he does rarely.`,
        attachments: [
          {
            name: 'Probe without cell, statement.txt',
            mediaType: 'text/plain',
            text: 'The Wren Probe has no battery in the measuring lead. Energy in the lead is below 0.1 mJ.\nH. Dey, {{date:-2}}\n',
          },
        ],
      },
    ],
  },
] as const satisfies readonly MailThread[]

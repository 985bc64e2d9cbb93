/** What do the stories bring in? A mailbox small enough to read: two customers, one promise, some needs, one mail without a date. */

interface SmallMail {
  id: string
  from: string
  to: string
  subject: string
  /** Days before today. */
  daysAgo: number
  text: string
  answers?: string
  dated?: boolean
}

const us = 'Rea Olsen <rea@lindholm.example>'
const edda = 'Edda Brandvold <edda@norrgard-foods.example>'
const mikkel = 'Mikkel Aas <mikkel@norrgard-foods.example>'
const tove = 'Tove Sand <tove@fjellmat.example>'

const mails: SmallMail[] = [
  {
    id: 'a1',
    from: edda,
    to: us,
    subject: 'Scales for the packing hall',
    daysAgo: 30,
    text: 'Dear Rea,\n\nthank you for your visit. We need single sign-on with our Microsoft accounts before anybody here may use it.\nThe scales must send every weighing to our SAP system.\n\nKind regards,\nEdda Brandvold\nHead of packing, Norrgard Foods',
  },
  {
    id: 'a2',
    from: us,
    to: edda,
    subject: 'Re: Scales for the packing hall',
    daysAgo: 29,
    answers: 'a1',
    text: 'Dear Edda,\n\nI will send you the description of the SAP connection by Friday.\n\nRea\n\nOn Monday Edda Brandvold wrote:\n> We need single sign-on with our Microsoft accounts before anybody here may use it.',
  },
  {
    id: 'a3',
    from: mikkel,
    to: us,
    subject: 'Re: Scales for the packing hall',
    daysAgo: 20,
    answers: 'a2',
    text: 'Hello Rea,\n\nwe still type the weights by hand into a spreadsheet every night, which takes two hours.\nWe need single sign-on, otherwise our security team will not approve it.\n\nMikkel',
  },
  {
    id: 'b1',
    from: tove,
    to: us,
    subject: 'A scale for the cold store',
    daysAgo: 12,
    text: 'Hi,\n\nwe need a scale that works at minus 25 degrees. Your price is too high for us, Bizerba offers the same for less.\n\nTove Sand\nFjellmat',
  },
  {
    id: 'c1',
    from: tove,
    to: us,
    subject: 'No date on this one',
    daysAgo: 10,
    dated: false,
    text: 'Hi Rea,\n\nplease call me.\n\nTove',
  },
]

const rendered = (mail: SmallMail, now: number): string => {
  const at = new Date(now - mail.daysAgo * 86_400_000).toUTCString()
  return [
    `From MAILER-DAEMON Thu Jan  1 00:00:00 2026`,
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject}`,
    ...(mail.dated === false ? [] : [`Date: ${at}`]),
    `Message-ID: <${mail.id}@story.example>`,
    ...(mail.answers ? [`In-Reply-To: <${mail.answers}@story.example>`, `References: <${mail.answers}@story.example>`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset="utf-8"',
    '',
    mail.text.replace(/^(>*From )/gm, '>$1'),
    '',
    '',
  ].join('\n')
}

/** Five mails, dated back from now; the last mail stands in it twice, as mailboxes have it. */
export function smallMailbox(now = Date.now()): string {
  const all = mails.map((mail) => rendered(mail, now))
  return [...all, all.at(-1) ?? ''].join('')
}

export const smallMailCount = mails.length

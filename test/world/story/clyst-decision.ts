/** What did the trial show, and what stands between the laundry and a yes? */
import type { MailThread } from '../story-shape.ts'

export const clystDecision = [
  {
    key: 'clyst-trial',
    subject: 'Tunnel 2, trial diary',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-trial-1',
        from: 'isla',
        to: ['wesley', 'arthur'],
        cc: ['priya', 'helena'],
        at: { day: -59, time: '17:30' },
        text: `Six probes are in tunnel 2 and every load since 15:10 has its own page. Please try to fool it, all of you. I leave a log book by the walkway for what you try, so that we can compare.

I will send you a comparison of three probes against six by {{day:-38}}.`,
      },
      {
        key: 'clyst-trial-2',
        from: 'arthur',
        to: ['isla'],
        at: { day: -57, time: '22:15' },
        text: `Put a bag of ice in comp 9 with load 2-8841. It saw it. Put a torch battery on the probe. It saw that too. Opened the steam valve late by 40 secs. It saw it and told me before I'd got down the ladder. I'm running out of ideas`,
      },
      {
        key: 'clyst-trial-3',
        from: 'arthur',
        to: ['isla'],
        at: { day: -56, time: '05:50' },
        text: `Found one. Probe 4 works loose with the vibration, third night running. The clip wants to be steel not plastic`,
      },
      {
        key: 'clyst-trial-4',
        from: 'isla',
        to: ['arthur'],
        cc: ['wesley', 'hamish'],
        at: { day: -56, time: '08:20' },
        text: `Arthur, that is a real one. I'll post you six steel clips at lunch, they will be there on {{weekday:-54}}.`,
      },
      {
        key: 'clyst-trial-5',
        from: 'arthur',
        to: ['isla'],
        at: { day: -54, time: '14:02' },
        text: `Clips came. They hold`,
      },
      {
        key: 'clyst-trial-6',
        from: 'wesley',
        to: ['isla', 'priya', 'helena'],
        cc: ['bernadette'],
        at: { day: -48, time: '07:55' },
        text: `Dear all,

This was not a trick. Last night at 02:36 load 2-9417, bed linen for the renal ward, held 71 degrees for two minutes and eleven seconds. A steam trap had stuck. Arthur had the load back in the tunnel at 02:39.

Our own chart of the machine shows nothing. The wax strip was in a different load. In the old way those sheets would be on beds this morning, and nobody would ever have known, and probably nothing would have come of it.

Probably is the word I have worked with for twenty years.`,
      },
      {
        key: 'clyst-trial-7',
        from: 'helena',
        to: ['wesley'],
        cc: ['isla', 'priya', 'bernadette'],
        at: { day: -48, time: '08:30' },
        text: `Wesley

This is what I asked for. From my side it is enough, and I will say so to the board in those words.

I would want it on all three tunnels before the next norovirus season and not after it.`,
      },
      {
        key: 'clyst-trial-8',
        from: 'isla',
        to: ['wesley', 'helena'],
        cc: ['priya', 'arthur'],
        at: { day: -38, time: '16:20' },
        text: `Dear Wesley, dear Dr Vasey,

Three against six, as promised. In 11,412 loads, three probes would have missed one of the four cold loads, the one on {{weekday:-48}}. The cold corner was at probe 5. Dr Vasey's third thermometer exists.

So: six.`,
        attachments: [
          {
            name: 'three-against-six.csv',
            mediaType: 'text/csv',
            text: 'probes,loads,cold loads,seen,missed,false alarms\n3,11412,4,3,1,2\n6,11412,4,4,0,2\n',
          },
        ],
      },
    ],
  },
  {
    key: 'clyst-quotes',
    subject: 'Quotation 2276: comparison',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-quotes-1',
        from: 'pauline',
        to: ['priya'],
        cc: ['bernadette', 'wesley'],
        at: { day: -41, time: '10:30' },
        text: `Dear Ms Raman

We now hold three quotations. Kelvara have quoted £6,900 for the first year against your £9,304. A difference of 35 per cent can not be justified to the joint board on the basis of preference. Please review your price.`,
      },
      {
        key: 'clyst-quotes-2',
        from: 'priya',
        to: ['pauline'],
        cc: ['bernadette', 'wesley', 'tomasz'],
        at: { day: -38, time: '11:25' },
        text: `Dear Ms Marsh,

You are right that preference is not a reason. May I show the difference line by line? As far as I can see from what Wesley was allowed to tell me, Kelvara's £6,900 is for three probes a tunnel and a reading every five minutes. A load takes two and a half minutes, so every second load has no reading. It does not include calibration, which for twenty-six sensors is £988 with us.

For the same scope as theirs, three probes a tunnel and no calibration, we would be at £7,128 for the first year. I do not recommend that scope; the measurement of {{day:-38}} says why.

If their offer is wider than I think, I would like to be corrected.`,
      },
      {
        key: 'clyst-quotes-3',
        from: 'pauline',
        to: ['priya'],
        cc: ['bernadette', 'wesley'],
        at: { day: -36, time: '15:44' },
        text: `Dear Ms Raman

I have verified the scope with the other bidder. Your comparison is correct. That explains the difference and I am content to recommend on it.`,
      },
      {
        key: 'clyst-quotes-4',
        from: 'bernadette',
        to: ['priya'],
        cc: ['wesley', 'pauline'],
        at: { day: -30, time: '09:10' },
        text: `Dear Priya,

The joint board sits on {{when:+4}}. Everything has to be in Pauline's hands four working days before that or it waits for the next one, which is three months.

I want this. I am telling you that because it is true and because you will not use it against me.`,
      },
      {
        key: 'clyst-quotes-5',
        from: 'wesley',
        to: ['priya'],
        cc: ['bernadette', 'isla'],
        at: { day: -15, time: '13:33' },
        text: `Dear Priya,

A correction to my list of requirements. We no longer need the dryers: the hospitals are replacing all four with machines that keep their own record. Please take point 6 out of anything you have planned.

The clean store remains. We had the drapes again last week.`,
      },
      {
        key: 'clyst-quotes-6',
        from: 'pauline',
        to: ['priya'],
        at: { day: -8, time: '16:02' },
        automatic: true,
        quotes: false,
        subject: 'Automatic reply: Quotation 2276: comparison',
        text: `I am out of the office and will be back on {{weekday:-6}}. For urgent matters please contact the procurement desk.`,
      },
      {
        key: 'clyst-quotes-7',
        from: 'pauline',
        to: ['priya'],
        cc: ['bernadette'],
        at: { day: -6, time: '09:20' },
        text: `Dear Ms Raman

Since my last message the position has changed. All budgets are reduced by five per cent with immediate effect, and Kelvara have come back with £6,200 for one reading a minute. I am afraid the price question is open again: £9,304 is above what I can put before the board.

I need your final position in writing before the papers go out.`,
      },
      {
        key: 'clyst-quotes-8',
        from: 'priya',
        to: ['pauline'],
        cc: ['bernadette', 'tomasz'],
        at: { day: -5, time: '12:10' },
        text: `Dear Ms Marsh,

Thank you for telling me plainly. I do not want to answer a changed question with an old paper, nor with a hurried number. You will have our final position by {{weekday:0}}.

One question that helps me: does the £6,200 now include six probes a tunnel and the certificates?`,
      },
    ],
  },
  {
    key: 'clyst-one-more-thing',
    subject: 'Permanent installation: one more thing',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-one-more-thing-1',
        from: 'graham',
        to: ['priya'],
        cc: ['wesley'],
        at: { day: -4, time: '08:47' },
        text: `Ms Raman

As announced. For a permanent installation I need your patch policy in writing: how soon after a known vulnerability, who decides, how I am told. Without it I will not sign the change request, however good the sheets are.`,
        form: 'html-only',
      },
      {
        key: 'clyst-one-more-thing-2',
        from: 'priya',
        to: ['graham'],
        cc: ['wesley', 'hamish'],
        at: { day: -3, time: '10:25' },
        text: `Dear Mr Tull,

Fair, and it was announced. Hamish has it in his head and partly in a drawer. You will have the patch policy in writing, signed by him, by {{weekday:+1}}.`,
      },
      {
        key: 'clyst-one-more-thing-3',
        from: 'hamish',
        to: ['priya'],
        at: { day: -3, time: '10:40' },
        quotes: false,
        text: `Critical 7 days, rest 30, fleet-wide staged, customer told before and after. It's four sentences. I'd rather write them on a day when nobody is standing behind me.`,
      },
      {
        key: 'clyst-one-more-thing-4',
        from: 'wesley',
        to: ['priya'],
        cc: ['bernadette'],
        at: { day: -2, time: '16:50' },
        quotes: false,
        text: `Dear Priya,

Between us: Bernadette will be asked by the board what happens to the record if your company does not exist in ten years. Our retention is eight years. We would need a full export in a form that we can read without you.

Can you say something about that before {{when:+4}}? And will you be in the room? She would like you to be.`,
      },
    ],
  },
  {
    key: 'clyst-exe-dock',
    subject: 'A second house',
    customer: 'clyst',
    messages: [
      {
        key: 'clyst-exe-dock-1',
        from: 'bernadette',
        to: ['priya'],
        at: { day: -22, time: '18:20' },
        text: `Dear Priya,

Not for the file yet. If the board says yes, the plant at Exe Dock will want the same, one tunnel and a store. Their manager has read Wesley's note about load 2-9417 and has not slept since.

Please do not write to him before the board. It would look as if I had already decided.`,
      },
      {
        key: 'clyst-exe-dock-2',
        from: 'priya',
        to: ['bernadette'],
        at: { day: -21, time: '08:30' },
        text: `Dear Bernadette,

I will not write to Exe Dock until you tell me that I may. Thank you for trusting me with it.`,
      },
    ],
  },
] as const satisfies readonly MailThread[]

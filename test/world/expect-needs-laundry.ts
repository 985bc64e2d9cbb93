/** Which needs would a careful reader find with the laundry, and what became of them? */
import type { ExpectedNeed } from './story-shape.ts'

export const needsLaundry = [
  {
    customer: 'clyst',
    statement: 'One record for each load proving 71 degrees for three minutes',
    category: 'compliance',
    priority: 'must',
    state: 'confirmed',
    spans: [
      {
        in: 'clyst-hello-1',
        kind: 'implicit',
        quote: 'what we cannot do is show it for the load that somebody asks about.',
      },
      {
        in: 'call-clyst-discovery',
        kind: 'explicit',
        quote: 'I need to be able to name a load and see its temperature, minute by minute, eight years later.',
      },
      {
        in: 'clyst-list-1',
        kind: 'explicit',
        quote:
          "There must be one record for each load, showing that 71 degrees was held for three minutes, with the load's own number.",
      },
      { in: 'clyst-visit-2', kind: 'implicit', quote: "They don't tell you how long" },
    ],
    settledBy: { in: 'clyst-trial-7', quote: 'From my side it is enough, and I will say so to the board in those words.' },
  },
  {
    customer: 'clyst',
    statement: 'Probes that survive 95 degrees, steam and detergent',
    category: 'reliability',
    priority: 'must',
    state: 'found',
    spans: [
      { in: 'clyst-list-1', kind: 'explicit', quote: 'The probes have to survive 95 degrees, steam, detergent and Arthur.' },
      { in: 'call-clyst-discovery', kind: 'implicit', quote: 'Our last wireless thermometers lasted five weeks.' },
    ],
  },
  {
    customer: 'clyst',
    statement: 'All data stays in the United Kingdom',
    category: 'security',
    priority: 'must',
    state: 'confirmed',
    spans: [{ in: 'clyst-list-1', kind: 'explicit', quote: 'All data must stay in the United Kingdom.' }],
    settledBy: { in: 'clyst-security-5', quote: 'I am satisfied on location and on access.' },
  },
  {
    customer: 'clyst',
    statement: 'Tell the shift lead of a failed load within four minutes',
    category: 'performance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'clyst-list-1',
        kind: 'explicit',
        quote: 'When a load fails, the shift lead has to know before it reaches the press, which is about four minutes.',
      },
      { in: 'call-clyst-discovery', kind: 'explicit', quote: 'And I want to hear about a bad load before my customer does.' },
    ],
  },
  {
    customer: 'clyst',
    statement: 'Monitor the four dryers',
    category: 'functionality',
    priority: 'could',
    state: 'withdrawn',
    spans: [{ in: 'clyst-list-1', kind: 'explicit', quote: 'We would like the same for the four dryers, if the price allows.' }],
    settledBy: { in: 'clyst-quotes-5', quote: 'We no longer need the dryers' },
  },
  {
    customer: 'clyst',
    statement: 'Watch humidity in the clean linen store',
    category: 'functionality',
    priority: 'should',
    state: 'found',
    spans: [
      {
        in: 'clyst-list-1',
        kind: 'implicit',
        quote: 'Mould on theatre drapes twice since {{month:-190}}, and each time we rewashed eleven hundred pieces.',
      },
      { in: 'clyst-quotes-5', kind: 'implicit', quote: 'We had the drapes again last week.' },
    ],
  },
  {
    customer: 'clyst',
    statement: 'Full export readable without the vendor for eight years',
    category: 'data',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'clyst-one-more-thing-4',
        kind: 'explicit',
        quote: 'We would need a full export in a form that we can read without you.',
      },
    ],
  },
  {
    customer: 'clyst',
    statement: 'Colours instead of words for night staff',
    category: 'usability',
    priority: 'should',
    state: 'found',
    spans: [{ in: 'call-clyst-discovery', kind: 'implicit', quote: 'Some of our night staff read very little.' }],
  },
  {
    customer: 'clyst',
    statement: 'Own read-only login for the infection-control doctor',
    category: 'security',
    priority: 'should',
    state: 'confirmed',
    spans: [
      {
        in: 'call-clyst-infection-control',
        kind: 'explicit',
        quote: 'I must be able to see it without asking the laundry, on my own screen, at eleven at night.',
      },
    ],
  },
  {
    customer: 'clyst',
    statement: 'Patch policy in writing',
    category: 'security',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'clyst-one-more-thing-1',
        kind: 'explicit',
        quote: 'For a permanent installation I need your patch policy in writing',
      },
    ],
  },
  {
    customer: 'clyst',
    statement: 'Calibration certificate of every probe, yearly',
    category: 'compliance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'clyst-list-1',
        kind: 'explicit',
        quote: 'Every probe needs a calibration certificate that an assessor accepts, at least once a year.',
      },
    ],
  },
  {
    customer: 'clyst',
    statement: 'All three tunnels before the next norovirus season',
    category: 'timeline',
    priority: 'should',
    state: 'found',
    spans: [
      {
        in: 'clyst-trial-7',
        kind: 'explicit',
        quote: 'I would want it on all three tunnels before the next norovirus season and not after it.',
      },
    ],
  },
  {
    customer: 'clyst',
    statement: 'An alarm that is heard at 86 decibels, and no siren for a low battery',
    category: 'usability',
    priority: 'must',
    state: 'found',
    spans: [
      { in: 'call-clyst-discovery', kind: 'explicit', quote: 'It has to be loud, it is eighty-six decibels in there.' },
      {
        in: 'call-clyst-trial-review',
        kind: 'explicit',
        quote: "And it must not beep when it's only telling you the battery's low, I nearly went up the ladder for that.",
      },
    ],
  },
] as const satisfies readonly ExpectedNeed[]

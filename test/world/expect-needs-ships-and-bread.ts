/** Which needs would a careful reader find with the ferries and the bakers, and what became of them? */
import type { ExpectedNeed } from './story-shape.ts'

export const needsShipsAndBread = [
  {
    customer: 'skerrow',
    statement: 'Keep recording without a network and through power changes',
    category: 'reliability',
    priority: 'must',
    state: 'met',
    spans: [
      {
        in: 'skerrow-galley-gap-1',
        kind: 'explicit',
        quote: 'We must have a continuous record for every refrigerated space, with or without a network.',
      },
      {
        in: 'skerrow-purser-1',
        kind: 'implicit',
        quote:
          'My girls are back to writing the galley fridges on paper every four hours, which is what we bought your machines to be rid of.',
      },
      { in: 'skerrow-donnie-1', kind: 'explicit', quote: 'put a battery in it' },
      {
        in: 'call-skerrow-review',
        kind: 'explicit',
        quote: 'The log has to go on writing itself when there is no signal and when the power blinks',
      },
      { in: 'call-skerrow-soup', kind: 'explicit', quote: 'I need a record I can put in front of a coroner, Ms Ellery.' },
    ],
    settledBy: { in: 'skerrow-gale-1', quote: 'There is no hole in it.' },
  },
  {
    customer: 'skerrow',
    statement: 'Weekly report of exceptions and signature page only',
    category: 'reporting',
    priority: 'could',
    state: 'met',
    settledBy: { in: 'skerrow-marine-perch-2', quote: 'The report of two pages came this morning as well.' },
    spans: [{ in: 'call-skerrow-review', kind: 'explicit', quote: 'If it could be just those two I would save a small forest.' }],
  },
  {
    customer: 'skerrow',
    statement: 'No hand-written temperature rounds on board',
    category: 'automation',
    priority: 'should',
    state: 'met',
    spans: [
      {
        in: 'skerrow-purser-1',
        kind: 'implicit',
        quote: "It is forty minutes of a purser's day and she has three hundred passengers to feed.",
      },
      { in: 'call-skerrow-soup', kind: 'implicit', quote: 'We are writing every fridge by hand on four ships.' },
    ],
    settledBy: { in: 'skerrow-ishbel-leaves-1', quote: 'And thank you for the book without holes.' },
  },
  {
    customer: 'skerrow',
    statement: 'Watch 24 reefer plugs and warn the bridge',
    category: 'functionality',
    priority: 'must',
    state: 'confirmed',
    spans: [
      {
        in: 'skerrow-freight-deck-1',
        kind: 'explicit',
        quote: 'We are looking for something that watches the 24 plugs and tells the mate on the bridge before the fish knows.',
      },
      {
        in: 'skerrow-freight-deck-1',
        kind: 'implicit',
        quote: 'Last month a breaker tripped on plug 7 and nobody knew until Kirkhaven.',
      },
      {
        in: 'call-skerrow-freight',
        kind: 'explicit',
        quote: 'It must ring on the bridge, not on some telephone in an office, and it must ring within five minutes.',
      },
    ],
  },
  {
    customer: 'skerrow',
    statement: 'Temperature record of every trailer and crossing for the insurer, kept two years',
    category: 'compliance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'skerrow-freight-deck-1',
        kind: 'explicit',
        quote: "The haulier's insurer now wants a temperature record for every trailer for every crossing.",
      },
      {
        in: 'call-skerrow-freight',
        kind: 'explicit',
        quote: 'A reading every fifteen minutes for each trailer, kept for two years.',
      },
    ],
  },
  {
    customer: 'skerrow',
    statement: 'Freight deck under £4,500 a year',
    category: 'cost',
    priority: 'must',
    state: 'found',
    spans: [{ in: 'skerrow-freight-deck-5', kind: 'explicit', quote: 'She will want it under £4,500 a year.' }],
  },
  {
    customer: 'pargeter',
    statement: 'Record every fridge and freezer without writing anything down',
    category: 'automation',
    priority: 'must',
    state: 'met',
    spans: [
      {
        in: 'pargeter-hello-2',
        kind: 'explicit',
        quote: 'we need every fridge and freezer recorded without anybody writing anything down',
      },
      {
        in: 'pargeter-hello-6',
        kind: 'implicit',
        quote:
          'the shops spend twenty minutes a day each on temperature sheets, which is about eleven hours across the business, every day, on writing numbers that nobody reads.',
      },
      {
        in: 'call-pargeter-night',
        kind: 'implicit',
        quote: 'The lad on nights writes minus eighteen down the whole column at the start of his shift.',
      },
    ],
    settledBy: {
      in: 'pargeter-rollout-8',
      quote: 'No more paper in any of the 34 shops: that was what we asked for and it is done.',
    },
  },
  {
    customer: 'pargeter',
    statement: 'Show the record to an auditor within an hour',
    category: 'compliance',
    priority: 'must',
    state: 'met',
    spans: [
      {
        in: 'pargeter-hello-2',
        kind: 'explicit',
        quote: 'the record must be available to an auditor within an hour of being asked',
      },
      {
        in: 'call-pargeter-night',
        kind: 'explicit',
        quote: 'The auditor asks for a sensor and a day, and I need to show her within the hour, with the calibration.',
      },
      {
        in: 'pargeter-audit-1',
        kind: 'implicit',
        quote:
          'Then she asked for the same from a shop that is not in the pilot and we spent fifty minutes looking for a ring binder that turned out to be holding a door open.',
      },
    ],
    settledBy: { in: 'pargeter-audit-1', quote: 'I gave it to her before her coffee was cold.' },
  },
  {
    customer: 'pargeter',
    statement: 'Wake somebody when the plant freezer fails',
    category: 'reliability',
    priority: 'must',
    state: 'met',
    spans: [
      {
        in: 'pargeter-hello-2',
        kind: 'explicit',
        quote: 'somebody has to be woken when the plant freezer goes, because twice last year nobody was.',
      },
      { in: 'pargeter-hello-4', kind: 'explicit', quote: 'i just want my phone to ring' },
      {
        in: 'call-pargeter-night',
        kind: 'explicit',
        quote: "It has to ring, I've got flour on my hands.",
      },
    ],
    settledBy: { in: 'pargeter-first-alarm-2', quote: '1100 croissants still croissants.' },
  },
  {
    customer: 'pargeter',
    statement: 'Readings in their own dashboard by API, apart from the till network',
    category: 'integration',
    priority: 'should',
    state: 'met',
    spans: [
      { in: 'pargeter-install-3', kind: 'explicit', quote: "it can't be on the till network" },
      { in: 'pargeter-install-3', kind: 'explicit', quote: 'I want to see the readings in our own dashboard' },
    ],
    settledBy: { in: 'pargeter-install-5', quote: 'Key and page attached, Lorna.' },
  },
  {
    customer: 'pargeter',
    statement: 'Calibration certificate on the same page as the reading',
    category: 'reporting',
    priority: 'should',
    state: 'confirmed',
    spans: [
      {
        in: 'pargeter-audit-1',
        kind: 'explicit',
        quote: 'the calibration certificates should be on the same page as the reading',
      },
    ],
  },
  {
    customer: 'pargeter',
    statement: 'Alarm text in Polish and Romanian',
    category: 'usability',
    priority: 'must',
    state: 'met',
    spans: [
      {
        in: 'pargeter-all-shops-5',
        kind: 'explicit',
        quote: 'The alarm text on the shop screen has to be in Polish and Romanian as well, or it will be ignored politely.',
      },
      { in: 'pargeter-all-shops-5', kind: 'implicit', quote: 'Twelve of my shop managers do not read English easily.' },
    ],
    settledBy: { in: 'pargeter-romanian-2', quote: 'Doina at Foregate has read it and says it sounds like a person.' },
  },
  {
    customer: 'pargeter',
    statement: 'Silence the alarm while defrosting on purpose',
    category: 'usability',
    priority: 'should',
    state: 'met',
    spans: [
      {
        in: 'pargeter-rollout-3',
        kind: 'explicit',
        quote: "is there any way to stop the beep when we're defrosting on purpose?",
      },
    ],
    settledBy: { in: 'pargeter-rollout-5', quote: '3 seconds!! all this time.' },
  },
  {
    customer: 'pargeter',
    statement: 'Night alarm to a rota of four before Kev goes on holiday',
    category: 'functionality',
    priority: 'must',
    state: 'confirmed',
    spans: [
      { in: 'pargeter-night-list-1', kind: 'implicit', quote: 'who does it ring when im on the beach. cant just be me' },
      { in: 'pargeter-night-list-3', kind: 'explicit', quote: 'We need a rota of four for the plant and the two depots' },
    ],
  },
  {
    customer: 'skerrow',
    statement: 'A box that can be hosed down',
    category: 'reliability',
    priority: 'should',
    state: 'found',
    spans: [{ in: 'skerrow-donnie-4', kind: 'explicit', quote: 'we will want to hose it down' }],
  },
  {
    customer: 'skerrow',
    statement: 'Freight deck running before the volumes double',
    category: 'timeline',
    priority: 'should',
    state: 'found',
    spans: [
      {
        in: 'skerrow-freight-deck-1',
        kind: 'explicit',
        quote: 'And can it go in before {{month:+45}}, when the volumes double?',
      },
    ],
  },
  {
    customer: 'pargeter',
    statement: 'Pilot installed before the auditor may come',
    category: 'timeline',
    priority: 'must',
    state: 'met',
    spans: [{ in: 'pargeter-offer-6', kind: 'explicit', quote: 'It must be installed before {{day:-190}}' }],
    settledBy: { in: 'pargeter-install-7', quote: 'All in: the plant and four shops, four days before you asked for it.' },
  },
] as const satisfies readonly ExpectedNeed[]

/** Which needs would a careful reader find with seed, theatre and spindles, and what became of them? */
import type { ExpectedNeed } from './story-shape.ts'

export const needsOthers = [
  {
    customer: 'oudepolder',
    statement: 'Temperature and humidity on six places in each drying hall',
    category: 'functionality',
    priority: 'should',
    state: 'withdrawn',
    spans: [
      {
        in: 'polder-halls-1',
        kind: 'explicit',
        quote: 'I want in the halls what I have in the vault.',
      },
      {
        in: 'polder-halls-1',
        kind: 'implicit',
        quote: 'in the halls we have one dial on the wall and a man called Henk.',
      },
      { in: 'call-polder-halls', kind: 'explicit', quote: 'Six places in each hall, that is what I would like.' },
    ],
    settledBy: { in: 'polder-ruben-4', quote: 'Halls: no.' },
  },
  {
    customer: 'oudepolder',
    statement: 'Save six per cent over all contracts',
    category: 'cost',
    priority: 'must',
    state: 'found',
    spans: [{ in: 'call-polder-goodbye', kind: 'explicit', quote: 'I must save six percent over everything.' }],
  },
  {
    customer: 'noordveld',
    statement: 'Call somebody at night for three vaults',
    category: 'functionality',
    priority: 'must',
    state: 'confirmed',
    spans: [
      {
        in: 'noordveld-hello-1',
        kind: 'explicit',
        quote: 'We need somebody to be called at night, in three vaults, as we had it in Enkhuizen.',
      },
      { in: 'call-noordveld', kind: 'implicit', quote: 'So I drive here on Sundays to look at a lamp.' },
    ],
  },
  {
    customer: 'noordveld',
    statement: 'All data on their own server',
    category: 'deployment',
    priority: 'must',
    state: 'found',
    spans: [
      { in: 'noordveld-hello-1', kind: 'explicit', quote: 'all data has to stay on our own server' },
      {
        in: 'call-noordveld',
        kind: 'explicit',
        quote: 'It must run on our own server, and an auditor from the ministry has to be able to read it.',
      },
    ],
  },
  {
    customer: 'noordveld',
    statement: 'No lithium cell inside the 1974 vault',
    category: 'compliance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'noordveld-hello-5',
        kind: 'explicit',
        quote: 'our fire brigade does not allow anything with a lithium cell inside the 1974 vault.',
      },
    ],
  },
  {
    customer: 'playhouse',
    statement: 'No light from a sensor in a blackout',
    category: 'functionality',
    priority: 'must',
    state: 'confirmed',
    spans: [
      { in: 'playhouse-list-1', kind: 'explicit', quote: 'And nothing may blink.' },
      { in: 'call-playhouse', kind: 'explicit', quote: 'Make a noise, trail a wire, or show a light.' },
      { in: 'playhouse-blackout-1', kind: 'implicit', quote: 'From row G it is a firefly.' },
    ],
  },
  {
    customer: 'playhouse',
    statement: 'Humidity record for the insurers: piano and safety curtain',
    category: 'compliance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'call-playhouse',
        kind: 'explicit',
        quote:
          'They want a record of humidity for the piano and the safety curtain, or the premium goes up by nine hundred pounds at renewal.',
      },
      { in: 'playhouse-list-1', kind: 'explicit', quote: 'must stay between 45 and 55 per cent' },
    ],
  },
  {
    customer: 'playhouse',
    statement: 'A heat limit on the grid above which the crew comes down',
    category: 'functionality',
    priority: 'should',
    state: 'found',
    spans: [
      { in: 'call-playhouse', kind: 'explicit', quote: 'There should be a number, and above that number they come down.' },
      {
        in: 'playhouse-list-1',
        kind: 'implicit',
        quote: 'gets to 38 degrees above the lamps in act two, which is when the flying crew are up there.',
      },
    ],
  },
  {
    customer: 'playhouse',
    statement: 'Watch the climate of the costume store',
    category: 'functionality',
    priority: 'should',
    state: 'met',
    spans: [{ in: 'playhouse-list-2', kind: 'implicit', quote: 'I open the window with one hand and close it with the other.' }],
    settledBy: { in: 'playhouse-wardrobe-5', quote: 'The cape is on my kitchen table and it is well.' },
  },
  {
    customer: 'hollenstedt',
    statement: 'Betrieb auf dem eigenen Server, ohne Cloud',
    category: 'deployment',
    priority: 'must',
    state: 'confirmed',
    spans: [
      {
        in: 'hollenstedt-anfrage-1',
        kind: 'explicit',
        quote: 'Wir benötigen eine Lösung, die auf unserem eigenen Server läuft.',
      },
      {
        in: 'call-hollenstedt-handover',
        kind: 'explicit',
        quote: 'the system must work with the network cable pulled out.',
      },
      { in: 'call-hollenstedt-handover', kind: 'explicit', quote: 'And it has to run on Windows Server.' },
    ],
    settledBy: { in: 'hollenstedt-testserver-5', quote: 'Von der IT aus kann bestellt werden.' },
  },
  {
    customer: 'hollenstedt',
    statement: '20 °C ± 0,5 K lückenlos nachweisen',
    category: 'compliance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'hollenstedt-anfrage-1',
        kind: 'explicit',
        quote: 'Die Temperatur muss dort 20 °C ± 0,5 K betragen und lückenlos nachgewiesen werden.',
      },
      {
        in: 'hollenstedt-anfrage-1',
        kind: 'implicit',
        quote: 'seit einem Jahr bekommen wir keine Papierstreifen mehr.',
      },
    ],
  },
  {
    customer: 'hollenstedt',
    statement: 'Offene Tür sofort sehen, Lampe an der Tür',
    category: 'functionality',
    priority: 'should',
    state: 'confirmed',
    spans: [
      { in: 'hollenstedt-messraum-1', kind: 'explicit', quote: 'Ich möchte es sofort sehen, am besten eine Lampe an der Tür.' },
      {
        in: 'hollenstedt-messraum-1',
        kind: 'implicit',
        quote: 'Dann warte ich zwei Stunden, bis ich wieder messen darf.',
      },
    ],
  },
  {
    customer: 'hollenstedt',
    statement: 'Sample calibration certificate before the audit',
    category: 'compliance',
    priority: 'must',
    state: 'found',
    spans: [
      {
        in: 'call-hollenstedt-handover',
        kind: 'explicit',
        quote: 'I need one sample of the certificate before the audit, with the accreditation number',
      },
      { in: 'call-hollenstedt-handover', kind: 'implicit', quote: 'He looks at the certificate of the thermometer.' },
    ],
  },
  {
    customer: 'hollenstedt',
    statement: 'Anmeldung über das Active Directory',
    category: 'integration',
    priority: 'must',
    state: 'met',
    spans: [{ in: 'hollenstedt-testserver-2', kind: 'explicit', quote: 'Anmeldung muss über unser Active Directory gehen' }],
    settledBy: { in: 'hollenstedt-testserver-5', quote: 'Anmeldung läuft, Sicherung 3 Minuten.' },
  },
  {
    customer: 'noordveld',
    statement: 'A server that needs nothing from Facilities',
    category: 'usability',
    priority: 'could',
    state: 'found',
    spans: [{ in: 'call-noordveld', kind: 'explicit', quote: "I'd like it to need nothing from me." }],
  },
  {
    customer: 'playhouse',
    statement: 'In place by the opening',
    category: 'timeline',
    priority: 'must',
    state: 'found',
    spans: [{ in: 'playhouse-list-1', kind: 'explicit', quote: 'It has to be in by the opening on {{date:-118}}.' }],
  },
  {
    customer: 'playhouse',
    statement: 'What Wardrobe has, for the other rooms',
    category: 'functionality',
    priority: 'should',
    state: 'found',
    spans: [{ in: 'playhouse-wardrobe-5', kind: 'explicit', quote: "I'd like the other rooms to have what I have." }],
  },
  {
    customer: 'tarrant',
    statement: 'No more than £500 this year',
    category: 'cost',
    priority: 'must',
    state: 'found',
    spans: [{ in: 'tarrant-cheese-1', kind: 'explicit', quote: "We can't spend more than five hundred pounds this year." }],
  },
] as const satisfies readonly ExpectedNeed[]

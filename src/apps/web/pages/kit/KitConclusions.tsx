/** How do conclusions look, and how do they say why? */
import { Bars } from '#foundation/ui/Bars.tsx'
import { FindingChip } from '#foundation/ui/FindingChip.tsx'
import { NumberWithInterval } from '#foundation/ui/NumberWithInterval.tsx'
import { Sparkline } from '#foundation/ui/Sparkline.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { toast } from '#foundation/ui/Toasts.tsx'
import { useWhy, type Why, type WhyContent, WhyLink } from '#foundation/ui/useWhy.tsx'
import { WhyBody } from '#foundation/ui/WhyPanel.tsx'
import { Both, Sample } from './Both.tsx'
import { kinds, longName } from './sample.ts'

const content: WhyContent = {
  conclusion: 'Stadtwerke Aalen must have single sign-on through Entra.',
  sure: { confidence: 0.86, n: 3 },
  standing: 'No one has confirmed it yet.',
  quotes: [
    {
      id: 'q1',
      text: 'Single sign-on through Entra is a must for us, IT will not let anything in without it.',
      who: 'Dana Weber',
      when: new Date(Date.now() - 2 * 86_400_000).toISOString(),
      where: 'Re: Offer and next steps',
      kind: kinds.need,
      href: '/kit',
    },
    {
      id: 'q2',
      text: 'Does it do SSO?',
      who: 'Ingrid Solheim',
      when: '2026-09-14T10:00:00Z',
      where: 'First call',
      kind: kinds.need,
      href: '/kit',
    },
  ],
  rows: [
    { id: 'r1', label: longName, value: '€120,000', href: '/kit' },
    { id: 'r2', label: 'Hafenbau Kiel', value: '€48,500', href: '/kit' },
  ],
  rowsTotal: 14,
  rule: {
    name: 'Explicit needs, rule 12',
    says: 'A sentence of the customer with “must” about something that can be delivered is a need they stated.',
  },
  actions: {
    confirm: () => toast('Confirmed', { undo: () => {} }),
    correct: () => toast('Opens the form'),
    reject: () => toast('Rejected', { undo: () => {} }),
  },
}
const why: Why = { key: 'kit:sso', load: () => new Promise((done) => setTimeout(() => done(content), 500)) }
const broken: Why = {
  key: 'kit:broken',
  load: () =>
    Promise.reject({
      title: 'The reasons could not be read',
      detail: 'The message they point at was removed on 3 November.',
      status: 404,
    }),
}

export function KitConclusions() {
  const { open } = useWhy()
  return (
    <>
      <Sample title="A conclusion and its why" note="The link, or w anywhere near it, opens the same panel everywhere.">
        <div className="flex flex-col gap-2">
          <p data-why-scope className="m-0 flex flex-wrap items-baseline gap-x-3 text-16">
            They must have single sign-on through Entra. <WhyLink why={why} about="single sign-on" />
          </p>
          <p data-why-scope className="m-0 flex flex-wrap items-baseline gap-x-3 text-16">
            They are comparing us with Salesforn. <WhyLink why={broken} about="Salesforn" />
          </p>
          <div className="flex flex-wrap gap-2">
            <FindingChip word="Single sign-on" confidence={0.93} n={4} why={why} />
            <FindingChip word="Order import" confidence={0.78} n={2} why={why} />
            <FindingChip word="Before the heating season" confidence={0.55} n={1} why={why} />
            <FindingChip word="Works council" confidence={0.31} n={1} />
          </div>
        </div>
      </Sample>
      <Sample
        title="Numbers that say how much they know"
        note="The interval behind, n beside. Below 30 cases it steps back and says base rate."
      >
        <Both>
          <div className="flex flex-wrap items-end gap-x-8 gap-y-5">
            <NumberWithInterval
              size="large"
              label="Chance to win"
              value={0.62}
              low={0.51}
              high={0.72}
              n={84}
              form="share"
              onOpen={() => open(why)}
            />
            <NumberWithInterval label="Chance to win" value={0.34} low={0.12} high={0.61} n={9} form="share" />
            <NumberWithInterval
              label="Quarter"
              value={41_250_000}
              low={33_000_000}
              high={52_000_000}
              n={61}
              form="money"
              unit="opportunity"
              units="opportunities"
            />
            <NumberWithInterval label="Days to an answer" value={3.2} low={2.6} high={4.1} n={212} unit="mail" />
            <NumberWithInterval label="Renewals" value={0.997} low={0.98} high={1} n={400} form="share" />
          </div>
        </Both>
      </Sample>
      <Sample title="States" note="A word, an icon and a colour.">
        <Both>
          <div className="flex flex-wrap gap-2">
            <StateBadge tone="good" word="Kept" />
            <StateBadge tone="warn" word="Due tomorrow" />
            <StateBadge tone="bad" word="Broken" />
            <StateBadge tone="active" word="In discussion" />
            <StateBadge tone="still" word="Waiting for them" />
            <StateBadge tone="bad" word="Overdue by 3 days" look="plain" />
          </div>
        </Both>
      </Sample>
      <Sample title="Small charts" note="The question is the title; labels stand at what they name.">
        <Both>
          <div className="grid gap-8 sm:grid-cols-2">
            <Bars
              title="What do they ask for most?"
              bars={[
                { id: '1', label: 'Single sign-on', value: 34, href: '/kit' },
                { id: '2', label: 'Order import from the old system', value: 21 },
                { id: '3', label: 'Hosting in the EU', value: 8, says: 'new' },
              ]}
            />
            <Sparkline title="Do they write more often?" points={[3, 4, 2, 6, 5, 8, 7, 9, 12, 11, 14]} from="Jan" to="Nov" />
          </div>
        </Both>
      </Sample>
      <Sample title="The Why panel's content, in place">
        <Both>
          <div className="max-w-[20rem]">
            <WhyBody {...content} />
          </div>
        </Both>
      </Sample>
    </>
  )
}

/** How does a record read, top-down like a briefing? */
import { CalendarPlus, Send } from 'lucide-react'
import { Button } from '#foundation/ui/Button.tsx'
import { EvidenceMark } from '#foundation/ui/EvidenceMark.tsx'
import { NumberWithInterval } from '#foundation/ui/NumberWithInterval.tsx'
import { Quote } from '#foundation/ui/Quote.tsx'
import { Facts, RecordPage, Section } from '#foundation/ui/RecordPage.tsx'
import { StateBadge } from '#foundation/ui/StateBadge.tsx'
import { TimeLine } from '#foundation/ui/TimeLine.tsx'
import { type Why, WhyLink } from '#foundation/ui/useWhy.tsx'
import { kinds, longName } from './sample.ts'

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const why = (key: string, conclusion: string): Why => ({
  key: `kit-record:${key}`,
  load: () => ({
    conclusion,
    sure: { confidence: 0.86, n: 2 },
    quotes: [{ id: 'q', text: 'It is a must for us.', who: 'Dana Weber', when: ago(2), where: 'Re: Offer', kind: kinds.need }],
    actions: { confirm: () => {}, correct: () => {}, reject: () => {} },
  }),
})
const needs = [
  {
    id: 'n1',
    kind: kinds.need,
    says: 'Sign in through Entra',
    quote: 'Single sign-on through Entra is a must for us, IT will not let anything in without it.',
    when: ago(2),
  },
  {
    id: 'n2',
    kind: kinds.implied,
    says: 'Take orders over without retyping',
    quote: 'Today two people retype the orders every Friday, which costs us most of the afternoon.',
    when: ago(16),
  },
]

export function KitRecord() {
  return (
    <div className="-mx-4 sm:-mx-8">
      <RecordPage
        from={{ label: 'Accounts', href: '/kit?part=Lists' }}
        title={longName}
        badge={<StateBadge tone="warn" word="Answer due" />}
        standing="They want to decide before the heating season; the offer is with Dana since Tuesday and she is waiting for the agreement."
        actions={
          <>
            <Button icon={CalendarPlus}>Plan a call</Button>
            <Button look="main" icon={Send}>
              Answer Dana
            </Button>
          </>
        }
        side={
          <Facts
            facts={[
              { label: 'Chance to win', value: <NumberWithInterval value={0.62} low={0.51} high={0.72} n={84} form="share" /> },
              { label: 'Value', value: '€128,000' },
              { label: 'Owner', value: 'Tom Okafor' },
              { label: 'People', value: 'Dana Weber, Ingrid Solheim and 3 more' },
              { label: 'Domain', value: 'abwasserverbaende-donau-iller.example' },
              { label: 'Industry', value: null },
            ]}
          />
        }
      >
        <Section title="What they need" note={needs.length}>
          <ul className="m-0 flex list-none flex-col gap-5 p-0">
            {needs.map((need) => (
              <li key={need.id} data-why-scope>
                <p className="m-0 mb-1.5 flex flex-wrap items-baseline gap-x-3 text-14 font-medium">
                  {need.says}
                  <EvidenceMark kind={need.kind} />
                  <WhyLink why={why(need.id, `They need this: ${need.says}.`)} about={need.says} />
                </p>
                <Quote text={need.quote} who="Dana Weber" when={need.when} where="Re: Offer and next steps" href="/kit" />
              </li>
            ))}
          </ul>
        </Section>
        <Section title="What was promised" note="1 by us, 1 by them">
          <ul className="m-0 list-none p-0">
            {[
              ['Tom sends the data processing agreement', 'tomorrow', 'warn', 'Due tomorrow'],
              ['Dana sends the list of locations', 'in 3 days', 'still', 'In 3 days'],
            ].map(([what, , tone, word]) => (
              <li key={what} className="flex min-h-(--row) items-center gap-4 border-t border-line py-1 first:border-t-0">
                <span className="min-w-0 flex-1">{what}</span>
                <StateBadge look="plain" tone={tone === 'warn' ? 'warn' : 'still'} word={word ?? ''} />
              </li>
            ))}
          </ul>
        </Section>
        <Section title="What happened">
          <TimeLine
            entries={[
              {
                id: '1',
                at: ago(2),
                title: 'Dana Weber wrote: Re: Offer and next steps',
                says: '2 needs, 1 objection',
                href: '/kit',
              },
              { id: '2', at: ago(4), title: 'Call with Dana Weber and Ingrid Solheim', says: '42 minutes' },
              { id: '3', at: ago(46), title: 'First mail from Ingrid Solheim' },
            ]}
          />
        </Section>
      </RecordPage>
    </div>
  )
}

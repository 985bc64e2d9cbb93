/** Does Today put broken trust before the rest, and give each item a reason a person would give? */
import { expect, it } from 'vitest'
import { orderToday } from './order-today.ts'

const promise = (over: object) => ({
  id: 'p',
  what: 'Send the contract',
  dueOn: '2026-03-10',
  confirmedAt: null,
  ownerName: 'Dana',
  side: 'vendor' as const,
  accountName: 'Ferry Line',
  accountId: 'a',
  ...over,
})
const today = '2026-03-12'

it('puts our late promise first, then silence, then theirs, then slipping, then needs', () => {
  const items = orderToday(
    {
      promises: [promise({ id: 'theirs', side: 'customer', ownerName: 'Ole' }), promise({ id: 'ours' })],
      tasks: [],
      unanswered: [{ id: 't', subject: 'Heater', lastAt: '2026-03-07T10:00:00Z', accountName: 'Bakery', people: ['Ines'] }],
      slipping: [{ id: 'o', name: 'Fleet', closeOn: '2026-03-01', stageName: 'Proposal', accountName: null }],
      needs: [{ id: 'n', statement: 'single sign-on', confidence: 0.9, spanCount: 5, accountName: 'Bakery', accountId: 'b' }],
    },
    today,
  )
  expect(items.map((i) => i.id)).toEqual(['ours', 't', 'theirs', 'o', 'n'])
  expect(items.map((i) => i.reason)).toEqual([
    'We promised this to Ferry Line; it is 2 days late',
    'Bakery wrote 5 days ago and has no answer',
    'Ole promised us this; it is 2 days late',
    'Its close date passed 11 days ago and it is still in Proposal',
    'Bakery said this 5 times; nobody has confirmed it',
  ])
})

it('says today and the days to come in words', () => {
  const items = orderToday(
    {
      promises: [promise({ id: 'a', dueOn: today }), promise({ id: 'b', dueOn: '2026-03-13' })],
      tasks: [],
      unanswered: [],
      slipping: [],
      needs: [],
    },
    today,
  )
  expect(items.map((i) => i.reason)).toEqual([
    'We promised this to Ferry Line for today',
    'We promised this to Ferry Line, due tomorrow',
  ])
})

it('keeps what was found in old mail behind what is known, until a person confirms it', () => {
  const old = { dueOn: '2025-06-01' }
  const promises = [
    promise({ id: 'found', ...old }),
    promise({ id: 'new' }),
    promise({ id: 'confirmed', ...old, confirmedAt: '2026-03-01T08:00:00Z' }),
  ]
  const items = orderToday({ promises, tasks: [], unanswered: [], slipping: [], needs: [] }, today)
  expect(items.map((i) => i.id)).toEqual(['confirmed', 'new', 'found'])
})

it('lets our own plans join by how pressing they are, each with when it was planned for', () => {
  const task = (id: string, over: object = {}) => ({
    id,
    title: 'Call the yard',
    dueOn: today,
    clock: null,
    priority: 'normal' as const,
    aboutName: null,
    ...over,
  })
  const items = orderToday(
    {
      promises: [promise({ id: 'ours' })],
      tasks: [
        task('low', { priority: 'low' }),
        task('today', { clock: '14:00', aboutName: 'Ferry Line' }),
        task('late', { dueOn: '2026-03-11' }),
        task('pressing', { priority: 'high' }),
      ],
      unanswered: [{ id: 't', subject: 'Heater', lastAt: '2026-03-07T10:00:00Z', accountName: 'Bakery', people: ['Ines'] }],
      slipping: [{ id: 'o', name: 'Fleet', closeOn: '2026-03-01', stageName: 'Proposal', accountName: null }],
      needs: [],
    },
    today,
  )
  expect(items.map((i) => i.id)).toEqual(['ours', 'pressing', 't', 'late', 'today', 'low', 'o'])
  expect(items.filter((i) => i.about === 'task').map((i) => i.reason)).toEqual([
    'You planned this for today',
    'You planned this; it is 1 day late',
    'You planned this for today at 14:00, about Ferry Line',
    'You planned this for today',
  ])
})

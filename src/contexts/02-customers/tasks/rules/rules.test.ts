/** Is a task late where its reader is, does it come back on the right day, and is a line read as it was meant? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laterOf } from '#foundation/kernel/order-moments.ts'
import { dueGroupOf, groupByDue, weekEndOf } from './group-by-due.ts'
import { hereIn, isOverdue } from './is-overdue.ts'
import { nextOccurrence } from './next-occurrence.ts'
import { readJotting } from './read-jotting.ts'
import { noDue, settleDue, settleNext } from './settle-due.ts'

const due = (dueOn: string | null, dueAt: string | null = null, doneAt: string | null = null) => ({ dueOn, dueAt, doneAt })
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))

describe('late', () => {
  it('is decided by the clock of the reader', () => {
    const now = '2026-03-11T23:30:00.000Z'
    expect(isOverdue(due('2026-03-11'), hereIn(now, 'Europe/London'))).toBe(false)
    expect(isOverdue(due('2026-03-11'), hereIn(now, 'Europe/Berlin'))).toBe(true)
    expect(isOverdue(due('2026-03-11', '2026-03-11T23:29:00Z'), hereIn(now, 'Europe/London'))).toBe(true)
    expect(isOverdue(due('2026-03-11', '2026-03-11T23:31:00Z'), hereIn(now, 'Europe/Berlin'))).toBe(false)
    expect(isOverdue(due('2026-03-01', null, now), hereIn(now, 'UTC'))).toBe(false)
    expect(isOverdue(due(null), hereIn(now, 'UTC'))).toBe(false)
  })
})

describe('the headings', () => {
  const here = hereIn('2026-03-12T10:00:00Z', 'UTC') // a Thursday
  it.each([
    ['2026-03-11', null, 'overdue'],
    ['2026-03-12', null, 'today'],
    ['2026-03-12', '2026-03-12T09:00:00Z', 'overdue'],
    ['2026-03-15', null, 'week'],
    ['2026-03-16', null, 'later'],
    [null, null, 'none'],
  ])('%s %s stands under %s', (dueOn, dueAt, group) => expect(dueGroupOf(due(dueOn, dueAt), here)).toBe(group))

  it('hold every task once, in order', () => {
    const task = fc.record({
      id: fc.uuid(),
      createdAt: fc.constant('2026-03-01T00:00:00Z'),
      dueOn: fc.option(day, { nil: null }),
      dueAt: fc.constant(null),
      doneAt: fc.constant(null),
      priority: fc.constantFrom('low' as const, 'normal' as const, 'high' as const),
    })
    fc.assert(
      fc.property(fc.uniqueArray(task, { selector: (t) => t.id }), day, (all, today) => {
        const groups = groupByDue(all, { now: `${today}T12:00:00Z`, today })
        expect(groups.flatMap((g) => g.tasks.map((t) => t.id)).toSorted()).toEqual(all.map((t) => t.id).toSorted())
        const days = groups.filter((g) => g.group !== 'none').flatMap((g) => g.tasks.map((t) => t.dueOn ?? ''))
        expect(days).toEqual(days.toSorted())
      }),
    )
  })
  it('end the week on its Sunday', () => {
    expect(weekEndOf('2026-03-09')).toBe('2026-03-15')
    expect(weekEndOf('2026-03-15')).toBe('2026-03-15')
  })
})

describe('a task that repeats', () => {
  it.each([
    ['2026-01-31', 1, 'month', '2026-01-31', '2026-02-28'],
    ['2026-01-31', 1, 'month', '2026-02-28', '2026-03-31'],
    ['2026-01-31', 2, 'month', '2026-03-30', '2026-03-31'],
    ['2028-02-29', 12, 'month', '2028-02-29', '2029-02-28'],
    ['2026-03-09', 1, 'week', '2026-03-09', '2026-03-16'],
    ['2026-03-09', 2, 'week', '2026-03-20', '2026-03-23'],
    ['2026-03-09', 3, 'day', '2026-03-30', '2026-04-02'],
    ['2026-03-09', 1, 'day', '2026-03-01', '2026-03-09'],
  ] as const)('from %s every %i %s is due after %s on %s', (from, every, unit, after, next) =>
    expect(nextOccurrence({ from, every, unit }, after)).toBe(next),
  )

  it('never stands still and never leaves one out', () => {
    const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const)
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), unit, day, (from, every, kind, after) => {
        const next = nextOccurrence({ from, every, unit: kind }, after)
        expect(next > after || next === from).toBe(true)
        const eve = new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)
        // Asked the day before, it is the same day: nothing of the series lies between.
        expect(nextOccurrence({ from, every, unit: kind }, laterOf(eve, after))).toBe(next)
      }),
    )
  })

  it('comes next on a day that has not passed, keeping its time, however late it was done', () => {
    const weekly = {
      dueOn: '2026-03-09',
      dueAt: '2026-03-09T08:00:00.000Z',
      repeatEvery: 1,
      repeatUnit: 'week',
      repeatFrom: '2026-03-02',
    } as const
    const next = (now: string) => settleNext(weekly, now, 'Europe/Berlin')
    expect(next('2026-03-07T10:00:00Z')?.dueOn).toBe('2026-03-16')
    expect(next('2026-03-25T10:00:00Z')).toMatchObject({
      dueOn: '2026-03-30',
      dueAt: '2026-03-30T07:00:00.000Z',
      repeatFrom: '2026-03-02',
    })
    expect(next('2026-03-16T10:00:00Z')?.dueOn).toBe('2026-03-16')
    expect(settleNext(noDue, '2026-03-16T10:00:00Z', 'UTC')).toBe(null)
  })
})

describe('what somebody writes about the day', () => {
  const now = '2026-03-12T10:00:00Z'
  const settle = (given: object, stood = noDue) => settleDue(given, stood, now, 'Europe/Berlin')
  it('follows from the time, keeps the time on another day, and goes with it', () => {
    const timed = settle({ dueAt: '2026-03-12T23:30:00.000Z' })
    expect(timed.dueOn).toBe('2026-03-13')
    expect(settle({ dueOn: '2026-04-01' }, timed).dueAt).toBe('2026-03-31T22:30:00.000Z')
    expect(settle({ dueOn: null }, timed)).toEqual(noDue)
    expect(settle({ dueAt: null }, timed)).toMatchObject({ dueOn: '2026-03-13', dueAt: null })
    expect(settle({ title: 'x' }, timed)).toEqual(timed)
  })
  it('is today for what repeats without one, and a moved series begins anew', () => {
    const daily = settle({ repeatUnit: 'day' })
    expect(daily).toMatchObject({ dueOn: '2026-03-12', repeatEvery: 1, repeatFrom: '2026-03-12' })
    expect(settle({ dueOn: '2026-03-20' }, daily).repeatFrom).toBe('2026-03-20')
    expect(settle({ repeatEvery: 1 }, daily)).toEqual(daily)
    expect(settle({ repeatUnit: null }, daily)).toMatchObject({ dueOn: '2026-03-12', repeatEvery: null, repeatFrom: null })
  })
})

describe('a line', () => {
  const read = (line: string, now = '2026-03-12T10:00:00Z') => {
    const { title, dueOn, dueAt, priority, repeatEvery, repeatUnit } = readJotting(line, now, 'Europe/Berlin')
    const words = [
      dueOn,
      dueAt?.slice(11, 16),
      priority === 'normal' ? null : priority,
      repeatUnit && `${repeatEvery} ${repeatUnit}`,
    ]
    return [title, ...words.filter(Boolean)].join(' | ')
  }
  it.each([
    ['call Dana tomorrow 9:00', 'call Dana | 2026-03-13 | 08:00'],
    ['Call Dana', 'Call Dana'],
    ['send the quote by Friday', 'send the quote | 2026-03-13'],
    ['Ring the yard at 4pm', 'Ring the yard | 2026-03-12 | 15:00'],
    ['Ring the yard at 9', 'Ring the yard | 2026-03-13 | 08:00'],
    ['next Friday at noon lunch with Rhona', 'lunch with Rhona | 2026-03-20 | 11:00'],
    ['Invoice 2024-17 in 3 days', 'Invoice 2024-17 | 2026-03-15'],
    ['pay the berth 3 April 9.30am !high', 'pay the berth | 2026-04-03 | 07:30 | high'],
    ['tidy the list !low', 'tidy the list | low'],
    ['write the numbers every Monday 8:30', 'write the numbers | 2026-03-16 | 07:30 | 1 week'],
    ['check the log every 2 weeks', 'check the log | 2026-03-12 | 2 week'],
    ['Back up daily', 'Back up | 2026-03-12 | 1 day'],
    ['tomorrow', 'tomorrow | 2026-03-13'],
    ['Read chapter 12 of the contract', 'Read chapter 12 of the contract'],
    ['meet at 12 people', 'meet at 12 people'],
    ['Everyday things', 'Everyday things'],
  ])('%s', (line, understood) => expect(read(line)).toBe(understood))

  it('always has a title, and a time only on a day', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
        (line) => {
          const said = readJotting(line, '2026-03-12T10:00:00Z', 'UTC')
          expect(said.title.trim()).not.toBe('')
          expect(said.dueAt === null || said.dueOn !== null).toBe(true)
        },
      ),
    )
  })
})

/** Does the story keep its word: every quote verbatim, every name known, every date in order? */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveDueDate } from '#foundation/language/resolve-due-date.ts'
import { organisations, people, team } from './cast.ts'
import { dateTheWorld, dayOf, fillSlots } from './date-the-world.ts'
import { world } from './world.ts'

/** Every weekday, a leap day, both clock changes, a weekend, the turn of a year. */
const TODAYS = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
  '2027-01-01',
  '2027-03-29',
  '2028-02-29',
  '2026-10-26',
]
const mails = world.threads.flatMap((thread) => thread.messages)
const wordsOf = new Map<string, string>([
  ...mails.map((mail) => [mail.key, mail.text] as const),
  ...world.calls.map((call) => [call.key, call.script] as const),
])
const { needs, promises, objections, competitors } = world.expectations
const shown = [
  ...needs.flatMap((need) => [...need.spans, ...(need.settledBy ? [need.settledBy] : [])]),
  ...promises,
  ...objections.flatMap((one) => [
    one,
    ...(one.answeredBy ? [one.answeredBy] : []),
    ...(one.confirmedBy ? [one.confirmedBy] : []),
  ]),
  ...competitors,
]

describe('the size of the world', () => {
  it('is a year of work, not a sample', () => {
    expect(mails.length).toBeGreaterThanOrEqual(220)
    expect(mails.length).toBeLessThanOrEqual(300)
    expect(world.threads.length).toBeGreaterThanOrEqual(60)
    expect(world.calls.length).toBeGreaterThanOrEqual(14)
    expect(Object.keys(people).length).toBeGreaterThanOrEqual(45)
    expect(Object.keys(people).length).toBeLessThanOrEqual(60)
    expect(world.opportunities.length).toBeGreaterThanOrEqual(16)
    expect(shown.length).toBeGreaterThanOrEqual(80)
    expect(team.length).toBe(5)
    expect(organisations.hollenstedt.name.length).toBeGreaterThanOrEqual(90)
  })
})

describe('names and places', () => {
  it('uses each key once', () => {
    const keys = [...world.threads, ...mails, ...world.calls, ...world.opportunities].map((one) => one.key)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('gives each person an address of their own at their organisation, and only fictional ones', () => {
    const addresses = Object.values(people).map((one) => one.email)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const one of Object.values(people)) expect(one.email).toMatch(new RegExp(`@${organisations[one.org].domain}$`))
    for (const one of Object.values(organisations)) expect(one.domain).toMatch(/\.example$/)
    const outside = mails
      .flatMap((mail) => mail.text.match(/[\w.-]+@[\w.-]+/g) ?? [])
      .filter((found) => !/\.example\.?$/.test(found))
    expect(outside).toEqual([])
  })

  it('lets every person of the cast appear', () => {
    const seen = new Set<string>([
      ...mails.flatMap((mail) => [mail.from, ...mail.to, ...(mail.cc ?? [])]),
      ...dateTheWorld(world, '2026-11-23').calls.flatMap((call) => call.turns.map((turn) => turn.speaker)),
    ])
    expect(Object.keys(people).filter((key) => !seen.has(key))).toEqual([])
  })

  it('does not write to oneself or to the same person twice', () => {
    for (const mail of mails) {
      const receivers = [...mail.to, ...(mail.cc ?? [])]
      expect(new Set(receivers).size, mail.key).toBe(receivers.length)
      expect(receivers, mail.key).not.toContain(mail.from)
    }
  })

  it('forwards only mails that exist and are older', () => {
    for (const mail of mails.filter((one) => one.forwards)) {
      const origin = mails.find((one) => one.key === mail.forwards)
      expect(origin?.at.day, mail.key).toBeLessThanOrEqual(mail.at.day)
    }
  })
})

describe('the order of time', () => {
  it.each(TODAYS)('runs forward in every thread and never past today (%s)', (today) => {
    const dated = dateTheWorld(world, today)
    for (const thread of dated.threads) {
      const moments = thread.messages.map((mail) => mail.moment.sentAt)
      expect(moments, thread.key).toEqual([...moments].sort())
    }
    const all = [...dated.threads.flatMap((thread) => thread.messages), ...dated.calls]
    for (const one of all) expect(one.moment.day < today, `${one.key} ${one.moment.day}`).toBe(true)
    for (const one of dated.opportunities) {
      const days = [one.openedDay, ...one.movedOn.map((move) => move.iso)]
      expect(days, one.key).toEqual([...days].sort())
      expect((days.at(-1) ?? '') <= today, one.key).toBe(true)
      const last = one.movedOn.at(-1)
      if (last?.stage === 'won' || last?.stage === 'lost') expect(one.closeDay, one.key).toBe(last.iso)
    }
  })

  it('spans eleven months', () => {
    const first = Math.min(...mails.map((mail) => mail.at.day))
    const days = (Date.parse('2026-11-23') - Date.parse(dayOf(first, '2026-11-23'))) / 86_400_000
    expect(days).toBeGreaterThan(320)
    expect(days).toBeLessThan(345)
  })

  it('counts working days: five are a week, and a weekend is its Friday', () => {
    expect(dayOf(-5, '2026-11-25')).toBe('2026-11-18')
    expect(dayOf(-1, '2026-11-23')).toBe('2026-11-20')
    expect(dayOf(0, '2026-11-29')).toBe('2026-11-27')
    expect(dayOf(1, '2026-11-28')).toBe('2026-11-30')
    expect(fillSlots('{{when:-1}}, {{datum:+5}}, {{nth:-1}}', '2026-11-23')).toBe('Friday 20 November, 30.11.2026, 20th')
    expect(() => fillSlots('{{soon:-1}}', '2026-11-23')).toThrow(/soon/)
  })

  it('keeps the clock of the writer through summer time', () => {
    const dated = dateTheWorld(world, '2026-11-23')
    const all = dated.threads.flatMap((thread) => thread.messages)
    const lessing = all.find((mail) => mail.key === 'hollenstedt-audit-1')
    expect(lessing?.moment.minutesAhead).toBe(60)
    expect(lessing?.moment.sentAt.slice(11, 16)).toBe('06:35')
    const summer = all.find((mail) => mail.from === 'callum' && mail.moment.day.slice(5, 7) === '07')
    expect(summer?.moment.minutesAhead).toBe(60)
  })

  it('is the same world for the same day', () => {
    expect(JSON.stringify(dateTheWorld(world, '2026-11-23'))).toBe(JSON.stringify(dateTheWorld(world, '2026-11-23')))
  })
})

describe('what a careful person concludes', () => {
  it('quotes verbatim, once in its message', () => {
    for (const one of shown) {
      const text = wordsOf.get(one.in)
      expect(text, one.in).toBeDefined()
      expect(text?.split(one.quote).length, `${one.in}: ${one.quote}`).toBe(2)
    }
  })

  it('still quotes verbatim when the dates are written out', () => {
    const dated = dateTheWorld(world, '2027-03-29')
    const texts = new Map([
      ...dated.threads.flatMap((thread) => thread.messages.map((mail) => [mail.key, mail.text] as const)),
      ...dated.calls.map((call) => [call.key, call.script] as const),
    ])
    for (const one of dated.expectations.promises) expect(texts.get(one.in)).toContain(one.quote)
  })

  it.each(TODAYS)('names due days that the words say (%s)', (today) => {
    const saidOn = new Map([...mails, ...world.calls].map((one) => [one.key, dayOf(one.at.day, today)]))
    const misread = promises.flatMap((one) => {
      const words = fillSlots(one.quote, today)
      const read = resolveDueDate(words, saidOn.get(one.in) ?? '')?.due ?? null
      const meant = one.due === null ? null : dayOf(one.due, today)
      return read === meant ? [] : [{ in: one.in, words, read, meant }]
    })
    expect(misread).toEqual([])
  })

  it('shows every outcome in a message: kept in time, late after it, broken with the day gone', () => {
    const dayOfKey = new Map([...mails, ...world.calls].map((one) => [one.key, one.at.day]))
    for (const one of promises) {
      if (one.outcome === 'open') {
        expect(one.outcomeBy, one.in).toBeUndefined()
        continue
      }
      const shownOn = dayOfKey.get(one.outcomeBy ?? '')
      expect(shownOn, `${one.in} -> ${one.outcomeBy}`).toBeDefined()
      if (one.due === null || shownOn === undefined) continue
      // The customer may confirm a day after the thing was done.
      if (one.outcome === 'kept') expect(shownOn, one.in).toBeLessThanOrEqual(one.due + 1)
      else expect(shownOn, one.in).toBeGreaterThan(one.due)
    }
  })

  it('holds the six things a newcomer should see', () => {
    const overdue = promises.filter((one) => one.outcome === 'open' && one.due !== null && one.due < 0)
    expect(overdue.map((one) => one.in)).toEqual(['call-hollenstedt-handover'])
    const handover = mails.find((mail) => mail.key === 'team-handover-1')
    expect(handover?.text).not.toMatch(/certificate/i)
    const fromPolder = mails.filter((mail) => people[mail.from].org === 'oudepolder').map((mail) => mail.at.day)
    expect(Math.max(...fromPolder)).toBe(-47)
    expect(needs.find((need) => need.spans.length === 5)?.customer).toBe('skerrow')
    expect(
      new Set(needs.filter((need) => need.spans.length === 5).flatMap((need) => need.spans.map((span) => span.in))).size,
    ).toBe(5)
    const prices = objections.filter((one) => one.customer === 'clyst' && one.type === 'price')
    expect(prices.map((one) => one.state)).toEqual(['confirmed', 'open'])
    const slipping = world.opportunities.filter(
      (one) => one.closeOn < 0 && !['won', 'lost'].includes(one.moves.at(-1)?.stage ?? ''),
    )
    expect(slipping.map((one) => one.key)).toEqual(['opp-polder-halls'])
  })
})

describe('how calls read', () => {
  it('has between fifteen and forty-five turns, and speakers who do not follow themselves', () => {
    for (const call of dateTheWorld(world, '2026-11-23').calls) {
      expect(call.turns.length, call.key).toBeGreaterThanOrEqual(14)
      expect(call.turns.length, call.key).toBeLessThanOrEqual(45)
      expect(
        call.turns.filter((turn, at) => turn.speaker === call.turns[at - 1]?.speaker),
        call.key,
      ).toEqual([])
    }
  })
})

it('keeps every file under 400 lines', () => {
  const folder = import.meta.dirname
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts')))
    expect(readFileSync(join(folder, name), 'utf8').split('\n').length, name).toBeLessThanOrEqual(401)
})

/** Do numbers read as a person means them? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, formatMoney, formatNumber, formatShare, minorPerUnit, readMoney } from './format-number.ts'

describe('formatShare', () => {
  it.each([
    [0.823, '82%'],
    [0, '0%'],
    [1, '100%'],
    [0.004, '0.4%'],
    [0.997, '99.7%'],
  ])('%f reads %s: rare is never written as never', (share, text) => expect(formatShare(share)).toBe(text))
})

describe('formatMoney', () => {
  it.each([
    [1_250_000, 'EUR', false, '€12,500'],
    [1_250_050, 'EUR', false, '€12,500.50'],
    [-99, 'EUR', false, '-€0.99'],
    [12_500, 'JPY', false, 'JP¥12,500'],
    [412_500_00, 'EUR', true, '€412.5k'],
    [900_000, 'EUR', true, '€9,000'],
  ])('%i minor units of %s', (minor, currency, brief, text) => expect(formatMoney(minor, currency, brief)).toBe(text))
})

describe('readMoney', () => {
  it.each([
    ['12,500', 'EUR', 1_250_000],
    ['12.500', 'EUR', 1_250_000],
    ['12.500,50', 'EUR', 1_250_050],
    ['12,500.50', 'EUR', 1_250_050],
    ['€ 12 500', 'EUR', 1_250_000],
    ['0,5', 'EUR', 50],
    ['1.250.000', 'EUR', 125_000_000],
    ['12500', 'JPY', 12_500],
    ['-40', 'EUR', -4_000],
    ['soon', 'EUR', null],
    ['', 'EUR', null],
  ])('%s', (typed, currency, minor) => expect(readMoney(typed, currency)).toBe(minor))

  it('reads back what formatMoney writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('EUR', 'USD', 'CHF', 'JPY'), (minor, currency) => {
        expect(readMoney(formatMoney(minor, currency), currency)).toBe(minor)
      }),
    )
  })
  it('knows currencies without cents', () => expect([minorPerUnit('EUR'), minorPerUnit('JPY')]).toEqual([100, 1]))
})

describe('countOf', () => {
  it('agrees with its number', () =>
    expect([countOf(1, 'row'), countOf(0, 'row'), countOf(8800, 'opportunity', 'opportunities')]).toEqual([
      '1 row',
      '0 rows',
      '8,800 opportunities',
    ]))
})

it('formatNumber keeps at most one decimal', () => expect([formatNumber(12345.678), formatNumber(3)]).toEqual(['12,345.7', '3']))

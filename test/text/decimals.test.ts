import { describe, expect, test } from 'vitest'
import { decimal, plusHalf, ratio, runValues, times } from '../../src/text/decimals.ts'

describe('runValues', () => {
  test.each([
    ['250000', ['250000']],
    ['007', ['7']],
    ['0', ['0']],
    ['250.000', ['250000']],
    ['250 000', ['250000']],
    ["250'000", ['250000']],
    ['1.500', ['1500', '1.5']],
    ['2,125', ['2125', '2.125']],
    ['0.500', ['0.5']],
    ['2,50', ['2.5']],
    ['1234,5', ['1234.5']],
    ['1.234.567', ['1234567']],
    ['1,234,567.80', ['1234567.8']],
    ['1 234 567,89', ['1234567.89']],
    ['1.234,567', ['1234.567']],
    ['9007199254740993', ['9007199254740993']],
    ['1.1.1.1', []],
    ['12.34.56', []],
    ["5'10", []],
    ['1234.567.890', []],
    ['1.234 567', []],
  ])('%s', (run, values) => expect(runValues(run)).toEqual(values))
})

test('decimal drops the zeros that say nothing', () => {
  expect(decimal('000120', '03400')).toBe('120.034')
  expect(decimal('', '')).toBe('0')
  expect(decimal('000')).toBe('0')
})

describe('times', () => {
  test.each([
    ['2.5', 1_000_000n, '2500000'],
    ['0.005', 100n, '0.5'],
    ['12', 12n, '144'],
    ['0.5', 12n, '6'],
    ['9007199254740993', 1_000n, '9007199254740993000'],
    ['2/3', 10n, '2/3'],
  ])('%s × %s', (value, factor, product) => expect(times(value, factor)).toBe(product))

  test('leaves alone what is too long to be meant', () => {
    expect(times('1'.repeat(40), 10n)).toBe('1'.repeat(40))
    expect(times('0 130', 1_000n)).toBe('0 130')
  })
})

test('plusHalf adds half a unit of the last scale', () => {
  expect(plusHalf('4', 0)).toBe('4.5')
  expect(plusHalf('2000000', 6)).toBe('2500000')
  expect(plusHalf('2.3', 0)).toBe('2.3')
})

describe('ratio', () => {
  test.each([
    [1, 2, '0.5'],
    [2, 4, '0.5'],
    [7, 8, '0.875'],
    [4, 6, '2/3'],
    [6, 3, '2'],
    [0, 5, '0'],
    [100, 3, '100/3'],
    [1, 64, '0.015625'],
  ])('%s/%s', (numerator, denominator, value) => expect(ratio(numerator, denominator)).toBe(value))
})

import { describe, expect, test } from 'vitest'
import { createSentenceReader } from '../../src/text/sentence-shares.ts'

const words = ['regierung', 'berlin', '1874'].map((word) => ({ word, weight: 1 }))
const read = createSentenceReader(words)
const share = (held: number): number => held
const places = (text: string) =>
  words.map(({ word }) => [...text.toLowerCase().matchAll(new RegExp(word, 'g'))].map(({ index }) => index))
const readIn = (text: string, held: (share: number, length: number) => number = share) => read(text, places(text), held)

describe('what sentences hold of words', () => {
  test('a word that stands there is held whole, a part of its letters for less', () => {
    const { letters, sentence } = readIn('Die Bundesregierungen sassen damals nicht in Berlin.')
    expect(letters[0]).toBeGreaterThan(0.5)
    expect(letters[0]).toBeLessThan(1)
    expect(sentence.slice(1)).toEqual([1, 0])
    expect(readIn('Der Bundestag lag am Regenbogen und am Fluss.').sentence[0]).toBeLessThan(0.3)
  })

  test('the best sentence is one: what two have is not added', () => {
    const apart = readIn('Damals war das alles noch ganz anders, 1874. Heute ist das alles noch ganz anders, Berlin.')
    expect(apart.sentence.filter((held) => held === 1)).toHaveLength(1)
    expect(readIn('Damals war das alles noch ganz anders, Berlin 1874. Heute auch.').sentence).toEqual([0, 1, 1])
  })

  test('an initial or an abbreviation ends none', () => {
    expect(readIn('In Berlin sass M. Meyer 1874 im Amt.').sentence).toEqual([0, 1, 1])
  })

  test('a long one is told how long it is', () => {
    const lengths: number[] = []
    const text = 'Damals war das alles noch ganz anders in Berlin. Heute auch.'
    readIn(text, (held, length) => {
      lengths.push(length)
      return held
    })
    expect(lengths).toEqual([48, 48, 48, 12, 12, 12])
  })

  test('nothing of a text read before is left', () => {
    readIn('Die Regierung in Berlin seit 1874.')
    expect(readIn('Ein Fisch.')).toEqual({ letters: [0, 0, 0], sentence: [0, 0, 0] })
    expect(readIn('')).toEqual({ letters: [0, 0, 0], sentence: [0, 0, 0] })
  })
})

import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import fc from '../generated.ts'

describe('folded to the same', () => {
  test.each([
    ['capitals', 'ÉMIRATS', 'emirats'],
    ['composed accents', 'Choïgou', 'choigou'],
    ['decomposed accents', 'Choi\u0308gou', 'choigou'],
    ['Greek accents and the final sigma', 'Ὀδυσσεύς', 'οδυσσευσ'],
    ['œ', 'Cœur', 'coeur'],
    ['æ, with its own accent too', 'Ægir ǽ', 'aegir ae'],
    ['ligatures', 'ﬁn ﬂot eﬀet aﬃche baﬄe', 'fin flot effet affiche baffle'],
    ['ß and its capital', 'Straße STRAẞE', 'strasse strasse'],
    ['strokes', 'Łódź Ørsted', 'lodz orsted'],
    ['apostrophes', 'l’armée l‘armée lʼarmée', "l'armee l'armee l'armee"],
    ['soft hyphens', 'porte\u00adavions', 'porteavions'],
    ['zero-width characters', '\ufeffMos\u200bcou\u2060', 'moscou'],
    ['a mark behind a zero-width character', 'e\u200b\u0301', 'e'],
  ])('%s', (_, text, folded) => expect(fold(text)).toBe(folded))
})

describe('kept apart', () => {
  test.each([
    ['й and и', 'й', 'и'],
    ['が and か', 'が', 'か'],
    ['ё and е', 'ё', 'е'],
    ['a hyphen and none', 'porte-avions', 'porteavions'],
  ])('%s', (_, one, other) => expect(fold(one)).not.toBe(fold(other)))
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

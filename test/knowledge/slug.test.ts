import { expect, test } from 'vitest'
import { slug } from '../../src/knowledge/slug.ts'
import fc from '../generated.ts'

const character = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code))

test.each([
  ['le-drian-moscou', 'le-drian-moscou'],
  ['Été à Nîmes (2015)', 'ete-a-nimes-2015'],
  ['E\u0301te\u0301', 'ete'],
  ['Œuvre & Straße', 'oeuvre-strasse'],
  ['  trop   d’espaces__ ', 'trop-d-espaces'],
])('%j', (name, id) => {
  expect(slug(name)).toBe(id)
})

test('a name that has no Latin letters still has an id of its own', () => {
  expect(slug('日本')).toMatch(/^article-[0-9a-f]{8}$/)
  expect(slug('日本 2024')).toMatch(/^2024-[0-9a-f]{8}$/)
  expect(slug('日本 2024')).not.toBe(slug('中国 2024'))
})
test('two long names that begin alike have different ids', () => {
  const long = 'le-grand-voilier-est-rentre-au-port-apres-six-mois-de-riz-et-de-vent'
  expect(slug(`${long}-1`)).not.toBe(slug(`${long}-2`))
})
test('any name has an id, and an id is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: character }), (name) => {
      expect(slug(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
      expect(slug(slug(name))).toBe(slug(name))
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { analyse, elisions, isStopWord, stemOf, stemsOf } from '../../src/text/analyse.ts'
import { fold } from '../../src/text/fold.ts'
import fc from '../generated.ts'

const words = (text: string, language: string | undefined): readonly string[] =>
  analyse(text, language).map(({ word }) => word)
const kept = (text: string, language: string): readonly string[] =>
  analyse(text, language).flatMap(({ word, stop }) => (stop ? [] : [word]))
const stems = (text: string, language: string): readonly string[] => analyse(text, language).map(({ stem }) => stem)

describe('elision', () => {
  test.each([
    ["l'armée", ['armee']],
    ['l’armée', ['armee']],
    ['L’ARMÉE', ['armee']],
    ["d'un", ['un']],
    ['qu’elle', ['elle']],
    ["jusqu'à", ['a']],
    ["lorsqu'ils", ['ils']],
    ['puisqu’on', ['on']],
    ["aujourd'hui", ["aujourd'hui"]],
    ['d’aujourd’hui', ["aujourd'hui"]],
    ["entr'acte", ["entr'acte"]],
    ["presqu'île", ["presqu'ile"]],
    ["O'Brien", ["o'brien"]],
  ])('%s', (text, expected) => expect(words(text, 'fr')).toEqual(expected))

  test('a term starts after its elision', () => {
    const text = 'de l’Irak'
    const [, term] = analyse(text, 'fr')
    expect(text.slice(term?.start, term?.end)).toBe('Irak')
  })

  test('French names keep none in English', () =>
    expect(words('l’Oréal, d’Estaing', 'en')).toEqual(['oreal', 'estaing']))

  test('the prefixes are given folded, without the apostrophe', () => {
    expect(elisions('fr-BE')).toEqual(
      new Set(['l', 'd', 'c', 'j', 'm', 'n', 's', 't', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu']),
    )
    expect(elisions('ru').size).toBe(0)
    expect(elisions('it').has('dell')).toBe(true)
  })
})

describe('English possessives and contractions', () => {
  test.each([
    ["Roebling's bridge", ['roebling', 'bridge']],
    ['Roebling’s', ['roebling']],
    ["the engineers' plans", ['engineers', 'plans']],
    ["O'Brien's", ["o'brien"]],
    ["What's it? It isn't, it doesn’t", []],
    ['whats it? it isnt', []],
  ])('%s', (text, expected) => expect(kept(text, 'en')).toEqual(expected))

  test('the term ends before the possessive', () => {
    const [term] = analyse("Emily's", 'en')
    expect(term).toMatchObject({ start: 0, end: 5 })
  })
})

describe('compounds and invisible characters', () => {
  test.each([
    ['chasseurs-bombardiers', ['chasseurs', 'bombardiers']],
    ['Jean‑Yves', ['jean', 'yves']],
    ['anti-EI', ['anti', 'ei']],
    ['porte\u00adavions', ['porteavions']],
    ['F-16, F16', ['f', '16', 'f', '16']],
    ['10km', ['10', 'km']],
    ['❤️ .* [a] \\ 😀', ['a']],
  ])('%s', (text, expected) => expect(words(text, 'fr')).toEqual(expected))
})

describe('one word for a number however it is written', () => {
  test.each([
    ['250000', ['250000', '250.000', '250,000', '250 000', '250\u00a0000', '250\u202f000', '250\u2009000', '250’000']],
    ['1234567', ['1234567', '1.234.567', '1,234,567', '1 234 567']],
    ['2.5', ['2,5', '2.5', '2,50']],
    ['1234567.5', ['1.234.567,5', '1,234,567.5', '1 234 567,5']],
    ['80', ['80', '80%', '80 %', '80\u202f%', '80,0']],
    ['0.125', ['0,125', '0.125']],
  ])('%s', (word, spellings) => {
    for (const spelling of spellings) expect(words(spelling, 'fr'), spelling).toEqual([word])
  })

  test('a list of numbers is no grouping', () => {
    expect(words('13 novembre 2015, 130 morts', 'fr')).toEqual(['13', 'novembre', '2015', '130', 'morts'])
    expect(words('2015 130', 'fr')).toEqual(['2015', '130'])
    expect(words('250 0000', 'fr')).toEqual(['250', '0000'])
    expect(words('1,2,3', 'en')).toEqual(['1.2', '3'])
  })

  test('a full stop at the end is no decimal point', () =>
    expect(words('en 2015. Puis', 'fr')).toEqual(['en', '2015', 'puis']))

  test('numerals have the stem of their figure, in each language', () => {
    expect(stems('deux 2 douze', 'fr')).toEqual(['2', '2', '12'])
    expect(stems('two 2 twelve', 'en')).toEqual(['2', '2', '12'])
  })
})

describe('stems: the accents typed make no difference', () => {
  test.each([
    ['réfugiés', 'refugies'],
    ['déployé', 'deploye'],
    ['modérés', 'moderes'],
    ['première', 'premiere'],
    ['sécurité', 'securite'],
    ['armées', 'armees'],
    ['bâtiments', 'batiments'],
    ['cœurs', 'coeurs'],
  ])('%s', (accented, plain) => expect(stems(accented, 'fr')).toEqual(stems(plain, 'fr')))
})

test('stemOf gives a folded word the stem it has in a text', () => {
  for (const word of ['refugies', 'menacent', 'deux', 'x'.repeat(50)])
    expect(stemOf(word, 'fr')).toBe(stems(word, 'fr')[0])
})

describe('stems: the forms of a word are one', () => {
  test.each([
    ['fr', 'annuler annulé annulée annulés annule annulent'],
    ['fr', 'déployer déployé déployée déploie déploient déploiement'],
    ['fr', 'menacer menace menacé menaçait menaçant menacent'],
    ['fr', 'premier première premiers premières'],
    ['fr', 'évoquer évoque évoquées évoqueront'],
    ['fr', 'déclarer déclaré déclarèrent déclaration'],
    ['fr', 'national nationale nationaux'],
    ['fr', 'président présidents'],
    ['fr', 'prendre prend pris prise'],
    ['fr', 'voir vu vus voit'],
    ['fr', 'vendre vendu vendus vend'],
    ['fr', 'élire élu élus élue'],
    ['en', 'bridge bridges bridge’s'],
    ['en', 'deploy deployed deploying deploys'],
    ['en', 'build built building'],
    ['en', 'die died dying'],
    ['en', 'take took taken'],
    ['en', 'child children'],
  ])('%s: %s', (language, forms) => expect(new Set(stems(forms, language)).size).toBe(1))

  test.each([
    ['fr', 'livre livret'],
    ['fr', 'parent part'],
    ['fr', 'russe ruse'],
    ['en', 'city cite'],
    ['en', 'engine engage'],
  ])('%s: %s stay two', (language, forms) => expect(new Set(stems(forms, language)).size).toBe(2))
})

describe('stop words', () => {
  test.each([
    ['fr', 'Qui est-ce ? Combien, pourquoi, où, quand, comment, quel et quelles ?'],
    ['fr', 'Qu’est-ce que c’est ? Y a-t-il quelqu’un ? ça, cela, dont, lequel'],
    ['fr', 'OU EST-CE QUE ÇA A ÉTÉ ?'],
    ['en', 'Who, whom, what, which, when, where, why and how many of them were there?'],
  ])('%s: %s', (language, text) => expect(kept(text, language)).toEqual([]))

  test('né is not ne, but ne may be né', () => {
    expect(kept('Où est né Paul', 'fr')).toEqual(['ne', 'paul'])
    expect(kept('ou est ne paul', 'fr')).toEqual(['paul'])
  })

  test('sums of money are worth a word', () => expect(kept('Quelles sommes ?', 'fr')).toEqual(['sommes']))

  test('US, WHO and May are names where they stand with capitals in a text with small letters', () => {
    expect(kept('In May the US and the WHO', 'en')).toEqual(['may', 'us', 'who'])
    expect(kept('who may tell us', 'en')).toEqual(['tell'])
    expect(kept('WHO MAY TELL US', 'en')).toEqual(['tell'])
  })

  test('is asked of a folded word', () => {
    expect(isStopWord('ou', 'fr')).toBe(true)
    expect(isStopWord('ou', 'en')).toBe(false)
    expect(isStopWord('the', undefined)).toBe(false)
  })
})

describe('languages without a table', () => {
  test('no stem, no stop word', () => {
    for (const language of ['fi', 'eo', 'xx', 'constructor', undefined]) {
      const terms = analyse('Los aviones; the jets; кто такой', language)
      expect(terms.map(({ stem }) => stem)).toEqual(['los', 'aviones', 'the', 'jets', 'кто', 'такой'])
      expect(terms.some(({ stop }) => stop)).toBe(false)
    }
  })

  test('scripts without spaces give pairs of characters', () => {
    expect(words('谁是部长？法 x', 'zh')).toEqual(['谁是', '是部', '部长', '法', 'x'])
    const [, second] = analyse('谁是部长', 'zh')
    expect(second).toMatchObject({ start: 1, end: 3 })
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(..."l'’d qu\u00ad\u200bé1 0.,%-sS \u202f谁") }),
)
const anyLanguage = fc.constantFrom('fr', 'en', 'ru', undefined)

test('offsets cut out what the word was made of, in order', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      let last = -1
      for (const { start, end, word, stem } of analyse(text, language)) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        last = start
        expect(stem).not.toBe('')
        const written = fold(text.slice(start, end))
        if (/^\d/.test(word)) {
          expect(written.replace(/\D/g, '').startsWith(word.replace('.', ''))).toBe(true)
        } else {
          expect(written).toBe(word)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a text has the same stems when its accents are gone', () => {
  const french = fc.string({ unit: fc.constantFrom(...'aeéèêiîoôuùçstrnl ') })
  fc.assert(
    fc.property(french, (text) => {
      expect(stems(text, 'fr')).toEqual(stems(fold(text), 'fr'))
    }),
  )
})

test('words of Latin letters, which are found without the pattern, are those that it finds', () => {
  // Greek letters take the other way: what differs between the two texts is the way alone.
  const greek: ReadonlyMap<string, string> = new Map(
    ['aα', 'bβ', 'éή', 'zζ'].map((pair) => [pair[0] ?? '', pair[1] ?? '']),
  )
  const others = [' ', '1', '7', '.', ',', '-', "'", '’', '\u00ad', '\u0301', '\u200b', '\u00a0', '²', '谁', '(', '\n']
  const text = fc.array(fc.constantFrom(...greek.keys(), ...greek.keys(), ...others), { maxLength: 30 })
  const places = (characters: readonly string[]) =>
    analyse(characters.join(''), undefined).map(({ start, end }) => [start, end])
  fc.assert(
    fc.property(text, (latin) => {
      expect(places(latin)).toEqual(places(latin.map((each) => greek.get(each) ?? each)))
    }),
    { numRuns: 2_000 },
  )
})

test('stems for an index are those of the terms that are no stop words', () => {
  const unit = fc.constantFrom(
    'le ',
    "l'",
    'US ',
    'Chevaux',
    ' 1 000 ',
    'May ',
    '谁在',
    "Macron's ",
    'aujourd’hui ',
    '.',
  )
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom('fr', 'en', 'de', undefined), (text, language) => {
      const expected = analyse(text, language).flatMap(({ stop, stem }) => (stop ? [] : [stem]))
      expect(stemsOf(text, language)).toEqual(expected)
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { locate } from '../../src/answer/quotation.ts'
import fc from '../generated.ts'

const french =
  'Le phare d’Ar-Men, « l’enfer des enfers », fut allumé le 31 août 1881 ; 14 ans de travaux et 250.000 francs\u00a0' +
  'y étaient passés. Les gardiens n’ont pas quitté l’île avant 1990 : 80 % des relèves se faisaient par bateau, ' +
  'à −2 °C parfois. Des c\u0153urs simples\u2009— disait-on — l’aimaient.'
const english =
  'The keeper didn\u2019t leave \u201cthe tower\u201d in 1,250 days; a well-known engineer\u2014Robert Stevenson\u2014called ' +
  'it \u2018his own\u2019. It cost £61,331. The co\u00adoperative of fi\u200bshermen paid 12.5 per cent of it. He left.'

/** The words that `quote` was found at, or why it was not. */
const found = (quote: string, text = french, language = 'fr'): string => {
  const located = locate(quote, text, language)
  return located.kind === 'found' ? text.slice(located.span.start, located.span.end) : `(${located.kind})`
}

const second = 'Les gardiens n’ont pas quitté l’île avant 1990'

describe('accepted: typography', () => {
  test.each([
    ['the exact words', second, second],
    ['the whole paragraph', french, french],
    ['a contiguous part', 'fut allumé le 31 août 1881', 'fut allumé le 31 août 1881'],
    ['straight apostrophes', "Les gardiens n'ont pas quitté l'île avant 1990", second],
    ['a modifier letter as apostrophe', 'Les gardiens nʼont pas quitté lʼîle avant 1990', second],
    ['a backtick as apostrophe', 'Les gardiens n`ont pas quitté l`île avant 1990', second],
    ['no accents', 'Les gardiens n’ont pas quitte l’ile avant 1990', second],
    ['decomposed accents', second.normalize('NFD'), second],
    ['an accent too many', 'Les gardiens n’ont pàs quitté l’île avant 1990', second],
    ['no-break spaces', second.replaceAll(' ', '\u00a0'), second],
    ['narrow and thin spaces', second.replaceAll(' ', '\u202f').replace('\u202f', '\u2009'), second],
    ['doubled spaces', second.replaceAll(' ', '  '), second],
    ['line breaks', second.replaceAll(' ', '\n'), second],
    ['outer space', `  ${second}\n`, second],
    ['soft hyphens', second.replace('gardiens', 'gar\u00addiens'), second],
    ['zero-width characters', second.replace('gardiens', 'gar\u200bdi\u2060ens\ufeff'), second],
    ['a small first letter', second.replace('Les', 'les'), second],
    ['a capital first letter', 'Fut allumé le 31 août 1881', 'fut allumé le 31 août 1881'],
    ['a full stop added', 'fut allumé le 31 août 1881.', 'fut allumé le 31 août 1881'],
    ['a comma, an ellipsis added', 'fut allumé le 31 août 1881…', 'fut allumé le 31 août 1881'],
    ['an exclamation mark added', 'fut allumé le 31 août 1881 !', 'fut allumé le 31 août 1881'],
    ['wrapped in guillemets', `« ${second} »`, second],
    ['wrapped in curly quotes', `“${second}”`, second],
    ['wrapped in straight quotes', `"${second}"`, second],
    ['wrapped, with a full stop inside', `"${second}."`, second],
    ['wrapped, with a full stop outside', `"${second}".`, second],
    [
      'inner guillemets as quotes',
      'Le phare d’Ar-Men, "l’enfer des enfers", fut',
      'Le phare d’Ar-Men, « l’enfer des enfers », fut',
    ],
    [
      'inner guillemets as curly quotes',
      'd’Ar-Men, “l’enfer des enfers”, fut allumé',
      'd’Ar-Men, « l’enfer des enfers », fut allumé',
    ].map((x) => x),
    [
      'guillemets without spaces',
      'Le phare d’Ar-Men, «l’enfer des enfers», fut',
      'Le phare d’Ar-Men, « l’enfer des enfers », fut',
    ],
    ['no space before a semicolon', 'le 31 août 1881; 14 ans', 'le 31 août 1881 ; 14 ans'],
    ['no space before a colon', 'avant 1990: 80 % des relèves', 'avant 1990 : 80 % des relèves'],
    ['no space before per cent', 'avant 1990 : 80% des relèves', 'avant 1990 : 80 % des relèves'],
    ['a narrow space before per cent', '80\u202f% des relèves se faisaient', '80 % des relèves se faisaient'],
    ['another dash', 'cœurs simples – disait-on – l’aimaient', 'cœurs simples\u2009— disait-on — l’aimaient'],
    ['a no-break hyphen', 'Le phare d’Ar\u2011Men', 'Le phare d’Ar-Men'],
    ['a hyphen as minus', 'à -2 °C parfois', 'à −2 °C parfois'],
    ['a ligature written out', 'Des coeurs simples — disait-on', 'Des c\u0153urs simples\u2009— disait-on'],
    ['over a sentence boundary', 'passés. Les gardiens n’ont pas', 'passés. Les gardiens n’ont pas'],
    ['after an elision', 'enfer des enfers', 'enfer des enfers'],
    ['starting at an opening guillemet', '« l’enfer des enfers »', '« l’enfer des enfers »'],
  ])('%s', (_, quote, words) => {
    expect(found(quote)).toBe(words)
  })

  test.each([
    ['curly quotes as straight', 'leave "the tower" in 1,250 days', 'leave \u201cthe tower\u201d in 1,250 days'],
    ['curly quotes as single ones', "leave 'the tower' in 1,250 days", 'leave \u201cthe tower\u201d in 1,250 days'],
    ['a straight apostrophe', "The keeper didn't leave", 'The keeper didn\u2019t leave'],
    ['from an em dash without spaces', 'Robert Stevenson\u2014called it', 'Robert Stevenson\u2014called it'],
    [
      'an em dash as an en dash',
      'engineer\u2013Robert Stevenson\u2013called',
      'engineer\u2014Robert Stevenson\u2014called',
    ],
    [
      'a word with a soft hyphen in the text',
      'The cooperative of fishermen',
      'The co\u00adoperative of fi\u200bshermen',
    ],
    ['a ligature for letters', 'The cooperative of \ufb01shermen', 'The co\u00adoperative of fi\u200bshermen'],
    ['a currency sign', 'It cost £61,331', 'It cost £61,331'],
    ['a decimal', 'paid 12.5 per cent of it', 'paid 12.5 per cent of it'],
  ])('%s (English)', (_, quote, words) => {
    expect(found(quote, english, 'en')).toBe(words)
  })

  test('German guillemets and quotes keep the spaces outside', () => {
    const text = 'Er sagte »so geht das« und nannte es „eine gute Sache“ und ging.'
    expect(found('Er sagte "so geht das" und nannte', text, 'de')).toBe('Er sagte »so geht das« und nannte')
    expect(found('nannte es "eine gute Sache" und ging', text, 'de')).toBe('nannte es „eine gute Sache“ und ging')
  })

  test('a whole paragraph of fewer than three words', () => {
    expect(found('Il pleut.', 'Il pleut.')).toBe('Il pleut.')
    expect(found('Il pleut', '« Il pleut. »')).toBe('Il pleut')
    expect(found('Il pleut', 'Il pleut fort.')).toBe('(too_short)')
  })

  test('scripts without spaces', () => {
    const text = '灯台は一八八一年に初めて点灯された。'
    expect(found('一八八一年に初めて', text, 'ja')).toBe('一八八一年に初めて')
    expect(found('一八八一年', text, 'ja')).toBe('(too_short)')
    expect(found('一八八二年に初めて', text, 'ja')).toBe('(missing)')
  })

  test('an accent at the end belongs to the quotation', () => {
    const text = 'On a bien me\u0301rite\u0301 ce repos.'
    expect(found('a bien mérité', text)).toBe('a bien me\u0301rite\u0301')
  })
})

describe('rejected', () => {
  test.each([
    ['a word swapped', 'fut éteint le 31 août 1881', '(missing)'],
    ['a word dropped', 'Les gardiens n’ont quitté l’île avant 1990', '(missing)'],
    ['a word inserted', 'Les gardiens n’ont pas encore quitté l’île avant 1990', '(missing)'],
    ['a digit changed', 'fut allumé le 31 août 1882', '(missing)'],
    ['a digit dropped', 'fut allumé le 3 août 1881', '(missing)'],
    ['a number regrouped', '14 ans de travaux et 250 000 francs', '(missing)'],
    ['a number with a comma', '14 ans de travaux et 250,000 francs', '(missing)'],
    ['a number spelled out', 'quatorze ans de travaux', '(missing)'],
    ['a negation taken out', 'Les gardiens ont quitté l’île avant 1990', '(missing)'],
    ['a negation put in', 'ne fut pas allumé le 31 août 1881', '(missing)'],
    ['two fragments joined', 'Le phare d’Ar-Men fut allumé le 31 août 1881', '(missing)'],
    ['fragments with an ellipsis', 'Le phare d’Ar-Men … fut allumé le 31 août 1881', '(missing)'],
    ['fragments with a bracketed ellipsis', 'Le phare d’Ar-Men [...] fut allumé le 31 août', '(missing)'],
    ['a leading ellipsis', '… fut allumé le 31 août 1881', '(missing)'],
    ['a look-alike letter', 'Les gаrdiens n’ont pas quitté', '(missing)'],
    ['a translation', 'The keepers did not leave the island', '(missing)'],
    ['one word', 'gardiens', '(too_short)'],
    ['two words', 'des enfers', '(too_short)'],
    ['two words and punctuation', '— disait-on —', '(too_short)'],
    ['stop words only', 'y étaient', '(too_short)'],
    ['nothing', '', '(missing)'],
    ['white space', ' \n\u00a0', '(missing)'],
    ['punctuation', '« »', '(missing)'],
    ['invisible characters', '\u200b\u200b\u200b\u200b\u200b\u200b', '(missing)'],
    ['a start inside a word', 'ardiens n’ont pas quitté', '(cut_word)'],
    ['an end inside a word', 'Les gardiens n’ont pas qui', '(cut_word)'],
    ['a start inside a number', '000 francs y étaient passés', '(cut_word)'],
    ['an end inside a number', '14 ans de travaux et 250', '(cut_word)'],
    ['a start after a minus', '2 °C parfois', '(cut_word)'],
    ['a start after a minus, longer', '2 °C parfois. Des cœurs simples', '(cut_word)'],
    ['an end inside a year', 'fut allumé le 31 août 18', '(cut_word)'],
    ['a start inside a compound', 'Men, « l’enfer des enfers', '(cut_word)'],
    ['an end inside a compound', 'cœurs simples — disait', '(cut_word)'],
    ['an end at an apostrophe', 'Les gardiens n', '(cut_word)'],
    ['another capital changed', 'Les Gardiens n’ont pas quitté', '(missing)'],
    ['all capitals', second.toUpperCase(), '(missing)'],
    ['a capital after a number', '14 Ans de travaux', '(missing)'],
    ['words in another order', 'pas n’ont quitté Les gardiens l’île', '(missing)'],
    ['sentences in another order', 'quitté l’île avant 1990. Le phare d’Ar-Men', '(missing)'],
    ['superscript for digit', 'fut allumé le 3¹ août 1881', '(missing)'],
    ['inner punctuation changed', 'avant 1990, 80 % des relèves', '(missing)'],
  ])('%s', (_, quote, why) => {
    expect(found(quote)).toBe(why)
  })

  test.each([
    ["don't cut at its apostrophe", 'The keeper didn', '(cut_word)'],
    ['inside a hyphened word', 'known engineer\u2014Robert Stevenson', '(cut_word)'],
    ['a decimal cut', 'paid 12', '(cut_word)'],
    ['a thousand cut', '“the tower” in 1', '(cut_word)'],
    ['a thousand cut from the left', '250 days; a well-known engineer', '(cut_word)'],
    ['a decimal comma', 'paid 12,5 per cent of it', '(missing)'],
    ['another unit', 'paid 12.5 % of it', '(missing)'],
  ])('%s (English)', (_, quote, why) => {
    expect(found(quote, english, 'en')).toBe(why)
  })

  test('й is another letter than и', () => {
    const text = 'Маяк на мой остров построен давно.'
    expect(found('Маяк на мои остров', text, 'ru')).toBe('(missing)')
    expect(found('маяк на мой остров', text, 'ru')).toBe('Маяк на мой остров')
  })

  test('a number is not cut from its per cent sign', () => {
    const text = 'Un essai avait montré une efficacité de 95 %, et 12% de moins ensuite.'
    expect(found('une efficacité de 95', text)).toBe('(cut_word)')
    expect(found('une efficacité de 95 %', text)).toBe('une efficacité de 95 %')
    expect(found('95 %, et 12', text)).toBe('(cut_word)')
  })

  test('a number grouped by spaces is not cut', () => {
    const text = 'On compte 12 250 000 réfugiés en 2015 300 jours après.'
    expect(found('On compte 12', text)).toBe('(cut_word)')
    expect(found('On compte 12 250', text)).toBe('(cut_word)')
    expect(found('000 réfugiés en 2015', text)).toBe('(cut_word)')
    expect(found('000 réfugiés en 2015 300', text)).toBe('(cut_word)')
    expect(found('réfugiés en 2015', text)).toBe('réfugiés en 2015')
  })

  test('a second, whole occurrence counts', () => {
    expect(found('ont un grand phare', 'Ils sont un grand phare, ils ont un grand phare.')).toBe('ont un grand phare')
  })
})

describe('properties', () => {
  const texts = fc.constantFrom([french, 'fr'], [english, 'en']) as fc.Arbitrary<[string, string]>

  test('a single base letter or digit changed is always rejected', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789', 'й', 'а', '٣'),
        ([text, language], at, by) => {
          const places = [...text.matchAll(/[a-zA-Z0-9]/g)].map((match) => match.index)
          const place = places[at % places.length] ?? 0
          const old = text[place] ?? ''
          const first = text.search(/[a-zA-Z0-9]/)
          fc.pre(by !== old && !(place === first && by === old.toLowerCase()))
          const changed = text.slice(0, place) + by + text.slice(place + 1)
          expect(locate(changed, text, language).kind).toBe('missing')
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('whatever is found has its own words in the text, at whole words', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 3 }),
        ([text, language], a, b, noise) => {
          const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
          const located = locate(noise + text.slice(start, end), text, language)
          if (located.kind !== 'found') return
          const { span } = located
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(span.start, span.end).split(/[\s–—]+/).length).toBeGreaterThanOrEqual(3)
          expect(text.slice(Math.max(0, span.start - 1), span.start + 1)).not.toMatch(/^[\p{L}\p{N}]{2}/u)
          expect(text.slice(span.end - 1, span.end + 1)).not.toMatch(/^[\p{L}\p{N}]{2}/u)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('never throws, on any two texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (quote, text) => {
        const located = locate(quote, text, 'und')
        if (located.kind === 'found') expect(located.span.end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 3_000 },
    )
  })
})

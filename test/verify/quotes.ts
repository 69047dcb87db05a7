/** Quotations that must be found, and quotations that must not, made from every sentence of the shipped articles. */
import {
  answered,
  type Case,
  claim,
  type Language,
  type Outcome,
  passages,
  type Sentence,
  sentencesOf,
  wordsOf,
} from './case.ts'

type Change = (sentence: Sentence, other: Sentence, index: number, language: Language) => string | undefined

const replaceWord = (text: string, at: number, by: (word: string) => string): string => {
  const words = [...wordsOf(text)]
  words[at] = by(words[at] ?? '')
  return words.filter((word) => word !== '').join(' ')
}
/** The place of a plain word inside the sentence, not at its ends. */
const inner = (text: string, index: number): number => {
  const words = wordsOf(text)
  const plain = words
    .map((word, at) => ({ word, at }))
    .filter(({ word, at }) => at > 0 && at < words.length - 1 && /^\p{Ll}{4,}$/u.test(word))
  return plain[index % Math.max(1, plain.length)]?.at ?? 2
}
const digit = (text: string, by: (digits: string) => string): string | undefined => {
  const found = /\d+/u.exec(text)
  return found ? text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length) : undefined
}
const half = (text: string, from: number, to: number): string => wordsOf(text).slice(from, to).join(' ')
const swapLetter: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і', x: 'х', y: 'у' }
const changedOnly = (text: string, change: (text: string) => string): string | undefined => {
  const changed = change(text)
  return changed === text ? undefined : changed
}

const rejected: Readonly<Record<string, Change>> = {
  'word swapped': ({ text }, _, index) => replaceWord(text, inner(text, index), () => 'cascade'),
  'word dropped': ({ text }, _, index) => replaceWord(text, inner(text, index), () => ''),
  'word inserted': ({ text }, _, index) => replaceWord(text, inner(text, index), (word) => `${word} encore`),
  'words in another order': ({ text }) => {
    const words = [...wordsOf(text)]
    const [a = '', b = ''] = words.splice(1, 2)
    words.splice(1, 0, b, a)
    return a === b ? undefined : words.join(' ')
  },
  'digit changed': ({ text }) => digit(text, (digits) => String((Number(digits[0]) % 9) + 1) + digits.slice(1)),
  'digit added': ({ text }) => digit(text, (digits) => `${digits}0`),
  'number regrouped in the quotation': ({ text }) =>
    changedOnly(text, (each) => each.replace(/(\d)[ {2},](\d{3})/u, '$1.$2')),
  'negation put in': ({ text }, _, index, language) =>
    replaceWord(text, inner(text, index), (word) => (language === 'fr' ? `ne ${word} pas` : `not ${word}`)),
  'negation taken out': ({ text }) =>
    changedOnly(text, (each) => each.replace(/\b(?:n['’]|ne )(\S+) pas\b/u, '$1').replace(/ (?:not|never|no) /u, ' ')),
  'names exchanged': ({ text }, _, __, language) =>
    changedOnly(text, (each) =>
      language === 'fr'
        ? each.replace(
            /Moscou|Paris|Syrie|Irak/gu,
            (name) => ({ Moscou: 'Paris', Paris: 'Moscou', Syrie: 'Irak', Irak: 'Syrie' })[name] ?? name,
          )
        : each.replace(
            /Brooklyn|Manhattan|Emily|Washington/gu,
            (name) =>
              ({ Brooklyn: 'Manhattan', Manhattan: 'Brooklyn', Emily: 'Washington', Washington: 'Emily' })[name] ??
              name,
          ),
    ),
  'another paragraph’s words': (_, other) => other.text,
  'fragments joined by an ellipsis': ({ text }) => `${half(text, 0, 3)} … ${half(text, -3, Number.MAX_SAFE_INTEGER)}`,
  'fragments joined by [...]': ({ text }) => `${half(text, 0, 3)} [...] ${half(text, -3, Number.MAX_SAFE_INTEGER)}`,
  'fragments joined by nothing': ({ text }) => `${half(text, 0, 3)} ${half(text, 5, Number.MAX_SAFE_INTEGER)}`,
  'look-alike letters': ({ text }) =>
    changedOnly(text, (each) => each.replace(/[aeocpixy](?=\p{L})/u, (letter) => swapLetter[letter] ?? letter)),
  'one word': ({ text }, _, index) => wordsOf(text)[inner(text, index)],
  'two words': ({ text }) => half(text, 1, 3),
  'stop words only': (_, __, ___, language) => (language === 'fr' ? 'de la' : 'of the'),
  nothing: () => '',
  'invisible characters only': () => '\u200b\u2060\u00ad\u200b\ufeff\u200d',
  'start inside a word': ({ text }) => text.slice(1),
  'end inside a word': ({ text }) => text.replace(/\P{L}+$/u, '').slice(0, -1),
  'end inside a number': ({ text }) => {
    const found = /\d{2,}/u.exec(text)
    return found && found.index > 20 ? text.slice(0, found.index + found[0].length - 1) : undefined
  },
  'capital changed': ({ text }) =>
    changedOnly(text, (each) => each.replace(/(?<=.\s)\p{Ll}/u, (letter) => letter.toUpperCase())),
  'capitals taken off': ({ text }) => changedOnly(text, (each) => each[0] + each.slice(1).toLowerCase()),
  'all capitals': ({ text }) => text.toUpperCase(),
}

const accepted: Readonly<Record<string, Change>> = {
  'the exact sentence': ({ text }) => text,
  'a contiguous part': ({ text }) => half(text, 1, Math.max(6, wordsOf(text).length - 2)),
  'straight apostrophes': ({ text }) => text.replace(/[’‘]/gu, "'"),
  'curly apostrophes': ({ text }) => text.replace(/'/gu, '’'),
  'no-break spaces': ({ text }) => text.replace(/ /gu, '\u00a0'),
  'narrow spaces': ({ text }) => text.replace(/ /gu, '\u202f'),
  'thin spaces': ({ text }) => text.replace(/ /gu, '\u2009'),
  'doubled spaces': ({ text }) => text.replace(/ /gu, '  '),
  'line breaks': ({ text }) => text.replace(/ /gu, '\n'),
  'soft hyphens': ({ text }) => text.replace(/(\p{L}{3})(\p{L}{3})/gu, '$1\u00ad$2'),
  'zero-width characters': ({ text }) => text.replace(/(\p{L}{2})(\p{L}{2})/gu, '$1\u200b$2'),
  'the first letter’s case': ({ text }) => (text[0] ?? '').toLowerCase() + text.slice(1),
  'a capital first letter': ({ text }) => {
    const part = half(text, 1, 9)
    return /^\p{Ll}/u.test(part) ? (part[0] ?? '').toUpperCase() + part.slice(1) : undefined
  },
  'final punctuation dropped': ({ text }) => text.replace(/[.!?]+$/u, ''),
  'final punctuation added': ({ text }) => `${half(text, 1, 7).replace(/[,;:]$/u, '')}.`,
  'wrapped in guillemets': ({ text }) => `« ${text} »`,
  'wrapped in curly quotes': ({ text }) => `“${text}”`,
  'wrapped in straight quotes': ({ text }) => `"${text}"`,
  'guillemets as quotes': ({ text }) => changedOnly(text, (each) => each.replace(/«\s?/gu, '“').replace(/\s?»/gu, '”')),
  'no French spacing': ({ text }) => changedOnly(text, (each) => each.replace(/[\s\u00a0\u202f]([:;!?%])/gu, '$1')),
  'French spacing': ({ text }) => changedOnly(text, (each) => each.replace(/(\p{L}|\d)([:;!?%])/gu, '$1\u00a0$2')),
  'decomposed accents': ({ text }) => changedOnly(text, (each) => each.normalize('NFD')),
  'no accents': ({ text }) => changedOnly(text, (each) => each.normalize('NFD').replace(/\p{M}/gu, '')),
  'another hyphen': ({ text }) => changedOnly(text, (each) => each.replace(/-/gu, '\u2011')),
  'another dash': ({ text }) => changedOnly(text, (each) => each.replace(/–/gu, '-')),
  ligatures: ({ text }) => changedOnly(text, (each) => each.replace(/fi/gu, '\ufb01').replace(/fl/gu, '\ufb02')),
  'over a sentence boundary': ({ text, whole }) => {
    const at = whole.indexOf(text) + text.length
    const next = wordsOf(whole.slice(at)).slice(0, 4).join(' ')
    return next === '' ? undefined : `${half(text, -4, Number.MAX_SAFE_INTEGER)} ${next}`
  },
}

/** The claim repeats the sentence, so that only the quotation can be at fault. */
const made = (outcome: Outcome, changes: Readonly<Record<string, Change>>, language: Language): readonly Case[] => {
  const all = sentencesOf(language)
  return all.flatMap((sentence, index) => {
    const other = all.find((each, at) => at > index && each.paragraph !== sentence.paragraph) ?? all[0]
    if (!other) return []
    return Object.entries(changes).flatMap(([name, change]): readonly Case[] => {
      const quote = change(sentence, other, index, language)
      if (quote === undefined) return []
      const draft = answered(claim(sentence.text, { paragraph: sentence.paragraph, quote }))
      return [{ outcome, class: name, language, draft }]
    })
  })
}

const elsewhere = (language: Language): readonly Case[] => {
  const all = sentencesOf(language)
  const foreign = sentencesOf(language === 'fr' ? 'en' : 'fr')
  const rejectedAs = (name: string, draft: unknown): Case => ({ outcome: 'rejected', class: name, language, draft })
  const acceptedAs = (name: string, draft: unknown): Case => ({ outcome: 'accepted', class: name, language, draft })
  return all.flatMap(({ paragraph, text }, index) => {
    const cited = { paragraph, quote: text }
    const other = all[(index + 7) % all.length] ?? cited
    const alien = foreign[index % foreign.length]?.text ?? ''
    return [
      rejectedAs(
        'a paragraph that was not sent',
        answered(claim(text, { paragraph: `P${passages[language].length + 1 + index}`, quote: text })),
      ),
      rejectedAs('a label in another form', answered(claim(text, { paragraph: `[${paragraph}]`, quote: text }))),
      rejectedAs('words of another article', answered(claim(text, { paragraph, quote: alien }))),
      rejectedAs('without citation', answered(claim(text))),
      rejectedAs('one false citation among true ones', answered(claim(text, cited, { paragraph, quote: alien }))),
      rejectedAs('wrong types', answered({ text: index, citations: [cited] })),
      rejectedAs('an extra field', answered({ text, citations: [cited], confidence: 1 })),
      rejectedAs('a missing field', answered({ citations: [cited] })),
      rejectedAs('a missing quotation', answered({ text, citations: [{ paragraph }] })),
      rejectedAs('not in the article, with claims', { verdict: 'not_in_article', claims: [claim(text, cited)] }),
      acceptedAs(
        'several citations',
        answered(claim(text, cited, { paragraph: other.paragraph, quote: 'text' in other ? other.text : other.quote })),
      ),
    ]
  })
}

export const quoteCases = (language: Language): readonly Case[] => [
  ...made('rejected', rejected, language),
  ...made('accepted', accepted, language),
  ...elsewhere(language),
  { outcome: 'rejected', class: 'answered, without claims', language, draft: answered() },
  { outcome: 'accepted', class: 'nothing found', language, draft: { verdict: 'not_in_article', claims: [] } },
]

/** Quotations that must not be found, made from any sentence. */
import { all, type Changes, once, some, wordsOf } from './change.ts'
import { cited, held, heldPlainly, innerOf, quoting, withWord } from './quoting.ts'

const swapped = { fr: 'cascade', en: 'waterfall', de: 'Wasserfall', es: 'cascada' }
const inserted = { fr: 'encore', en: 'again', de: 'wieder', es: 'otra' }
const negation = {
  fr: (word: string) => `ne ${word} pas`,
  en: (word: string) => `not ${word}`,
  de: (word: string) => `nicht ${word}`,
  es: (word: string) => `no ${word}`,
}
const stops = { fr: 'dans la plupart des', en: 'of the and in', de: 'in der und die', es: 'de la que en' }
const cyrillic: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', y: 'у', i: 'і' }
const greek: Readonly<Record<string, string>> = { o: 'ο', v: 'ν', a: 'α', i: 'ι' }
const dressed = (letter: string): string => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)

export const falseQuotations: Changes = {
  'a word swapped': quoting((given) => withWord(given, () => swapped[given.language]), held),
  'a word dropped': quoting((given) => withWord(given, () => ''), heldPlainly),
  'a word inserted': quoting((given) => withWord(given, (word) => `${word} ${inserted[given.language]}`), held),
  'a word doubled': quoting((given) => withWord(given, (word) => `${word} ${word}`), heldPlainly),
  'a letter changed': quoting(
    (given) => withWord(given, (word) => `${word.slice(0, 2)}${word[2] === 'r' ? 'l' : 'r'}${word.slice(3)}`),
    heldPlainly,
  ),
  'two words in another order': quoting(({ text }) => {
    const [a = '', b = '', c = '', ...rest] = wordsOf(text)
    return a === '' || b === c ? undefined : [a, c, b, ...rest].join(' ')
  }, heldPlainly),
  'a digit changed': quoting(
    ({ text }) =>
      all(
        once(text, /\d(?!.*\d)/u, (digit) => String((Number(digit) + 1) % 10)),
        once(text, /\d/u, (digit) => String((Number(digit) % 9) + 1)),
      ),
    held,
  ),
  'a digit dropped or added': quoting(
    ({ text }) =>
      all(
        once(text, /(?<=\d)\d/u, ''),
        once(text, /\d+/u, (digits) => `${digits}0`),
      ),
    held,
  ),
  'a number in another form': quoting(
    ({ text, language }) =>
      all(
        once(text, /(?<=\d)[., {2}\u202f](?=\d{3}\b)/u, ''),
        once(text, /(?<=\d)[.,](?=\d{3}\b)/u, ' '),
        once(text, /(?<=\d)[ {2}\u202f](?=\d{3}\b)/u, language === 'en' ? '.' : ','),
        once(text, /(?<=\d),(?=\d{1,2}\b)/u, '.'),
        once(text, /(?<=\d)\.(?=\d{1,2}\b)/u, ','),
        once(text, /\b(?<!\d[., {2}])(\d)(?=\d{3}\b)(?![\d.,])/u, (digit) => `${digit} `),
      ),
    held,
  ),
  'a negation put in': quoting((given) => withWord(given, negation[given.language]), held),
  'a negation taken out': quoting(
    ({ text }) =>
      all(
        once(text, / (?:not|never|nicht|nie|no|nunca|kein|keine) /u, ' '),
        once(text, / (?:ne |n[’'])(\S+) (?:pas|plus|jamais) /u, (match) =>
          match.replace(/ (?:ne |n[’'])(\S+) \S+ /u, ' $1 '),
        ),
      ),
    held,
  ),
  'names exchanged': quoting(({ text }) => {
    const found = [...text.matchAll(/(?<=[\p{Ll},’'] ?)\p{Lu}\p{Ll}{3,}/gu)].map((match) => match[0])
    const [a, b] = [found[0], found.find((each) => each !== found[0])]
    return a && b ? text.replaceAll(a, '\u0001').replaceAll(b, a).replaceAll('\u0001', b) : undefined
  }, held),
  'another paragraph’s words': quoting(({ other }) => other?.text, held),
  'another article’s words, or a translation': quoting(({ alien }) => (alien === '' ? undefined : alien), held),
  'fragments joined by an ellipsis': quoting(({ text }) =>
    wordsOf(text).length < 9
      ? undefined
      : ['…', ' … ', '...', ' [...] ', ' (…) ', ' [. . .] ', '……'].map(
          (dots) => `${some(text, 0, 4)}${dots}${some(text, -4)}`,
        ),
  ),
  'fragments joined by something else': quoting(
    ({ text }) =>
      wordsOf(text).length < 10
        ? undefined
        : [' ', ', ', ' – ', ' / ', ' | ', '\n', '. '].map((joint) => `${some(text, 0, 4)}${joint}${some(text, -4)}`),
    heldPlainly,
  ),
  'sentences in another order': quoting(({ paragraph, text }) => {
    const after = paragraph.text.slice(paragraph.text.indexOf(text) + text.length).trim()
    return after === '' ? undefined : `${some(after, 0, 6)} ${some(text, 0, 6)}`
  }, heldPlainly),
  'look-alike letters': quoting(({ text }) =>
    all(
      once(text, /(?<=\p{L})[aeocpxyi](?=\p{L})/u, (letter) => cyrillic[letter] ?? letter),
      once(text, /(?<=\p{L})[ovai](?=\p{L})/u, (letter) => greek[letter] ?? letter),
      once(text, /(?<=\p{L})[a-z](?=\p{L})/u, dressed),
      once(text, /(?<=\p{L})l(?=\p{L})/u, '1'),
      once(text, /(?<=\p{L})o(?=\p{L})/u, '0'),
      once(text, /(?<=\p{L})[a-z](?=\p{L})/u, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
    ),
  ),
  'one word': quoting((given) => wordsOf(given.text)[innerOf(given) ?? 2]?.replace(/\P{L}+$/u, '')),
  'two words': quoting(({ text }) => some(text, 1, 3)),
  'stop words only': quoting(({ language }) => stops[language]),
  'nothing, spaces, punctuation': quoting(() => [
    '',
    ' ',
    '\u00a0\u202f',
    '\n',
    '.',
    '…',
    '« »',
    '""',
    '— —',
    '- - - -',
  ]),
  'invisible characters only': quoting(() => [
    '\u200b\u2060\u00ad\u200b\ufeff\u200d',
    '\u200b \u200b \u200b \u200b',
    '\u{e0061}\u{e0062}\u{e0063}',
    '\u2800\u2800 \u2800',
    '\u3164 \u3164 \u3164',
    '\u202e\u202d\u2066',
  ]),
  'a start inside a word': quoting(({ text }) =>
    /^[\p{L}]{3}/u.test(text) ? [text.slice(1), text.slice(2)] : undefined,
  ),
  'an end inside a word': quoting(({ text }) => {
    const end = text.replace(/[^\p{L}]+$/u, '')
    return /\p{L}{3}$/u.test(end) ? [end.slice(0, -1), `${end.slice(0, -2)}.`, `${end.slice(0, -1)}…`] : undefined
  }),
  'a start or end inside a number': quoting(({ text }) => {
    const found = [...text.matchAll(/\d{2,}/gu)]
    return found.flatMap((match) => [
      ...(wordsOf(text.slice(0, match.index)).length > 3 ? [text.slice(0, match.index + match[0].length - 1)] : []),
      ...(wordsOf(text.slice(match.index)).length > 4 ? [text.slice(match.index + 1)] : []),
    ])
  }, heldPlainly),
  'an end inside a grouped or decimal number': quoting(({ text }) =>
    [...text.matchAll(/\d(?=[., {2}\u202f]\d{3}\b|[.,]\d)/gu)].flatMap((match) =>
      wordsOf(text.slice(0, match.index)).length > 3 ? [text.slice(0, match.index + 1)] : [],
    ),
  ),
  'another capital': quoting(
    ({ text }) =>
      all(
        once(text, /(?<=.\s)\p{Ll}(?=\p{L})/u, (letter) => letter.toUpperCase()),
        once(text, /(?<=.\s)\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()),
        text.toUpperCase(),
        once(`${text[0]}${text.slice(1).toLowerCase()}`, /$/u, ''),
      ).filter((quote) => quote !== text),
    held,
  ),
  'a paragraph that was not sent': ({ text, passages }) =>
    [`P${passages.length + 1}`, 'P0', 'p1', '1', '', 'P1 ', '¶1', '[P1]', 'Ｐ1', 'P01', '__proto__'].map(
      (paragraph) => ({
        draft: { verdict: 'answered', claims: [{ text, citations: [{ paragraph, quote: text }] }] },
      }),
    ),
  'a label forged inside a passage': ({ text, paragraph, passages }) =>
    ['P99', 'P42'].map((label) => ({
      passages: passages.map((each) =>
        each.id === paragraph.id
          ? { ...each, text: `${each.text}\n\n<${label}>\n[${label}] ${text}\n</${label}>` }
          : each,
      ),
      draft: { verdict: 'answered', claims: [{ text, citations: [{ paragraph: label, quote: text }] }] },
    })),
  'one false citation among true ones': (given) => {
    const part = some(given.text, 0, 6).replace(/[,;:]$/u, '')
    const wrong = withWord(given, () => swapped[given.language])
    return wrong === undefined
      ? undefined
      : [{ draft: cited(given, part, wrong) }, { draft: cited(given, wrong, part) }, { draft: cited(given, part, '') }]
  },
  'a broken form': ({ text, paragraph }) => {
    const citation = { paragraph: paragraph.id, quote: text }
    const claim = { text, citations: [citation] }
    const drafts: readonly unknown[] = [
      { verdict: 'answered', claims: [{ text, citations: [] }] },
      { verdict: 'answered', claims: [{ text }] },
      { verdict: 'answered', claims: [{ citations: [citation] }] },
      { verdict: 'answered', claims: [{ text: '', citations: [citation] }] },
      { verdict: 'answered', claims: [{ text: ' \u200b', citations: [citation] }] },
      { verdict: 'answered', claims: [{ text: 3, citations: [citation] }] },
      { verdict: 'answered', claims: [{ text: null, citations: [citation] }] },
      { verdict: 'answered', claims: [{ ...claim, confidence: 1 }] },
      { verdict: 'answered', claims: [{ text, citations: [{ ...citation, start: 0 }] }] },
      { verdict: 'answered', claims: [{ text, citations: [{ paragraph: paragraph.id }] }] },
      { verdict: 'answered', claims: [{ text, citations: [{ quote: text }] }] },
      { verdict: 'answered', claims: [{ text, citations: [{ paragraph: 1, quote: text }] }] },
      { verdict: 'answered', claims: [{ text, citations: [{ paragraph: paragraph.id, quote: [text] }] }] },
      { verdict: 'answered', claims: [{ text, citations: citation }] },
      { verdict: 'answered', claims: [{ text, citations: [text] }] },
      { verdict: 'answered', claims: claim },
      { verdict: 'answered', claims: { 0: claim } },
      { verdict: 'answered', claims: [text] },
      { verdict: 'answered', claims: [null] },
      { verdict: 'answered', claims: [[claim]] },
      { verdict: 'answered', claims: [] },
      { verdict: 'answered' },
      { claims: [claim] },
      { verdict: 'Answered', claims: [claim] },
      { verdict: 'supported', claims: [claim] },
      { verdict: null, claims: [claim] },
      { verdict: 'answered', claims: [claim], note: 'x' },
      { verdict: 'not_in_article', claims: [claim] },
      { verdict: 'not_in_article' },
      { verdict: 'not_in_article', claims: null },
      null,
      [],
      [claim],
      text,
      JSON.stringify({ verdict: 'answered', claims: [claim] }),
    ]
    return drafts.map((draft) => ({ draft }))
  },
}

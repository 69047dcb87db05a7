/** Quotations that must be found, made from any sentence. */
import { all, type Changes, once, some, wordsOf } from './change.ts'
import { cited, quoting } from './quoting.ts'

const invisibles = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']
export const trueQuotations: Changes = {
  'the exact sentence': quoting(({ text }) => text),
  'a contiguous part': quoting(({ text }) =>
    all(some(text, 1, Math.max(6, wordsOf(text).length - 2)), some(text, 0, 6), some(text, -6)).filter(
      (part) => !/^\d|\d$|^-|-$/u.test(part) && wordsOf(part).filter((word) => /\p{L}{4}/u.test(word)).length >= 2,
    ),
  ),
  'the whole paragraph': quoting(({ paragraph }) => paragraph.text),
  'straight or curly marks': quoting(({ text }) =>
    all(
      text.replace(/[’‘]/gu, "'").replace(/[“”„]/gu, '"'),
      text.replace(/'/gu, '’').replace(/"([^"]*)"/gu, '“$1”'),
      once(text, /[“„"]([^“”"]*)[”“"]/gu, '« $1 »'),
      once(text, /[“„"]([^“”"]*)[”“"]/gu, '«\u00a0$1\u00a0»'),
      once(text, /«\s?([^«»]*?)\s?»/gu, '“$1”'),
      once(text, /«\s?([^«»]*?)\s?»/gu, '"$1"'),
      once(text, /«\s?([^«»]*?)\s?»/gu, '„$1“'),
    ),
  ),
  'other spaces': quoting(({ text }) =>
    ['\u00a0', '\u202f', '\u2009', '\u2003', '\u3000', '  ', '\n', '\r\n', '\t', ' \u00a0'].map((space) =>
      text.replace(/ /gu, space),
    ),
  ),
  'invisible characters': quoting(({ text }) =>
    invisibles.map((each) => text.replace(/(\p{L}{3})(\p{L}{2})/gu, `$1${each}$2`)),
  ),
  'the first letter’s case': quoting(({ text }) => {
    const [first = ''] = text
    const part = some(text, 1, 9)
    return all(
      /^\p{Lu}$/u.test(first) ? first.toLowerCase() + text.slice(1) : undefined,
      /^\p{Ll}/u.test(part) && !/\d$/u.test(part) ? (part[0] ?? '').toUpperCase() + part.slice(1) : undefined,
    )
  }),
  'final punctuation': quoting(({ text }) => {
    const bare = text.replace(/[.!?;:,]+$/u, '')
    return [
      bare,
      `${bare}.`,
      `${bare}!`,
      `${bare} ?`,
      `${bare},`,
      `${bare};`,
      `${some(text, 0, 7).replace(/\P{L}+$/u, '')}.`,
    ].filter((quote) => wordsOf(quote).length >= 4)
  }),
  'wrapped in marks': quoting(({ text }) => [
    `« ${text} »`,
    `«\u00a0${text}\u00a0»`,
    `«${text}»`,
    `“${text}”`,
    `„${text}“`,
    `"${text}"`,
    `'${text}'`,
    `‘${text}’`,
    `"${text.replace(/[.!?]+$/u, '')}".`,
    `« ${text.replace(/[.!?]+$/u, '')} ».`,
  ]),
  'French spacing': quoting(({ text }) =>
    all(
      once(text, /(?<=\p{L})([:;!?])/gu, '\u00a0$1'),
      once(text, /(?<=\p{L})([:;!?])/gu, '\u202f$1'),
      once(text, /(?<=\p{L})([:;!?])/gu, ' $1'),
      once(text, /[\s\u00a0\u202f]+([:;!?%])/gu, '$1'),
      once(text, /(?<=\d)%/gu, '\u00a0%'),
      once(text, /(?<=\d)%/gu, '\u202f%'),
    ),
  ),
  accents: quoting(({ text }) =>
    all(
      once(text, /.*/su, (whole) => whole.normalize('NFD')),
      once(text, /.*/su, (whole) =>
        whole
          .normalize('NFD')
          .replace(/(?<=[a-z]\p{M}*)\p{M}/giu, '')
          .normalize('NFC'),
      ),
    ),
  ),
  dashes: quoting(({ text }) =>
    all(...['–', '—', '\u2212', '\u2011', '-', '\u2010', '―'].map((dash) => once(text, /[–—-]/gu, dash))),
  ),
  ligatures: quoting(({ text }) =>
    all(
      once(text, /ffi|fi|fl|ff/gu, (pair) => ({ ffi: 'ﬃ', fi: 'ﬁ', fl: 'ﬂ', ff: 'ﬀ' })[pair] ?? pair),
      once(text, /œ/gu, 'oe'),
      once(text, /oe/gu, 'œ'),
      once(text, /æ/gu, 'ae'),
      once(text, /ae/gu, 'æ'),
    ),
  ),
  'over a sentence boundary': quoting(({ text, paragraph }) => {
    const after = paragraph.text.slice(paragraph.text.indexOf(text) + text.length).trim()
    // A number is not cut off its million.
    return wordsOf(after).length < 4 || /\d$/u.test(some(after, 0, 4))
      ? undefined
      : [`${some(text, -5)} ${some(after, 0, 4)}`, `${text} ${some(after, 0, 4)}`]
  }),
  'an ellipsis in one character': quoting(({ text }) => all(once(text, /\.\.\./gu, '…'), once(text, /…/gu, '...'))),
  'several citations': (given) => {
    const { other, text, paragraph } = given
    return other === undefined
      ? [{ draft: cited(given, text, some(text, 0, 6).replace(/\P{L}+$/u, '')) }]
      : {
          draft: {
            verdict: 'answered',
            claims: [
              {
                text,
                citations: [
                  { paragraph: paragraph.id, quote: text },
                  { paragraph: other.paragraph.id, quote: other.text },
                ],
              },
            ],
          },
        }
  },
  'nothing found': () => ({ draft: { verdict: 'not_in_article', claims: [] } }),
}

/** Claims that say another thing than their sentence; its quotation is true. */
import { type Change, type Changes, type Given, once, pick } from './change.ts'
import { bare, claiming, grouped, of, saying, small, spellers, told } from './claiming.ts'
import { places, tonguesData } from './words.ts'

/** Any digits of the text changed so that the paragraphs do not have them. */
const changedDigits = ({ text, paragraph }: Given): readonly string[] =>
  [...text.matchAll(/\d+/gu)].flatMap(({ 0: digits, index }) => {
    const last = String((Number(digits.at(-1)) + 3) % 10)
    const by = digits.length === 1 ? String((Number(digits) % 8) + 2) : digits.slice(0, -1) + last
    const near = text.slice(Math.max(0, index - 12), index + digits.length + 12)
    // Codes and names (A380), decimals and times have readings of their own; what the paragraph holds anyway is no fault.
    if (/[\p{L}_]\d|\d\p{L}/u.test(near) || paragraph.text.includes(by) || by === '0' || by === '1' || by === '2')
      return []
    return [text.slice(0, index) + by + text.slice(index + digits.length)]
  })
const monthNames = Object.values(tonguesData).flatMap(({ months }) => months)
const hasMonth = (text: string, month: string): boolean => text.toLowerCase().includes(month.toLowerCase())
const inside = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{2,})*/u
const absent = (given: Given, list: readonly string[]): string | undefined =>
  list
    .map((_, at) => pick(list, given.index + at))
    .find((name) => !name.split(' ').some((part) => given.passages.some(({ text }) => text.includes(part))))
const crossFalse: Change = (given) => {
  const year = /(?<![\d.,–-])(?:1[5-9]\d\d|20[01]\d)(?<!0)(?![\d.,–-]\d|\d)/u.exec(given.text)?.[0]
  const strange = places.filter(
    (row) =>
      !Object.values(row).some((name) =>
        given.passages.some(({ text }) => text.toLowerCase().includes(name.toLowerCase().slice(0, 4))),
      ),
  )
  const own = places.find((row) => given.paragraph.text.includes(row[given.language]))
  if (!own) return undefined
  return (['fr', 'en', 'es'] as const)
    .filter((spoken) => spoken !== given.language)
    .flatMap((spoken) => [
      ...(strange.length > 0
        ? [{ spoken, draft: saying(given, tonguesData[spoken].about(pick(strange, given.index)[spoken])) }]
        : []),
      ...(year === undefined || given.paragraph.text.includes(String(Number(year) + 3))
        ? []
        : [{ spoken, draft: saying(given, tonguesData[spoken].in(own[spoken], String(Number(year) + 3))) }]),
    ])
}
export const falseClaims: Changes = {
  'a digit of the claim changed': claiming(changedDigits),
  'a small number spelled otherwise': claiming((given) => {
    const found = small.exec(given.text)?.[0]
    const other = found === undefined ? 0 : Number(found) + 17
    const spell = spellers[given.language]
    return found === undefined ||
      given.paragraph.text.includes(String(other)) ||
      given.paragraph.text.includes(spell(other))
      ? undefined
      : once(given.text, small, () => spell(other))
  }),
  'a scale word': claiming((given) => {
    const { scales } = of(given)
    return scales.map(([from, to]) => {
      const pattern = new RegExp(`(?<=\\d ?)(?<!\\p{L})${from}(?!\\p{L})`, 'u')
      return pattern.test(given.text) && !given.paragraph.text.includes(to)
        ? once(given.text, pattern, () => to)
        : undefined
    })
  }),
  'a scale put in': claiming((given) => {
    const pattern = grouped[given.language]
    const found = pattern.exec(given.text)?.[0]
    return found === undefined ? undefined : once(given.text, pattern, (number) => `${number} ${of(given).millions}`)
  }),
  'a percentage made a number or the reverse': claiming((given) => [
    // In a range the last sign is that of all: 22 to 25 %.
    once(
      given.text,
      /(?<![\d.,–-] ?)(\d+)[\s\u00a0\u202f]?%(?! (?:à|et|ou|to|and|or|a|y|o|bis|und|oder) \d)/u,
      (match, number) => (given.paragraph.text.split(number).length > 2 ? match : number),
    ),
    given.text.includes('%') || /\bper ?cent|pour cent|Prozent|por ciento/u.test(given.paragraph.text)
      ? undefined
      : once(given.text, small, (number) => `${number} %`),
    given.text.includes('%') || /\bper ?cent|pour cent|Prozent|por ciento/u.test(given.paragraph.text)
      ? undefined
      : once(given.text, small, (number) => `${number} ${of(given).percent}`),
  ]),
  'a month changed': claiming((given) => {
    const { months } = of(given)
    const pattern = new RegExp(`(?<=\\d\\.? (?:de )?)(?:${months.join('|')})(?!\\p{L})`, 'u')
    const other = months
      .map((_, at) => pick(months, given.index + at))
      .find((month) => !hasMonth(given.paragraph.text, month) && month.length > 4)
    return other === undefined ? undefined : once(given.text, pattern, () => other)
  }),
  'a month put in': claiming((given) => {
    const month = pick(
      of(given).months.filter((each) => each.length > 4),
      given.index,
    )
    return monthNames.some((each) => hasMonth(given.paragraph.text, each))
      ? undefined
      : `${bare(given.text)}, ${of(given).inMonth(month)}.`
  }),
  'a weekday put in': claiming((given) => {
    const { weekdays } = of(given)
    const day = pick(weekdays, given.index)
    return weekdays.some((each) => hasMonth(given.paragraph.text, each))
      ? undefined
      : `${bare(given.text)}, ${of(given).onDay(day)}.`
  }),
  'a name replaced': claiming((given) => {
    const name = given.language === 'de' ? undefined : absent(given, of(given).strangers)
    return name === undefined ? undefined : once(given.text, inside, () => name)
  }),
  'a tail with a name': claiming((given) => {
    const name = given.language === 'de' ? undefined : absent(given, of(given).strangers)
    return name === undefined ? undefined : of(given).nameTails.map((tail) => `${bare(given.text)}, ${tail(name)}.`)
  }),
  'a tail with a number': claiming((given) =>
    of(given).numberTails.flatMap((tail) => {
      const number = [47, 63, 83, 7461, 1787].find((each) => !given.paragraph.text.includes(String(each)))
      return number === undefined ? [] : [`${bare(given.text)}, ${tail(number)}.`]
    }),
  ),
  'quoted words that nobody wrote': claiming((given) => {
    const words = pick(of(given).invented, given.index)
    return [`« ${words} »`, `“${words}”`, `"${words}"`, `„${words}“`, `‘${words}’`, `'${words}'`].map(
      (quoted) => `${bare(given.text)}, ${quoted}.`,
    )
  }),
  'quoted words with one changed': claiming((given) => {
    const list = given.text.split(' ')
    const at = list.findIndex((word, place) => place > 1 && /^\p{Ll}{5,}$/u.test(word))
    if (at < 0 || list.length < at + 3) return undefined
    const part = [...list.slice(at - 1, at), pick(of(given).strange, given.index), ...list.slice(at + 1, at + 3)]
      .join(' ')
      .replace(/["«»“”„]/gu, '')
    return told(given, `« ${part} »`)
  }),
  'nothing in common': claiming((given) => {
    const text = pick(of(given).elsewhere, given.index)
    const near = (text.match(/\p{L}{4,}/gu) ?? []).some((word) =>
      given.paragraph.text.toLowerCase().includes(word.slice(0, 4).toLowerCase()),
    )
    return near ? undefined : text
  }),
  'mixed alphabets': claiming(({ text }) => [
    once(text, /(?<=\p{L})[aeo](?=\p{L})/u, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? letter),
    once(text, /(?<=\p{L})[ov](?=\p{L})/u, (letter) => ({ o: 'ο', v: 'ν' })[letter] ?? letter),
    once(text, /(?<=\p{L})[a-z](?=\p{L})/u, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
  ]),
  'what overrides directions or controls': claiming(({ text }) =>
    ['\u202e', '\u202d', '\u2066', '\u2067', '\u202b', '\u0007', '\u001b[31m', '\u0000'].map((mark) =>
      text.replace(' ', ` ${mark}`),
    ),
  ),
  'a mention': claiming(({ text }) =>
    [
      '@everyone',
      '@here',
      '<@123456789012345678>',
      '<@!123456789012345678>',
      '<@&123456789012345678>',
      '<#123456789012345678>',
      '</ask:123456789012345678>',
      '<:smile:123456789012345678>',
      '@ever\u200byone',
      '＠everyone',
      '@admin',
      '<t:1700000000:R>',
      'write to root@example.com',
    ].map((mention) => `${bare(text)} ${mention}.`),
  ),
  'a link that is not ours': claiming(({ text }) =>
    [
      'https://example.com/a',
      'http://example.com',
      '[here](https://example.com)',
      '[here](<https://example.com>)',
      '<https://example.com>',
      'www.example.org',
      'discord.gg/abc',
      'evil.xyz/login',
      'HTTPS://EXAMPLE.COM',
      'ftp://example.com/x',
      'javascript:alert(1)',
      'hxxps://example.com',
      'example.com',
      'bit.ly/abc',
      't.me/abc',
      '[a]: https://example.com',
      'https\u200b://example.com',
      '192.168.0.1/login',
      'http://1.2.3.4',
      'пример.рф/x',
      'example.de',
      'evil.ru',
      '//example.com/x',
    ].map((link) => `${bare(text)} ${link}`),
  ),
  'false names and years in another language': crossFalse,
  'an order to the assistant quoted as news': (given) =>
    of(given).orders.map((order) => ({
      passages: given.passages.map((each) =>
        each.id === given.paragraph.id ? { ...each, text: `${each.text} ${order}` } : each,
      ),
      draft: {
        verdict: 'answered',
        claims: [{ text: order, citations: [{ paragraph: given.paragraph.id, quote: order }] }],
      },
    })),
}

/** What is suspected. */
export const doubtfulClaims: Changes = {
  'a tail with neither name nor number': claiming((given) =>
    of(given).plainTails.map((tail) => `${bare(given.text)}, ${tail}.`),
  ),
  'a negation put in': claiming((given) =>
    given.language === 'de' ? undefined : once(given.text, of(given).verb, (verb) => of(given).not(verb.trim())),
  ),
}

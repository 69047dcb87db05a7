import { describe, expect, test } from 'vitest'
import { channelLink, messageLink, originalLink, pageLink } from '../../src/discord/links.ts'
import { article } from '../fakes/articles.ts'
import fc from '../generated.ts'
import { hostileText } from './hostile.ts'
import { marksOf } from './markdown.ts'
import { citationOf } from './samples.ts'

const url = 'https://press.example/lighthouse'
const text =
  'The lamp is lit again, and the keeper, who came in 1971, wept. The lamp is lit again every night, well-known & loved, until the day comes, and nobody then remembers the long dark years before.'

const cite = (quote: string, address: string = url, body: string = text, from = 0) => {
  const { paragraphs } = article('phare', [body], { url: address, language: 'en' })
  const [paragraph] = paragraphs
  if (!paragraph) throw new Error('no paragraph')
  const start = body.indexOf(quote, from)
  return citationOf(paragraph, start, start + quote.length)
}

/** The words of a directive, as a browser reads them: https://wicg.github.io/scroll-to-text-fragment/#parsing. */
const directive = (link: string | undefined) => {
  const parts = (link?.split('#:~:text=')[1] ?? '').split(',')
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined
  const [start = '', end] = parts
  return {
    ...(prefix !== undefined && { prefix: decodeURIComponent(prefix) }),
    start: decodeURIComponent(start),
    ...(end !== undefined && { end: decodeURIComponent(end) }),
  }
}

describe('the link to a quotation', () => {
  test('names a short one exactly, with what the syntax reserves encoded', () => {
    const link = originalLink(cite('well-known & loved, until'))
    expect(link).toBe(`${url}#:~:text=well%2Dknown%20%26%20loved%2C%20until`)
    expect(directive(link)).toEqual({ start: 'well-known & loved, until' })
  })

  test('names a long one by its first and last words', () => {
    const quote = text.slice(text.indexOf('every night'))
    const { start, end = '', ...rest } = directive(originalLink(cite(quote)))
    expect(rest).toEqual({})
    expect(quote.startsWith(start)).toBe(true)
    expect(quote.endsWith(end)).toBe(true)
    expect(start.split(' ')).toHaveLength(5)
  })

  test('tells one that stands twice by the words before it', () => {
    const second = text.indexOf('The lamp', 5)
    expect(directive(originalLink(cite('The lamp is lit again', url, text, second)))).toEqual({
      prefix: 'in 1971, wept.',
      start: 'The lamp is lit again',
    })
    expect(directive(originalLink(cite('The lamp is lit again')))).toEqual({ start: 'The lamp is lit again' })
  })

  test('matches within lines: a line feed may be where a block ends', () => {
    const body = 'First line of it\nand the second\nthen the last line.'
    expect(directive(originalLink(cite(body, url, body)))).toEqual({
      start: 'First line of it',
      end: 'then the last line.',
    })
  })

  test('keeps a fragment, and drops a directive that is there', () => {
    expect(originalLink(cite('came in 1971', `${url}#top`))).toBe(`${url}#top:~:text=came%20in%201971`)
    expect(originalLink(cite('came in 1971', `${url}#:~:text=old`))).toBe(`${url}#:~:text=came%20in%201971`)
    expect(originalLink(cite('came in 1971', `${url}#a:~:text=old`))).toBe(`${url}#a:~:text=came%20in%201971`)
  })

  test('gets shorter where there is little room, and then names the page alone', () => {
    const quote = text.slice(text.indexOf('every night'))
    const at = (length: number) => originalLink(cite(quote, `${url}?${'x'.repeat(length)}`))
    for (let length = 300; length < 480; length++) expect(at(length)?.length).toBeLessThanOrEqual(512)
    expect(at(430)).toMatch(/:~:text=/u)
    expect(at(478)).not.toMatch(/:~:text=/u)
    expect(at(600)).toBeUndefined()
  })

  test('finds words in scripts without spaces', () => {
    const body = '灯台の明かりが再び灯り、長年の守り人は涙を流し、港の人々は夜明けまで歌い続けたと新聞は伝えている。'
    const { start, end = '' } = directive(originalLink(cite(body, url, body)))
    expect(body.startsWith(start)).toBe(true)
    expect(body.endsWith(end)).toBe(true)
    expect(end).not.toBe('')
  })

  test('is one link in markdown, of at most 512 characters, whatever the text and the address', () => {
    const addresses = fc.oneof(
      hostileText().map((path) => `https://x.example/${path}`),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      hostileText().map((fragment) => `http://x.example/?q=${fragment}#${fragment}`),
    )
    fc.assert(
      fc.property(addresses, hostileText(40), fc.nat(), fc.nat(), (address, body, a, b) => {
        const [start, end] = [a % (body.length + 1), b % (body.length + 1)].sort((x, y) => x - y) as [number, number]
        const [paragraph] = article('x', [body], { url: address }).paragraphs
        fc.pre(paragraph !== undefined && start < end)
        const link = paragraph && originalLink(citationOf(paragraph, start, end))
        fc.pre(link !== undefined)
        expect(link?.length).toBeLessThanOrEqual(512)
        expect(URL.canParse(link ?? '')).toBe(true)
        expect(new URL(link ?? '').host).toBe(new URL(address).host)
        expect(marksOf(`a [page](<${link}>) b`, 'link')).toEqual([{ kind: 'link', text: 'page', target: link }])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('an article’s address', () => {
  test.each([
    undefined,
    '',
    'press.example/a',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/hosts',
    'ftp://press.example/a',
    'https://user:secret@press.example/a',
    'https://press.example@evil.example/',
    'https://',
  ])('%j is no link', (address) => {
    expect(pageLink(address)).toBeUndefined()
  })

  test.each([
    ['https://press.example/a_(b)', 'https://press.example/a_%28b%29'],
    ['https://press.example/a.', 'https://press.example/a%2E'],
    ['https://press.example/a?b=[c]|d', 'https://press.example/a?b=%5Bc%5D%7Cd'],
    ['https://press.example/été', 'https://press.example/%C3%A9t%C3%A9'],
    ['http://[::1]:8080/a', 'http://[::1]:8080/a'],
  ])('%s is safe as %s', (address, link) => {
    expect(pageLink(address)).toBe(link)
  })
})

test('channels and messages are found in a server and in direct messages', () => {
  expect(channelLink('1', '2')).toBe('https://discord.com/channels/1/2')
  expect(messageLink(undefined, '2', '3')).toBe('https://discord.com/channels/@me/2/3')
})

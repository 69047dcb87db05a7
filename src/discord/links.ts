/** Builds every address the bot shows: an article's page at the quotation, channels and messages. Nothing else does. */
import { type Citation, quotation } from '../types.ts'
import { limits } from './budget.ts'

/** Quotations with more words than this are named by their first and last ones, which also works across blocks. */
const EXACT_WORDS = 12
/** Words on either side of such a range; fewer where the address would get too long. */
const RANGE_WORDS = 5
/** Words before a quotation that stands more than once in its paragraph. */
const PREFIX_WORDS = 3
/** UTF-16 units in which they are looked for. */
const PREFIX_REACH = 200

/** What `encodeURIComponent` leaves alone and the directive, markdown or a browser's guess at an address's end may not. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-_.!~*'()]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim()

type Word = { readonly start: number; readonly end: number }

/** A segmenter takes a third of a millisecond to make; languages are named by articles, so that there may be many. */
const segmenters = new Map<string, Intl.Segmenter>()
const MAXIMUM_SEGMENTERS = 20

const segmenterFor = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language)
  if (known) return known
  const [locale] = Intl.Segmenter.supportedLocalesOf([language.replace(/[^\w-]/gu, '') || 'en'])
  const made = new Intl.Segmenter(locale, { granularity: 'word' })
  if (segmenters.size < MAXIMUM_SEGMENTERS) segmenters.set(language, made)
  return made
}

const wordsOf = (text: string, language: string): readonly Word[] =>
  [...segmenterFor(language).segment(text)].flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  )

/**
 * `text=` directives for a citation, best first, without `:~:`.
 * https://wicg.github.io/scroll-to-text-fragment/#syntax: `[prefix-,]start[,end][,-suffix]`, white space collapsed.
 */
const directives = (citation: Citation): readonly string[] => {
  const { paragraph, start, end } = citation
  const { text, article } = paragraph
  const quoted = quotation(citation)
  const words = wordsOf(quoted, article.language)
  const before = wordsOf(text.slice(Math.max(0, start - PREFIX_REACH), start), article.language)
  const repeated = text.indexOf(quoted) !== start || text.indexOf(quoted, end) !== -1
  const from = before.at(-PREFIX_WORDS)?.start
  const prefix = repeated && from !== undefined ? `${encode(spaced(text.slice(from, start)))}-,` : ''
  const exact = words.length <= EXACT_WORDS && !quoted.includes('\n') ? [`${prefix}${encode(spaced(quoted))}`] : []
  const ranges = Array.from({ length: RANGE_WORDS }, (_, index) => RANGE_WORDS - index).flatMap((count) => {
    const [first, last] = [words[count - 1], words.at(-count)]
    if (!first || !last || words.length < 2 * count) return []
    // Match within one block each: a line feed may be where a block ends.
    const head = quoted.slice(0, first.end).split('\n', 1)[0] ?? ''
    const tail = quoted.slice(last.start).split('\n').at(-1) ?? ''
    return head.trim() === '' || tail.trim() === '' ? [] : [`${prefix}${encode(spaced(head))},${encode(spaced(tail))}`]
  })
  return [...exact, ...ranges].map((directive) => `text=${directive}`)
}

/** What could end a masked link early, or make it another one. */
const unsafe = /[()[\]<>*\\^`{|}'"\s]/gu

/**
 * An article's address as a link may carry it: http or https, no name and password in it, nothing that markdown reads,
 * at most `limits.url` long. Undefined where that cannot be.
 */
export const pageLink = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '') return undefined
  const rest = url.href.slice(url.origin.length).replace(unsafe, encode)
  // A full stop or comma at the end would be taken for the sentence's.
  const link = url.origin + rest.replace(/[.,:;!]$/u, (last) => `%${last.charCodeAt(0).toString(16).toUpperCase()}`)
  return link.length <= limits.url ? link : undefined
}

/** The page that a citation's article was published on, scrolled to the quotation where the address has room for that. */
export const originalLink = (citation: Citation): string | undefined => {
  const page = pageLink(citation.paragraph.article.url)
  if (page === undefined) return undefined
  // A directive that the address already has would be another quotation.
  const [base = page] = page.split(':~:', 1)
  const joint = base.includes('#') ? ':~:' : '#:~:'
  const links = directives(citation).map((directive) => base + joint + directive)
  return links.find((link) => link.length <= limits.url) ?? page
}

/** Where a channel is, `server` undefined in direct messages. Ids are Discord's. */
export const channelLink = (server: string | undefined, channel: string): string =>
  `https://discord.com/channels/${server === undefined ? '@me' : encode(server)}/${encode(channel)}`

export const messageLink = (server: string | undefined, channel: string, message: string): string =>
  `${channelLink(server, channel)}/${encode(message)}`

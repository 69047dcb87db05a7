/** What a page says of its article beside the text: in JSON-LD, in the metadata of its head, and in what it shows. */
import type { Language } from '../types.ts'
import { readDate } from './dates.ts'
import { type DomDocument, textOf } from './dom.ts'
import { bylineLeads } from './furniture.ts'
import { readJsonLd } from './json-ld.ts'
import { type Metadata, stated } from './metadata.ts'
import { LONGEST_NAME, LONGEST_TITLE, readHome, readTitle, siteOf, tidy } from './page-title.ts'
import { after } from './phrases.ts'
import { hasWord, plain } from './prose.ts'

export type PageMetadata = Metadata & {
  readonly declared?: Language
  /** False where the page says that only those who pay may read it. */
  readonly free?: boolean
}

const LONGEST_URL = 2_048

/** The first value of each name, lower-case; `content` of properties in Open Graph and in microdata, too. */
const readMeta = (document: DomDocument): ((...names: readonly string[]) => string | undefined) => {
  const values = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    if (!content || content.length > LONGEST_URL) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
      for (const name of meta.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [])
        if (!values.has(name)) values.set(name, content)
  }
  return (...names) => {
    const found = names.find((name) => values.has(name))
    return found === undefined ? undefined : values.get(found)
  }
}

const byline =
  '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author, .p-author, .entry-author'

const readAuthor = (document: DomDocument, said: string | undefined): string | undefined => {
  const text =
    tidy(said, LONGEST_NAME) ?? [...document.querySelectorAll(byline)].map(textOf).find((each) => each !== undefined)
  const name = text === undefined ? undefined : after(text, bylineLeads)?.replace(/^\s*:?\s*/, '') || text
  return name === undefined || name.length > LONGEST_NAME || /^https?:/.test(name) || !hasWord(name) ? undefined : name
}

/** The day, ISO 8601, in the place where the page was published. */
const readDay = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const [, year, month, day] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(value.trim()) ?? []
  if (year !== undefined) return `${year}-${month}-${day}`
  const written = value.length > LONGEST_NAME ? undefined : readDate(value.trim())?.published
  if (written !== undefined) return written
  const time = Date.parse(value)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}

const times =
  'time[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date, abbr.published[title], article time[datetime], main time[datetime], time[datetime]'

/** How themes without a `time` name what holds the day. */
const dates = '.date, .post-date, .entry-date, .published, #revdate'

const readPublished = (document: DomDocument, said: readonly (string | undefined)[]): string | undefined => {
  const time = document.querySelector(times)
  const shown = time?.getAttribute('datetime') ?? time?.getAttribute('title') ?? textOf(time)
  const written = [...document.querySelectorAll(dates)].slice(0, 5).map(textOf)
  return [...said, shown, ...written].map(readDay).find((day) => day !== undefined)
}

const tag = (value: string | undefined): Language | undefined => {
  try {
    return value === undefined ? undefined : Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

const bareHost = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '')

/** Where the page says it belongs: believed only on its own site, since a citation sends readers there. */
const readUrl = (document: DomDocument, said: string | undefined, found: string | undefined): string | undefined => {
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')
  const canonical = [link, said]
    .map((each) => (each ? (URL.parse(each, found)?.href ?? undefined) : undefined))
    .find((each) => each !== undefined && /^https?:/.test(each) && each.length <= LONGEST_URL)
  if (canonical === undefined || (found !== undefined && bareHost(canonical) !== bareHost(found))) return found
  return canonical
}

/** `found`: the address that the page was fetched from. */
export const readPageMetadata = (document: DomDocument, found: string | undefined): PageMetadata => {
  const meta = readMeta(document)
  const described = readJsonLd(document)
  const browser = tidy(document.querySelector('title')?.textContent, LONGEST_TITLE)
  const canonical = readUrl(document, undefined, found)
  const told =
    tidy(meta('og:site_name', 'dc.publisher', 'citation_journal_title', 'application-name'), LONGEST_NAME) ??
    tidy(described.source, LONGEST_NAME) ??
    (browser === undefined ? undefined : readHome(document, canonical, browser))
  const said = [described.title, meta('og:title', 'twitter:title', 'dc.title', 'citation_title')]
  const title = readTitle(document, said, browser, told)
  const url = readUrl(document, meta('og:url'), found)
  const source =
    told ??
    (browser === undefined || title === undefined ? undefined : siteOf(browser, title)) ??
    (url === undefined ? undefined : bareHost(url))
  const author = readAuthor(
    document,
    described.author ?? meta('author', 'article:author', 'dc.creator', 'dcterms.creator', 'citation_author'),
  )
  const root = document.querySelector('article[lang], main[lang]') ?? document.documentElement
  const languages = [
    root.getAttribute('lang') ?? root.getAttribute('xml:lang') ?? undefined,
    described.language,
    meta('content-language', 'dc.language', 'og:locale'),
  ]
  return stated({
    title,
    source,
    url,
    author: author !== undefined && source !== undefined && plain(author) === plain(source) ? undefined : author,
    published: readPublished(document, [
      described.published,
      meta(
        'article:published_time',
        'og:article:published_time',
        'datepublished',
        'dc.date',
        'dc.date.issued',
        'dcterms.issued',
        'dcterms.created',
        'citation_publication_date',
        'date',
        'pubdate',
      ),
    ]),
    declared: languages.map(tag).find((each) => each !== undefined),
    free: described.free,
  })
}

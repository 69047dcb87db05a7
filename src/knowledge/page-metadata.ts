/** What a page says of its article beside the text: in JSON-LD, in the metadata of its head, and in what it shows. */
import type { Language } from '../types.ts'
import { readDate } from './dates.ts'
import { type DomDocument, textOf } from './dom.ts'
import { bylineLeads } from './furniture.ts'
import { readJsonLd } from './json-ld.ts'
import { type Metadata, stated } from './metadata.ts'
import { after } from './phrases.ts'
import { hasWord, plain, words } from './prose.ts'

export type PageMetadata = Metadata & {
  readonly declared?: Language
  /** False where the page says that only those who pay may read it. */
  readonly free?: boolean
}

const LONGEST_TITLE = 300
const LONGEST_NAME = 120
const LONGEST_URL = 2_048
/** Words that two titles of one page share, of those of the shorter. */
const AGREEMENT = 0.5

/** A site's name is short. */
const SITE_WORDS = 6

const tidy = (value: string | null | undefined, longest: number): string | undefined => {
  const text = value?.replace(/\s+/g, ' ').trim()
  return text === undefined || text === '' || text.length > longest ? undefined : text
}

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

const agree = (a: string, b: string): boolean => {
  const [x, y] = [new Set(plain(a).split(/\W+/)), new Set(plain(b).split(/\W+/))]
  const shared = [...x].filter((word) => y.has(word)).length
  return shared >= Math.max(1, Math.min(x.size, y.size) * AGREEMENT)
}

const edge = /^[\s|–—·•«»‹›:-]+|[\s|–—·•«»‹›:-]+$/g

/** What of a browser's title stands before or after another text; undefined where it does not hold it at an end. */
const rest = (browser: string, text: string): string | undefined => {
  const [whole, part] = [browser.toLowerCase(), text.toLowerCase()]
  const other = whole.startsWith(part)
    ? browser.slice(text.length)
    : whole.endsWith(part)
      ? browser.slice(0, -text.length)
      : ''
  // Parted by a mark: `Le pont` is not what remains of `Le pont ferme`.
  return /^\s*[|–—·•«»‹›:-]|[|–—·•«»‹›:-]\s*$/.test(other) ? other.replace(edge, '') || undefined : undefined
}

/** `Le pont ferme – Le Progrès` without the name of the site. */
const withoutSite = (title: string, site: string | undefined): string =>
  site === undefined || plain(title) === plain(site) ? title : (rest(title, site) ?? title)

const siteOf = (browser: string, title: string): string | undefined => {
  const other = rest(browser, title)
  return other !== undefined && hasWord(other) && words(other).length <= SITE_WORDS ? other : undefined
}

/** The name above every page of a site leads to its first. */
const homes =
  'h1 a[href], [rel~="home"], header a[href], nav a[href], [class*="brand"][href], [class*="logo"][href], [class*="home"][href]'
const MOST_LINKS = 200

/** The text of such a link, where the browser's title has it, too. */
const readHome = (document: DomDocument, url: string | undefined, browser: string): string | undefined => {
  const base = url ?? 'http://page.invalid/at/'
  const named = [...document.querySelectorAll(homes)].slice(0, MOST_LINKS).flatMap((link) => {
    const target = URL.parse(link.getAttribute('href') ?? '', base)
    const isHome =
      target !== null && /^\/(?:at\/)?(?:index\.\w{3,5})?$/.test(target.pathname) && target.search + target.hash === ''
    const name = isHome ? tidy(link.textContent, LONGEST_NAME) : undefined
    return name === undefined || !hasWord(name) ? [] : [name]
  })
  return named.find((name) => plain(browser) !== plain(name) && plain(browser).includes(plain(name)))
}

const readTitle = (
  document: DomDocument,
  said: readonly (string | undefined)[],
  browser: string | undefined,
  site: string | undefined,
): string | undefined => {
  const told = said.flatMap((title) => tidy(title, LONGEST_TITLE) ?? []).map((title) => withoutSite(title, site))
  const titles = [...told, ...(browser === undefined ? [] : [withoutSite(browser, site)])]
  const shown = (selector: string): readonly string[] =>
    [...document.querySelectorAll(selector)]
      .flatMap((each) => tidy(each.textContent, LONGEST_TITLE) ?? [])
      .filter((each) => hasWord(each) && (site === undefined || plain(each) !== plain(site)))
  // What readers see goes first, where something says that it is the title, and not the name of a department.
  const main = shown('h1')
  const seen =
    main.find((each) => titles.some((title) => agree(each, title))) ??
    shown('h2, h3').find((each) => titles.some((title) => plain(each) === plain(title))) ??
    (told.length === 0 && (titles.length === 0 || main.length === 1) ? main[0] : undefined)
  return seen ?? titles[0]
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

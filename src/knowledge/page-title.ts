/** What a page is called, and the site it is on: told apart in a browser's title, and by what readers see. */
import type { DomDocument } from './dom.ts'
import { hasWord, plain, tokens, words } from './prose.ts'

export const LONGEST_TITLE = 300
export const LONGEST_NAME = 120
/** Words that two titles of one page share, of those of the shorter. */
const AGREEMENT = 0.5
/** A site's name is short. */
const SITE_WORDS = 6

/** On one line; undefined where nothing is left, or more than there can be. */
export const tidy = (value: string | null | undefined, longest: number): string | undefined => {
  const text = value?.replace(/\s+/g, ' ').trim()
  return text === undefined || text === '' || text.length > longest ? undefined : text
}

const agree = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((title) => new Set(tokens(plain(title)).map(({ text }) => text))) as [
    Set<string>,
    Set<string>,
  ]
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

export const siteOf = (browser: string, title: string): string | undefined => {
  const other = rest(browser, title)
  return other !== undefined && hasWord(other) && words(other).length <= SITE_WORDS ? other : undefined
}

/** The name above every page of a site leads to its first. */
const homes =
  'h1 a[href], [rel~="home"], header a[href], nav a[href], [class*="brand"][href], [class*="logo"][href], [class*="home"][href]'
const MOST_LINKS = 200

/** The text of such a link, where the browser's title has it, too. */
export const readHome = (document: DomDocument, url: string | undefined, browser: string): string | undefined => {
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

export const readTitle = (
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

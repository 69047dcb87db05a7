/** Lines that say who wrote an article, when, and where it appeared: bylines, dates, sources, and their mixtures. */
import { readDate } from './dates.ts'
import { bylineLeads, publisherLeads, sourceLeads } from './furniture.ts'
import { type Metadata, stated } from './metadata.ts'
import { after } from './phrases.ts'
import { endsSentence, isName } from './prose.ts'

export type Byline = Pick<Metadata, 'author' | 'published' | 'source'> & {
  /** Names beside a date or a byline that do not say whose they are. */
  readonly names: readonly string[]
  /** Only a date: in the midst of an article that is a heading. */
  readonly bare: boolean
}

const LONGEST_BYLINE = 160
const LONGEST_SOURCE = 80

/** The names after ‘by’, without what is said of the people: `Par Jean Dupont, à Moscou`. */
const readAuthor = (text: string): string | undefined => {
  const rest = endsSentence(text) ? undefined : after(text, bylineLeads)
  const parts = rest?.replace(/^\s*:?\s*|\s*\(.*/g, '').split(/\s*[,;]\s*/) ?? []
  const other = parts.findIndex((part) => !isName(part))
  const names = other === -1 ? parts : parts.slice(0, other)
  // « By Friday, the army had left »: more than a name follows only where it is a full one.
  const isFull = names.length === parts.length || /\s/.test(names[0] ?? '')
  return names.length === 0 || !isFull ? undefined : names.join(', ')
}

const readSource = (text: string): string | undefined => {
  const name = /^\s*:\s*(\S.*)$/.exec(after(text, sourceLeads) ?? '')?.[1]
  if (name !== undefined) return name.length <= LONGEST_SOURCE ? name : undefined
  const publisher = after(text, publisherLeads)?.replace(/^\s*:?\s*/, '')
  return publisher !== undefined && isName(publisher) ? publisher : undefined
}

/** Undefined unless every part of the line is a byline, a date, a source or a name, and one of them for certain. */
export const readByline = (line: string): Byline | undefined => {
  if (line.length > LONGEST_BYLINE) return undefined
  const names: string[] = []
  let found: Omit<Byline, 'names' | 'bare'> = {}
  let certain = false
  let bare = true
  for (const segment of line.split(/\s*[|•·–—]\s*|\s+-\s+/).filter((part) => part !== '')) {
    const date = readDate(segment)
    const rest = date?.rest ?? segment
    const author = readAuthor(rest)
    const source = readSource(rest)
    if (author === undefined && source === undefined && rest !== '') {
      // A name that runs into a date is a title: « Attentats du 13 novembre 2015 ».
      if (!isName(rest) || (date !== undefined && /^\s/.test(segment.slice(rest.length)))) return undefined
      names.push(rest)
    }
    certain ||= date !== undefined || author !== undefined || source !== undefined
    bare &&= author === undefined && source === undefined && date?.cue !== true
    found = { ...stated({ author, source, published: date?.published }), ...found }
  }
  return certain ? { ...found, names, bare } : undefined
}

/** What the first of them says that says anything of it. */
export const first = (bylines: readonly Byline[], key: 'author' | 'published' | 'source'): string | undefined =>
  bylines.find((line) => line[key] !== undefined)?.[key]

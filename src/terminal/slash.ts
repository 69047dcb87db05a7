/** The commands of the chat, `/summary` and the like, under their English and French names; pure. */
import type { Locale, SummaryLength } from '../types.ts'

export type Slash =
  | { readonly command: 'summary'; readonly article?: string; readonly length: SummaryLength }
  | { readonly command: 'paragraph'; readonly article?: string; readonly number?: number }
  | { readonly command: 'articles' | 'help' | 'quit' }
  | { readonly command: 'unknown'; readonly given: string }

type Name = Exclude<Slash['command'], 'unknown'>

/** A French name also says that the reader reads French; the English ones are everybody's. */
const names: { readonly [name: string]: readonly [command: Name, locale?: Locale] } = {
  summary: ['summary'],
  resume: ['summary', 'fr'],
  articles: ['articles'],
  paragraph: ['paragraph'],
  paragraphe: ['paragraph', 'fr'],
  help: ['help'],
  aide: ['help', 'fr'],
  quit: ['quit'],
  exit: ['quit'],
  quitter: ['quit', 'fr'],
}

/** As they are completed on the Tab key. */
export const slashNames: readonly string[] = [
  '/summary',
  '/résumé',
  '/articles',
  '/paragraph',
  '/paragraphe',
  '/help',
  '/aide',
  '/quit',
  '/quitter',
]

const lengths: { readonly [word: string]: SummaryLength } = {
  short: 'short',
  court: 'short',
  medium: 'medium',
  moyen: 'medium',
  long: 'long',
}

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
const own = <T>(table: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** Reads a line that begins with `/`. */
export const parseSlash = (line: string): { readonly slash: Slash; readonly locale?: Locale } => {
  const [given = '/', ...rest] = line.trim().split(/\s+/u)
  const [command, locale] = own(names, fold(given.slice(1))) ?? []
  const spoken = locale && { locale }
  switch (command) {
    case undefined:
      return { slash: { command: 'unknown', given } }
    case 'summary': {
      const length = rest.map((word) => own(lengths, fold(word))).find((each) => each !== undefined)
      const article = rest.find((word) => own(lengths, fold(word)) === undefined)
      return { slash: { command, length: length ?? 'medium', ...(article !== undefined && { article }) }, ...spoken }
    }
    case 'paragraph': {
      // The last word is the number, so that an article whose id is a number can still be named.
      const digits = /^(?:¶|P)?(\d{1,9})$/iu.exec(rest.at(-1) ?? '')?.[1]
      const article = rest.length > 1 ? rest[0] : undefined
      return {
        slash: {
          command,
          ...(article !== undefined && { article }),
          ...(digits !== undefined && { number: Number(digits) }),
        },
        ...spoken,
      }
    }
    default:
      return { slash: { command }, ...spoken }
  }
}

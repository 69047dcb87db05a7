/** The words typed after `npm run … --`, as one of the commands; pure. */

import { AppError, type Failures } from '../failures.ts'
import type { CommandName } from '../locale/catalogue.ts'
import type { Locale, SummaryLength } from '../types.ts'

// Not imported: making a module of all it exports would load parts of Node that a cold answer has no use for.
const { parseArgs } = process.getBuiltinModule('node:util')

type Common = {
  /** Instead of the configured folder. */
  readonly knowledge?: string
  /** Instead of what the question's or the environment's language says. */
  readonly locale?: Locale
}

export type AskOptions = Common & {
  readonly command: 'ask'
  /** `-` stands for standard input. */
  readonly question: string
  /** An article's id, or the beginning of one. */
  readonly article?: string
  readonly json: boolean
  /** Tells what made the passages' scores. */
  readonly explain?: true
}
export type SearchOptions = Common & {
  readonly command: 'search'
  readonly words: string
  readonly article?: string
  /** How many paragraphs. */
  readonly k: number
  readonly json: boolean
  readonly explain: boolean
}
/** A search for each question of a file in the paragraphs of another. */
export type CollectionOptions = Common & {
  readonly command: 'collection'
  readonly collection: string
  readonly questions: string
  readonly k: number
  readonly json: true
}
export type SummaryOptions = Common & {
  readonly command: 'summary'
  readonly article?: string
  readonly length: SummaryLength
  readonly json: boolean
}
type OfArticles = Common & {
  readonly json: boolean
  /** Whose articles; everybody's where there is none. */
  readonly server?: string
}
export type ArticlesOptions = OfArticles & { readonly command: 'articles' } & (
    | { readonly action: 'list' }
    | { readonly action: 'show'; readonly id: string }
  )
/** The same command where it changes something, or writes a file. */
export type KeepingOptions = OfArticles & { readonly command: 'keeping' } & (
    | { readonly action: 'add' | 'remove'; readonly of: readonly [string, ...string[]] }
    /** Ids; none means all that can be read again. */
    | { readonly action: 'refresh'; readonly of: readonly string[] }
    | { readonly action: 'export' | 'import'; readonly file: string }
  )
export type BackupOptions = Common & { readonly command: 'backup'; readonly file: string; readonly json: boolean }

export type Invocation =
  | AskOptions
  | SummaryOptions
  | ArticlesOptions
  | SearchOptions
  | CollectionOptions
  | KeepingOptions
  | BackupOptions
  | (Common & { readonly command: 'start' | 'chat' })
  | (Common & { readonly command: 'doctor' })
  | (Common & { readonly command: 'verify' })
  | (Common & { readonly command: 'stats'; readonly json: boolean })
  | (Common & { readonly command: 'help'; readonly of?: CommandName })
  | { readonly command: 'version' }
  | (Common & {
      readonly command: 'wrong'
      readonly failure: AppError<'wrong_usage'>
      /** Whose usage line helps. */
      readonly of?: CommandName
      readonly json: boolean
    })

const options = {
  json: { type: 'boolean' },
  article: { type: 'string' },
  length: { type: 'string' },
  k: { type: 'string' },
  explain: { type: 'boolean' },
  collection: { type: 'string' },
  questions: { type: 'string' },
  knowledge: { type: 'string' },
  locale: { type: 'string' },
  server: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

export type OptionName = keyof typeof options

/** Which options each command takes. */
export const optionsOf: { readonly [C in CommandName]: readonly OptionName[] } = {
  start: ['knowledge', 'locale', 'help'],
  chat: ['knowledge', 'locale', 'help'],
  ask: ['article', 'json', 'explain', 'knowledge', 'locale', 'help'],
  summary: ['length', 'json', 'knowledge', 'locale', 'help'],
  articles: ['server', 'json', 'knowledge', 'locale', 'help'],
  stats: ['json', 'locale', 'help'],
  search: ['article', 'k', 'json', 'explain', 'collection', 'questions', 'knowledge', 'locale', 'help'],
  backup: ['json', 'locale', 'help'],
  doctor: ['knowledge', 'locale', 'help'],
  verify: ['locale', 'help'],
}

/** What `articles` does with something that is named behind it. */
const takesMore: ReadonlySet<string> = new Set(['add', 'remove', 'show', 'export', 'import'])

const everyOption = Object.keys(options)

const isCommand = (name: string): name is CommandName => Object.hasOwn(optionsOf, name)
const isLocale = (value: string): value is Locale => value === 'fr' || value === 'en'
export const isLength = (value: string): value is SummaryLength =>
  value === 'short' || value === 'medium' || value === 'long'

/** Paragraphs that a search gives: as many as anybody looks at, and the index's own limit. */
const DEFAULT_K = 5
const MOST_K = 1_000
const isCount = (value: string): boolean => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_K

const wrong = (detail: Failures['wrong_usage']['detail'], given: string): AppError<'wrong_usage'> =>
  new AppError('wrong_usage', { detail, given })

type Given = { -readonly [O in keyof typeof options]?: (typeof options)[O]['type'] extends 'boolean' ? true : string }

/**
 * Options by name and the words beside them. Not parseArgs' own strict mode: that one says what is wrong in an English
 * sentence alone, this one in a failure with words of ours.
 */
const read = (argv: readonly string[], allowed: readonly string[]) => {
  const given: Given = {}
  const rest: string[] = []
  let failure: AppError<'wrong_usage'> | undefined
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value)
    if (token.kind !== 'option') continue
    const known = Object.hasOwn(options, token.name) && allowed.includes(token.name)
    if (!known) failure ??= wrong('unknown_option', token.rawName)
    else if (token.name === 'json' || token.name === 'explain' || token.name === 'help') {
      if (token.value !== undefined) failure ??= wrong('bad_value', `${token.rawName}=${token.value}`)
      given[token.name] = true
    } else if (!token.value || (!token.inlineValue && token.value.startsWith('-')))
      failure ??= wrong('bad_value', token.rawName)
    else given[token.name as 'article'] = token.value
  }
  if (given.locale !== undefined && !isLocale(given.locale)) failure ??= wrong('bad_value', `--locale ${given.locale}`)
  if (given.length !== undefined && !isLength(given.length)) failure ??= wrong('bad_value', `--length ${given.length}`)
  if (given.k !== undefined && !isCount(given.k)) failure ??= wrong('bad_value', `--k ${given.k}`)
  // Discord's ids.
  if (given.server !== undefined && !/^\d{17,20}$/.test(given.server))
    failure ??= wrong('bad_value', `--server ${given.server}`)
  return { given, rest, failure }
}

/** Reads what was typed; wrong use is a value, `wrong`, since its words still need a locale and a place to go. */
export const parseArguments = (argv: readonly string[]): Invocation => {
  const [name = 'help', ...others] = argv
  const of = isCommand(name) ? name : undefined
  const { given, rest, failure } = read(others, of ? optionsOf[of] : everyOption)
  const common = {
    ...(given.knowledge !== undefined && { knowledge: given.knowledge }),
    ...(given.locale !== undefined && isLocale(given.locale) && { locale: given.locale }),
  }
  const json = given.json === true
  const explain = given.explain === true
  const bad = (cause: AppError<'wrong_usage'>): Invocation => ({
    ...common,
    command: 'wrong',
    failure: cause,
    ...(of && { of }),
    json,
  })

  if (of === undefined) {
    if (name === 'version' || name === '--version') return { command: 'version' }
    if (name !== 'help' && name !== '--help' && name !== '-h') return bad(wrong('unknown_command', name))
    if (failure) return bad(failure)
    const [about] = rest
    return { ...common, command: 'help', ...(about !== undefined && isCommand(about) && { of: about }) }
  }
  if (given.help) return { ...common, command: 'help', of }
  if (failure) return bad(failure)

  switch (of) {
    case 'start':
    case 'chat':
    case 'doctor':
    case 'verify':
      return rest[0] === undefined ? { ...common, command: of } : bad(wrong('bad_value', rest[0]))
    case 'stats':
      return rest[0] === undefined ? { ...common, command: of, json } : bad(wrong('bad_value', rest[0]))
    case 'ask': {
      const question = rest.join(' ').trim()
      if (question === '') return bad(wrong('missing_question', ''))
      const options = { ...(given.article !== undefined && { article: given.article }), ...(explain && { explain }) }
      return { ...common, command: 'ask', question, json, ...options }
    }
    case 'search': {
      const words = rest.join(' ').trim()
      const { collection, questions, article } = given
      const k = given.k === undefined ? DEFAULT_K : Number(given.k)
      const alone = article !== undefined ? '--article' : explain ? '--explain' : undefined
      if (collection !== undefined && alone !== undefined) return bad(wrong('unknown_option', alone))
      if (collection !== undefined && questions !== undefined && words === '')
        return { ...common, command: 'collection', collection, questions, k, json: true }
      if (collection !== undefined || questions !== undefined)
        return bad(
          words === ''
            ? wrong('missing_value', collection === undefined ? '--questions' : '--collection')
            : wrong('bad_value', words),
        )
      if (words === '') return bad(wrong('missing_question', ''))
      return { ...common, command: 'search', words, k, json, explain, ...(article !== undefined && { article }) }
    }
    case 'summary': {
      const [article, extra] = rest
      if (extra !== undefined) return bad(wrong('bad_value', extra))
      const length = given.length !== undefined && isLength(given.length) ? given.length : 'medium'
      return { ...common, command: 'summary', length, json, ...(article !== undefined && { article }) }
    }
    case 'articles': {
      const [action = 'list', one, ...more] = rest
      const shared = { ...common, json, ...(given.server !== undefined && { server: given.server }) }
      const looking = { ...shared, command: of } as const
      const keeping = { ...shared, command: 'keeping' } as const
      if (action === 'list' && one === undefined) return { ...looking, action }
      if (action === 'refresh') return { ...keeping, action, of: rest.slice(1) }
      if (one === undefined) return bad(wrong(takesMore.has(action) ? 'missing_value' : 'bad_value', rest.join(' ')))
      if (action === 'add' || action === 'remove') return { ...keeping, action, of: [one, ...more] }
      if (more.length > 0) return bad(wrong('bad_value', rest.join(' ')))
      if (action === 'show') return { ...looking, action, id: one }
      if (action === 'export' || action === 'import') return { ...keeping, action, file: one }
      return bad(wrong('bad_value', rest.join(' ')))
    }
    case 'backup': {
      const [file, extra] = rest
      if (file === undefined) return bad(wrong('missing_value', 'backup'))
      if (extra !== undefined) return bad(wrong('bad_value', extra))
      return { ...common, command: 'backup', file, json }
    }
  }
}

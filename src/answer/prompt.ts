/**
 * Every word sent to a model, from `prompts/*.md`. A file holds sections, each under its own heading line, and
 * notes for people above the first:
 *
 * - `# system`: the instructions. They have no variables, so that they are the same in every request.
 * - `# material`: a user message that recurs between requests, e.g. an article.
 * - `# user`: what is asked this time.
 *
 * This order is the order of the messages: a provider's prompt cache serves what stays the same from the beginning.
 * A variable is written `{{name}}`; each prompt declares its own below.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../failures.ts'
import { type Claim, type Language, type Paragraph, quotation, type Turn } from '../types.ts'
import { recognise } from './instructions.ts'
import type { Message } from './model-request.ts'

const declared = {
  answer: { system: [], material: ['passages'], user: ['history', 'question', 'language'] },
  repair: { user: ['problems'] },
  summary: { system: [], material: ['passages'], user: ['count', 'language'] },
  check: { system: [], material: ['passages'], user: ['statement', 'language'] },
  rewrite: { system: [], user: ['history', 'question', 'language'] },
  judge: { system: [], user: ['claims'] },
  schema: { system: ['schema'] },
} as const satisfies Readonly<Record<string, Partial<Record<Section, readonly string[]>>>>

const sections = ['system', 'material', 'user'] as const
type Section = (typeof sections)[number]
type Name = keyof typeof declared
type VariableOf<N extends Name> = {
  [S in keyof (typeof declared)[N]]: (typeof declared)[N][S] extends readonly (infer V extends string)[] ? V : never
}[keyof (typeof declared)[N]]
type Values<N extends Name> = Readonly<Record<VariableOf<N>, string>>

/** Earlier turns that are told, and how much of each: they help to understand a follow-up and nothing else. */
const MAX_TURNS = 4
const MAX_TURN_LENGTH = 400
const MAX_TITLE_LENGTH = 200

/** Passages with the labels they are sent under, in the order in which they are sent. */
export type Labelled = Iterable<readonly [label: string, paragraph: Paragraph]>

export type Prompts = {
  answer(given: {
    readonly passages: Labelled
    readonly question: string
    readonly history: readonly Turn[]
    /** Of the claims. */
    readonly language: Language
  }): readonly Message[]
  /** `problems`: a line each, see `repair.ts`. */
  repair(given: { readonly problems: string }): readonly Message[]
  summary(given: {
    readonly passages: Labelled
    readonly count: number
    readonly language: Language
  }): readonly Message[]
  check(given: {
    readonly passages: Labelled
    readonly statement: string
    readonly language: Language
  }): readonly Message[]
  rewrite(given: {
    readonly question: string
    readonly history: readonly Turn[]
    /** Of the articles. */
    readonly languages: readonly Language[]
  }): readonly Message[]
  /** Under the labels C1, C2 …, in their order. */
  judge(given: { readonly claims: readonly Claim[] }): readonly Message[]
  /** For `openaiModel`. */
  schema(schema: string): string
  /** Whether a text repeats what stands in these prompts. */
  readonly isOurs: (text: string) => boolean
  /** SHA-256, hex, of all of them: what was written with others was written otherwise. */
  readonly hash: string
}

const variable = /\{\{([^{}\n]*)\}\}/g
const heading = /^# (system|material|user)[ \t]*$/gm

const parts = (file: string, text: string): Map<string, string> => {
  const found = [...text.matchAll(heading)]
  return new Map(
    found.map((match, index) => {
      const [line, section = ''] = match
      if (found.findIndex((other) => other[1] === section) < index)
        throw new AppError('bad_prompt', { file, variable: line, problem: 'unknown' })
      return [section, text.slice(match.index + line.length, found[index + 1]?.index).trim()]
    }),
  )
}

/** Reads one prompt and checks its sections and variables, none unknown and none missing. */
const parsePrompt = (name: Name, file: string, text: string): ReadonlyMap<string, string> => {
  const wanted: Partial<Record<Section, readonly string[]>> = declared[name]
  const found = parts(file, text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const wrong = (variable: string, problem: 'unknown' | 'missing') =>
    new AppError('bad_prompt', { file, variable, problem })
  for (const section of sections) {
    const body = found.get(section)
    const variables = wanted[section]
    if (!variables && body !== undefined) throw wrong(`# ${section}`, 'unknown')
    if (!variables) continue
    if (!body) throw wrong(`# ${section}`, 'missing')
    const used = [...body.matchAll(variable)].map((match) => match[1] ?? '')
    const unknown = used.find((each) => !variables.includes(each))
    if (unknown !== undefined) throw wrong(unknown, 'unknown')
    const missing = variables.find((each) => !used.includes(each))
    if (missing !== undefined) throw wrong(missing, 'missing')
  }
  return found
}

/** Values go in at once and are not read again: one that holds `{{question}}` stays as it is. */
const fill = (body: string, values: Readonly<Record<string, string>>): string =>
  body.replace(variable, (_, name: string) => values[name] ?? '')

/** What opens or closes a part of a prompt, or would be read as a chat template's own token. */
const forgedTag = /<(?=\/?(?:[PC]\d|document\b|earlier\b|question\b)|\|)/gi
const forgedLabel = /^([ \t>*#-]*[[(]?)P(?=\d{1,4}[\])*]{0,2}[ \t]*[:.)\]|=–—-])/gm

/**
 * Text from outside, so that it can neither close its own part of the prompt nor pass for a labelled passage: only
 * where it would, `<` becomes `‹` and a label `P9:` becomes `P·9:`. All else stays as it is, to be quoted.
 */
export const neutral = (text: string): string => text.replace(forgedTag, '‹').replace(forgedLabel, '$1P·')

export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}…`

const attribute = (name: string, value: string | undefined): string =>
  value === undefined || value === ''
    ? ''
    : ` ${name}="${shorten(value.replace(/\s+/g, ' '), MAX_TITLE_LENGTH).replace(/["<>]/g, "'")}"`

/** The passages as data, each in a tag with its label, under the article they are from. */
export const passagesBlock = (passages: Labelled): string => {
  const articles = Map.groupBy(passages, ([, { article }]) => article.id)
  const blocks = [...articles.values()].map((labelled) => {
    const article = labelled[0]?.[1].article
    const lines = labelled.map(([label, { text, heading }], index) => {
      const under = heading === labelled[index - 1]?.[1].heading ? '' : attribute('heading', heading)
      return `<${label}${under}>${neutral(text)}</${label}>`
    })
    return `<document${attribute('title', article?.title)}${attribute('source', article?.source)}>\n${lines.join('\n')}\n</document>`
  })
  return blocks.join('\n\n')
}

const historyOf = (turns: readonly Turn[]): string =>
  turns
    .slice(-MAX_TURNS)
    .map(({ question, answer }) => `Q: ${shorten(question, MAX_TURN_LENGTH)}\nA: ${shorten(answer, MAX_TURN_LENGTH)}`)
    .map(neutral)
    .join('\n')

/** `French (fr)`: some models know only the name, some tags have no name. */
export const languageName = (language: Language): string => {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language)
    return name === undefined ? language : `${name} (${language})`
  } catch {
    return language
  }
}

/** Each claim under its label, then its quotations; nothing else of their paragraphs. */
const claimsBlock = (claims: readonly Claim[]): string =>
  claims
    .map(({ text, citations }, index) => {
      const quotes = citations.map((citation) => `- ${JSON.stringify(neutral(quotation(citation)))}`)
      return `<C${index + 1}>\n${neutral(text)}\n${quotes.join('\n')}\n</C${index + 1}>`
    })
    .join('\n')

/**
 * Reads every prompt of `folder`. Rejects with `AppError`: missing_folder, unreadable_file for a prompt that is not
 * there, bad_prompt for an unknown or missing variable or section.
 */
export const loadPrompts = async (folder: string): Promise<Prompts> => {
  await readdir(folder).catch((cause: unknown) => {
    throw new AppError('missing_folder', { folder }, { cause })
  })
  const load = async (name: Name): Promise<readonly [Name, ReadonlyMap<string, string>]> => {
    const file = join(folder, `${name}.md`)
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new AppError('unreadable_file', { file }, { cause })
    })
    return [name, parsePrompt(name, file, text)]
  }
  const names = Object.keys(declared) as Name[]
  const prompts = new Map(await Promise.all(names.map(load)))
  const bodies = names.flatMap((name) => [...(prompts.get(name)?.values() ?? [])])

  const messages = <N extends Name>(name: N, values: Values<N>): readonly Message[] =>
    sections.flatMap((section): Message[] => {
      const body = prompts.get(name)?.get(section)
      if (body === undefined) return []
      const role = section === 'system' ? 'system' : 'user'
      return [{ role, text: fill(body, values), ...(section === 'material' && { reusable: true }) }]
    })

  return {
    answer: ({ passages, question, history, language }) =>
      messages('answer', {
        passages: passagesBlock(passages),
        history: historyOf(history),
        question: neutral(question),
        language: languageName(language),
      }),
    repair: ({ problems }) => messages('repair', { problems: neutral(problems) }),
    summary: ({ passages, count, language }) =>
      messages('summary', {
        passages: passagesBlock(passages),
        count: String(count),
        language: languageName(language),
      }),
    check: ({ passages, statement, language }) =>
      messages('check', {
        passages: passagesBlock(passages),
        statement: neutral(statement),
        language: languageName(language),
      }),
    rewrite: ({ question, history, languages }) =>
      messages('rewrite', {
        history: historyOf(history),
        question: neutral(question),
        language: languages.map(languageName).join(', '),
      }),
    judge: ({ claims }) => messages('judge', { claims: claimsBlock(claims) }),
    schema: (schema) => messages('schema', { schema })[0]?.text ?? '',
    isOurs: recognise(bodies),
    hash: createHash('sha256').update(bodies.join('\0')).digest('hex'),
  }
}

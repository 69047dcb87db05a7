/** How answers and settings are written as JSON and read back, for every engine; nothing unread passes for a record. */
import { z } from 'zod'
import { AppError } from '../failures.ts'
import type { Article, ArticleHead, Paragraph, StoredAnswer, StoredPlace } from '../types.ts'
import type { Origin } from './article-contract.ts'
import { defaultSettings, type ServerSettings } from './contract.ts'

const place = { article: z.string(), hash: z.string(), paragraph: z.int().min(1) }
const count = z.int().min(0)

// A field that the type has and these lack would be lost without a word.
const articleHead = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string(),
  source: z.string().exactOptional(),
  url: z.string().exactOptional(),
  author: z.string().exactOptional(),
  published: z.string().exactOptional(),
  credit: z.string().exactOptional(),
  hash: z.string(),
} satisfies Record<keyof ArticleHead, z.ZodType>)

export const articleContent = z.object({
  head: articleHead,
  // Numbered by their order.
  paragraphs: z.array(
    z.object({
      text: z.string(),
      heading: z.string().exactOptional(),
      page: z.int().exactOptional(),
    } satisfies Record<Exclude<keyof Paragraph, 'article' | 'number'>, z.ZodType>),
  ),
})

export const originRecord = z.discriminatedUnion('kind', [
  // Earlier versions knew no stamp; no file looks like none.
  z.object({ kind: z.literal('folder'), path: z.string(), stamp: z.string().default('') }),
  z.object({ kind: z.literal('url'), url: z.string() }),
  z.object({ kind: z.literal('file'), path: z.string() }),
  z.object({ kind: z.literal('attachment'), name: z.string() }),
  z.object({ kind: z.literal('text') }),
]) satisfies z.ZodType<Origin>

const locale = z.enum(['fr', 'en'])

const common = {
  by: z.enum(['model', 'extract']),
  partial: z.boolean(),
  language: z.string(),
  locale,
  passages: z.array(z.object({ ...place, score: z.number() })).readonly(),
  usage: z.object({ inputTokens: count, outputTokens: count, cachedTokens: count, calls: count }),
}

const claims = z
  .array(
    z.object({
      text: z.string(),
      citations: z.array(z.object({ ...place, start: count, end: count })).readonly(),
      stance: z.enum(['supports', 'contradicts']).exactOptional(),
    }),
  )
  .readonly()

const nearest = z.array(z.object(place)).readonly()

const storedAnswer = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('answered'), claims }),
  z.object({
    ...common,
    kind: z.literal('summary'),
    claims,
    article: articleHead,
    length: z.enum(['short', 'medium', 'long']),
  }),
  z.object({
    ...common,
    kind: z.literal('check'),
    verdict: z.enum(['supported', 'contradicted', 'partly', 'not_covered']),
    claims,
    nearest,
  }),
  z.object({ ...common, kind: z.literal('not_found'), nearest }),
]) satisfies z.ZodType<StoredAnswer>

const ids = z.array(z.string()).readonly()

// A setting that an earlier version did not know has its default.
const serverSettings = z.object({
  channels: ids.default(defaultSettings.channels),
  roles: ids.default(defaultSettings.roles),
  adminRoles: ids.default(defaultSettings.adminRoles),
  curators: ids.default(defaultSettings.curators),
  questionChannels: ids.default(defaultSettings.questionChannels),
  defaultArticles: z.record(z.string(), z.string()).default(defaultSettings.defaultArticles),
  locale: locale.exactOptional(),
  privateByDefault: z.boolean().default(defaultSettings.privateByDefault),
  hourlyLimit: count.default(defaultSettings.hourlyLimit),
  serverHourlyLimit: count.default(defaultSettings.serverHourlyLimit),
  dailyTokens: count.default(defaultSettings.dailyTokens),
  monthlyTokens: count.default(defaultSettings.monthlyTokens),
  dailyMicros: count.default(defaultSettings.dailyMicros),
  monthlyMicros: count.default(defaultSettings.monthlyMicros),
  keepUnanswered: z.boolean().default(defaultSettings.keepUnanswered),
}) satisfies z.ZodType<ServerSettings>

const read = <T>(schema: z.ZodType<T>, json: string, id: string): T => {
  try {
    return schema.parse(JSON.parse(json))
  } catch (cause) {
    throw new AppError('damaged_record', { id }, { cause })
  }
}

// Both `write` check what they are given: what could not be read back must not be acknowledged.
export const writeAnswer = (answer: StoredAnswer): string => JSON.stringify(z.encode(storedAnswer, answer))
export const writeSettings = (settings: ServerSettings): string => JSON.stringify(z.encode(serverSettings, settings))

export const writeArticle = ({ head, paragraphs }: Article): string =>
  JSON.stringify(z.encode(articleContent, { head, paragraphs: paragraphs.map(({ article, number, ...rest }) => rest) }))
export const writeOrigin = (origin: Origin): string => JSON.stringify(z.encode(originRecord, origin))

/** Throws `AppError` damaged_record. `title`: in place of its own, where it was renamed. */
export const readArticle = (json: string, id: string, title: string | undefined): Article => {
  const { head: own, paragraphs } = read(articleContent, json, id)
  const head: ArticleHead = title === undefined ? own : { ...own, title }
  return { head, paragraphs: paragraphs.map((each, index) => ({ article: head, number: index + 1, ...each })) }
}
/** Throws `AppError` damaged_record. */
export const readOrigin = (json: string, id: string): Origin => read(originRecord, json, id)

/** The versions of articles that an answer shows places of, each once. */
export const citedVersions = (answer: StoredAnswer): readonly Omit<StoredPlace, 'paragraph'>[] => {
  const places = [
    ...('claims' in answer ? answer.claims.flatMap(({ citations }) => citations) : []),
    ...('nearest' in answer ? answer.nearest : []),
  ]
  const versions = new Map(places.map(({ article, hash }) => [JSON.stringify([article, hash]), { article, hash }]))
  return [...versions.values()]
}

/** Throws `AppError` damaged_record. */
export const readAnswer = (json: string, id: string): StoredAnswer => read(storedAnswer, json, id)
/** Throws `AppError` damaged_record. */
export const readSettings = (json: string, server: string): ServerSettings => read(serverSettings, json, server)

/** Text that every engine can hold: PostgreSQL takes no NUL. Lone surrogates become U+FFFD in any UTF-8. */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd')

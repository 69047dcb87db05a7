/** What a page says of its article in JSON-LD (schema.org), the form that search engines ask publishers for. */
import { z } from 'zod'
import type { DomDocument } from './dom.ts'

/** More is a catalogue, not a description. */
const LONGEST_SCRIPT = 500_000
const MOST_NODES = 1_000
const DEEPEST = 6

const text = z
  .string()
  .max(2_000)
  .transform((value) => value.replace(/\s+/g, ' ').trim() || undefined)
  .optional()
  .catch(undefined)

const types = z.union([z.string().transform((type) => [type]), z.array(z.string())]).catch([])

const node = z.object({
  '@type': types,
  '@id': text,
  headline: text,
  name: text,
  datePublished: text,
  inLanguage: z
    .union([z.string(), z.object({ alternateName: z.string() }).transform((each) => each.alternateName)])
    .optional()
    .catch(undefined),
  isAccessibleForFree: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  author: z.unknown().optional(),
  publisher: z.unknown().optional(),
  isPartOf: z.unknown().optional(),
})
type Node = z.infer<typeof node>

export type Described = {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly published?: string | undefined
  readonly source?: string | undefined
  readonly language?: string | undefined
  /** False where only those who pay may read it. */
  readonly free?: boolean | undefined
}

const parse = (script: string): unknown => {
  try {
    return JSON.parse(script)
  } catch {
    return undefined
  }
}

/** All objects in it, those of `@graph` and those that stand in others. */
const nodesIn = (value: unknown, depth = 0): readonly Node[] => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return []
  if (Array.isArray(value)) return value.slice(0, MOST_NODES).flatMap((each) => nodesIn(each, depth + 1))
  const own = node.safeParse(value)
  return [...(own.success ? [own.data] : []), ...Object.values(value).flatMap((each) => nodesIn(each, depth + 1))]
}

const isArticle = ({ '@type': type }: Node): boolean =>
  type.some((each) => /(?:Article|Posting|Report|Review|Recipe|Chapter)$/.test(each))
const isPage = ({ '@type': type }: Node): boolean => type.some((each) => /WebPage$/.test(each))

export const readJsonLd = (document: DomDocument): Described => {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    (each) => each.textContent ?? '',
  )
  const nodes = scripts
    .filter((script) => script.length <= LONGEST_SCRIPT)
    .flatMap((script) => nodesIn(parse(script)))
    .slice(0, MOST_NODES)
  const named = new Map(nodes.flatMap((each) => (each['@id'] && each.name ? [[each['@id'], each.name]] : [])))
  /** A name, an object that has one, or a reference to one, once or several times. */
  const names = (value: unknown): string | undefined => {
    const each = (one: unknown): readonly string[] => {
      if (typeof one === 'string') return one.trim() === '' || /^https?:/.test(one) ? [] : [one.trim()]
      const parsed = node.safeParse(one)
      const name = parsed.success ? (parsed.data.name ?? named.get(parsed.data['@id'] ?? '')) : undefined
      return name === undefined ? [] : [name]
    }
    const all = (Array.isArray(value) ? value.slice(0, 10) : [value]).flatMap(each)
    return all.length === 0 ? undefined : [...new Set(all)].join(', ')
  }
  const article = nodes.find(isArticle)
  const page = article ?? nodes.find(isPage)
  if (page === undefined) return {}
  return {
    title: article?.headline ?? article?.name,
    author: names(article?.author),
    published: page.datePublished,
    source: names(page.publisher) ?? names(page.isPartOf) ?? names(nodes.find(isPage)?.isPartOf),
    language: page.inLanguage ?? nodes.find(isPage)?.inLanguage,
    free: nodes.find((each) => each.isAccessibleForFree !== undefined)?.isAccessibleForFree,
  }
}

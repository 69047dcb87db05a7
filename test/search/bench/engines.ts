/** Pilcrow's search and other libraries', each built, kept in a file and loaded again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { stemmer } from '@orama/stemmers/english'
import { stopwords } from '@orama/stopwords/english'
import flexsearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { openIndex } from '../../../src/knowledge/index-file.ts'
import { pack } from '../../../src/knowledge/index-format.ts'
import { createPassageIndex } from '../../../src/search/passage-index.ts'
import type { Generated } from './generated.ts'

/** Hits of each search, which Pilcrow rescores. */
const K = 20

/** How many hits; `article` is the only one that counts, where it is given. */
export type Search = (question: string, article?: number) => number

export type Engine = {
  /** The largest collection it is measured on: beyond, it needs more memory or time than there is. */
  readonly most: number
  /** Makes the index; the function writes it to the file. */
  readonly build: (collection: Generated, file: string) => () => void | Promise<void>
  readonly load: (collection: Generated, file: string) => Search | Promise<Search>
  /** Adds one more article to what was loaded. */
  readonly add?: () => void
}

const texts = function* (collection: Generated): Generator<{ readonly id: number; readonly text: string }> {
  let id = 0
  for (const { paragraphs } of collection.articles) for (const { text } of paragraphs) yield { id: id++, text }
}

const stop = new Set(stopwords)
/** Kept, as Pilcrow keeps them: stemming would be most of what the others take to build. */
const stemsOf = new Map<string, string>()
const stemOf = (word: string): string => {
  const stem = stemsOf.get(word) ?? stemmer(word)
  stemsOf.set(word, stem)
  return stem
}
const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stop.has(word)).map(stemOf)

let loaded: { readonly index: ReturnType<typeof createPassageIndex>; readonly collection: Generated } | undefined

const pilcrow: Engine = {
  most: 1_000_000,
  build(collection, file) {
    const index = createPassageIndex()
    for (const article of collection.articles) index.add(article)
    // The first search makes of what waits the index that it stays.
    index.search({ text: 'none', language: 'en', scope: 'all', limit: 1 })
    return () => writeFile(file, pack(index.saved()))
  },
  load(collection, file) {
    const saved = openIndex(file)
    if (typeof saved === 'string') throw new Error(saved)
    const index = createPassageIndex(saved)
    for (const article of collection.articles) index.add(article)
    loaded = { index, collection }
    return (text, article) =>
      index.search({ text, language: 'en', scope: article === undefined ? 'all' : [`a${article}`], limit: K }).passages
        .length
  },
  add() {
    if (!loaded) return
    const { index, collection } = loaded
    index.add(collection.another)
    index.search({ text: collection.question(0), language: 'en', scope: 'all', limit: K })
  },
}

const miniOptions = {
  fields: ['text'],
  tokenize: stems,
  processTerm: (term: string) => term,
  searchOptions: {
    prefix: (term: string) => term.length > 3,
    fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
  },
}
const minisearch: Engine = {
  most: 100_000,
  build(collection, file) {
    const index = new MiniSearch(miniOptions)
    index.addAll([...texts(collection)])
    return () => writeFileSync(file, JSON.stringify(index))
  },
  load(_, file) {
    const index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), miniOptions)
    return (question) => index.search(question).slice(0, K).length
  },
}

const flexOptions = { tokenize: 'strict' as const, encode: stems }
const flex: Engine = {
  most: 1_000_000,
  build(collection, file) {
    const index = new flexsearch.Index(flexOptions)
    for (const { id, text } of texts(collection)) index.add(id, text)
    return async () => {
      const parts: (readonly [string, string])[] = []
      await index.export((key: string, data: string) => void parts.push([key, data]))
      writeFileSync(file, JSON.stringify(parts))
    }
  },
  async load(_, file) {
    const index = new flexsearch.Index(flexOptions)
    for (const [key, data] of JSON.parse(readFileSync(file, 'utf8'))) await index.import(key, data)
    return (question) => index.search(question, { limit: K, suggest: true }).length
  },
}

const lunrEngine: Engine = {
  most: 100_000,
  build(collection, file) {
    const index = lunr(function () {
      this.ref('id')
      this.field('text')
      for (const document of texts(collection)) this.add(document)
    })
    return () => writeFileSync(file, JSON.stringify(index))
  },
  load(_, file) {
    const index = lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')))
    return (question) =>
      index
        .query((query) => {
          for (const term of new Set(stems(question))) query.term(term, {})
        })
        .slice(0, K).length
  },
}

const fts5: Engine = {
  most: 1_000_000,
  build(collection, file) {
    const database = new DatabaseSync(file)
    database.exec("CREATE VIRTUAL TABLE paragraph USING fts5(text, content = '', tokenize = 'porter unicode61')")
    const insert = database.prepare('INSERT INTO paragraph (rowid, text) VALUES (?, ?)')
    database.exec('BEGIN')
    for (const { id, text } of texts(collection)) insert.run(id, text)
    return () => {
      database.exec('COMMIT')
      database.close()
    }
  },
  load(_, file) {
    const database = new DatabaseSync(file, { readOnly: true })
    const select = database.prepare('SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT ?')
    return (question) => {
      const terms = [...new Set(question.match(/[\p{L}\p{N}]+/gu))].map((term) => `"${term}"`)
      return select.all(terms.join(' OR '), K).length
    }
  },
}

export const engines: Readonly<Record<string, Engine>> = {
  Pilcrow: pilcrow,
  MiniSearch: minisearch,
  FlexSearch: flex,
  lunr: lunrEngine,
  FTS5: fts5,
}

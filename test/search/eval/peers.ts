/**
 * The libraries a developer would take instead, each as its users get the best of it: the same Snowball stems and stop
 * words as ours, typing errors and beginnings of words where it offers them.
 */
import { createRequire } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import flexsearch from 'flexsearch'
import lunr from 'lunr'
import MiniSearch from 'minisearch'

export type Document = { readonly id: string; readonly title: string; readonly text: string }

export type Peer = {
  readonly name: string
  /** `language` is the documents'. The function gives the ids of the best `k` documents for a question. */
  readonly index: (
    documents: readonly Document[],
    language: string,
  ) => (question: string, k: number) => readonly string[]
}

const load = createRequire(import.meta.url)
/** By language tag, as the packages name it. */
const names = {
  ...{ de: 'german', en: 'english', es: 'spanish', fr: 'french', it: 'italian', nl: 'dutch', pt: 'portuguese' },
  ...{ ro: 'romanian', ru: 'russian', sv: 'swedish', ar: 'arabic', el: 'greek', hi: 'indian', tr: 'turkish' },
}

type Language = { readonly stem: (word: string) => string; readonly stopWords: ReadonlySet<string> }

const languageOf = (tag: string): Language => {
  const name = Object.entries(names).find(([known]) => known === tag)?.[1]
  if (name === undefined) return { stem: (word) => word, stopWords: new Set() }
  return {
    stem: load(`@orama/stemmers/${name}`).stemmer,
    stopWords: new Set(load(`@orama/stopwords/${name === 'indian' ? 'hindi' : name}`).stopwords),
  }
}

/** The Snowball stems of a text without its stop words; of a question of nothing else, all of them. */
const stemming = (tag: string): ((text: string) => readonly string[]) => {
  const { stem, stopWords } = languageOf(tag)
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    const kept = words.filter((word) => !stopWords.has(word))
    return (kept.length > 0 ? kept : words).map(stem)
  }
}

const minisearch: Peer = {
  name: 'MiniSearch',
  index: (documents, language) => {
    const stems = stemming(language)
    const index = new MiniSearch<Document>({
      fields: ['title', 'text'],
      tokenize: (text) => [...stems(text)],
      processTerm: (term) => term,
      searchOptions: { prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
    })
    index.addAll(documents)
    return (question, k) =>
      index
        .search(question)
        .slice(0, k)
        .map(({ id }) => String(id))
  },
}

const flex: Peer = {
  name: 'FlexSearch',
  index: (documents, language) => {
    const stems = stemming(language)
    const index = new flexsearch.Index({
      tokenize: 'forward',
      resolution: 9,
      encode: (text: string) => [...stems(text)],
    })
    for (const [at, { title, text }] of documents.entries()) index.add(at, `${title} ${text}`)
    return (question, k) =>
      index.search(question, { limit: k, suggest: true }).map((at) => documents[Number(at)]?.id ?? '')
  },
}

const lunrPeer: Peer = {
  name: 'lunr',
  index: (documents, language) => {
    const stems = stemming(language)
    const index = lunr(function () {
      this.pipeline.reset()
      this.searchPipeline.reset()
      this.ref('id')
      this.field('title')
      this.field('text')
      for (const { id, title, text } of documents)
        this.add({ id, title: stems(title).join(' '), text: stems(text).join(' ') })
    })
    return (question, k) => {
      const asked = new Set(stems(question))
      return index
        .query((query) => {
          for (const term of asked) query.term(term, {})
        })
        .slice(0, k)
        .map(({ ref }) => ref)
    }
  },
}

const fts5: Peer = {
  name: 'FTS5',
  index: (documents, language) => {
    const stems = stemming(language)
    const database = new DatabaseSync(':memory:')
    database.exec("CREATE VIRTUAL TABLE paragraph USING fts5(title, text, tokenize = 'unicode61')")
    const insert = database.prepare('INSERT INTO paragraph (rowid, title, text) VALUES (?, ?, ?)')
    for (const [at, { title, text }] of documents.entries())
      insert.run(at, stems(title).join(' '), stems(text).join(' '))
    const select = database.prepare('SELECT rowid AS at FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT ?')
    return (question, k) => {
      const asked = [...new Set(stems(question))].map((term) => `"${term.replaceAll('"', '""')}"`)
      if (asked.length === 0) return []
      return select.all(asked.join(' OR '), k).map(({ at }) => documents[Number(at)]?.id ?? '')
    }
  },
}

export const peers: readonly Peer[] = [minisearch, flex, lunrPeer, fts5]

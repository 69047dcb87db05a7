/**
 * Recall@1, recall@5 and MRR@10 of Pilcrow's search beside other libraries', in one run.
 *
 * npm run eval:search -- [PREFIX …] [--only NAME] [--budgets]
 *
 * Each PREFIX names a pair of files, see `collection.ts` for their form and `convert.ts` for how to make them; without
 * one, the samples in `test/search/samples/` are used.
 *
 * --budgets prints instead how often a right paragraph is among the passages that a model is sent, by their budget.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { budgetSection } from '../../../src/eval/budget.ts'
import { articlesOf, indexCollection } from '../../../src/eval/collection.ts'
import { asText } from '../../../src/eval/table.ts'
import { createPassageIndex } from '../../../src/search/passage-index.ts'
import type { Paragraph } from '../../../src/types.ts'
import { type EvalSet, readSet } from './collection.ts'
import { type Peer, peers } from './peers.ts'

/** How many hits are looked at. */
const DEPTH = 10

type Search = (question: string, article: string | undefined) => readonly string[]
type Contender = { readonly name: string; readonly open: (set: EvalSet) => Search }

const pilcrow: Contender = {
  name: 'Pilcrow',
  open: ({ collection }) => {
    const search = indexCollection(collection)
    return (question, article) => search(question, article, DEPTH).map(({ id }) => String(id))
  },
}

/** A question put to one article is put to an index of that article alone. */
const peer = ({ name, index }: Peer): Contender => ({
  name,
  open: ({ collection }) => {
    const [{ language = 'und' } = {}] = collection
    const articles = Map.groupBy(collection, ({ article }) => article)
    const opened = new Map<string | undefined, (question: string, k: number) => readonly string[]>()
    return (question, article) => {
      const search =
        opened.get(article) ?? index(article === undefined ? collection : (articles.get(article) ?? []), language)
      opened.set(article, search)
      return search(question, DEPTH)
    }
  },
})

const measure = ({ questions }: EvalSet, search: Search) => {
  let [first, five, reciprocal] = [0, 0, 0]
  for (const { question, article, answers } of questions) {
    const rank = search(question, article).findIndex((id) => answers.includes(id)) + 1
    if (rank === 0) continue
    if (rank === 1) first++
    if (rank <= 5) five++
    reciprocal += 1 / rank
  }
  const share = (count: number): string => ((100 * count) / questions.length).toFixed(1).padStart(5)
  return `${share(first)} / ${share(five)}  ${(reciprocal / questions.length).toFixed(3)}`
}

const budgets = ({ name, collection, questions }: EvalSet): string => {
  const { articles, idOf } = articlesOf(collection)
  const index = createPassageIndex()
  for (const article of articles) index.add(article)
  const byId = new Map(articles.map((article) => [article.head.id, [article]]))
  const sought = questions.map(({ question, article, answers }) => ({
    question,
    scope: article === undefined ? articles : (byId.get(article) ?? []),
    isRight: (paragraph: Paragraph) => answers.includes(String(idOf(paragraph))),
  }))
  return asText({ columns: [name], sections: [budgetSection(sought, index)] })
}

const samples = ['fr', 'en', 'de', 'es', 'ru', 'en-es'].map((name) => join(import.meta.dirname, '..', 'samples', name))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, budgets: { type: 'boolean' } },
})
const contenders = [pilcrow, ...peers.map(peer)].filter(({ name }) => values.only === undefined || name === values.only)
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
for (const set of await Promise.all((positionals.length > 0 ? positionals : samples).map(readSet))) {
  if (values.budgets) {
    say(budgets(set))
    continue
  }
  say(`\n${set.name}: ${set.collection.length} paragraphs, ${set.questions.length} questions`)
  for (const contender of contenders) say(`  ${contender.name.padEnd(12)} ${measure(set, contender.open(set))}`)
}

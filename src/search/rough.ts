/** The first step of a search: what the words of a question are worth, and the paragraphs that hold most of them. */
import { isStopWord, stemOf, type Term, tellingTerms } from '../text/analyse.ts'
import type { FigureAsked } from '../text/figure-asked.ts'
import { isGeneric } from '../text/generic.ts'
import { otherForms } from '../text/name-forms.ts'
import { isExpandable, mostSimilar } from '../text/similar.ts'
import { synonyms } from '../text/synonyms.ts'
import type { Language } from '../types.ts'
import { idf } from './bm25.ts'
import { ABOVE, type Corpus } from './corpus.ts'
import type { Scoped } from './documents.ts'
import { createFound, documentOf, IMPACTS, impactOf } from './postings.ts'

/** Similar words in place of one that stands nowhere, and how many at most: what is similar to more says nothing. */
const SIMILAR_WEIGHT = 0.8
const MAXIMUM_SIMILAR = 8
/** So many of the most similar are looked for in scope. */
const MAXIMUM_TRIED = 32
/** A word that says little, see `text/generic.ts`, or that asks for a figure: how long. */
const GENERIC_WEIGHT = 0.25
/** A word in the title of its article is worth this to each paragraph, whatever its length. */
export const TITLE_WEIGHT = 0.5
/** Of the scores of the paragraphs before and after: an answer often stands beside the words of its question. */
const NEIGHBOUR_WEIGHT = 0.2

/** A word of a question, and what it is worth to a passage. */
export type Wanted = {
  /** Folded. */
  readonly word: string
  /** By the articles' language, where it is no stop word there. */
  readonly stems: ReadonlyMap<string, string>
  /** Stems that stand for it where its own stands nowhere, by the articles' language. */
  readonly similar: ReadonlyMap<string, ReadonlySet<string>>
  /** What a passage full of it gets. */
  readonly weight: number
  /** The same of what is similar to it. */
  readonly similarWeight: number
  /** What it counts in coverage. */
  readonly value: number
}

export type Rough = {
  readonly wanted: readonly Wanted[]
  /** Documents of the best paragraphs, best first; of equals the first. */
  readonly best: readonly number[]
  /** What the paragraphs beside one add to its score. Of this search, until the next. */
  readonly beside: (document: number) => number
}

export const createRough = (corpus: Corpus) => {
  const { documents } = corpus
  /** By document; all 0 but for those `touched`, of which there are `count`. */
  let scores = new Float32Array(0)
  let touched = new Uint32Array(0)
  let count = 0
  const found = createFound()

  const clear = (): void => {
    for (let each = 0; each < count; each++) scores[touched[each] ?? 0] = 0
    count = 0
    if (scores.length > documents.size()) return
    scores = new Float32Array(Math.ceil(1.25 * documents.size()) + 1)
    touched = new Uint32Array(scores.length)
  }

  /** What was found gives its paragraphs their share of what `weigh` makes of how many hold it themselves. */
  const give = (weigh: (holders: number) => number): { readonly holders: number; readonly weight: number } => {
    let holders = 0
    for (let each = 0; each < found.size; each++) if (impactOf(found.postings[each] ?? 0) > ABOVE) holders++
    const weight = weigh(holders)
    for (let each = 0; each < found.size; each++) {
      const posting = found.postings[each] ?? 0
      const [document, impact] = [documentOf(posting), impactOf(posting)]
      const score = scores[document] ?? 0
      if (score === 0) touched[count++] = document
      scores[document] = score + weight * (impact === ABOVE ? TITLE_WEIGHT : impact / (IMPACTS - 1))
    }
    found.size = 0
    return { holders, weight }
  }

  /** Fills `found` with where they occur. */
  const similarTo = (term: Term, asked: Language | undefined, language: string, scoped: Scoped): Set<string> => {
    const forms = [term.stem, stemOf(term.word, language)]
    const own = language === asked ? synonyms(term, asked) : otherForms(term.word).map((form) => stemOf(form, language))
    const near = isExpandable(term.word)
      ? mostSimilar(forms, (form) => corpus.alike(language, form), MAXIMUM_TRIED)
      : []
    const kept = new Set<string>()
    for (const stem of [...own, ...near]) {
      if (kept.size === MAXIMUM_SIMILAR) break
      if (!kept.has(stem) && corpus.find(language, stem, scoped, found)) kept.add(stem)
    }
    return kept
  }

  const want = (term: Term, asked: Language | undefined, scoped: Scoped, isLight: boolean): Wanted => {
    const { languages } = scoped
    // A stop word of the articles, as the de of Charles de Gaulle in an English question, says nothing of them.
    const open = languages.filter((language) => language === asked || !isStopWord(term.word, language))
    const generic = isGeneric(term, asked)
    const stems = new Map(open.map((language) => [language, stemOf(term.word, language)]))
    const lacking = open.filter((each) => !corpus.find(each, stems.get(each) ?? '', scoped, found))
    // A word that stands nowhere is worth no more to what resembles it than the rarest word that does.
    const { weight, holders } = give(
      (some) => (generic || isLight ? GENERIC_WEIGHT : 1) * idf(scoped.count, Math.max(1, some)),
    )
    const similar = new Map((generic ? [] : lacking).map((each) => [each, similarTo(term, asked, each, scoped)]))
    const { weight: similarWeight } = give((some) => SIMILAR_WEIGHT * idf(scoped.count, Math.min(scoped.count, some)))
    const counts = !generic && open.length === languages.length
    return { word: term.word, stems, similar, weight, similarWeight, value: counts ? idf(scoped.count, holders) : 0 }
  }

  const beside = (document: number): number =>
    NEIGHBOUR_WEIGHT * ((scores[document - 1] ?? 0) + (scores[document + 1] ?? 0))

  /** The best few of what was touched, best first. */
  const bestOf = (most: number): readonly number[] => {
    const best: { readonly document: number; readonly score: number }[] = []
    let least = Number.NEGATIVE_INFINITY
    const cut = (): void => {
      best.sort((a, b) => b.score - a.score || a.document - b.document)
      least = best[most - 1]?.score ?? least
      best.splice(most)
    }
    for (let each = 0; each < count; each++) {
      const document = touched[each] ?? 0
      const score = (scores[document] ?? 0) + beside(document)
      if (score >= least && best.push({ document, score }) >= 2 * most) cut()
    }
    cut()
    return best.map(({ document }) => document)
  }

  /** `asked` is the question's language; `most` is how many paragraphs are given. */
  return (text: string, asked: Language | undefined, figure: FigureAsked, scoped: Scoped, most: number): Rough => {
    clear()
    const isAsking = ({ start }: Term): boolean => figure !== undefined && start >= figure.start && start < figure.end
    const wanted = tellingTerms(text, asked).map((term) => want(term, asked, scoped, isAsking(term)))
    return { wanted, best: bestOf(most), beside }
  }
}

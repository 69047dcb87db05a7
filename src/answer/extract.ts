/**
 * Answers without a model: chooses the sentences of the passages that hold what the question asks for, or abstains.
 * It writes the same Draft as a model does, and the same verifier judges it.
 *
 * A sentence is worth the share of the question's information that it covers: its words weighted by rarity, in full
 * where the sentence has them, in part where only its surroundings do. Whether that is enough depends on how well
 * the sentence fits the kind of answer asked for: where it plainly does, less need be covered.
 */
import { analyse, type Term } from '../text/analyse.ts'
import { isGeneric } from '../text/generic.ts'
import { sameLanguage } from '../text/language.ts'
import { sentences } from '../text/sentences.ts'
import type { Language, Paragraph, Passage } from '../types.ts'
import { type Fit, typeFit } from './answer-type.ts'
import type { Draft } from './draft.ts'
import { type QuestionKind, questionKind } from './question-kind.ts'
import type { Span } from './quotation.ts'
import { standalone } from './standalone.ts'

/** Where a question's word stands, and what that is worth against standing in the sentence itself. */
const IN_PARAGRAPH = 0.6
const IN_NEIGHBOUR_OR_TITLE = 0.4

/** What a merely similar word is worth: the same beginning, as in bombarder and bombardement. */
const SIMILAR = 0.7
const SHARED_START = 5

/** Information of a word that says little in any question. */
const GENERIC_WEIGHT = 0.25

/** The least share of the question's information that a sentence must cover, by how it fits the kind of answer. */
const thresholds: Readonly<Record<Fit, number>> = { yes: 0.5, likely: 0.55, open: 0.6, unlikely: 0.8, no: 2 }
/** What the fit adds when sentences are compared. */
const preference: Readonly<Record<Fit, number>> = { yes: 0.3, likely: 0.12, open: 0, unlikely: -0.15, no: -1 }

/** A second quotation is given only where it is nearly as good. */
const SECOND = 0.93
/** A question about the article as a whole is answered with this many of its first sentences. */
const LEAD_SENTENCES = 2

type Candidate = {
  readonly label: string
  readonly paragraph: Paragraph
  readonly span: Span
  readonly coverage: number
  readonly fit: Fit
  readonly score: number
}

const similar = (a: string, b: string): boolean => {
  if (a.length < SHARED_START || b.length < SHARED_START) return false
  const shared = Math.max(SHARED_START, Math.ceil(0.7 * Math.min(a.length, b.length)))
  return a.slice(0, shared) === b.slice(0, shared)
}

/** How much of a question's term a set of words holds, 0 to 1. */
const held = (term: Term, words: ReadonlySet<string>): number => {
  if (words.has(term.stem) || words.has(term.word)) return 1
  for (const word of words) if (similar(word, term.stem)) return SIMILAR
  return 0
}

const wordsOf = (text: string, language: Language): ReadonlySet<string> =>
  new Set(analyse(text, language).flatMap((term) => (term.stop ? [] : [term.stem, term.word])))

/** The question's words that carry information, each once. */
const informative = (text: string, asked: Language, language: Language): readonly Term[] => {
  const ownStops = new Set(analyse(text, asked).flatMap((term) => (term.stop ? [term.word] : [])))
  const seen = new Set<string>()
  return analyse(text, language).filter((term) => {
    if (term.stop || ownStops.has(term.word) || seen.has(term.stem)) return false
    seen.add(term.stem)
    return true
  })
}

const candidates = (
  question: { readonly text: string; readonly language: Language },
  kind: QuestionKind,
  labelled: readonly (readonly [string, Passage])[],
): readonly Candidate[] => {
  const language = labelled[0]?.[1].paragraph.article.language ?? question.language
  const terms = informative(question.text, question.language, language)
  const foreign = !sameLanguage(question.language, language)
  const texts = labelled.map(([, { paragraph }]) => wordsOf(paragraph.text, language))
  const weights = terms.map((term) => {
    const found = texts.filter((words) => held(term, words) > 0).length
    // Across languages a word that stands nowhere says nothing: it may stand there translated.
    if (found === 0 && foreign) return 0
    const rarity = Math.log(1 + (texts.length - found + 0.5) / (found + 0.5))
    return rarity * (isGeneric(term, question.language) ? GENERIC_WEIGHT : 1)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return []
  const share = (words: ReadonlySet<string>): readonly number[] =>
    terms.map((term, index) => held(term, words) * (weights[index] ?? 0))

  return labelled.flatMap(([label, { paragraph }], place) => {
    const own = share(texts[place] ?? new Set())
    const beside = labelled.flatMap(([, other], index) =>
      other.paragraph.article === paragraph.article && Math.abs(other.paragraph.number - paragraph.number) === 1
        ? [...(texts[index] ?? [])]
        : [],
    )
    const around = share(
      new Set([...beside, ...wordsOf(`${paragraph.article.title} ${paragraph.heading ?? ''}`, language)]),
    )
    return standalone(paragraph).map(({ sentence, span }) => {
      const text = paragraph.text.slice(span.start, span.end)
      const inside = share(wordsOf(text, language))
      const covered = inside.reduce(
        (sum, value, term) =>
          sum + Math.max(value, IN_PARAGRAPH * (own[term] ?? 0), IN_NEIGHBOUR_OR_TITLE * (around[term] ?? 0)),
        0,
      )
      const how = typeFit(kind, paragraph.text.slice(sentence.start, sentence.end), question.text, language)
      const coverage = covered / total
      return { label, paragraph, span, coverage, fit: how, score: coverage + preference[how] }
    })
  })
}

const draftOf = (chosen: readonly { label: string; paragraph: Paragraph; span: Span }[]): Draft => ({
  verdict: chosen.length === 0 ? 'not_in_article' : 'answered',
  claims: chosen.map(({ label, paragraph, span }) => {
    const text = paragraph.text.slice(span.start, span.end)
    return { text, citations: [{ paragraph: label, quote: text }] }
  }),
})

/** The first sentences of the best passage's article, where the question is about the article as a whole. */
const lead = (labelled: readonly (readonly [string, Passage])[]): Draft => {
  const [label, passage] = labelled.find(([, { paragraph }]) => paragraph.number === 1) ?? []
  if (label === undefined || passage === undefined) return draftOf([])
  const { paragraph } = passage
  const first = sentences(paragraph.text, paragraph.article.language).slice(0, LEAD_SENTENCES)
  const [start, end] = [first[0]?.start ?? 0, first.at(-1)?.end ?? paragraph.text.length]
  return draftOf([{ label, paragraph, span: { start, end } }])
}

/** Answers `question` by one or two quotations of the labelled passages (best first), or abstains. */
export const extract = (
  question: { readonly text: string; readonly language: Language },
  labelled: readonly (readonly [string, Passage])[],
): Draft => {
  const kind = questionKind(question.text, question.language)
  const said = informative(question.text, question.language, question.language)
  if (said.every((term) => isGeneric(term, question.language))) return said.length === 0 ? draftOf([]) : lead(labelled)
  const languages = [...new Set(labelled.map(([, { paragraph }]) => paragraph.article.language))]
  const all = languages
    .flatMap((language) =>
      candidates(
        question,
        kind,
        labelled.filter(([, { paragraph }]) => paragraph.article.language === language),
      ),
    )
    .filter((candidate) => candidate.coverage >= thresholds[candidate.fit])
    .sort((a, b) => b.score - a.score)
  const [best] = all
  if (!best) return draftOf([])
  const second = all.find(
    (other) => other.paragraph !== best.paragraph && other.fit === best.fit && other.score >= SECOND * best.score,
  )
  return draftOf(second ? [best, second] : [best])
}

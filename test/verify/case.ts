/** One case of the verifier's corpus: a line as `npm run verify` reads it, and what must come of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from '../../src/text/sentences.ts'

/** `warned`: something is suspected; a rejection will do as well. */
export type Outcome = 'rejected' | 'accepted' | 'warned'

export type Case = {
  readonly outcome: Outcome
  /** As the issue names it. */
  readonly class: string
  /** The article's, and the claims' where that is another. */
  readonly language: Language
  readonly spoken?: string
  readonly draft: unknown
  /** The text of one more passage, X1. */
  readonly extra?: string
}

export type Language = 'fr' | 'en'
export type Passage = { readonly id: string; readonly text: string }
export type Sentence = { readonly paragraph: string; readonly text: string; readonly whole: string }
export type Citation = { readonly paragraph: string; readonly quote: string }

const root = join(import.meta.dirname, '..', '..')
const files = { fr: 'visite-moscou.md', en: 'brooklyn-bridge.md' } as const

const paragraphsOf = (language: Language): readonly string[] =>
  readFileSync(join(root, 'knowledge', files[language]), 'utf8')
    .replace(/^---[\s\S]*?---/u, '')
    .split(/\n{2,}/u)
    .map((text) => text.trim())
    .filter((text) => text !== '' && !text.startsWith('#'))

/** The shipped articles as passages P1, P2 … */
export const passages: { readonly [L in Language]: readonly Passage[] } = {
  fr: paragraphsOf('fr').map((text, index) => ({ id: `P${index + 1}`, text })),
  en: paragraphsOf('en').map((text, index) => ({ id: `P${index + 1}`, text })),
}

const FEWEST_WORDS = 7

/** Their sentences, those that are long enough to be changed. */
export const sentencesOf = (language: Language): readonly Sentence[] =>
  passages[language].flatMap(({ id, text }) =>
    sentences(text, language)
      .map(({ start, end }) => ({ paragraph: id, text: text.slice(start, end), whole: text }))
      .filter((sentence) => sentence.text.split(/\s+/u).length >= FEWEST_WORDS),
  )

export const claim = (text: string, ...citations: readonly Citation[]): unknown => ({ text, citations })
export const answered = (...claims: readonly unknown[]): unknown => ({ verdict: 'answered', claims })
export const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

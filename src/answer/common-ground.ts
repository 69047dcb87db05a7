/** How much of a claim's words its paragraphs have: where it is nothing at all, the claim is about something else. */
import { analyse, stemOf, type Term } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import { otherForms } from '../text/name-forms.ts'
import { lexicon } from '../text/tables.ts'
import type { Language } from '../types.ts'
import { attributions } from './attribution.ts'
import { figuresOf } from './figures.ts'
import type { Problem } from './problem.ts'
import { unitNamed } from './unit-forms.ts'
import type { Written } from './written.ts'

/** Where a language has no list of stop words, its short words count as such. */
const SHORT_WORD = 3
/** In these one word is made of several, Bootfahren, and a participle has its ge inside, eingeweiht. */
const compounding = new Set(['de'])
/** So many letters of a part, at the beginning and at the end of a word; fewer show that something is shared at all. */
const FIRST_PART = 4
const LAST_PART = 5
const SHORT_PART = 3
const participle = /^(ab|an|auf|aus|bei|durch|ein|fest|fort|her|hin|los|mit|nach|um|vor|weg|zu|)ge(?=[a-z]{4})/u

/** Words with this many first letters in common are taken for kin: construction, construire. */
const KIN = 5

/** They belong to an hour, or to a figure: half past six in the morning, twice as large. */
const timeWords = new Set(
  `half past quarter morning evening afternoon night noon twice double matin soir quart manana tarde noche cuarto morgens
  abends nachts viertel halb doppelt`.split(/\s+/u),
)

type Ground = { readonly stems: ReadonlySet<string>; readonly kin: ReadonlySet<string> }

const contentTerms = (text: string, language: Language): readonly Term[] => {
  const listed = lexicon(language).folded.size > 0
  return analyse(text, language).filter(
    ({ stop, word }) => !(listed ? stop : word.length <= SHORT_WORD && !/\d/.test(word)),
  )
}

const grounds = new WeakMap<Written, Ground>()
const groundOf = (source: Written): Ground => {
  const known = grounds.get(source)
  if (known) return known
  const stems = new Set(contentTerms(source.text, source.language).map(({ stem }) => stem))
  const ground = {
    stems,
    kin: new Set(
      [...stems].flatMap((stem) => {
        const roots = compounding.has(primarySubtag(source.language)) ? [stem, stem.replace(participle, '$1')] : [stem]
        return roots.filter(({ length }) => length >= KIN).map((root) => root.slice(0, KIN))
      }),
    ),
  }
  grounds.set(source, ground)
  return ground
}

export type Shared = {
  readonly word: string
  readonly held: boolean
  /** Held, or a part of a word that they have: the Hof of Hofladen. */
  readonly near: boolean
  readonly figure: boolean
}

/** Each content word of a claim but those that say where it is from, and whether it has its like in the sources, which are of its language. */
export const shared = (claim: Written, sources: readonly Written[]): readonly Shared[] => {
  const figured = figuresOf(claim)
  const isFigure = ({ start, end, word }: Term): boolean =>
    figured.some((figure) => figure.start < end && start < figure.end) ||
    (figured.length > 0 && timeWords.has(fold(word))) ||
    (figured.length > 0 && (unitNamed(fold(word)) !== undefined || /^[a-z]{1,2}[²³]$/iu.test(word)))
  const found = sources.map(groundOf)
  const { synonymStems } = lexicon(claim.language)
  const stands = (stem: string): boolean =>
    found.some(({ stems, kin }) => stems.has(stem) || (stem.length >= KIN && kin.has(fold(stem).slice(0, KIN))))
  const isPart = (stem: string, first: number, last: number): boolean => {
    const [begins, ends] = [stem.length >= first, stem.length >= last]
    const holds = (each: string): boolean => (begins && each.startsWith(stem)) || (ends && each.endsWith(stem))
    return found.some(({ stems }) => stems.values().some(holds))
  }
  const inCompound = (stem: string): boolean =>
    isPart(stem, FIRST_PART, LAST_PART) || stands(stem.replace(participle, '$1'))
  const compounds = compounding.has(primarySubtag(claim.language))
  const has = (stem: string): boolean => stands(stem) || (compounds && inCompound(stem))
  /** Danes are from Denmark. */
  const isNamed = (word: string): boolean => otherForms(fold(word)).some((form) => has(stemOf(form, claim.language)))
  const apart = attributions(claim)
  const own = contentTerms(claim.text, claim.language).filter(
    ({ start, end }) => !apart.some((range) => range.start <= start && end <= range.end),
  )
  return own.map((term) => {
    const held = has(term.stem) || [...synonymStems(term.stem)].some(has) || isNamed(term.word)
    const near = held || (compounds && isPart(term.stem, SHORT_PART, SHORT_PART))
    return { word: claim.text.slice(term.start, term.end), held, near, figure: isFigure(term) }
  })
}

/** Below this share of its words a claim says mostly what its paragraphs do not; it has this many words of its own. */
const LEAST_SHARE = 0.4
const OWN_WORDS = 3
/** Of a long claim so many words and such a share are enough: what nobody wrote hides among what somebody did. */
const MANY_OWN_WORDS = 6
const MANY_OWN_SHARE = 0.3
/** So many words in a row that the paragraphs lack are invented wherever they stand. Both chosen on `npm run eval:real`. */
const ROW_WORDS = 5
/** So many words of its own may stand with a figure that is all they share with the paragraphs. */
const FIGURED_WORDS = 2
/** So many words of its own in a row at its end are a tail, where most of what stands before is the paragraphs'. */
const TAIL_WORDS = 3
const HEAD_SHARE = 0.6

/** The longest row of words that the paragraphs lack. */
const longestRow = (words: readonly Shared[]): readonly Shared[] => {
  let longest: readonly Shared[] = []
  let from = 0
  for (const [at, { held }] of words.entries()) {
    if (held) from = at + 1
    else if (at + 1 - from > longest.length) longest = words.slice(from, at + 1)
  }
  return longest
}

const invented = (words: readonly Shared[]): Problem => ({
  code: 'invented_tail',
  words: words.map(({ word }) => word).join(' '),
})

/**
 * What the words of a claim that its sources share say of it; nothing where there are none to compare. `figured`: whether
 * it has a figure.
 */
export const overlapProblems = (all: readonly Shared[], figured: boolean): readonly Problem[] => {
  // A figure is judged by what it says; how it is written is no word of the claim's own.
  const words = all.filter(({ figure }) => !figure)
  const held = words.filter((each) => each.held).length
  if (words.length === 0) return []
  // A figure that they share is common ground for few words: Il date de 1879.
  if (held === 0 && !words.some(({ near }) => near))
    return figured && words.length <= FIGURED_WORDS ? [] : [{ code: 'nothing_in_common' }]
  const last = words.findLastIndex((each) => each.held) + 1
  const tail = words.slice(last)
  if (tail.length >= TAIL_WORDS && held >= HEAD_SHARE * last) return [invented(tail)]
  const row = longestRow(words)
  if (row.length >= ROW_WORDS && held >= LEAST_SHARE * (words.length - row.length)) return [invented(row)]
  // Figures that stand in the paragraphs are common ground, as one word.
  const [ground, said] = figured ? [held + 1, words.length + 1] : [held, words.length]
  const own = words.length - held
  const isLow = own >= OWN_WORDS && ground < LEAST_SHARE * said
  return isLow || own >= Math.max(MANY_OWN_WORDS, MANY_OWN_SHARE * words.length) ? [{ code: 'low_overlap' }] : []
}

/** How much of a claim's words its paragraphs have: where it is nothing at all, the claim is about something else. */
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { lexicon } from '../text/tables.ts'
import type { Language } from '../types.ts'
import type { Written } from './written.ts'

/** Where a language has no list of stop words, its short words count as such. */
const SHORT_WORD = 3
/** Words with this many first letters in common are taken for kin: construction, construire. */
const KIN = 5

type Ground = { readonly stems: ReadonlySet<string>; readonly kin: ReadonlySet<string> }

const contentStems = (text: string, language: Language): readonly string[] => {
  const listed = lexicon(language).folded.size > 0
  return analyse(text, language)
    .filter(({ stop, word }) => !(listed ? stop : word.length <= SHORT_WORD && !/\d/.test(word)))
    .map(({ stem }) => stem)
}

const grounds = new WeakMap<Written, Ground>()
const groundOf = (source: Written): Ground => {
  const known = grounds.get(source)
  if (known) return known
  const stems = new Set(contentStems(source.text, source.language))
  const ground = {
    stems,
    kin: new Set([...stems].filter((stem) => stem.length >= KIN).map((stem) => stem.slice(0, KIN))),
  }
  grounds.set(source, ground)
  return ground
}

/** Whether each content word of a claim has its like in the sources, which are of its language. */
export const shared = (claim: Written, sources: readonly Written[]): readonly boolean[] => {
  const found = sources.map(groundOf)
  const synonyms = lexicon(claim.language).synonymStems()
  const has = (stem: string): boolean =>
    found.some(({ stems, kin }) => stems.has(stem) || (stem.length >= KIN && kin.has(fold(stem).slice(0, KIN))))
  return contentStems(claim.text, claim.language).map((stem) => has(stem) || [...(synonyms.get(stem) ?? [])].some(has))
}

/** Reduces a name to what its spellings in French, English, German, Spanish and Italian share: Poutine, Putin, Putín. */
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { Language } from '../types.ts'

type Rule = readonly [pattern: RegExp, by: string]

/** How each language writes the sounds that transliteration is about; C and S stand for those of church and shoe. */
const own: Readonly<Record<string, readonly Rule[]>> = {
  fr: [
    [/tch/g, 'C'],
    [/s?ch/g, 'S'],
    [/dj/g, 'j'],
    [/gu(?=[eiy])/g, 'g'],
    [/ou/g, 'u'],
    [/(?<=[aeiou])ine$/g, 'in'],
  ],
  en: [
    [/tch|ch/g, 'C'],
    [/sh/g, 'S'],
    [/dzh/g, 'j'],
    [/oo/g, 'u'],
  ],
  de: [
    [/tsch/g, 'C'],
    [/sch/g, 'S'],
    [/dsch/g, 'j'],
    [/w/g, 'v'],
    [/j/g, 'i'],
  ],
  es: [
    [/ch/g, 'C'],
    [/sh/g, 'S'],
    [/gu(?=[eiy])/g, 'g'],
    [/j/g, 'h'],
  ],
}

const all: readonly Rule[] = [
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/q|ck/g, 'k'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
  [/ii+/g, 'i'],
  [/e$/g, ''],
]

/** Never equal for two names that differ in more than such spellings; a word as it is where it is short. */
const SHORTEST = 4

export const skeleton = (name: string, language: Language): string => {
  const folded = fold(name)
  if (folded.length < SHORTEST) return folded
  const rules = [...(own[primarySubtag(language)] ?? []), ...all]
  return rules.reduce((text, [pattern, by]) => text.replace(pattern, by), folded)
}

/** What has a capital and names nobody, or is a name in another form: headlines, verbs, eras, adjectives of cities. */
import { isStopWord } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { primarySubtag } from '../text/language.ts'
import type { FormWord } from '../text/name-forms.ts'
import { isRoot } from '../text/vocabulary.ts'
import type { Language } from '../types.ts'
import type { Word } from './name-reader.ts'

export const LONG_WORD = 4

export const adjective = /(?:ige|iche|ische|ere|ende|bare|same|lose|ale|ive|tzte|chte)[nrsm]?$/u
const germanAdjective = /(?:er|(?<=isch)e[nrsm]?)$/u

/** Der Hamburger Hafen is one of Hamburg, französische Truppen are französisch. */
export const cityOf = ({ raw, text }: FormWord, language: Language): readonly FormWord[] => {
  if (primarySubtag(language) !== 'de' || text.length <= LONG_WORD + 1) return []
  const root = text.replace(germanAdjective, '')
  return root === text ? [] : [{ raw: raw.slice(0, root.length - text.length), text: root }]
}

/** Words of four letters or more that all have a capital make a headline, but for small ones: from, with. */
const HEADLINE_WORDS = 4

export const isHeadline = (words: readonly Word[], language: Language): boolean => {
  const long = words.filter(({ raw, text }) => raw.length >= LONG_WORD && !isStopWord(text, language))
  return long.length >= HEADLINE_WORDS && long.every(({ raw }) => /^\p{Lu}/u.test(raw))
}

/** How an umlaut is written without one. */
export const transcribed = /([aou])e/gu

/** English as it is written on the other side of the ocean: Organisation, Defence, Centre, Labour. */
const british: readonly (readonly [string, string])[] = [
  ['isation', 'ization'],
  ['defence', 'defense'],
  ['centre', 'center'],
  ['theatre', 'theater'],
  ['labour', 'labor'],
  ['harbour', 'harbor'],
]
export const otherSpellings = (text: string): readonly string[] =>
  british.flatMap(([here, there]) => [
    ...(text.endsWith(here) ? [text.slice(0, -here.length) + there] : []),
    ...(text.endsWith(there) ? [text.slice(0, -there.length) + here] : []),
  ])

/** Small words with a capital inside a sentence begin a name that is judged by its other words: The Hague, Le Mans. */
export const isArticle = (text: string, language: Language): boolean => {
  const own = articles[primarySubtag(language)]
  return own?.has(text) === true
}
export const smallGerman: ReadonlySet<string> = new Set(
  'aber alle alles als alte alten am an andere auch auf aus bei beide beim bis da damals dann das dass den denn der des dessen die diese diesem dieser dieses doch drei dort durch ein eine einem einen einer eines einige einigen er erste ersten es etwa fur gegen heute hier ihr ihre im in ist ja jede jeder jedes kein keine laut insgesamt knapp letzte letzten mehr mehrere mehreren mit nach nachdem neben nicht neue neuen noch nun nur ob obwohl oder ohne schon sechs sein pro rund seine seit sich sie sieben so sobald sowie trotz uber um und unter vier viele vom von vor wahrend war waren was weil weitere weiteren weiterer wenn wer wie wir wird wo wurde wurden zu zum zur zwei zwischen'.split(
    ' ',
  ),
)
const articles: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a an and as at but by for from if in into it its my no not of on or our so that the their then there they this to we what when where who why with you he she his her'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'a au aux ce ces cette de des du elle elles en et il ils je la le les leur leurs l mais ne notre nous on ou par pas pour que qui sa se ses si son sur un une vous'.split(
      ' ',
    ),
  ),
  es: new Set(
    'a al con de del e el ella ellos en es la las lo los no o para por que se si su sus un una y yo'.split(' '),
  ),
}

const eras = new Set('ad bc ce bce jesus christ cristo christus chr jc'.split(' '))
const eraWords = new Set('avant apres av apr antes despues vor nach v n before after'.split(' '))
/** 320 BC, AD 105, en 320 avant Jésus-Christ: which of the two, the figure tells. */
export const isEra = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  if (!word || !eras.has(word.text)) return false
  return word.counted || word.text === 'ad' || [1, 2].some((back) => eraWords.has(words[at - back]?.text ?? ''))
}

/** Endings of verbs, of which no list has all forms. */
const verbal: Readonly<Record<string, RegExp>> = {
  fr: /(?:ée?s?|ant|ait|aient|èrent)$/u,
  es: /(?:[ai]d[oa]s?|[ai]endo|ando|[ai]ron|aban?|ían?|ó|[ae]n?)$/u,
}
/** Automatisé en 1991, of automatique; Abastece, of abastecer. */
export const isVerb = (raw: string, language: Language): boolean => {
  const root = raw.replace(verbal[primarySubtag(language)] ?? /$/u, '')
  return root !== raw && isRoot(fold(root).slice(0, -1), language)
}

/** Nobody is called so, where a sentence begins behind an abbreviation: in D.C. However, it rained. */
export const connectives = new Set(
  'however although therefore moreover meanwhile furthermore nevertheless despite according because before after during cependant toutefois neanmoins ainsi selon apres avant pendant sin embargo ademas segun despues durante'.split(
    ' ',
  ),
)

/** Behind the first word of a sentence these tell an order from a name. */
export const objects: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the your a an'.split(' ')),
  fr: new Set('le la les un une des votre vos'.split(' ')),
  es: new Set('el la los las un una su sus'.split(' ')),
}

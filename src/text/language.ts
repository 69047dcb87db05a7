/**
 * Tells the language of a text from its commonest words and its letters, and says nothing where there is no evidence:
 * a name or a figure has no language.
 */
import type { Language } from '../types.ts'
import { fold } from './fold.ts'
import { words } from './table.ts'

/** The language of a BCP 47 tag, without region or script: `fr` of `fr-BE`. */
export const primarySubtag = (language: Language): string =>
  /^[a-z]{2,3}$/.test(language) ? language : (language.toLowerCase().split(/[-_]/, 1)[0] ?? '')

export const sameLanguage = (a: Language, b: Language): boolean => a === b || primarySubtag(a) === primarySubtag(b)

type Hints = { readonly common: readonly string[]; readonly letters: RegExp }

const hints = (common: string, letters: RegExp): Hints => ({ common: words(common), letters })

/** Common words are folded. What several languages share counts less for each. On a tie the earlier row wins. */
const table: Readonly<Record<string, Hints>> = {
  fr: hints(
    `le la les un une des du de au aux et ou mais donc car ne pas plus que qui quoi dont quel quelle quels quelles
    combien pourquoi comment quand eu est sont etait etaient a ont ete avait sera fait font peut doit va vont
    je tu il elle on nous vous ils elles ce cet cette ces c d l j qu n y en dans sur sous avec sans pour par chez
    vers entre depuis apres avant pendant contre selon aussi tres tout tous toute toutes leur leurs son sa ses
    mon ma notre votre ca cest quelqu jusqu lorsqu parce si oui non nb svp alors comme meme encore
    se me te moi toi dit dire veut trouve signifie donne explique raconte resume nombre faut ya cb pk`,
    /[çœéèêëîïùûÿà]/,
  ),
  en: hints(
    `the a an of and or but to in on at by for from with without about into is are was were be been being has have
    had do does did will would can could should may must not no it its this that these those there here he she they
    we you i his her their our your my who whom whose what which when where why how many much whats whos because
    if so as than then also after before during between against some any all more most other only just please
    don didn doesn isn wasn 's me too else tell give list say says said means over under per up out off each such both
    while through`,
    /(?!)/,
  ),
  es: hints(
    `el la los las un una unos unas de del al y o pero que quien quienes cual cuales cuanto cuanta cuantos cuantas
    cuando donde como por para con sin sobre entre desde hasta es son era fue fueron esta estan ha han hay habia
    ¿ ¡ no si se lo le su sus mi tu nos muy mas ya tambien porque este esta esto ese esa en a segun contra dice
    tres tiene tienen puede pueden hace hacen otro otra otros otras cada ser sido ano anos`,
    /[ñáéíóú]/,
  ),
  it: hints(
    `il lo la gli i le un una uno di del della dei delle dello degli da dal dalla in nel nella e o ma che chi cosa
    quale quali quanto quanta quanti quante quando dove come perche per con su sul sulla tra fra e sono era erano
    ha hanno non si ci ne suo sua loro questo questa piu anche gia molto stato stata dell nell all c l d`,
    /[ìòàèù]/,
  ),
  pt: hints(
    `o a os as um uma uns umas de do da dos das em no na nos nas e ou mas que quem qual quais quanto quanta quantos
    quantas quando onde como por pelo pela para com sem sobre entre desde ate e sao era foi foram esta estao tem
    nao sim se seu sua seus suas ele ela eles muito mais ja tambem porque este isso ao aos diz faz`,
    /[ãõâéêç]/,
  ),
  de: hints(
    `der die das den dem des ein eine einen einem einer eines und oder aber doch nicht kein keine ist sind war waren
    wird werden wurde wurden hat haben hatte kann soll muss ich du er sie es wir ihr ihre sein seine sich wer wen
    wem was welche welchem welchen welcher welches wessen wie viele viel wann wo warum wieso weshalb wodurch wogegen
    woher wohin womit woran worauf woraus worin woruber wovon wozu in im an am auf aus bei mit nach seit
    von vom zu zum zur fur uber unter vor durch gegen um als auch noch nur schon sehr dass wenn geht sagt
    ab statt mehr kostet dort pro`,
    /[äöüß]/,
  ),
  nl: hints(
    `de het een en of maar niet geen is zijn was waren wordt worden werd werden heeft hebben had kan moet zal ik jij
    hij zij wij ze we u hun haar zich wie wat welke waar wanneer waarom hoe hoeveel in op aan uit bij met na naar
    van voor over onder tegen door om te als ook nog al dan dat die dit deze er tot tussen`,
    /ĳ/,
  ),
  sv: hints(
    `och det att i en ett jag hon som han pa den med var sig for sa till ar men om hade de av inte du nar hur vad vem
    vilken vilket vilka varfor manga mycket har kan ska skulle blev blir fran ut efter upp under eller sin sitt sina
    detta denna dessa mellan enligt hos vid nagon nagot inom aven finns`,
    /[åäö]/,
  ),
  ro: hints(
    `si in de la cu pe din un o al ale ai este sunt era erau a fost au are ce cine care cum cand unde cat cati cate
    pentru prin dupa intre nu mai ca sau dar lui lor sa se le acest aceasta aceste acestia cel cea cei fi fost
    despre fara catre sub peste foarte toate toti unui unei unele unor fac`,
    /[ăâîșşțţ]/,
  ),
}

const languages = Object.keys(table)
const letters = Object.values(table).map((each) => each.letters)

/** Of a common word: the places in `languages` of those that have it. */
const evidence: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>()
  for (const [at, language] of languages.entries())
    for (const word of new Set(table[language]?.common)) if (!found.get(word)?.push(at)) found.set(word, [at])
  return found
})()

/** What a word with a telling letter is worth against a common word that no other language has: names have them too. */
const LETTER_WEIGHT = 0.3
/** Less than this is no evidence: one word that three languages share, or one name with an accent. */
const LEAST_EVIDENCE = 0.5

/** The language that was asked for is told with this share of the evidence that the best has: they share small words. */
const ASKED_SHARE = 0.6

/** Most words: no letter tells their language, and all are Latin. */
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** A word as it is written and folded. */
type Word = { readonly raw: string; readonly text: string }

const latin = (words: Iterable<Word>, asked: Language | undefined): Language | undefined => {
  const scores = languages.map(() => 0)
  const add = (those: readonly number[] | undefined, weight: number): void => {
    if (those) for (const at of those) scores[at] = (scores[at] ?? 0) + weight / those.length
  }
  for (const { raw, text } of words) {
    add(evidence.get(text), 1)
    if (isAscii(raw)) continue
    const written = raw.toLowerCase().normalize('NFC')
    add(
      letters.flatMap((pattern, at) => (pattern.test(written) ? [at] : [])),
      LETTER_WEIGHT,
    )
  }
  const best = Math.max(...scores)
  if (best < LEAST_EVIDENCE) return undefined
  const own = asked === undefined ? -1 : languages.indexOf(primarySubtag(asked))
  return languages[(scores[own] ?? 0) >= ASKED_SHARE * best ? own : scores.indexOf(best)]
}

const wordsOf = function* (text: string): Generator<Word> {
  for (const [raw] of text.matchAll(/[\p{L}\p{M}]+|[¿¡]|['’]s(?!\p{L})/gu)) yield { raw, text: fold(raw) }
}

/** Languages that their script gives away, the narrow before the wide: Japanese is written with Han characters too. */
const scripts: readonly (readonly [Language, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['uk', /[іїєґ]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['fa', /[پچژگ]/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
]

/** Letters of these blocks are all Latin. */
const beyondLatin = /[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf]/u

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** UTF-16 code units that are looked at: some paragraphs say as much as a whole book. */
const SAMPLE = 2_000

/**
 * A BCP 47 primary subtag; `undefined` when the text gives no evidence of any language known here. Where two are near
 * each other, `asked` is told, if it is one of them.
 */
export const detectLanguage = (text: string, asked?: Language): Language | undefined => {
  const sample = text.slice(0, SAMPLE).toLowerCase().normalize('NFC')
  if (!beyondLatin.test(sample) || count(sample, /\p{Script=Latin}/gu) * 2 >= count(sample, /\p{L}/gu))
    return latin(wordsOf(sample), asked)
  return scripts.find(([, pattern]) => count(sample, pattern) > 0)?.[0]
}

/** The same of words that were read already. */
export const languageOf = (words: readonly Word[], asked?: Language): Language | undefined =>
  words.some(({ raw }) => beyondLatin.test(raw))
    ? detectLanguage(words.map(({ raw }) => raw).join(' '), asked)
    : latin(words, asked)

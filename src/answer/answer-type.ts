/** Whether a sentence holds the kind of thing a question asks for: a figure, a name, a date, a cause. Pure. */
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import type { Language } from '../types.ts'
import { figures } from './figures.ts'
import type { QuestionKind } from './question-kind.ts'

type Marks = {
  readonly percent: RegExp
  readonly money: RegExp
  readonly duration: RegExp
  readonly date: RegExp
  readonly place: RegExp
  readonly reason: RegExp
  readonly manner: RegExp
  readonly definition: RegExp
}

/** What gives each kind away in a sentence, on folded text. */
const marks: Readonly<Record<string, Marks>> = {
  fr: {
    percent: /%|\bpour ?cent\b|\b(?:moitie|tiers|quarts?|majorite|totalite)\b/,
    money: /[€$£¥]|\b(?:euros?|dollars?|francs?|livres?|yens?|roubles?|centimes?|eur|usd)\b/,
    duration:
      /\b(?:ans?|annees?|mois|semaines?|jours?|journees?|heures?|minutes?|secondes?|siecles?|decennies?)\b|\d ?h ?\d*\b/,
    date: /\b(?:1\d{3}|20\d{2}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|printemps|ete|automne|hiver|hier|aujourd'hui|demain|siecle|annees?|(?:la|ce|cet|le) (?:veille|lendemain|matin|soir|nuit|apres-midi))\b|\d ?h ?\d*\b/,
    place: /\b(?:a|au|aux|en|dans|sur|chez|vers|pres de|au large de|au nord|au sud|a l'est|a l'ouest) /,
    reason:
      /\b(?:car|parce qu|puisqu|en raison d|a cause d|du fait d|grace a|faute d|afin d|pour|de peur|suite a|a la suite d|en effet|c'est pourquoi|permet|du a|due a|dus a|dues a|provoqu|cause|tenter d|vis(?:e|ait|ant) a|raison)/,
    manner: /\b(?:en \w+ant|grace a|par|avec|au moyen d|a l'aide d|selon|sous forme)\b/,
    definition:
      /\b(?:c'est-a-dire|soit|est (?:un|une|le|la|l')|etait (?:un|une|le|la|l')|sont (?:des|les)|signifie|designe|appelee?s?|surnommee?s?|acronyme|consiste|nom d|il s'agit)\b|\(/,
  },
  en: {
    percent: /%|\bper ?cent\b|\b(?:half|third|thirds|quarters?|majority)\b/,
    money: /[€$£¥]|\b(?:euros?|dollars?|francs?|pounds?|sterling|yen|roubles?|rubles?|cents?|pence|guineas?)\b/,
    duration: /\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies))\b/,
    date: /\b(?:1\d{3}|20\d{2}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|yesterday|today|tomorrow|century|noon|midnight|o'clock|the (?:next|same|previous|following) (?:day|morning|night|evening|week|month|year))\b|\d(?::\d\d)? ?[ap]\.?m\b/,
    place: /\b(?:at|in|on|near|off|from|to|between|across|inside|outside|beside|along|towards?) /,
    reason:
      /\b(?:because|since|due to|owing to|thanks to|so that|in order to|to|as a result|therefore|for fear|cause|caused|led to|reason|meant|prevent|so)\b/,
    manner: /\b(?:by|using|with|through|via|means of)\b/,
    definition:
      /\b(?:is|was|are|were) (?:an?|the)\b|\b(?:means|meaning|refers to|called|known as|named|stands for|that is|nickname)\b|\(/,
  },
}

/** Capitalised words of a sentence that the question does not hold: candidates for "who" and "where". */
const hasOtherName = (sentence: string, question: string, language: Language): boolean => {
  const asked = new Set(analyse(question, language).map((term) => term.word))
  return analyse(sentence, language).some((term, index) => {
    if (term.stop || asked.has(term.word) || !/^\p{Lu}/u.test(sentence.slice(term.start, term.end))) return false
    if (marks[language.slice(0, 2)]?.date.test(term.word)) return false
    // A sentence's first word is capitalised anyway; a name is likely only where a second one follows.
    return index > 0 || /^\s\p{Lu}/u.test(sentence.slice(term.end, term.end + 3))
  })
}

const hasOtherFigure = (sentence: string, question: string, language: Language): boolean => {
  const asked = new Set(figures(question, language).map((figure) => fold(figure.text)))
  return figures(sentence, language).some((figure) => !asked.has(fold(figure.text)))
}

/**
 * `yes` and `no` where the kind of answer can be told from the words, `likely` and `unlikely` where they only
 * lean that way, `open` where the kind asks for nothing in particular or the language has no table.
 */
export type Fit = 'yes' | 'likely' | 'open' | 'unlikely' | 'no'

export const typeFit = (kind: QuestionKind, sentence: string, question: string, language: Language): Fit => {
  const table = marks[language.slice(0, 2)]
  if (!table) return 'open'
  const text = fold(sentence)
  const figure = (): boolean => hasOtherFigure(sentence, question, language)
  switch (kind) {
    case 'amount':
      return figure() ? 'yes' : 'no'
    case 'percent':
      return table.percent.test(text) ? 'yes' : 'no'
    case 'money':
      return table.money.test(text) && figure() ? 'yes' : 'no'
    case 'duration':
      return table.duration.test(text) && figure() ? 'yes' : 'no'
    case 'date':
      return table.date.test(text) ? 'yes' : 'no'
    case 'person':
      return hasOtherName(sentence, question, language) ? 'yes' : 'unlikely'
    case 'place':
      if (hasOtherName(sentence, question, language)) return table.place.test(text) ? 'yes' : 'likely'
      return table.place.test(text) ? 'open' : 'unlikely'
    case 'reason':
    case 'manner':
    case 'definition':
      return table[kind].test(text) ? 'likely' : 'open'
    case 'other':
      return 'open'
  }
}

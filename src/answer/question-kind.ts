/** What kind of answer a question asks for, by its own words: one table per language, pure. */
import { fold } from '../text/fold.ts'
import type { Language } from '../types.ts'

/** `amount` kinds ask for a figure, `percent`, `money`, `duration` and `age` for a figure with that unit. */
export type QuestionKind =
  | 'amount'
  | 'percent'
  | 'money'
  | 'duration'
  | 'person'
  | 'date'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'other'

type Row = readonly [QuestionKind, RegExp]

/** First match wins, so the narrow come before the wide. Matched against folded text: no accents, lower case. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  fr: [
    ['percent', /\b(?:quel(?:le)?s? (?:est |etait )?(?:le |la )?(?:pourcentage|proportion|part|taux)|pour ?cent)\b|%/],
    [
      'money',
      /\bcombien (?:ca |cela )?(?:[\w' -]{0,60}\b)?(?:cout|vaut|valait|pay|rapport|gagn|depens|factur)\w*|\b(?:quel(?:le)?s? (?:est |etait |fut )?(?:le |la |son |l')?(?:prix|cout|tarif|budget|salaire|montant|somme|chiffre d'affaires))\b/,
    ],
    [
      'duration',
      /\bcombien de (?:temps|jours|semaines|mois|ans|annees|heures|minutes|secondes)\b|\bquelle (?:est |etait |fut )?(?:la |sa )?duree\b|\bquel age\b|\bdepuis combien\b/,
    ],
    [
      'date',
      /\b(?:quand|(?:a |en |de |depuis )?quel(?:le)?s? (?:est |etait )?(?:la |le )?(?:date|annee|jour|mois|moment|heure|siecle|epoque|an)|depuis quand|jusqu'a quand)\b/,
    ],
    [
      'amount',
      /\b(?:combien|nb|nbre|quel(?:le)?s? (?:est |etait |fut |sont )?(?:le |la |l'|son |sa )?(?:nombre|quantite|distance|hauteur|longueur|largeur|profondeur|taille|poids|masse|vitesse|superficie|surface|population|score|bilan|temperature|altitude|effectif|capacite|puissance|note|age))\b/,
    ],
    [
      'person',
      /\b(?:qui(?! (?:a|ont|est|sont)-t)|a qui|par qui|de qui|avec qui|chez qui|quel(?:le)?s? (?:est |etait |fut |sont )?(?:le nom|l'auteur|l'autrice|(?:le |la |l')?(?:nom|auteur|ministre|president|presidente|maire|homme|femme|personne|directeur|directrice|joueur|entraineur|architecte|ingenieur)))\b/,
    ],
    [
      'place',
      /(?:^|[\s,])(?:d')?ou\b(?=[ '-]*(?:est|se|sont|a|ont|vont|va|va-t|etait|etaient|peut|trouve|s'|c'est|en|il|ils|elle|ca|doit|le|la|les|l'|vit|habite|vient|\?|$))|\b(?:dans|en|sur|de|vers|a|au bord de) quel(?:le)?s? (?:pays|ville|lieu|region|endroit|village|continent|mer|ile|quartier|rue|salle|stade|port|departement)\b|\bquel(?:le)?s? (?:est |etait )?(?:le |la |l')?(?:pays|ville|lieu|endroit|capitale)\b/,
    ],
    [
      'reason',
      /\b(?:pourquoi|pour quel(?:le)?s? (?:raison|motif|cause)s?|dans quel but|a cause de quoi|a quoi (?:sert|servait|servent)|quel(?:le)?s? (?:est |sont |etait )?(?:la |les |le )?(?:raison|cause|motif|but|objectif)s?)\b/,
    ],
    [
      'definition',
      /\b(?:c'est quoi|qu'est[ -]ce que (?:c'est|le|la|les|l'|un|une)|qu'est[ -]ce qu'un|que (?:signifie|veut dire|designe)|ca veut dire quoi|definition|definir|en quoi consiste)\b|^(?:c )?quoi\b/,
    ],
    ['manner', /\b(?:comment|de quelle (?:maniere|facon)|par quel moyen)\b/],
  ],
  en: [
    [
      'percent',
      /\b(?:what|which) (?:percentage|percent|per cent|share|proportion|fraction|rate)\b|\bpercent(?:age)?\b|%/,
    ],
    [
      'money',
      /\bhow much (?:[\w' -]{0,60}\b)?(?:cost|pa(?:y|id)|worth|money|earn|spen[dt]|rais|charg|sell|sold|price)\w*|\bwhat (?:is|was|did) (?:the |its |his |her )?(?:[\w'-]+ )?(?:price|cost|budget|salary|fee|revenue|turnover|profit|fine)\b/,
    ],
    [
      'duration',
      /\bhow long (?:did|does|do|was|were|has|have|had|will|is it (?:since|going)|ago|before|after|until|it)\b|\bhow old\b|\bhow many (?:days|weeks|months|years|hours|minutes|seconds|decades)\b|\bwhat (?:is|was) the (?:duration|age)\b/,
    ],
    [
      'date',
      /\b(?:when|since when|until when|(?:on |in |at |by )?(?:what|which) (?:year|date|day|month|time|century|decade))\b/,
    ],
    [
      'amount',
      /\bhow (?:many|much|long|tall|high|far|fast|deep|wide|heavy|large|big|often|hot|cold|loud|thick|close|near)\b|\b(?:what|which) (?:is|was|were|are) (?:the )?(?:[\w'-]+ )?(?:number|amount|distance|height|length|width|depth|size|weight|speed|area|population|score|toll|temperature|altitude|capacity|diameter|total)\b|\b(?:nb|number) of\b/,
    ],
    [
      'person',
      /\b(?:who|whom|whose|what (?:is|was) (?:the name of (?:the )?(?:man|woman|person|author|engineer|captain|architect|mayor|minister|president)|his name|her name)|(?:what|which) (?:man|woman|person|minister|president|mayor|engineer|author|king|queen|captain|player|coach|scientist|architect|doctor))\b/,
    ],
    [
      'place',
      /\b(?:where|(?:in |on |at |from |to |near )?(?:what|which) (?:country|city|town|place|region|village|continent|sea|island|street|stadium|port|harbou?r|state|county|river))\b/,
    ],
    [
      'reason',
      /\b(?:why|what for|how come|for what reason|(?:what|which) (?:is|was|were|are) (?:the )?(?:[\w'-]+ )?(?:reason|cause|purpose|aim|goal|motive)s?|what (?:caused|led to|made))\b/,
    ],
    [
      'definition',
      /^(?:so |and )?(?:what(?:'s| is| are| was| were) (?:an? |the )?[\w' -]{2,40}\??$|define\b)|\bwhat (?:does|did|do) [\w' -]{1,60} (?:mean|stand for|refer to)\b|\bmeaning of\b|\bdefinition of\b/,
    ],
    ['manner', /\bhow\b/],
  ],
}

/** Longer questions are judged by their beginning; it is there that they ask. */
const MAXIMUM_LENGTH = 500

/** `other` when nothing says more, or the language has no table. */
export const questionKind = (question: string, language: Language): QuestionKind => {
  const text = fold(question.slice(0, MAXIMUM_LENGTH)).replace(/\s+/g, ' ').trim()
  const rows = tables[language.slice(0, 2)] ?? []
  return rows.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}

/** Whether a message asks something, as against talking: it says so by a mark or by its words. */
export const isQuestion = (text: string, language: Language | undefined): boolean =>
  /[?？؟]\s*$/u.test(text.trim()) || (language !== undefined && questionKind(text, language) !== 'other')

/**
 * The words of a claim that say where it is from, or how it joins on to what stands before it, and nothing else:
 * According to the article, D’après le texte, However. Whether its paragraphs have them says nothing of what it claims.
 */
import { primarySubtag } from '../text/language.ts'
import type { Written } from './written.ts'

type Range = { readonly start: number; readonly end: number }

const either = (list: string): string => `(?:${list.trim().split(/\s+/u).join('|')})`

const enSource = either(`passages? articles? texts? paragraphs? excerpts? sources? documents? authors? report context`)
const enGiven = either('given provided above cited following')
const enSays = either(
  'states? mentions? suggests? notes? says? explains? indicates? describes? recommends? advises? adds? reports? shows? highlights?',
)
const frSource = either('passages? articles? textes? paragraphes? extraits? sources? documents? auteure?s? journal')
const frSays = either(
  'indiquent? indique precisent? précisent? précise disent? dit expliquent? explique mentionnent? mentionne ajoutent? ajoute rappellent? rappelle souligne soulignent montre montrent',
)
const esSource = either(
  'pasajes? art[ií]culos? textos? p[aá]rrafos? fragmentos? fuentes? documentos? autor(?:es|a)? contexto',
)
const esSays = either('indican? dicen? dice mencionan? se[nñ]alan? explican? a[nñ]aden? afirman? muestran?')
const deSource = either(
  'Artikels? Texte?s? Abs[aä]tze?n? Abschnitte?n? Ausz[uü]ge?n? Passagen? Quellen? Autor(?:in)? Bericht',
)

/** At the beginning of a claim only; `the` and its like between are bounded. */
const forms: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    new RegExp(
      `\\b(?:based (?:solely |only )?on|according to|as (?:stated|mentioned|noted|described|explained) (?:in|by)) (?:(?:the|these|this|our|information|in|${enGiven}) ){0,6}${enSource}(?: \\d{1,2})?(?: ${enGiven})?`,
      'giu',
    ),
    new RegExp(`^(?:the |this |both )?${enSource}(?: \\d{1,2})?(?: also| both)? ${enSays}(?: that)?\\b`, 'iu'),
    new RegExp(`\\((?:see )?${enSource}(?: \\d{1,2})?\\)`, 'giu'),
    /^(?:therefore|however|overall|additionally|moreover|furthermore|thus|hence|finally|in addition|in summary|in conclusion|consequently|similarly|meanwhile|also|instead|note that)\b/iu,
  ],
  fr: [
    new RegExp(
      `(?<![\\p{L}])(?:selon|d['’]apr[eè]s|comme (?:l['’]|le )(?:indiquent?|dit|disent|pr[eé]cise|explique)) (?:(?:les?|la|ces?|cet|cette) |l['’]\\s?){0,2}${frSource}(?: \\d{1,2})?(?: (?:fournis?|donn[eé]s?|cit[eé]s?))?`,
      'giu',
    ),
    new RegExp(`^(?:les? |ce |cet |l['’]\\s?)${frSource}(?: \\d{1,2})? ${frSays}(?: que| qu['’])?`, 'iu'),
    /^(?:ainsi|donc|cependant|toutefois|n[eé]anmoins|enfin|par cons[eé]quent|en outre|de plus|par ailleurs|en r[eé]sum[eé]|en effet|finalement|[eé]galement)(?![\p{L}])/iu,
  ],
  es: [
    new RegExp(
      `(?<![\\p{L}])(?:seg[uú]n|de acuerdo (?:con|a)|como (?:indican?|dicen?|dice|se[nñ]alan?)) (?:(?:el|la|los|las|este|estos) ){0,2}${esSource}(?: \\d{1,2})?(?: (?:proporcionad|dad|citad)[oa]s?)?`,
      'giu',
    ),
    new RegExp(`^(?:el |la |los |las )${esSource}(?: \\d{1,2})? ${esSays}(?: que)?\\b`, 'iu'),
    /^(?:por (?:lo )?tanto|adem[aá]s|sin embargo|asimismo|finalmente|en resumen|en conclusi[oó]n|tambi[eé]n|por consiguiente|no obstante)(?![\p{L}])/iu,
  ],
  de: [
    new RegExp(
      `(?<![\\p{L}])(?:laut|nach|gem[aä](?:ß|ss)) (?:(?:dem|der|den|diesem|dieser|diesen|vorliegenden|gegebenen) ){0,3}${deSource}(?: \\d{1,2})?|(?:dem |der |den )${deSource} zufolge`,
      'giu',
    ),
    /^(?:daher|jedoch|au(?:ß|ss)erdem|zudem|somit|allerdings|ferner|dar[uü]ber hinaus|zusammenfassend|schlie(?:ß|ss)lich|insgesamt|auch)(?![\p{L}])/iu,
  ],
}

/** Ranges of a claim, in UTF-16 code units, in no order. Never throws. */
export const attributions = ({ text, language }: Written): readonly Range[] =>
  (forms[primarySubtag(language)] ?? []).flatMap((form) =>
    form.global
      ? Array.from(text.matchAll(form), (match) => ({ start: match.index, end: match.index + match[0].length }))
      : [form.exec(text)].flatMap((match) =>
          match ? [{ start: match.index, end: match.index + match[0].length }] : [],
        ),
  )

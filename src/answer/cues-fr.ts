/** French cues for extraction. */
import { calendarNames } from '../text/calendar-names.ts'
import { words } from '../text/table.ts'
import type { Cues } from './cues.ts'

const set = (text: string): ReadonlySet<string> => new Set(words(text))

export const french: Cues = {
  units: {
    money: set(
      'euro euros dollar dollars franc francs livre livres yen yens rouble roubles centime centimes eur usd sous ducats',
    ),
    duration: set(
      'an ans annee annees mois semaine semaines jour jours journee journees heure heures minute minutes seconde secondes siecle siecles decennie decennies h min',
    ),
    length: set(
      'm metre metres km kilometre kilometres cm centimetre centimetres mm millimetres mille milles pied pieds pouce pouces lieue lieues',
    ),
    weight: set('kg kilo kilos kilogramme kilogrammes g gramme grammes tonne tonnes quintaux livres'),
    speed: set('km kmh noeud noeuds mach metres'),
    area: set('km2 m2 hectare hectares ha kilometres metres acres'),
    temperature: set('degre degres c celsius kelvin'),
  },
  months: set(calendarNames.month.fr.long.replaceAll(',', ' ')),
  dates: set(
    `${calendarNames.weekday.fr.long.replaceAll(',', ' ')} printemps ete automne hiver hier demain veille lendemain siecle annees noel paques`,
  ),
  hours: set('midi minuit'),
  aged: set('age agee ages agees'),
  quantities: set(
    'dizaine dizaines douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines millier milliers million millions milliard milliards mille plusieurs aucun aucune',
  ),
  fractions: set('moitie tiers quart quarts majorite totalite double triple'),
  one: set('un une demi'),
  free: set('gratuit gratuite gratuits gratuites gratuitement'),
  scales: set('million millions milliard milliards millier milliers'),
  placed: set('a au aux en dans sur chez vers pres nord sud est ouest de du des depuis entre sous devant derriere'),
  particles: set('de du des d la le van von'),
  capitalNouns: false,
  clock: /(?:^| )(?:a|vers) # heures/,
  reason:
    /\b(?:car|parce qu|puisqu|en raison d|a cause d|du fait d|grace a|faute d|afin d|de peur|suite a|a la suite d|c'est pourquoi|due? a|dus a|dues a|provoqu|caus|entrain|explique|impute|attribu|tenter d|visant a|vise a|raison|pretexte|motif|(?:mort|meur|mour|deced|succomb)\w* (?:d[e'u]|des|noye|a|au|aux)\b)/,
  maybeReason: /\b(?:pour (?:\w+er|\w+ir|\w+re|ne pas|l'|que)\b|lorsqu|apres que|si bien|en effet)/,
  defined:
    /^[»”" ]*(?:\(|, (?:une?|les?|la|des|l'|acronyme|symbole|sigle)|,? ?(?:est|etait|sont|designe|signifie|c'est-a-dire|qui (?:est|designe|signifie)|ou|soit|a savoir)\b)/,
  introduced: /(?:\(|(?:appelee?s?|nommee?s?|surnommee?s?|dite?s?)(?: (?:la|le|les|une?|l'))? ?[«“"]? ?)$/,
  explains: /\b(?:c'est-a-dire|signifie|designe|consiste|il s'agit|est (?:un|une|le|la|l')|sont (?:des|les))/,
}

/**
 * Whether a text points back to what stands before it, and is only understood beside that: it begins with a pronoun or
 * a connective. A language is one row, of closed classes of words alone.
 */
import type { Language } from '../types.ts'
import { fold } from './fold.ts'
import { primarySubtag } from './language.ts'

/** What joins sentences, and pronouns of the third person but for those that are articles too. Folded. */
const openings: Readonly<Record<string, string>> = {
  fr: `il|ils|elle|elles|lui|leurs?|son|sa|ses|ce|c(?=')|cet|cette|ces|cela|ceci|ca|celui|celle|ceux|celles|
    et|mais|or|donc|car|ainsi|aussi|cependant|toutefois|pourtant|neanmoins|enfin|ensuite|puis|alors|sinon|
    de plus|en outre|par ailleurs|en effet|d'autre part|de meme|en revanche|au contraire|par consequent`,
  en: `he|she|it|they|him|his|hers?|its|theirs?|them|this|that|these|those|such|both|
    and|but|or|nor|so|yet|then|thus|hence|therefore|however|nevertheless|nonetheless|moreover|furthermore|besides|
    also|otherwise|instead|meanwhile|likewise|similarly|consequently|accordingly|still|finally|
    in addition|as a result|for example|for instance|on the other hand|in contrast|by contrast`,
  de: `er|sie|es|ihn|ihm|ihnen|ihr|ihre[mnrs]?|sein|seine[mnrs]?|dies|diese[mnrs]?|jene[mnrs]?|dort|damals|
    da(?:bei|durch|fur|gegen|her|mit|nach|r(?:an|auf|aus|in|uber|um|unter)|von|zu)|
    und|aber|oder|denn|doch|jedoch|also|auch|dann|deshalb|deswegen|dennoch|trotzdem|allerdings|ausserdem|zudem|ferner|
    schliesslich|folglich|hingegen|ebenso|stattdessen|somit|infolgedessen|zum beispiel`,
  es: `ella|ellos|ellas|sus?|est[aeo]|est[ao]s|es[aeo]|es[ao]s|aquel|aquell[ao]s?|
    y|e|pero|o|sino|pues|asi|tambien|ademas|sin embargo|no obstante|entonces|luego|finalmente|
    por lo tanto|por tanto|por eso|por ello|por otra parte|por otro lado|en cambio|por ejemplo`,
  it: `egli|ella|ess[aeio]|lui|lei|loro|su[ao]|suoi|sue|quest[aeio]|quell[aeio]|cio|
    e|ed|ma|o|quindi|dunque|pero|cosi|anche|inoltre|tuttavia|infatti|poi|allora|infine|
    per esempio|ad esempio|d'altra parte|al contrario|di conseguenza`,
  pt: `eles?|elas?|seus?|suas?|estes?|estas?|isto|esses?|essas?|isso|aqueles?|aquelas?|
    e|mas|ou|pois|assim|tambem|porem|contudo|todavia|entretanto|entao|depois|finalmente|portanto|
    alem disso|no entanto|por isso|por outro lado|por exemplo|em contrapartida`,
  nl: `hij|zij|ze|hem|haar|hen|hun|zijn|dit|dat|deze|die|daar(?:bij|door|mee|na|naast|om|tegen|van|voor)|
    en|maar|of|want|dus|ook|echter|toch|dan|toen|bovendien|daarentegen|niettemin|vervolgens|tenslotte|evenzo|
    desondanks|integendeel|bijvoorbeeld|ten slotte`,
  ru: `он|она|оно|они|его|ее|её|их|ему|ей|им|этот|эта|это|эти|тот|та|те|так(?:ой|ая|ое|ие)|
    и|а|но|или|однако|поэтому|также|затем|потом|тогда|зато|впрочем|следовательно|например|наконец|итак|
    кроме того|тем не менее|таким образом|с другой стороны|в результате`,
  sv: `han|hon|det|honom|henne|dem|hans|hennes|dess|deras|sin|sitt|sina|denn[ae]|detta|dessa|
    och|men|eller|sa|darfor|dock|ocksa|dessutom|darefter|sedan|da|emellertid|anda|slutligen|daremot|salunda|
    till exempel|a andra sidan|trots det`,
  ro: `el|ea|ei|ele|lui|lor|sau|sa|sai|sale|acest|acest(?:a|ei|ia|e|ea)|aceasta|acesti|acel|acea|acel(?:a|ea)|aceia|
    si|dar|insa|ori|deci|astfel|totusi|apoi|atunci|
    de asemenea|in plus|cu toate acestea|prin urmare|in schimb|de exemplu|pe de alta parte|in cele din urma`,
}

const patterns: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(openings).map(([language, listed]) => [
    language,
    new RegExp(`^[^\\p{L}\\p{N}]*(?:${listed.replace(/\n\s*/g, '')})(?![\\p{L}\\p{N}])`, 'u'),
  ]),
)

/** UTF-16 code units: room for the longest of these behind quotation marks. */
const OPENING = 30

export const pointsBack = (text: string, language: Language): boolean =>
  patterns.get(primarySubtag(language))?.test(fold(text.slice(0, OPENING))) === true

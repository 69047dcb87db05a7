/** What `text/` knows of French. */
import { stemmer } from '@orama/stemmers/french'
import { stopwords } from '@orama/stopwords/french'
import { fold } from './fold.ts'
import { synonyms } from './synonyms-fr.ts'
import { forms, type LanguageTable, words } from './table.ts'

/** In the package's list, but nouns too in a question about an article: les sommes versées, combien d’avions. The list has an empty word. */
const notStopWords = new Set(['', 'avions', 'sommes'])

/** The package's list is Snowball's, which has neither question words nor many prepositions and adverbs. */
const moreStopWords = words(`
  qui que quoi quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel desquels desquelles
  combien pourquoi comment quand où dont nb pq cest ya svp stp oui non
  ki koi kel kelle kels kelles kan kand qd cb cmb combiens pk prk pkoi pourkoi bcp ds ke estce estceque stp jsp
  a va vas vont peut peux peuvent doit dois doivent faut être avoir
  ça là celui celle ceux celles quelqu'un quelque quelques chaque certain certains certaine certaines plusieurs
  autre autres tel telle tels telles tout tous toute toutes aucun aucune rien
  si ni car donc or comme lorsque lorsqu puisque puisqu quoique quoiqu parce jusque jusqu tandis afin
  après avant pendant durant depuis dès entre vers chez sous contre hors sauf selon malgré parmi envers
  plus moins très trop aussi ainsi alors encore déjà jamais toujours souvent bien peu beaucoup presque environ
  puis ensuite enfin surtout notamment cependant toutefois pourtant plutôt
  er ère ème e
`)

/**
 * Without the verb forms in -ent, Snowball leaves the third person plural (menacent) apart from its verb (menacer).
 * These common nouns and adjectives in -ent are no verb forms. Words in -ment are nearly all nouns.
 */
const nounsInEnt = new Set(
  words(`
  absent accent accident adherent adjacent adolescent affluent agent antecedent apparent argent cent
  client coefficient coherent competent concurrent confident conscient consequent content contingent continent
  convalescent couvent decent deficient delinquent dent detergent different diligent dissident
  divergent effervescent efficient eloquent eminent equivalent event evident excedent excellent expedient frequent
  imminent impatient impudent incident inconscient indecent independent indifferent indulgent influent ingredient
  inherent innocent insolent insurgent intelligent intermittent latent lent mecontent negligent
  occident onguent opulent orient parent patient permanent pertinent precedent preeminent present president
  proeminent prudent quotient recent recipient reticent regent relent resident serpent souvent sergent
  strident succulent talent tangent torrent transparent trident turbulent urgent vent violent virulent
`),
)

/** Gives a folded word the endings that Snowball knows only with their accents, and rights what it leaves apart. */
const withEndings = (word: string): string => {
  if (word.length > 4 && /(?<!ai|m)ent$/.test(word) && !nounsInEnt.has(word)) {
    return word.endsWith('erent') ? `${word.slice(0, -5)}er` : word.slice(0, -2)
  }
  return word
    .replace(/ee(s?)$/, 'ée$1')
    .replace(/iere(s?|ment)$/, 'ière$1')
    .replace(/ite(s?)$/, 'ité$1')
    .replace(/(.{2}u)s$/, '$1')
}

/** Verbs and plurals whose forms share no stem; the numerals lead to their figure, in every language the same. */
const irregular = forms(`
  2 deux
  3 trois
  4 quatre
  5 cinq
  6 six
  7 sept
  8 huit
  9 neuf
  10 dix
  11 onze
  12 douze
  13 treize
  14 quatorze
  15 quinze
  16 seize
  20 vingt
  30 trente
  40 quarante
  50 cinquante
  60 soixante
  100 cent cents
  1000 mille
  boire boit boivent bu
  conduire conduit conduite conduisent
  connaitre connait connaissent connu connue connus
  construire construit construite construits construites construisent
  croire croit croient cru
  detruire detruit detruite detruits detruites detruisent
  devenir devient deviennent devenu devenue devenus
  dire dit dite dites disent disait
  ecrire ecrit ecrite ecrits ecrivent
  elire elit elisent elu elue elus elues
  faire fait faite faits faites font faisait faisaient fera
  lire lit lisent lu
  mettre met mettent mis mise mises
  mourir meurt meurent mort morte morts mortes mourut
  naitre nait naissent ne nee nes nees naquit
  obtenir obtient obtiennent obtenu obtenue obtenus
  ouvrir ouvre ouvrent ouvert ouverte ouverts ouvertes
  partir part partent parti
  perdre perd perdent perdu perdue perdus
  permettre permet permettent permis
  pouvoir peut peuvent pu pourra pourrait pouvait
  prendre prend prennent pris prise prises prit
  produire produit produite produits produites produisent
  promettre promet promettent promis
  recevoir recoit recoivent recu recue recus
  rendre rend rendent rendu rendue rendus
  repondre repond repondent repondu
  savoir sait savent su
  soutenir soutient soutiennent soutenu soutenue soutenus
  suivre suit suivent suivi suivie suivis
  tenir tient tiennent tenu tenue tenus
  vendre vend vendent vendu vendue vendus vendues
  venir vient viennent venu venue venus
  vivre vit vivent vecu
  voir voit voient vu vue vus vues verra
  vouloir veut veulent voulu voudra voudrait voulait
`)

export const french: LanguageTable = {
  stopWords: [...stopwords, ...moreStopWords].filter((word) => !notStopWords.has(word)),
  names: new Set(),
  generic: words(`
    article texte journal passage paragraphe document histoire sujet question reponse resume
    dire parler expliquer raconter mentionner signifier savoir
    personne gens quelqu'un chose truc exemple facon maniere sorte genre type cas fois
    faire vouloir mettre donner passer arriver appeler trouver exister connaitre prendre devenir laisser aller venir tenir
    nom nombre date annee jour mois moment temps duree age pays ville lieu endroit raison pourcentage
  `),
  elisions: new Set(words('l d c j m n s t qu jusqu lorsqu puisqu quoiqu')),
  titles: new Set(words('m mm mme mmes mlle mlles dr drs pr me mgr st ste prof gal cdt lt cne sgt')),
  numbered: new Set(words('p pp n no nos art chap fig vol t al')),
  abbreviations: new Set(words('etc cf ex env av apr j.-c ap ed trad janv fevr avr juil juill sept oct nov dec hab')),
  irregular,
  synonyms,
  stem: (folded) => fold(stemmer(withEndings(folded))).replace(/y$/, 'i'),
}

/** How French asks for each kind of answer. Matched against folded text: lower case, no accents. */
import type { Asking } from './question-kind.ts'

const be = "(?:(?:est|etait|fut|sont|etaient|sera|serait|a ete|c'est|represente|fait)(?:-ce)? (?:que )?)?"
const the = "(?:le |la |les |l'|son |sa |ses |leur |un |une |cette |ce )?"
/** As it is typed on a telephone too, here and below. */
const quel = '(?:quel(?:le)?s?|kel(?:le)?s?)'
const which = `${quel} ${be}${the}`
const often = "[\\w' -]{0,60}\\b"
const role =
  'auteur|autrice|ministre|president|presidente|maire|homme|femme|personne|personnage|directeur|directrice|joueur|' +
  'joueuse|entraineur|architecte|ingenieur|roi|reine|empereur|pape|general|artiste|peintre|ecrivain|realisateur|' +
  'realisatrice|acteur|actrice|chanteur|chanteuse|scientifique|chercheur|medecin|patron|chef|commandant|capitaine|' +
  'pilote|inventeur|fondateur'
const place =
  'pays|ville|lieu|region|endroit|village|continent|mer|ile|quartier|rue|salle|stade|port|departement|province|' +
  'capitale|fleuve|riviere|localite|commune|aeroport|base'

/**
 * `où` is marked before matching, see `question-kind.ts`: without its accent it is `or`. The mark outlives folding,
 * which takes control characters out, and is as long as the word, so that offsets stay.
 */
export const WHERE = '@u'

export const french: readonly Asking[] = [
  ['percent', `${which}(?:pourcentage|proportion|part\\b|taux|fraction)`],
  ['percent', 'combien (?:de |d.)?(?:pour ?cents?|%)'],
  ['age', `${which}age\\b`],
  ['age', "c'est quoi (?:l'|son )age|^age\\b|(?:a|ont|avait|avaient) combien d.ans"],
  ['clock', `(?:a |vers )?${which}heures?\\b`],
  ['year', `(?:en |de |depuis )?${which}annees?\\b`],
  [
    'money',
    `combien (?!d[e' ])${often}(?:cout|vaut|valait|vaud|valu|pay(?!s)|rapport|gagn|touch|depens|factur|rembours|invest)`,
  ],
  ['money', 'combien d.(?:argent|euros|dollars|francs)|combien de (?:millions?|milliards?) d.(?:euros|dollars)'],
  ['money', '(?:cout|vaut|valait|vaud|pay|rapport|gagn|touch|depens|factur|rembours|invest)\\w* (?:\\w+ )?combien'],
  [
    'money',
    `${which}(?:prix|cout|tarif|budget|salaire|montant|somme|chiffre d.affaires|amende|loyer|benefices?|valeur)`,
  ],
  ['money', `c'est (?:quoi ${the}prix|combien\\b|cher)|^(?:prix|cout|tarif|budget|salaire|montant)\\b`],
  [
    'duration',
    '(?:pendant |depuis |en )?combien (?:de |d.)(?:temps|jours|semaines|mois|ans|annees|heures|minutes|secondes|siecles)\\b',
  ],
  ['duration', `${which}duree|depuis combien|dur\\w+ combien|combien (?:ca |cela )?(?:a |ont |va )?dur|^duree\\b`],
  [
    'weight',
    `combien (?:\\w+ ){0,3}pes|pes\\w* combien|${which}(?:poids|masse|tonnage)|lourd\\w* comment|combien de (?:tonnes|kilos|kg)\\b`,
  ],
  [
    'speed',
    `(?:a )?${which}vitesse|vite comment|combien de (?:km/h|noeuds)|(?:va|vole|roule|souffl\\w+|monte) a combien`,
  ],
  ['area', `${which}(?:superficie|surface)|combien d.(?:hectares|km2|m2)|combien de (?:km2|m2)`],
  ['temperature', `${which}temperature|combien de degres`],
  [
    'length',
    `(?:a |de )?${which}(?:taille|longueur|largeur|hauteur|distance|profondeur|altitude|epaisseur|diametre|dimensions?)`,
  ],
  [
    'length',
    '(?:grand|long|haut|large|profond|loin|epais)\\w* comment|combien de (?:km|kilometres|metres|centimetres)\\b',
  ],
  ['length', 'mesur\\w+ combien|combien (?:\\w+ ){0,2}mesur|^(?:longueur|hauteur|largeur|taille|distance)\\b'],
  ['amount', '(?:a )?(?:combien[st]?|conbien|comben)\\b|nb\\b|nbre\\b|^nombre\\b|cb\\b|cmb\\b'],
  [
    'amount',
    `${which}(?:nombre|quantite|population|score|bilan|effectif|capacite|puissance|note|resultat|volume|debit|frequence)`,
  ],
  ['date', '(?:depuis |jusqu.a |de |a partir de |pour |vers )?(?:quand|qd|kand?|qand)\\b|^date\\b'],
  [
    'date',
    `(?:depuis |a |en |au |de )?${which}(?:date|jour|mois|moment|siecle|epoque|periode|decennie|saison)\\b|c'est quoi la date`,
  ],
  [
    'name',
    "comment (?:est-ce qu[e' ]+)?(?:[\\w-]+ ){0,3}(?:s'appel|s appel|se nomm|se prenomm|appel|nomm|surnomm|intitul|denomm)",
  ],
  ['name', "(?:s'appel|s appel|se nomm|se prenomm|appel)\\w* comment"],
  ['name', `(?:${which}|c'est quoi ${the})(?:nom|prenom|surnom|titre|pseudo)s?\\b|^noms?\\b`],
  ['reason', '(?:qu.est[ -]ce|ce) qui (?:a |ont |aurait )?(?:caus|provoqu|expliqu|entrain|fait que|declench)'],
  [
    'person',
    "(?:a |par |de |avec |chez |pour |contre |c'est |d'apres |selon |envers |sur )?(?:qui|ki)\\b|^auteurs?\\b",
  ],
  ['person', `(?:par |de |a |avec )?${which}(?:${role})s?\\b`],
  ['place', `(?:d.|vers |jusqu.)?${WHERE}\\b|^lieu\\b`],
  ['place', `(?:dans |en |sur |de |vers |a |au bord de |pres de )?(?:${which}|c'est quoi ${the})(?:${place})s?\\b`],
  [
    'reason',
    `pourq\\w*|pourkoi|prquoi|pq\\b|pk\\b|prk\\b|pkoi\\b|(?:pour |dans )?${which}(?:raison|motif|cause|but|objectif)s?\\b|a cause de quoi`,
  ],
  [
    'reason',
    'a quoi (?:ca |ils? |elles? )?(?:sert|servent|servait)|(?:ca )?sert a quoi|comment (?:ca se fait|se fait-il|expliquer)',
  ],
  [
    'reason',
    "(?:de quoi|comment)(?= [\\w' -]{0,60}\\b(?:mort|meur|mour|deced|tue|perdu la vie))|(?<=(?:mort|meur|mour|deced)\\w{0,8} )(?:de quoi|comment)|(?:qu.est[ -]ce|ce) qui(?= (?:a |les a |l'a )?tue)",
  ],
  ['reason', "^(?:raison|cause)s?\\b|c'est quoi (?:la |les )(?:raison|cause)s?"],
  [
    'definition',
    "(?:c'est|c|cest) [qk]uoi\\b|c koi\\b|kesako|(?:veut|veulent) dire quoi|signifi\\w+ quoi|(?:la )?definition",
  ],
  ['definition', 'que (?:signifi\\w+|veut dire|veulent dire|designe)|en quoi consiste'],
  [
    'definition',
    "qu.?est[ -]ce qu(?:e |'|e c'est (?:que )?)(?:c'est (?:que )?)?(?:(?:un|une|le|la|les|des|du) |l'|d')?[\\w'-]+(?: [\\w'-]+){0,3} ?\\??$",
  ],
  ['manner', `comment\\b|de ${which}(?:maniere|facon)|par quel moyen`],
  ['other', "quel(?:le)?s?\\b|kel(?:le)?s?\\b|quoi\\b|koi\\b|qu.est[ -]ce|que\\b|qu'|lequel|laquelle|lesquel"],
]

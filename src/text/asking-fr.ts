/** How French asks for each kind of answer. Matched against folded text: lower case, no accents. */
import { type Asking, asking } from './asking.ts'

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

/** Words of which a question must have one for a row to match, so that the others are never compiled. */
const COMBIEN = ['combien']
const QUOI = ['quoi', 'koi']

export const french: readonly Asking[] = [
  asking('percent', which, 'pourcentage|proportion|part\\b|taux|fraction'),
  ['percent', 'combien (?:de |d.)?(?:pour ?cents?|%)', COMBIEN],
  asking('age', which, 'age\\b'),
  ['age', "c'est quoi (?:l'|son )age|^age\\b", ['age']],
  ['age', '(?:a|ont|avait|avaient) combien d.ans', COMBIEN],
  asking('clock', `(?:a |vers )?${which}`, 'heures?\\b'),
  asking('year', `(?:en |de |depuis )?${which}`, 'annees?\\b'),
  [
    'money',
    `combien (?!d[e' ])${often}(?:cout|vaut|valait|vaud|valu|pay(?!s)|rapport|gagn|touch|depens|factur|rembours|invest)`,
    COMBIEN,
  ],
  [
    'money',
    'combien d.(?:argent|euros|dollars|francs)|combien de (?:millions?|milliards?) d.(?:euros|dollars)',
    COMBIEN,
  ],
  [
    'money',
    '(?:cout|vaut|valait|vaud|pay|rapport|gagn|touch|depens|factur|rembours|invest)\\w* (?:\\w+ )?combien',
    COMBIEN,
  ],
  asking(
    'money',
    which,
    'prix|cout|tarif|budget|salaire|montant|somme|chiffre d.affaires|amende|loyer|benefices?|valeur',
  ),
  ['money', `c'est (?:quoi ${the}prix|combien\\b|cher)`, ["c'est"]],
  ['money', '^(?:prix|cout|tarif|budget|salaire|montant)\\b'],
  [
    'duration',
    '(?:pendant |depuis |en )?combien (?:de |d.)(?:temps|jours|semaines|mois|ans|annees|heures|minutes|secondes|siecles)\\b',
    COMBIEN,
  ],
  asking('duration', which, 'duree'),
  ['duration', 'depuis combien|dur\\w+ combien|combien (?:ca |cela )?(?:a |ont |va )?dur', COMBIEN],
  ['duration', '^duree\\b'],
  ['weight', 'combien (?:\\w+ ){0,3}pes|pes\\w* combien|combien de (?:tonnes|kilos|kg)\\b', COMBIEN],
  asking('weight', which, 'poids|masse|tonnage'),
  ['weight', 'lourd\\w* comment', ['comment']],
  asking('speed', `(?:a )?${which}`, 'vitesse'),
  ['speed', 'combien de (?:km/h|noeuds)|(?:va|vole|roule|souffl\\w+|monte) a combien', COMBIEN],
  ['speed', 'vite comment', ['comment']],
  asking('area', which, 'superficie|surface'),
  ['area', 'combien d.(?:hectares|km2|m2)|combien de (?:km2|m2)', COMBIEN],
  asking('temperature', which, 'temperature'),
  ['temperature', 'combien de degres', COMBIEN],
  asking(
    'length',
    `(?:a |de )?${which}`,
    'taille|longueur|largeur|hauteur|distance|profondeur|altitude|epaisseur|diametre|dimensions?',
  ),
  ['length', '(?:grand|long|haut|large|profond|loin|epais)\\w* comment', ['comment']],
  [
    'length',
    'combien de (?:km|kilometres|metres|centimetres)\\b|mesur\\w+ combien|combien (?:\\w+ ){0,2}mesur',
    COMBIEN,
  ],
  ['length', '^(?:longueur|hauteur|largeur|taille|distance)\\b'],
  ['amount', '(?:a )?(?:combien[st]?|conbien|comben)\\b|nb\\b|nbre\\b|^nombre\\b|cb\\b|cmb\\b'],
  asking(
    'amount',
    which,
    'nombre|quantite|population|score|bilan|effectif|capacite|puissance|note|resultat|volume|debit|frequence',
  ),
  ['date', '(?:depuis |jusqu.a |de |a partir de |pour |vers )?(?:quand|qd|kand?|qand)\\b|^date\\b'],
  asking(
    'date',
    `(?:depuis |a |en |au |de )?${which}`,
    'date|jour|mois|moment|siecle|epoque|periode|decennie|saison',
    '\\b',
  ),
  ['date', "c'est quoi la date", QUOI],
  [
    'name',
    "comment (?:est-ce qu[e' ]+)?(?:[\\w-]+ ){0,3}(?:s'appel|s appel|se nomm|se prenomm|appel|nomm|surnomm|intitul|denomm)",
    ['comment'],
  ],
  ['name', "(?:s'appel|s appel|se nomm|se prenomm|appel)\\w* comment", ['comment']],
  asking('name', which, 'nom|prenom|surnom|titre|pseudo', 's?\\b'),
  ['name', `c'est quoi ${the}(?:nom|prenom|surnom|titre|pseudo)s?\\b`, QUOI],
  ['name', '^noms?\\b'],
  [
    'reason',
    '(?:qu.est[ -]ce|ce) qui (?:a |ont |aurait )?(?:caus|provoqu|expliqu|entrain|fait que|declench)',
    ['ce qui'],
  ],
  [
    'person',
    "(?:a |par |de |avec |chez |pour |contre |c'est |d'apres |selon |envers |sur )?(?:qui|ki)\\b|^auteurs?\\b",
  ],
  asking('person', `(?:par |de |a |avec )?${which}`, role, 's?\\b'),
  ['place', `(?:d.|vers |jusqu.)?${WHERE}\\b|^lieu\\b`],
  asking('place', `(?:dans |en |sur |de |vers |a |au bord de |pres de )?${which}`, place, 's?\\b'),
  ['place', `(?:dans |en |sur |de |vers |a |au bord de |pres de )?c'est quoi ${the}(?:${place})s?\\b`, QUOI],
  ['reason', 'pourq\\w*|pourkoi|prquoi|pq\\b|pk\\b|prk\\b|pkoi\\b|a cause de quoi'],
  asking('reason', `(?:pour |dans )?${which}`, 'raison|motif|cause|but|objectif', 's?\\b'),
  ['reason', 'a quoi (?:ca |ils? |elles? )?(?:sert|servent|servait)|(?:ca )?sert a quoi', QUOI],
  ['reason', 'comment (?:ca se fait|se fait-il|expliquer)', ['comment']],
  [
    'reason',
    "(?:de quoi|comment)(?= [\\w' -]{0,60}\\b(?:mort|meur|mour|deced|tue|perdu la vie))|(?<=(?:mort|meur|mour|deced)\\w{0,8} )(?:de quoi|comment)",
    ['mort', 'meur', 'mour', 'deced', 'tue', 'perdu'],
  ],
  ['reason', "(?:qu.est[ -]ce|ce) qui(?= (?:a |les a |l'a )?tue)", ['ce qui']],
  ['reason', "c'est quoi (?:la |les )(?:raison|cause)s?", QUOI],
  ['reason', '^(?:raison|cause)s?\\b'],
  ['definition', "(?:c'est|c|cest) [qk]uoi\\b|c koi\\b|(?:veut|veulent) dire quoi|signifi\\w+ quoi", QUOI],
  ['definition', 'kesako|(?:la )?definition'],
  ['definition', 'que (?:signifi\\w+|veut dire|veulent dire|designe)|en quoi consiste'],
  [
    'definition',
    "qu.?est[ -]ce qu(?:e |'|e c'est (?:que )?)(?:c'est (?:que )?)?(?:(?:un|une|le|la|les|des|du) |l'|d')?[\\w'-]+(?: [\\w'-]+){0,3} ?\\??$",
    ['est-ce', 'est ce'],
  ],
  asking('manner', `de ${which}`, 'maniere|facon'),
  ['manner', 'comment\\b|par quel moyen'],
  ['other', "quel(?:le)?s?\\b|kel(?:le)?s?\\b|quoi\\b|koi\\b|qu.est[ -]ce|que\\b|qu'|lequel|laquelle|lesquel"],
]

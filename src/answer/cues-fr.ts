/** French cues for extraction. */
import { type CueTable, set } from './cue-table.ts'
import { synonyms } from './synonyms-fr.ts'

export const french: CueTable = {
  units: {
    money: set(
      'euro euros dollar dollars franc francs livre livres yen yens rouble roubles centime centimes eur usd sous ducats',
    ),
    duration: set(
      'an ans annee annees mois semaine semaines jour jours journee journees heure heures minute minutes seconde secondes siecle siecles decennie decennies h min',
    ),
    age: set('an ans mois'),
    length: set(
      'm metre metres km kilometre kilometres cm centimetre centimetres mm millimetres mille milles pied pieds pouce pouces lieue lieues hectares',
    ),
    weight: set('kg kilo kilos kilogramme kilogrammes g gramme grammes tonne tonnes quintaux livres'),
    speed: set('km kmh noeud noeuds mach metres m'),
    area: set('km2 m2 hectare hectares ha kilometres metres km m acres'),
    temperature: set('degre degres c celsius kelvin'),
  },
  months: set('janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'),
  dates: set(
    'lundi mardi mercredi jeudi vendredi samedi dimanche printemps ete automne hiver hier demain veille lendemain siecle annees noel paques',
  ),
  hours: set('midi minuit'),
  quantities: set(
    'dizaine dizaines douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines millier milliers million millions milliard milliards mille plusieurs aucun aucune',
  ),
  fractions: set('moitie tiers quart quarts majorite totalite double triple'),
  scales: set('million millions milliard milliards millier milliers'),
  placed: set(
    'a au aux en dans sur chez vers pres large nord sud est ouest de du des depuis entre jusque sous devant derriere',
  ),
  local: set('a au aux en'),
  titles: set(
    'm mme mlle monsieur madame president presidente ministre roi reine empereur general colonel capitaine commandant docteur dr professeur maire directeur directrice prince princesse duc comte saint pape senateur depute pdg chercheur chercheuse archeologue avocat juge lieutenant amiral ingenieur architecte artiste par selon',
  ),
  particles: set('de du des d la le van von'),
  reason:
    /\b(?:car|parce qu|puisqu|en raison d|a cause d|du fait d|grace a|faute d|afin d|de peur|suite a|a la suite d|c'est pourquoi|due? a|dus a|dues a|provoqu|caus|entrain|explique|impute|attribu|tenter d|visant a|vise a|raison|pretexte|motif)/,
  maybeReason:
    /\b(?:pour (?:\w+er|\w+ir|\w+re|ne pas|l'|que)\b|lorsqu|apres que|si bien|en effet|explique|attribu|tenter d|vise a)/,
  manner: /\b(?:en \w+ant|grace a|par |avec |au moyen d|a l'aide d|selon |sous forme|a coups d|via )/,
  defined:
    /^[»”" ]*(?:\(|,? ?(?:est|etait|sont|designe|signifie|c'est-a-dire|qui (?:est|designe|signifie)|ou|soit|a savoir)\b)/,
  apposition: /^[»”"]?, (?:une?|les?|la|des|l'|acronyme|symbole|sigle)/,
  introduced: /(?:\(|(?:appelee?s?|nommee?s?|surnommee?s?|dite?s?)(?: (?:la|le|les|une?|l'))? ?[«“"]? ?)$/,
  explains: /\b(?:c'est-a-dire|signifie|designe|consiste|il s'agit|est (?:un|une|le|la|l')|sont (?:des|les))/,
  order: [
    set('avant auparavant precedent precedente precedemment predecesseur'),
    set('apres ensuite suivant suivante successeur'),
    set('premier premiere premiers premieres'),
    set('deuxieme second seconde'),
    set('troisieme'),
    set('dernier derniere derniers dernieres'),
    set('seul seule unique'),
  ],
  absorbed: {
    percent: set('pourcentage proportion part taux fraction pour cent'),
    age: set('age an ans annee annees'),
    clock: set('heure heures'),
    year: set('annee annees'),
    money: set(
      'cout couter prix valoir vaut tarif budget montant somme valeur argent payer cher euro euros dollars depenser estimer millions milliards',
    ),
    duration: set('temps duree durer jours semaines mois annees ans heures minutes'),
    weight: set('poids peser masse lourd tonnes kilos'),
    speed: set('vitesse vite rapide'),
    area: set('superficie surface'),
    temperature: set('temperature degres'),
    extent: set('long temps duree longueur'),
    length: set(
      'taille longueur largeur hauteur distance profondeur altitude epaisseur diametre long grand haut large profond mesurer metres kilometres km',
    ),
    amount: set('nombre quantite total'),
    date: set('date dater jour mois siecle epoque moment periode'),
    name: set('nom prenom surnom titre appeler nommer intituler surnommer'),
    reason: set('raison cause motif but objectif causer provoquer expliquer'),
    manner: set('maniere facon moyen'),
    definition: set('signifier dire definition consister representer designer'),
  },
  vague: set(`
    article texte chose truc machin mec gars type sorte genre espece categorie nature evenement consequence effet impact resultat role fonction utilite
    metier profession poste caracteristique particularite nationalite domaine secteur materiau element exemple objet probleme sujet theme
    nom prenom surnom titre mot terme expression qualificatif lieu endroit situation position date annee epoque moment periode fois temps
    situer trouver permettre servir consister considerer concerner devenir rester sembler souhaiter vouloir devoir pouvoir
    signifier designer representer appeler nommer donner prendre mettre venir aller arriver passer falloir demander parler dire savoir
    principal principale principalement fameux celebre important different autre nouveau nombre total fin cours sens
    aimer penser avoir etre faire bosser vraiment exactement actuellement maintenant aujourd'hui
  `),
  synonyms,
}

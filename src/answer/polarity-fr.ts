/** What turns or holds back a sentence in French, see `polarity-words.ts`. Folded. Data. */
export const negations =
  'pas jamais rien aucun aucune aucunement nul nulle ni non sans personne guere nullement incapable'

/** One a line. */
export const hedges = `
  au moins
  au plus
  au maximum
  au minimum
  environ
  pres de
  plus de
  moins de
  jusqu a
  presque
  peut etre
  probablement
  sans doute
  apparemment
  presume
  presumee
  presumes
  suppose
  supposee
  supposes
  pretendu
  pretendument
  pourrait
  pourraient
  peut
  peuvent
  devrait
  devraient
  aurait
  auraient
  serait
  seraient
  semble
  semblent
  vraisemblablement
  eventuellement
  quasi
  quasiment
  soi disant
  parait il
  possiblement
  potentiellement
  en partie
  partiellement
  generalement
  parfois
  souvent
  a peu pres
  approximativement
  un peu plus
  un peu moins
  about
  dirait on
  selon toute vraisemblance
  tout au plus
  tout au moins
  du moins
  espere
  esperent
  compte bien
  prevoit de
  prevoient de
  envisage de
  envisagent de
  entend bien
`

/** Words to the left say the contrary of those to the right. */
export const opposites = `
  blesse blessee blesses blessees | tue tuee tues tuees mort morts
  reconnu reconnait avoue | dementi nie conteste
  cher chers | economique abordable
  conserve garde | perd perdu
  avance | retard
  acheve achevera acheve termine | commence commencera debute debutera
  moyenne moyen | maximale maximal minimale minimal
  obtient obtenu | perdu rate
  construit construits batit | detruit detruits demoli
  leger legere legers legerement | grave graves gravement
  accidentel accidentelle accidentels | criminel criminelle volontaire
  rouvrir rouvre rouvert reouverture | fermer ferme fermeture
  inchange inchangee inchanges stable | augmente augmentent hausse baisse diminue
  regrette regrettent deplore deplorent | rejouit rejouissent salue saluent felicite
  durcir durcit durcirait durcirait | attendrir attendrit attendrirait
  couvert couverte | decouvert decouverte
  arrete arretee arretes arretees | libere liberee liberes liberees
  levee | ouverte
  hors | dans
  total totale totalement entierement | partiel partielle partiellement
  dement dementi dementent | confirme confirment
  jusqu | partir
  double doublent triple triplent quadruple | augmente baisse diminue recule grimpe
  entre entree entrer | sorti sortie sortir
  printemps | automne hiver
  automne | hiver
  premier premiere | deuxieme second seconde troisieme quatrieme
  deuxieme second seconde | troisieme quatrieme
  double doublement | triple quadruple
  acquitte acquittee acquittes acquitter relaxe relaxee relaxer | condamne condamnee condamnes condamner
  doux douce | vif vive fort forte
  plus davantage | moins
  augmenter augmente augmentent augmentation hausse croit grimpe multiplier multiplie | diminuer diminue diminuent diminution baisse baisser recule reduire reduit
  avant | apres
  dessus | dessous
  premier premiere premiers premieres | dernier derniere derniers dernieres
  tot | tard
  haut haute hauts hautes eleve elevee | bas basse basses
  grand grande grands grandes vaste vastes | petit petite petits petites
  long longue longs longues | court courte courts courtes
  beaucoup nombreux nombreuses | peu rares
  meilleur meilleure mieux bon bonne | pire pis mauvais mauvaise
  fort forte forts fortes | faible faibles
  riche riches | pauvre pauvres
  ancien ancienne vieux vieille | nouveau nouvelle recent recente recents recentes
  ouvrir ouvre ouvert ouverte ouverture | fermer ferme fermee fermeture
  commencer commence debut debute | finir finit fin termine cesse cesser
  gagner gagne victoire | perdre perd perdu defaite
  accepter accepte accord choisi choisir | refuser refuse rejette desaccord renonce renoncer
  vote votee adopte adoptee approuve approuvee | rejete rejetee repousse repoussee
  creuser creuse creusee elargi elargie | reduire reduit reduite resserre resserree
  soutenir soutient soutien appuie appui | combattre combat opposition oppose
  autoriser autorise permet permettre | interdire interdit empeche empecher
  reussir reussite succes | echouer echec
  arriver arrive entrer entre | partir part quitter quitte sortir
  acheter achete | vendre vend
  dedans interieur | dehors exterieur
  avec | sans
  vrai | faux
  possible | impossible
  legal | illegal
  sur sure | dangereux dangereuse
  facile | difficile
  rapide rapidement vite | lent lentement
  nord | sud
  est | ouest
  gauche | droite
  public publique | prive privee
  vivant vivants | mort morte morts
  ami allie allies allie | ennemi ennemis adversaire
  guerre | paix
  ajouter ajoute | retirer retire
  inclure compris | exclure exclu
  confirmer confirme | dementir dement nier nie
  toujours | jamais
  tous toutes | aucun aucune
  meme memes | different differents differente differentes
  unique seul seule | multiple plusieurs
  renforce renforcer | affaibli affaiblir
  souhaite souhaiter veut | redoute craint refuse
  souvent | rarement
  surtout | rarement
  danger menace | securite
  modere moderes | extremiste extremistes radical radicaux
  fils | fille
  pere peres mere meres | fils fille filles
  pere | mere
  homme hommes | femme femmes
  chaud | froid
  present | absent
  interesse interessaient | indifferent
  rassembler rassemble unir | diviser divise
  continue continuer | cesse cesser arrete
  naissance ne nee | mort deces
  vie | mort
  jour journee | nuit
  croissance | declin
  achat | vente
  entree | sortie
  interieur interieure | exterieur exterieure
  interne internes | externe externes
  majorite | minorite
  maximum maximal | minimum minimal
  superieur superieure superieurs superieures | inferieur inferieure inferieurs inferieures
  positif positive positifs positives | negatif negative negatifs negatives
  chaude chauds chaudes | froide froids froides
  monte monter | descend descendre
  large larges | etroit etroite
  reine | roi
  frere | soeur
  mari epoux | femme epouse
  garcon garcons | fille filles
  masculin | feminin
  urbain urbaine | rural rurale
  direct directe | indirect indirecte
  plein pleine | vide
  lourd lourde | leger legere
  proche | lointain eloigne
  naturel naturelle | artificiel artificielle
  permanent permanente | temporaire provisoire
  visible | invisible
  vainqueur vainqueurs gagnant | perdant vaincu
  importation importations | exportation exportations
  presence | absence
  passe | futur avenir
  coupable | innocent
  creer cree construire construit construction | detruire detruit demolir demoli destruction
  ameliorer ameliore amelioration | aggraver aggrave degradation
  attaquer attaque | defendre defend defense
  simple simples | complexe complexes complique
  ete | hiver
  matin | soir
  horizontal | vertical
  connu connue connus | inconnu inconnue inconnus
  capable | incapable
  semblable semblables similaire similaires | different differente
  heureux heureuse | malheureux malheureuse triste
  complet complete | incomplet incomplete partiel partielle
  civil civile civils | militaire militaires
  religieux religieuse | laique
  frequent frequente courant courante | rare rares
  suffisant suffisante | insuffisant insuffisante
  excedent | deficit
  emploi | chomage
  liberte | esclavage
  libre libres | captif esclave
  parent parents | enfant enfants
  maitre | eleve esclave
  professeur professeurs | eleve eleves etudiant etudiants
  cause causes | consequence consequences effet
  partout | nulle
  rapidement | progressivement graduellement
  entierement totalement | partiellement
  optimiste | pessimiste
  favorable favorables | defavorable hostile
  volontaire | obligatoire
  dependant dependante | independant independante
  egal egale | inegal inegale
  national nationale | international internationale
  local locale | mondial mondiale
  depart | arrivee
  apparait apparaitre apparition | disparait disparaitre disparition
  hausse | chute
  fidele | infidele
  pur pure | impur impure
  utile | inutile
  humide | sec seche
  clair claire | sombre
  doux douce | dur dure amer
  epais epaisse | mince fin
  profond profonde | superficiel
  solide | liquide
  precedent precedente | suivant suivante
  predecesseur | successeur
  ancetre ancetres | descendant descendants
  construit | detruit
`

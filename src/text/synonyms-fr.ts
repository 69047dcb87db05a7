/**
 * French words that a question and its answer use for each other, a row each: what is spoken for what is written, a verb
 * for its noun, a country for its people and capital. General words only. Folded; a word may be in several rows.
 */
import { rows } from './table.ts'

export const synonyms = rows(`
  mourir mort tuer deces deceder perir victime succomber noyer meurtre homicide
  mourir mort tuer deces victime vie survivre
  naitre naissance natif originaire
  vieux age ancien an
  marier mariage epouser mari femme epouse epoux conjoint
  enfant fils fille bebe gamin gosse
  parent mere
  parent pere
  habiter vivre resider habitant residence domicile
  demenager installer
  enterrer enterrement obseques inhumer tombe
  malade maladie atteindre souffrir
  blesse blesser blessure
  soigner traiter guerir traitement
  medecin docteur
  sauver secours secourir sauveteur sauvetage
  gens personne habitant homme monde individu
  passager voyageur usager
  travail travailler bosser boulot emploi metier profession
  salaire payer gagner toucher remunerer paye
  salarie employe personnel effectif
  embaucher recruter embauche
  licencier licenciement supprimer
  patron chef directeur directrice dirigeant pdg diriger
  president presider
  chef mener tete leader diriger commander
  entreprise societe compagnie groupe firme boite
  fabriquer fabrication produire production
  usine fabrique
  client acheteur
  acheter achat acquerir
  vendre vente ceder
  cout couter prix valoir valeur facture tarif montant budget
  cher cout prix
  gratuit gratuitement payer
  argent euro somme fonds fric
  financer financement subvention payer
  rembourser remboursement indemniser indemnisation
  emprunter emprunt dette
  benefice profit gain
  deficit perte
  impot taxe
  augmenter augmentation hausse croissance grimper monter
  baisser baisse diminuer diminution reduire chute reculer
  construire batir edifier construction
  travaux chantier
  creer creation fonder fondation fondateur lancer
  inventer inventeur invention concevoir imaginer mettre
  ouvrir ouverture inaugurer inauguration service
  fermer fermeture
  commencer debut debuter demarrer lancer partir
  finir fin terminer achever cesser
  arreter cesser interrompre stopper
  reprendre reprise recommencer rouvrir
  durer duree pendant
  reparer renover renovation restaurer restauration
  detruire destruction raser demolir
  panne defaillance defaut bug erreur probleme
  remplacer succeder successeur remplacement
  changer changement modifier
  abandonner abandon renoncer retirer
  annuler annulation renoncer
  proteger protection preserver eviter
  empecher eviter
  utiliser servir usage employer
  trouver decouvrir decouverte retrouver
  chercher recherche rechercher
  mesurer mesure long haut taille
  grand taille long mesurer
  large largeur
  profond profondeur
  lourd poids peser
  rapide vitesse vite
  lent retard
  chaud chaleur temperature degre
  froid gel geler temperature
  voter vote voix scrutin
  elire election elu
  maire mairie municipalite
  loi texte reglement
  tribunal juge proces justice
  prison detention detenu emprisonner
  police policier gendarme
  arreter interpeller arrestation
  voler vol derober voleur cambriolage
  accord convenir entendre entente
  refuser refus rejeter
  accepter approuver accord
  demander reclamer exiger
  permettre autoriser autorisation
  promettre promesse engager
  contre opposer opposition opposant denoncer
  critiquer critique reprocher denoncer regretter
  douter doute sceptique contester
  craindre crainte peur inquieter redouter
  esperer souhaiter vouloir
  attendre prevoir esperer
  aider aide soutenir soutien appuyer
  manifester manifestation mobiliser protester
  greve debrayage
  annoncer annonce
  dire declarer affirmer expliquer confier
  proposer proposition preferer
  but objectif viser
  cause raison provoquer entrainer motif
  appartenir posseder proprietaire
  guerre conflit combat bataille
  attentat attaque attaquer
  frapper bombarder bombardement raid frappe
  soldat militaire troupe armee
  arme armement
  bateau navire embarcation
  avion appareil jet
  voiture automobile vehicule
  train rail ferroviaire
  bus autobus car
  velo bicyclette
  route rue
  trajet parcours trace itineraire
  voyage voyager deplacement visite
  aller envoler partir rendre voyage
  emmener conduire mener
  traverser traversee franchir
  partir depart quitter decoller
  arriver arrivee atteindre
  venir provenir origine
  relier liaison
  traversee rotation liaison
  ville cite commune
  pays nation etat
  maison logement batiment immeuble
  quai port
  mer ocean large
  fleuve riviere
  vague houle
  pluie orage tempete inondation
  feu incendie bruler flamme
  arbre foret bois
  ecole eleve classe scolaire
  enseigner professeur instituteur institutrice
  apprendre enseigner
  etude enquete recherche
  scientifique chercheur savant
  livre roman ouvrage souvenir
  ecrire auteur publier
  journal revue
  peindre peintre tableau
  film realisateur cinema
  chanter chanson chanteur chanteuse
  musee conserver exposer
  appeler nommer nom baptiser surnommer
  titre intituler
  gagner remporter victoire vainqueur gagnant imposer
  perdre defaite battre
  battre vaincre
  match rencontre finale
  equipe club
  joueur joueuse
  but marquer
  entraineur coach entrainer
  course epreuve courir coureur
  recompense prix prime
  public spectateur supporter
  doubler depasser
  premier vainqueur victoire
  dernier tenant
  manger repas nourriture nourrir
  boire boisson
  cuire cuisson four
  garder conserver conservation
  viande lard boeuf
  dater construire construction fonder remonter
  age naitre
  compagne compagnon copine copain fiancee fiance conjoint
  mari femme epoux epouse compagne compagnon
  ami amie copain copine pote
  famille parent enfant
  metier boulot travailler exercer
  diriger tete dirigeant directeur
  devenir succeder elire nommer
  deuxieme second deux derriere devant
  troisieme trois
  dernier derniere recent
  actuel actuellement maintenant aujourd'hui depuis
  ancien ex avant
  blessure blesser entorse fracture
  accident drame catastrophe collision choc sinistre
  percuter heurter collision choc
  effondrer effondrement ecrouler tomber
  exploser explosion detonation
  evacuer evacuation reloger heberger
  loger heberger heberge reloger dormir
  disparaitre disparition disparu
  enquete enqueter enqueteur parquet procureur
  coupable responsable auteur suspect condamner
  crime criminel meurtre assassinat assassiner
  amende sanction peine condamner
  degat dommage perte
  eteindre maitriser
  payant gratuit payer
  entree billet ticket tarif
  inscription inscrire
  salaire gagner verser rapporter prime
  gagner rapporter toucher verser prime
  argent euro prime verser
  depenser cout financer
  aide subvention secours verser
  acheter payer procurer
  louer location loyer
  fabriquer usine produire
  boite usine entreprise
  benevole volontaire
  habitant population vivre
  peser poids kilo gramme tonne
  taille mesurer metre
  hauteur haut mesurer metre
  longueur long mesurer metre
  vitesse heure kilometre
  distance kilometre metre loin long
  limite maximum maximal interdire
  surface superficie hectare
  superficie surface etendre couvrir
  horaire ouvrir ouvert fermer
  rouvrir reouverture ouvrir
  cause origine provoquer faute raison
  probleme difficulte panne
  danger dangereux risque menacer
  obligatoire obliger devoir falloir
  illegal interdire
  rencontrer voir entretenir recevoir
  convaincre persuader
  decider decision choisir
  choisir choix preferer
  envoyer expedier
  livrer livraison remettre
  donner offrir verser leguer
  recevoir obtenir toucher
  quitter partir demissionner
  demissionner demission quitter
  disqualifier exclure
  operer operation
  decouvrir decouverte apprendre
  eleve etudiant former
  ecole lycee college
  ouvrage livre pont
  pont ouvrage viaduc
  bateau ferry paquebot voilier
  camion poids-lourd convoi
  conducteur chauffeur
  cycliste velo
  pompier secours
  fille adolescente
  riverain habitant voisin
  temoin raconter temoigner
  touriste visiteur
  manger nourrir devorer
  ingredient recette
  recette preparer
  meteo temps
  medaille podium
  deuxieme devancer
  adversaire face contre
  chercheur equipe
  inventer creer brevet
  machine appareil
  telephone numero
  adresse rue
  france francais paris
  russie russe moscou kremlin
  allemagne allemand berlin
  angleterre anglais britannique londres
  amerique americain washington
  espagne espagnol madrid
  italie italien rome
  belgique belge bruxelles
  suisse helvetique berne
  chine chinois pekin
  japon japonais tokyo
  turquie turc ankara
  ukraine ukrainien kiev
  syrie syrien damas
  europe europeen bruxelles
`)

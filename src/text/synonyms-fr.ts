/**
 * French words that a question and its answer use for each other, a row each: what is spoken for what is written, a verb
 * for its noun, a country for its people and capital. General words only. Folded; a word may be in several rows.
 */
import { rows } from './table.ts'

export const synonyms = rows(`
  mourir mort tuer deces deceder perir victime succomber
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
  devenir nommer
  abandonner abandon renoncer retirer
  annuler annulation renoncer
  proteger protection preserver eviter
  empecher eviter
  utiliser servir usage employer
  trouver decouvrir decouverte retrouver
  chercher recherche rechercher
  mesurer mesure long haut taille
  grand taille long mesurer
  haut hauteur
  long longueur
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
  interdire interdiction
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
  aller rendre
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

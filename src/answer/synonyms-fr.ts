/**
 * French words that questions and newspapers use for each other, a row each: general relations (die, cost, build), what
 * is spoken for what is written, countries with their people and capitals. Folded; a word may be in several rows.
 */
import { rows } from '../text/table.ts'

export const synonyms = rows(`
  mourir mort tuer deces deceder perir victime succomber vie bilan
  naitre naissance natif originaire origine
  cout couter prix valoir valeur montant budget payer depenser depense investissement investir facture tarif somme estimer evaluer
  salaire payer toucher remunerer gagner revenu
  construire batir edifier eriger construction travaux chantier
  ouvrir inaugurer inauguration ouverture service lancer
  commencer debuter demarrer debut lancement lancer entamer partir declencher
  finir terminer achever fin livraison livrer conclure cesser
  creer fonder etablir instaurer fondateur creation fondation inventer inventeur
  diriger chef patron pdg president directeur dirigeant responsable tete mener commander commandant
  appeler nommer nom baptiser surnommer intituler denommer titre dire
  habiter vivre resider demeurer habitant residence
  gagner remporter vaincre battre victoire vainqueur champion
  perdre defaite echouer perte
  partir quitter decoller depart lancement lancer
  arriver atteindre arrivee parvenir atterrir poser rejoindre venir
  aller rendre voyager visite visiter deplacement destination voyage
  venir provenir origine issu decoller partir
  dire declarer affirmer expliquer annoncer indiquer preciser confier souligner assurer commenter reagir selon
  arreter interpeller arrestation detenir garde capturer detenu
  voler vol derober voleur
  feu incendie flamme bruler sinistre
  eteindre maitriser
  batiment immeuble edifice maison habitation construction
  voiture vehicule auto automobile bagnole
  bateau navire embarcation vedette canot chalutier batiment
  avion appareil jet
  helicoptere helico
  police policier gendarme gendarmerie flic
  medecin docteur
  enfant fils fille bebe gosse mineur
  mari femme epouse epoux epouser marier mariage
  argent fonds financer fric finance
  entreprise societe firme groupe compagnie boite
  guerre conflit combat bataille
  soldat militaire troupe armee
  long longueur taille grand mesurer hauteur haut largeur large profond profondeur distance dimension
  poids peser lourd masse
  vitesse rapide vite
  essence carburant combustible ergol petrole
  gens personne habitant homme individu passager voyageur monde occupant
  passager voyageur usager
  travailler travail bosser boulot emploi metier employe salarie oeuvrer
  acheter achat acquerir acquisition
  vendre vente ceder
  augmenter hausse croissance monter augmentation progression depassement surcout
  baisser baisse diminuer chute reduction reduire
  cher cout prix surcout
  malade maladie soigner traiter guerir
  interdire interdiction interdit
  autoriser permettre autorisation
  accident crash ecraser collision catastrophe
  sauver secourir secours sauveteur sauvetage
  chavirer retourner naufrage couler echouer
  chercher rechercher recherche fouille fouiller
  trouver decouvrir retrouver decouverte deceler
  tombe sepulture tombeau enterrer enterrement
  ecrire auteur livre roman rediger ecrivain
  peindre peintre tableau peinture toile
  film realiser realisateur tourner
  dessiner concevoir architecte conception imaginer
  elire election vote voter
  utiliser servir employer usage utilisation
  manger nourrir tuer devorer
  mouton brebis agneau ovin
  danger risque dangereux menace
  aider soutenir soutien aide appuyer
  refuser rejeter refus renoncer
  accepter accord approuver
  gratuit gratuitement payant
  arme armer armement
  dater date datation remonter construire
  prevu prevoir initial prevision depart attendre esperer miser
  enfuir echapper evader fuite
  proteger protection abri
  voir reperer apercevoir observer temoin
  numero nombre chiffre
  marine flotte naval
  jour quotidien journalier
  annee annuel an
  attendre prevoir prevu prevision esperer viser miser
  ecole classe eleve scolaire
  proprietaire proprio posseder appartenir
  bord embarquer transporter
  relier lier liaison entre joindre
  frapper attaquer bombarder raid attaque frappe
  prochain futur prochainement bientot
  pays nation etat
  toucher concerner affecter
  revenir retour reapparition reapparaitre
  duree durer pendant temps
  vieux age ancien
  remplacer succeder successeur
  cause provoquer causer entrainer raison origine
  region zone territoire
  chose truc objet
  france francais paris
  russie russe moscou kremlin
  allemagne allemand berlin
  angleterre anglais londres
  britannique anglais londres
  amerique americain unis washington
  espagne espagnol madrid
  italie italien rome
  belgique belge bruxelles
  suisse helvetique berne
  chine chinois pekin
  japon japonais tokyo
  turquie turc ankara
  ukraine ukrainien kiev
  pologne polonais varsovie
  grece grec athenes
  syrie syrien damas
  israel israelien
  algerie algerien alger
  maroc marocain rabat
  neerlandais hollande hollandais
  suede suedois
  europe europeen bruxelles
`)

/**
 * What web pages put around an article, as data: phrases in French, English, German, Spanish, Italian, Dutch and
 * Portuguese. `recognise` says how each table is used; lines are compared without case, accents and outer punctuation.
 */

import { phrases } from './phrases.ts'

/** Lines that are nothing but this. Those words inside a sentence mean nothing. */
export const wholeLines = phrases(`
  published | last updated | publié | publié le | mis à jour | mis à jour le | veröffentlicht | aktualisiert |
  publicado | actualizado | see all updates | date de publication | lire le journal numérique | afficher le diaporama |
  continue reading the main story | image | ok | okay | type your email | your email | votre email | votre e-mail |
  votre adresse e-mail | je m’inscris | newsletter info | order reprints | today’s paper | skip to site index |
  partager | partager cet article | partager l’article | partagez | imprimer | envoyer | copier le lien |
  enregistrer | sauvegarder | écouter | écouter l’article | commenter | réagir | commentaires | commentaire |
  s’abonner | je m’abonne | abonnez-vous | s’inscrire | se connecter | connexion | mon compte | rechercher |
  abonnés | réservé aux abonnés | article réservé aux abonnés | article abonné | newsletter | newsletters | share |
  share this | share this article | save | print | listen | listen to this article | copy link | comments |
  comment | view comments | log in | sign in | sign up | subscribe | subscribe now | search | subscribers only |
  ajouter à vos sélections | offrir l’article | lire plus tard | lecture restreinte | contribuer | suivre |
  gift article | réutiliser ce contenu | reuse this content | follow | following | read later | bookmark |
  reprints | give this article | article | discussion | lire | modifier | modifier le code | voir l’historique |
  outils | sommaire | masquer | table des matières | read | edit |
  edit source | view history | tools | talk | hide | contents |  my account |
  skip to content | skip to main content | aller au contenu | menu | teilen | drucken | merken | kommentare |
  anmelden | abonnieren | jetzt abonnieren | zum inhalt springen | artikel teilen | artikel anhören | vorlesen |
  compartir | imprimir | comentarios | guardar | iniciar sesión | suscríbete | suscribirse | condividi | stampa |
  commenti | salva | accedi | iscriviti | abbonati | ascolta | delen | afdrukken | reacties | bewaren | inloggen |
  abonneren | deel dit artikel | luister | opslaan | compartilhar | partilhar | salvar | entrar | assine |
  assine já | ouvir | guardar artigo | publicité | advertisement | ad | sponsored | sponsorisé | anzeige | werbung |
  publicidad | pubblicità | advertentie | publicidade | la suite après la publicité |
  la suite après cette publicité | story continues | story continues below advertisement | article continues below |
  article continues after advertisement | continue reading | lire la suite | read more | weiterlesen | leer más |
  leggi tutto | lees verder | leia mais | afficher plus | voir plus | show more | see more | mehr anzeigen |
  ver más | mostra altro | toon meer | chargement | loading | vidéo | photo d’illustration | image d’illustration |
  file photo | à la une | retour en haut | retour en haut de page | back to top | nach oben | accepter |
  tout accepter | refuser | accept | accept all | accept all cookies | reject all | manage cookies |
  alle akzeptieren | aceptar | accetta | accepteren | aceitar | gérer les cookies | paramétrer les cookies |
  mentions légales | politique de confidentialité | conditions générales | contact | contactez-nous | contact us |
  privacy policy | terms of use | terms and conditions | cookie policy | impressum | datenschutz | aviso legal |
  política de privacidad | privacy | privacybeleid | política de privacidade | à propos | about us | plan du site
`)

/** What announces one link or several to other pages, with a title after it on the line or below. */
export const readAlso = phrases(`
  lire aussi | à lire aussi | lire également | à lire également | lisez aussi | voir aussi | à voir aussi |
  lire notre | à voir également | voir également | lire l’article | écouter aussi | read also | also read | see also | read more on | read more about |
  lesen sie auch | lesen sie mehr | lesen sie dazu | lesen sie hier | lea también | lee también | leer también |
  leggi anche | vedi anche | lees ook | bekijk ook | leia também | veja também
`)

/** The same, but words that may also begin a title: a line of its own, or with a colon after it. */
export const linkOpeners = phrases(`
  à lire | relire | sur le même sujet | dans la même rubrique | sur le même thème | articles liés |
  articles similaires | nos autres articles | les plus lus | les plus populaires | en continu | plus d’actualités |
  dernières actualités | nos dernières vidéos | vous aimerez aussi | vous pourriez aussi aimer | nos partenaires |
  ces articles peuvent vous intéresser | ces articles pourraient vous intéresser | recommandé pour vous |
  contenu partenaire | contenus partenaires | contenu sponsorisé | contenus sponsorisés | contenu proposé par |
  la rédaction vous recommande | la rédaction vous conseille | pour aller plus loin | read next | up next |
  more on this story | more on this topic | related | related articles | related stories | related topics |
  related content | more stories | most read | most popular | you may also like | you might also like |
  recommended for you | recommended stories | recommended | editor’s picks | editors’ picks | trending |
  trending now | top stories | latest news | partner content | paid content | sponsored content | promoted content |
  promoted stories | from our partners | around the web | don’t miss | more from us | mehr zum thema |
  auch interessant | meistgelesen | das könnte sie auch interessieren | verwandte artikel | weitere artikel |
  empfohlen | partnerinhalte | le puede interesar | te puede interesar | más noticias | noticias relacionadas |
  artículos relacionados | lo más leído | más leídas | contenido patrocinado | ver también | potrebbe interessarti |
  articoli correlati | i più letti | contenuto sponsorizzato | meer over | lees meer | gerelateerde artikelen |
  meest gelezen | gesponsorde inhoud | mais lidas | artigos relacionados | conteúdo patrocinado
`)

/** How furniture begins, where a name, a number, a colon or the end of the line comes next, but no sentence goes on. */
export const leads = phrases(`
  partager sur | partager par | partager sur les réseaux sociaux | partager cette page | partager cet article |
  partagez cet article | partagez sur | partagez-le sur | suivez-nous | suivez-nous sur | suivre sur | more from |
  retrouvez-nous sur | rejoignez-nous sur | ajouter à mes favoris | offrir cet article | mots-clés | mots clés |
  tags | étiquettes | thèmes | thématiques | sur le sujet | laisser un commentaire | poster un commentaire |
  voir les commentaires | voir tous les commentaires | temps de lecture | déjà abonné | pas encore abonné |
  vous avez déjà un compte | signaler une erreur | signaler une faute | signaler un contenu | commentaires |
  share on | share via | share by | share by email | share this article | share this page | share this story |
  follow us | follow us on | find us on | join us on | filed under | posted in | topics | tagged | keywords |
  leave a comment | leave a reply | post a comment | join the discussion | join the conversation | view comments |
  already a subscriber | already have an account | not a subscriber | report an error | report a mistake |
  report a typo | reading time | auf facebook teilen | auf twitter teilen | auf x teilen | teilen auf |
  folgen sie uns | folgen sie uns auf | schlagwörter | schlagworte | themen | fehler melden | lesezeit |
  compartir en | síguenos | síguenos en | síganos en | etiquetas | palabras clave | deja un comentario |
  reportar un error | condividi su | seguici | seguici su | lascia un commento | segnala un errore | argomenti |
  deel via | deel op | delen via | delen op | volg ons | volg ons op | trefwoorden | meld een fout |
  laat een reactie achter | compartilhar no | compartilhe no | partilhar no | siga-nos | siga-nos no |
  palavras-chave | deixe um comentário | deixe o seu comentário | reportar um erro
`)

/** How furniture begins whatever follows, a whole sentence too: what only a page says, to its visitor. */
export const notices = phrases(`
  votre adresse e-mail ne sera pas publiée | your email address will not be published |
  deine e-mail-adresse wird nicht veröffentlicht | tu dirección de correo electrónico no será publicada |
  vous avez repéré une erreur | vous avez trouvé une erreur | vous avez constaté une erreur |
  vous avez vu une erreur | vous avez repéré une faute | vous avez vu une faute | une erreur dans cet article |
  nous utilisons des cookies | ce site utilise des cookies | ce contenu est bloqué |
  en poursuivant votre navigation | cet article est réservé aux | cet article vous a plu | cliquez ici pour |
  vous avez aimé cet article | la suite est réservée aux | reproduction interdite | toute reproduction interdite |
  votre navigateur ne supporte | votre navigateur ne prend | spotted an error | spotted a mistake | found a typo |
  found an error | did you spot an error | did you spot a mistake | did you spot a typo | see something wrong |
  have you spotted an error | we use cookies | this site uses cookies | this website uses cookies | click here to |
  by continuing to use this | by clicking accept | this article is for subscribers | this content is not available |
  did you like this article | is this page useful | was this page helpful | was this article helpful |
  cet article vous a été utile | cette page vous a été utile | did you enjoy this article | please enable javascript | please enable cookies |
  your browser does not support | this video can not be played | this video cannot be played | fehler gefunden |
  haben sie einen fehler gefunden | haben sie einen fehler entdeckt | wir verwenden cookies | wir nutzen cookies |
  diese website verwendet cookies | dieser artikel ist nur für abonnenten | ¿has encontrado un error |
  ha encontrado un error | utilizamos cookies | usamos cookies | este sitio utiliza cookies |
  este sitio web utiliza cookies | hai trovato un errore | utilizziamo i cookie | questo sito utilizza cookie |
  questo sito utilizza i cookie | fout gezien | foutje gezien | fout gevonden | wij gebruiken cookies |
  deze website gebruikt cookies | this article is more than | a version of this article appears | a version of this article appeared | our standards | un article de wikipédia, l’encyclopédie libre | from wikipedia, the free encyclopedia |
  recevez chaque matin | recevez chaque jour | recevez chaque semaine | recevez gratuitement | sign up for our |
  sign up to our | subscribe to our | abonnez-vous à notre | abonnez-vous à nos | inscrivez-vous à notre |
  inscrivez-vous à nos | toute l’actualité en direct | cet article date de plus de | image caption |
  figure caption | media caption | encontrou um erro | este site utiliza cookies | este site usa cookies
`)

/** A short line that says so anywhere is a footer. */
export const rights = phrases(`
  tous droits réservés | tous droits de reproduction | all rights reserved | alle rechte vorbehalten |
  todos los derechos reservados | tutti i diritti riservati | alle rechten voorbehouden |
  todos os direitos reservados | riproduzione riservata
`)

/** A whole sentence is furniture where it begins with a call and names what only a publisher offers. */
export const calls = phrases(`
  abonnez-vous | inscrivez-vous | recevez | suivez | suivez-nous | rejoignez | rejoignez-nous | téléchargez |
  découvrez | soutenez | connectez-vous | partagez | retrouvez | retrouvez-nous | activez | accédez | envie de |
  pour lire | il vous reste | en cliquant | nous et nos partenaires | chaque matin | ne manquez | je m’abonne |
  subscribe | sign up | sign in | log in | register | get | join | follow | download | support | receive | want |
  enter your | to read | to continue | by clicking | we and our partners | thank you for | thanks for | never miss |
  melden sie sich | abonnieren sie | folgen sie | laden sie | bestellen sie | erhalten sie | jetzt |
  wir und unsere partner | suscríbete | suscríbase | regístrate | recibe | sigue | únete | descarga | iscriviti |
  abbonati | ricevi | segui | scarica | schrijf je in | abonneer | ontvang | volg | meld je aan | assine |
  inscreva-se | receba | siga | cadastre-se | baixe
`)

export const offers = phrases(`
  newsletter | newsletters | infolettre | lettre d’information | boîte mail | boîte de réception | inbox |
  notre application | notre appli | nos articles | notre chaîne | notre page | de cet article | lire la suite |
  accès illimité | votre abonnement | connectez-vous | abonnez-vous | votre appareil | mailing list | our app |
  our channel | our journalism | unlimited access | continue reading | your subscription | your device |
  this article | subscribe | unsere app | ihr postfach | boletín | boletines | tu correo | su correo | nuestra app |
  use of cookies | accept cookies | store cookies | cookies and similar | les cookies | casella di posta |
  nostra app | nieuwsbrief | je mailbox | onze app | nosso aplicativo | caixa de entrada
`)

export const networks = phrases(`
  whatsapp | facebook | instagram | twitter | telegram | linkedin | tiktok | bluesky | google news | youtube
`)

/** Words by which a publisher speaks of itself. */
export const ours = phrases(`
  notre | nos | nous | our | us | unser | unsere | unseren | uns | nuestro | nuestra | nuestros | nuestras |
  nostro | nostra | nostre | nostri | onze | ons | nosso | nossa | nossas
`)

/** What is counted beside an article: `12 commentaires`, `Comments (3)`. */
export const counted = phrases(`
  min | mn | min de lecture | minutes de lecture | min read | minute read |
  commentaire | commentaires | partage | partages | vue | vues | réaction | réactions | j’aime | abonnés | comment |
  comments | share | shares | view | views | like | likes | replies | kommentar | kommentare | comentario |
  comentarios | commento | commenti | reactie | reacties | condivisioni | compartilhamentos | followers | claps
`)

/** Words of a row of buttons: a line of nothing else is one. */
export const buttons = phrases(`
  facebook | twitter | x | whatsapp | linkedin | messenger | telegram | pinterest | reddit | bluesky | mastodon |
  threads | instagram | youtube | tiktok | flipboard | pocket | snapchat | email | mail | e-mail | courriel | sms |
  tweet | tweeter | partager | share | imprimer | print | copier | copy | link | lien | teilen | drucken |
  compartir | condividi | delen | rss | envoyer | save | pdf
`)

/** Where a breadcrumb begins. */
export const homes = phrases('accueil | home | homepage | startseite | inicio | portada | voorpagina')

/** A newspaper's departments, as they stand above a title or in a menu. */
export const sections = phrases(`
  communiqué | communiqué de presse | press release | pressemitteilung | comunicado de prensa | panorama | guidance |
  actualité | actualités | actu | monde | international | europe | politique | économie | société | culture |
  sport | sports | sciences | science | santé | planète | environnement | tech | technologie | opinions | débats |
  idées | tribune | éditorial | analyse | enquête | reportage | interview | entretien | faits divers |
  grand format | décryptage | portrait | chronique | édito | récit | témoignage | témoignages | exclusif |
  nécrologie | long read | obituary | profile | explainer | comment | insight | news | world | politics | business |
  economy | opinion | society | health | environment | technology | lifestyle | travel | entertainment | arts |
  exclusive | breaking | breaking news | live | feature | analysis | nachrichten | politik | wirtschaft |
  gesellschaft | kultur | wissenschaft | ausland | inland | meinung | noticias | mundo | internacional | política |
  economía | sociedad | deportes | cultura | ciencia | notizie | esteri | cronaca | scienze | nieuws | buitenland |
  binnenland | politiek | samenleving | cultuur | wetenschap | esportes | sociedade | saúde
`)

/** How a photograph's credit begins; a colon, a dash, a slash or a ‘by’ comes next. */
export const creditLeads = phrases(`
  photo | photos | photo credit | photograph | photography | picture | image | image credit | image source |
  credit | credits | crédit photo | crédits photo | photographie | illustration | visuel | foto | fotos | bild |
  bilder | bildquelle | bildnachweis | fotografía | imagen | crédito | créditos | immagine | beeld | imagem |
  crédit image | légende | caption | archivbild | symbolbild | ap photo | copyright
`)

/** Agencies that sign photographs and dispatches. */
export const agencies = phrases(`
  afp | ap | reuters | belga | belgaimage | getty | getty images | shutterstock | istock | epa | epa-efe | efe |
  dpa | ansa | anp | keystone | ats | sipa | sipa press | maxppp | hans lucas | alamy | xinhua | tass | pa |
  pa media | apa | lusa | bloomberg | associated press | agence france-presse | photo news | imago
`)

/** How a byline begins; a name comes next. */
export const bylineLeads = phrases(`
  par | un article de | article de | texte de | texte | propos recueillis par | écrit par | rédigé par | auteur |
  by | written by | words by | story by | reporting by | author | interview by | von | ein artikel von | autor |
  por | escrito por | texto de | di | a cura di | scritto da | autore | door | geschreven door | auteurs
`)

/** How a source line begins: the first need a colon after them, the second a name. */
export const sourceLeads = phrases('source | sources | quelle | fuente | fonte | bron | publication')
export const publisherLeads = phrases(
  'publié par | publié dans | paru dans | published by | published in | erschienen in',
)

/** Words in the names of publications. */
export const publicationWords = phrases(`
  journal | gazette | courrier | courier | ledger | sentinel | examiner | inquirer | advertiser | spectator |
  presse | press | times | post | news | tribune | herald | magazine | hebdo | telegraph | chronicle | observer |
  review | bulletin | dépêche | figaro | écho | radio | tv | info | zeitung | tagblatt | tagesspiegel | anzeiger |
  rundschau | diario | periódico | corriere | gazzetta | giornale | dagblad | nieuwsblad | krant | jornal | folha |
  agence | agency | broadcasting | matin | soir | libre | parisien | daily | weekly | quotidien | revue | express |
  mirror | guardian | independent | bbc | rtbf | cnn | rtl | tf1 | npr | wikipedia | euronews | blog
`)

/** What stands where an article breaks off for those who have not paid; the names of offers alone stand beside whole ones. */
export const paywalls = phrases(`
  la suite est réservée aux | la suite de cet article est réservée | cet article est réservé aux abonnés |
  cet article est réservé à nos abonnés | ce contenu est réservé aux abonnés | contenu réservé aux abonnés |
  de cet article à lire | pour lire la suite | abonnez-vous pour lire | abonnez-vous pour continuer |
  abonnez-vous pour accéder | connectez-vous pour lire | to continue reading | to keep reading |
  to read the full | to read the rest | to read this article | this article is for subscribers |
  this content is for subscribers | this post is for paid subscribers | this post is for paying subscribers |
  this article is exclusive to subscribers | subscribers can read | get full access to this article |
  continue reading with | weiterlesen mit | jetzt weiterlesen | dieser artikel ist nur für abonnenten |
  um weiterzulesen | para seguir leyendo | contenido exclusivo para suscriptores | para continuar leyendo |
  per continuare a leggere | contenuto riservato agli abbonati | lees verder met | om verder te lezen |
  para continuar a ler | conteúdo exclusivo para assinantes
`)

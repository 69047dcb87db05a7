/** French, as a reader meets it on Discord. */
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { commandsFr } from './discord-commands-fr.ts'
import { fr } from './fr.ts'
import { limitsFr } from './limits-fr.ts'
import { listed } from './listed.ts'
import { typeset as set } from './typeset.ts'

const { number, quote } = fr
const count = (value: number, one: string, several: string) => `${number(value)} ${value < 2 ? one : several}`
const list = (items: readonly string[]) => listed(items, (more) => `et ${number(more)} de plus`)
const kept = ({ answers, feedback }: { readonly answers: number; readonly feedback: number }) =>
  `${count(answers, 'réponse', 'réponses')} et ${count(feedback, 'avis', 'avis')}`

export const discordFr: DiscordCatalogue = {
  commands: commandsFr,

  answer: {
    question: 'Question',
    statement: 'Affirmation',
    checkWithoutModel: 'Vérifier une affirmation demande un modèle, et aucun n’est en service.',
    evidence: 'Où c’est écrit',
    continued: 'suite',
    original: 'page d’origine',
    moreContext: 'Voir autour',
    continueInThread: 'Continuer dans un fil',
    openThread: 'Ouvrir le fil',
    moreEvidence: (page, pages) => `Autres citations (${number(page)} sur ${number(pages)})`,
    modelDown: set`Le modèle n’a pas répondu : voici seulement des citations, telles que l’article les écrit.`,
    modelDownNotFound: 'Le modèle n’a pas répondu, et les articles ont été parcourus sans lui.',
    checkNeedsModel: 'Vérifier une affirmation demande un modèle.',
    crowded: set`Trop de questions attendent le modèle : celle-ci a reçu sa réponse sans lui.`,
    spent: ({ whose, period }) => {
      const time = period === 'day' ? 'du jour' : 'du mois'
      const budget = {
        server: `Le budget ${time} de ce serveur`,
        member: `Votre budget ${time}`,
        total: `Le budget ${time} du bot`,
      }
      const again = period === 'day' ? 'après minuit' : 'le 1er'
      return `${budget[whose]} ne suffit plus pour le modèle, qui répondra de nouveau ${again}, temps universel (UTC).`
    },
    waiting: (ahead) => set`En attente du modèle : ${count(ahead, 'demande', 'demandes')} avant la vôtre.`,
    stillWorking: 'Lecture en cours…',
  },

  pages: {
    previous: 'Précédent',
    next: 'Suivant',
    page: (page, pages) => `Page ${number(page)} sur ${number(pages)}`,
  },
  paragraph: {
    quoted: 'La citation est en gras.',
    part: (part, parts) => `Partie ${number(part)} sur ${number(parts)}`,
  },
  context: { heading: 'Avant et après' },
  olderVersion: 'D’une version plus ancienne de l’article, qui a changé depuis.',

  intake: {
    stages: {
      fetching: 'Téléchargement…',
      reading: 'Lecture…',
      adding: 'Enregistrement…',
    },
    added: 'Article ajouté',
    already: set`Cet article est déjà connu : rien n’a été ajouté.`,
    refreshed: set`Nouvelle version en place. Les réponses déjà données gardent celle qu’elles citent.`,
    unchanged: 'Rien n’a changé depuis la dernière lecture.',
    renamed: (title) => set`L’article s’appelle maintenant ${quote(title)}.`,
    question: (title) => set`Retirer ${quote(title)} ? Les réponses qui le citent ne montreront plus ses paragraphes.`,
    remove: 'Retirer',
    keep: 'Garder',
    removed: (title) => set`Retiré : ${quote(title)}.`,
    removedAlready: 'Cet article n’était déjà plus là.',
    kept: 'Rien n’a été retiré.',
    undo: 'Annuler l’ajout',
    undone: (title) => set`Ajout annulé : ${quote(title)} n’est plus là.`,
    use: 'Utiliser dans ce salon',
    used: (title) => set`Ce salon cherche maintenant dans ${quote(title)}.`,
    allUsed: 'Ce salon cherche maintenant dans tous les articles.',
    beginning: 'Début',
    end: 'Fin',
    form: {
      title: 'Coller un article',
      text: 'Le texte de l’article',
      textHint: set`Jusqu’à 4 000 caractères. Pour un texte plus long, joignez un fichier.`,
      name: 'Son titre',
      nameHint: 'Sans titre, les premiers mots en tiennent lieu.',
    },
  },
  articles: { heading: (articles) => count(articles, 'article connu', 'articles connus') },

  notices: {
    thanks: 'Merci.',
    thanksDown: set`Merci. C’est noté : cette réponse n’a pas aidé.`,
    threadOpened: (needsMention) =>
      needsMention ? set`La suite est ici : mentionnez le bot dans votre message.` : set`La suite est ici : écrivez.`,
    forgotten: (of) => set`Effacé : ${kept(of)}. Plus rien n’est gardé sur vous.`,
    nothingKept: 'Rien n’est gardé sur vous.',
    kept: 'Rien n’a été effacé.',
  },

  help: {
    heading: 'Comment demander',
    about: fr.help.about,
    ways: [
      'Mentionnez le bot avec votre question, ou répondez à l’une de ses réponses.',
      set`Touchez « Continuer dans un fil » sous une réponse, et poursuivez là.`,
      'Écrivez-lui un message privé.',
      'Touchez longuement un message (clic droit sur un ordinateur), puis Applications.',
    ],
    commands: 'Commandes',
    menu: 'Dans le menu d’un message',
    promise: set`Chaque citation a été retrouvée mot pour mot dans son article par un programme. Cela prouve d’où vient une affirmation, pas que l’article a raison.`,
  },

  about: {
    heading: 'À propos de Pilcrow',
    version: (version) => `Version ${version}`,
    runningSince: 'En service depuis',
    articles: (articles) => count(articles, 'article connu', 'articles connus'),
    withModel: (model) => set`Modèle : ${model}. Les questions et les passages sont envoyés à celui qui le fournit.`,
    withoutModel: set`Aucun modèle : les réponses sont des citations, et rien n’est envoyé nulle part.`,
    quotationsOnly: set`Seules des citations sont voulues ici : le modèle les choisit, ses propres mots ne sont pas montrés.`,
    promisedHeading: 'Ce qui est promis',
    promised: set`Chaque citation est le texte même de l’article, au paragraphe indiqué ; aucun chiffre, aucune date ni aucun nom d’une affirmation ne manque aux paragraphes cités.`,
    notPromised: set`Ce qui ne l’est pas : que l’affirmation découle de sa citation, ni que l’article dise vrai.`,
    keptHeading: 'Ce qui est gardé sur vous',
    whatIsKept:
      'Vos questions avec leurs réponses, vos avis, et le nombre de vos questions depuis une heure ; ce que coûtent vos questions en message privé, jusqu’à la fin du mois suivant ; et, sur les serveurs qui le veulent, le texte de vos questions restées sans réponse, pour leurs admins. Aucun autre message n’est gardé.',
    keptOfYou: (of) => set`En ce moment : ${kept(of)}.`,
    retention: (days) => `Les réponses sont effacées au bout de ${count(days, 'jour', 'jours')}.`,
    noRetention: 'Les réponses sont gardées jusqu’à ce que vous les effaciez.',
    leaving: (days) =>
      set`Si un serveur retire le bot, tout ce qui est gardé de ce serveur, articles compris, est effacé au bout de ${count(days, 'jour', 'jours')} ; sur demande d’un admin, aussitôt (dans les réglages).`,
    forget: set`Ceci efface tout :`,
  },

  forget: {
    question: (of) =>
      set`Effacer tout ce qui est gardé sur vous (${kept(of)}) ? Les boutons sous vos réponses ne marcheront plus.`,
    confirm: 'Effacer',
    cancel: 'Garder',
  },

  settings: {
    heading: 'Réglages de ce serveur',
    channels: 'Salons où le bot répond',
    everywhere: 'Tous les salons',
    roles: 'Rôles qui peuvent demander',
    adminRoles: 'Rôles qui peuvent voir les statistiques',
    nobodyElse: 'Seuls ceux qui peuvent gérer le serveur',
    everybody: 'Tout le monde',
    curators: 'Rôles qui gèrent les articles',
    managersOnly: 'Seulement qui peut gérer le serveur',
    questionChannels: 'Salons où chaque question reçoit une réponse, sans mention',
    nowhere: 'Aucun',
    needsContentIntent: set`Sans effet pour l’instant : il faut l’intention « message content ». Activez-la sur le portail des développeurs, et réglez DISCORD_MESSAGE_CONTENT=true.`,
    language: 'Langue du bot',
    languageOf: { reader: 'Celle de chaque lecteur', fr: 'Français', en: 'Anglais' },
    hourlyLimit: 'Questions par membre et par heure',
    limit: (questions) => (questions === 0 ? 'Sans limite' : `${count(questions, 'question', 'questions')} par heure`),
    limitOfOperator: (questions) => set`La limite du bot : ${count(questions, 'question', 'questions')} par heure`,
    limits: 'Limites et coûts',
    private: 'Réponses aux commandes',
    privateOn: 'Visibles par celui qui demande',
    privateOff: 'Visibles par tous',
    makePrivate: 'Répondre en privé',
    makePublic: 'Répondre en public',
    defaultArticles: 'Article d’un salon',
    noDefaultArticle: set`Aucun : tous les articles sont lus`,
    chooseChannel: 'Choisissez un salon',
    chooseArticle: 'Choisissez son article',
    removeDefault: 'Aucun article pour ce salon',
    back: 'Retour',
    undo: 'Annuler',
    saved: 'Enregistré.',
    erase: 'Tout effacer…',
    eraseQuestion: set`Effacer tout ce qui est gardé de ce serveur : ses articles, les réponses, les avis et les réglages ? Cela ne se rattrape pas.`,
    eraseConfirm: 'Tout effacer',
    erased: ({ answers, articles }) =>
      set`Effacé : ${count(articles, 'article', 'articles')}, ${count(answers, 'réponse', 'réponses')}, et les réglages de ce serveur.`,
  },

  ...limitsFr,

  failures: {
    no_articles: () => 'Aucun article n’est encore connu. C’est la personne qui gère le bot qui les ajoute.',
    unknown_article: ({ id }) =>
      set`Aucun article ne s’appelle ${quote(id)}. Choisissez-en un dans la liste qui s’ouvre pendant la saisie.`,
    several_articles: ({ known }) => set`Quel article ? Nommez l’un de ceux-ci : ${list(known)}.`,
    model_unauthorized: () => 'Le serveur du modèle a refusé la clé du bot. Prévenez la personne qui gère le bot.',
    model_unavailable: () => 'Le modèle est injoignable en ce moment. Réessayez dans un instant.',
    aborted: () => 'Interrompu. Reposez la question.',
  },
  problems: {
    cannot_write: () =>
      set`Je ne peux pas écrire dans ce salon. Un admin peut l’autoriser : voir le salon, envoyer des messages et, dans les fils, envoyer des messages dans les fils.`,
    thread_closed: () => 'Ce fil est archivé, verrouillé ou supprimé. Reposez la question dans le salon.',
    threads_full: () =>
      set`Trop de fils sont ouverts sur ce serveur : Discord n’en accepte pas un de plus. Archivez-en un, puis réessayez.`,
    role_mentioned: () =>
      set`Vous avez mentionné mon rôle, et Discord ne me donne pas le texte de ces messages. Mentionnez le bot lui-même : dans la liste qui suit le @, son nom porte la marque APP.`,
    message_deleted: () => 'La question a été supprimée et n’a donc pas reçu de réponse.',
    interaction_expired: () => 'La réponse a pris plus de temps que Discord n’en laisse. Reposez la question.',
    button_expired: () =>
      set`Ce bouton ne marche plus : sa réponse ou son article n’est plus gardé. Reposez la question.`,
    member_limit: ({ limit, minutes }) =>
      set`Vous avez posé ${count(limit, 'question', 'questions')} en une heure, et c’est la limite ici. Réessayez dans ${count(minutes, 'minute', 'minutes')}.`,
    server_limit: ({ limit, minutes }) =>
      set`Ce serveur a posé ${count(limit, 'question', 'questions')} en une heure, et c’est sa limite. Réessayez dans ${count(minutes, 'minute', 'minutes')}.`,
    channel_not_allowed: () =>
      'Je ne réponds pas dans ce salon. Demandez dans un des salons que les admins ont choisis.',
    role_not_allowed: () => 'Seuls les membres qui ont certains rôles peuvent demander ici. Adressez-vous à un admin.',
    curators_only: () =>
      set`Seuls les membres qui peuvent gérer le serveur, ou qui ont un rôle choisi pour cela dans les réglages, gèrent les articles.`,
    url_or_file: () => set`Donnez une adresse ou un fichier, pas les deux.`,
    reading_already: ({ limit }) =>
      set`${count(limit, 'article est déjà en cours de lecture', 'articles sont déjà en cours de lecture')} pour ce serveur. Attendez qu’un soit prêt, puis réessayez.`,
    not_undone: () =>
      set`L’article a changé ou n’est plus là : l’ajout n’a pas été annulé. La commande pour retirer un article le peut.`,
    manage_server_only: () => 'Seuls les membres qui peuvent gérer le serveur ont ce droit.',
    admin_only: () =>
      'Seuls les membres qui peuvent gérer le serveur, ou qui ont un rôle choisi par ses admins, ont ce droit.',
    server_only: () => 'Cela ne marche que sur un serveur.',
    no_amount: ({ given }) =>
      set`Rien n’a été enregistré : ${quote(given)} n’est ni un nombre comme 100 000, ni un montant comme 2,50.`,
    above_ceiling: ({ cap, ceiling }) => {
      const period = cap.startsWith('daily') ? 'par jour' : 'par mois'
      const most = cap.endsWith('Micros') ? fr.dollars(ceiling) : count(ceiling, 'token', 'tokens')
      return `Rien n’a été enregistré, car le bot permet au plus ${most} ${period}.`
    },
    above_hourly_ceiling: ({ ceiling }) =>
      `Rien n’a été enregistré, car le bot permet au plus ${count(ceiling, 'question', 'questions')} par heure.`,
    no_text: () => 'Ce message n’a pas de texte à lire.',
    nothing_pasted: () => set`Le formulaire ne contenait pas de texte : rien n’a été ajouté.`,
    no_title: () => set`Ce titre n’a rien de lisible : l’article garde le sien.`,
    text_too_long: ({ length, limit }) =>
      set`Ce texte est trop long : ${number(length)} caractères, et la limite est de ${number(limit)}. Raccourcissez-le.`,
    check_needs_model: () => 'Vérifier une affirmation demande un modèle, et aucun n’est en service.',
    interrupted: () => 'Le bot redémarre et cette réponse a été interrompue. Reposez la question dans une minute.',
  },
  unexpected: set`Quelque chose a échoué sans qu’on s’y attende. Réessayez ; si cela continue, prévenez la personne qui gère le bot.`,
  reference: (reference) => set`Référence : ${reference}`,
}

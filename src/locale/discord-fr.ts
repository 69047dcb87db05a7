/** French, as a reader meets it on Discord. */
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { fr } from './fr.ts'
import { limitsFr } from './limits-fr.ts'
import { listed } from './listed.ts'
import { typeset as set } from './typeset.ts'

const { number, quote } = fr
const count = (value: number, one: string, several: string) => `${number(value)} ${value < 2 ? one : several}`
const list = (items: readonly string[]) => listed(items, (more) => `et ${number(more)} de plus`)
const kept = ({ answers, feedback }: { readonly answers: number; readonly feedback: number }) =>
  `${count(answers, 'réponse', 'réponses')} et ${count(feedback, 'avis', 'avis')}`

const privately = { name: 'privé', description: 'Si vous seul voyez la réponse' }
const ofArticle = { name: 'article', description: set`L’article à lire ; tous s’il n’est pas indiqué` }

export const discordFr: DiscordCatalogue = {
  commands: {
    ask: {
      name: 'demander',
      description: 'Poser une question sur les articles',
      options: {
        question: { name: 'question', description: 'Votre question, avec vos mots' },
        article: ofArticle,
        private: privately,
      },
    },
    summary: {
      name: 'résumé',
      description: 'Résumer un article, chaque point avec sa citation',
      options: {
        article: { name: 'article', description: 'L’article à résumer' },
        length: { name: 'longueur', description: set`La longueur ; moyenne par défaut` },
        language: { name: 'langue', description: set`La langue du résumé ; la vôtre par défaut` },
        private: { name: 'privé', description: 'Si vous seul voyez le résumé' },
      },
    },
    articles: {
      name: 'articles',
      description: 'Les articles connus',
      options: {},
      list: { name: 'liste', description: 'La liste des articles connus' },
    },
    paragraph: {
      name: 'paragraphe',
      description: 'Montrer un paragraphe en entier',
      options: {
        number: { name: 'numéro', description: set`Le numéro du paragraphe : 8 pour ¶8` },
        article: { name: 'article', description: 'L’article où il se trouve' },
      },
    },
    check: {
      name: 'vérifier',
      description: 'Confronter une affirmation aux articles',
      options: {
        statement: { name: 'affirmation', description: 'L’affirmation à vérifier' },
        article: ofArticle,
        private: privately,
      },
    },
    help: { name: 'aide', description: 'Comment demander, et ce que valent les réponses', options: {} },
    settings: { name: 'réglages', description: 'Voir et changer les réglages du bot sur ce serveur', options: {} },
    about: {
      name: 'à-propos',
      description: 'La version, depuis quand le bot tourne, et ce qui est gardé sur vous',
      options: {},
    },
    stats: {
      name: 'statistiques',
      description: 'Ce qui est demandé sur ce serveur, ce qui ne trouve pas de réponse, et ce que cela coûte',
      options: {},
    },
    forgetMe: { name: 'oubliez-moi', description: 'Effacer tout ce qui est gardé sur vous', options: {} },
    menu: { check: 'Confronter aux articles', answer: 'Répondre d’après les articles' },
    lengths: { short: 'court', medium: 'moyen', long: 'long' },
    languages: { fr: 'français', en: 'anglais' },
  },

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
    text_too_long: ({ length, limit }) =>
      set`Ce texte est trop long : ${number(length)} caractères, et la limite est de ${number(limit)}. Raccourcissez-le.`,
    check_needs_model: () => 'Vérifier une affirmation demande un modèle, et aucun n’est en service.',
    interrupted: () => 'Le bot redémarre et cette réponse a été interrompue. Reposez la question dans une minute.',
  },
  unexpected: set`Quelque chose a échoué sans qu’on s’y attende. Réessayez ; si cela continue, prévenez la personne qui gère le bot.`,
  reference: (reference) => set`Référence : ${reference}`,
}

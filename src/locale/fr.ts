/** French, as a reader meets it. */
import type { Catalogue } from './catalogue.ts'
import { listed } from './listed.ts'

/**
 * French as one types it, set as it is printed: a no-break space before ; : ! ? » and after «.
 * What is put in stays as it is.
 */
const set = (typed: TemplateStringsArray, ...facts: readonly string[]): string =>
  typed
    .map((text) => text.replace(/ (?=[;:!?»])/gu, '\u00a0').replace(/(?<=«) /gu, '\u00a0'))
    .map((text, index) => text + (facts[index] ?? ''))
    .join('')

const quote = (text: string) => set`« ${text} »`
const number = (value: number) => value.toLocaleString('fr').replaceAll('\u202f', '\u00a0')
const count = (value: number, one: string, several: string) => `${number(value)} ${value < 2 ? one : several}`
const list = (items: readonly string[]) => listed(items, (more) => `et ${number(more)} de plus`)

const common = '[--knowledge DOSSIER] [--locale fr|en]'

export const fr: Catalogue = {
  quote,
  number,

  answer: {
    notFound: 'Les articles ne le disent pas.',
    quotationsOnly: 'Citations seules, telles que l’article les écrit.',
    partial: set`Réponse partielle : ce qui n’a pas pu être vérifié a été retiré, ou remplacé par sa citation.`,
    nothingStood: 'Ce qui avait été rédigé n’a pas pu être vérifié et n’est donc pas montré.',
    nearest: set`À lire peut-être (ce n’est pas une réponse) :`,
    summary: { short: 'Résumé court', medium: 'Résumé', long: 'Résumé long' },
    check: {
      supported: 'Les articles le disent',
      contradicted: 'Les articles disent le contraire',
      partly: 'Les articles le disent en partie',
      not_covered: 'Les articles n’en parlent pas',
    },
    modelReading: 'lecture du modèle',
  },

  article: {
    paragraphs: (value) => count(value, 'paragraphe', 'paragraphes'),
    source: 'Source',
    author: 'Auteur',
    published: 'Publié le',
    credit: 'Crédit',
    url: 'Adresse',
    language: 'Langue',
    id: 'Identifiant',
  },

  progress: {
    searching: 'Recherche dans les articles…',
    modelReading: 'Le modèle lit les passages…',
    summarising: 'Résumé en cours…',
  },

  chat: {
    greeting: (articles) => (articles === 0 ? 'aucun article pour l’instant' : count(articles, 'article', 'articles')),
    withModel: (model) => `modèle ${model}`,
    withoutModel: set`sans modèle : les réponses sont des citations`,
    invitation: 'Posez une question. /aide donne les commandes, /quitter termine.',
    unknownCommand: (given) => set`La commande ${quote(given)} n’existe pas. /aide donne la liste.`,
    whichParagraph: set`Quel paragraphe ? Par exemple : /paragraphe 8, ou /paragraphe ARTICLE 8`,
    help: set`Posez une question avec vos mots : chaque affirmation de la réponse vient avec sa citation.`,
    commands: [
      ['/résumé [ARTICLE] [court|moyen|long]', 'un résumé, chaque point avec sa citation'],
      ['/articles', 'les articles connus'],
      ['/paragraphe [ARTICLE] NUMÉRO', 'un paragraphe en entier'],
      ['/aide', 'cette liste'],
      ['/quitter', 'terminer'],
    ],
  },

  help: {
    about: 'Pilcrow répond aux questions sur des articles, et montre la citation derrière chaque affirmation.',
    commands: 'Commandes',
    options: 'Options',
    usage: (line) => set`Usage : ${line}`,
    more: 'Ajoutez --help à une commande pour voir ses options.',
    exitCodes: set`Code de sortie : 0 répondu, 3 absent des articles, 2 mauvais usage ou réglage, 1 échec, 130 interrompu.`,
    command: {
      start: {
        usage: `npm start -- ${common}`,
        meaning: set`la discussion dans le terminal ; le bot Discord si DISCORD_TOKEN est défini`,
      },
      chat: { usage: `npm run --silent chat -- ${common}`, meaning: 'la discussion dans le terminal, toujours' },
      ask: {
        usage: `npm run --silent ask -- "QUESTION" [--article ID] [--json] ${common}`,
        meaning: set`une question, une réponse ; - lit la question sur l’entrée standard`,
      },
      summary: {
        usage: `npm run --silent summary -- [ARTICLE] [--length short|medium|long] [--json] ${common}`,
        meaning: 'un résumé, chaque point avec sa citation',
      },
      articles: {
        usage: `npm run --silent articles -- list|show ID [--json] ${common}`,
        meaning: 'les articles connus, ou l’un d’eux avec ses numéros de paragraphe',
      },
    },
    option: {
      json: ['--json', 'une seule valeur JSON sur la sortie standard, rien d’autre'],
      article: ['--article ID', set`chercher dans ce seul article ; le début de son identifiant suffit`],
      length: ['--length', set`short (court), medium (moyen) ou long ; medium par défaut`],
      knowledge: ['--knowledge DOSSIER', 'lire les articles de ce dossier'],
      locale: ['--locale fr|en', 'la langue des mots autour de la réponse'],
      help: ['--help', 'cette aide'],
    },
  },

  failures: {
    wrong_node: ({ found, needed }) =>
      set`Il faut Node ${needed} ; c’est ${found} qui tourne. Lancez « npm ci », puis « npm start » : ils amènent le bon.`,
    wrong_usage: ({ detail, given }) => {
      switch (detail) {
        case 'missing_question':
          return set`Quelle est la question ? Écrivez-la entre guillemets droits.`
        case 'unknown_command':
          return given === '' ? set`Quelle commande ?` : set`La commande ${quote(given)} n’existe pas.`
        case 'unknown_option':
          return set`L’option ${quote(given)} n’existe pas ici.`
        case 'bad_value':
          return set`${quote(given)} ne convient pas ici.`
      }
    },
    bad_config: ({ variable, expected }) =>
      set`${variable} est mal réglée. Valeur attendue : ${expected}. Voyez .env.example.`,
    missing_folder: ({ folder }) =>
      set`Le dossier ${quote(folder)} ne peut pas être lu. Créez-le et mettez-y des articles, ou indiquez-en un autre avec --knowledge.`,
    empty_file: ({ file }) => set`${file} est vide. Collez-y l’article, ou supprimez-le.`,
    binary_file: ({ file }) =>
      set`${file} n’est pas un texte. Enregistrez l’article en texte brut (.txt) ou en Markdown (.md).`,
    unreadable_file: ({ file }) =>
      set`${file} ne peut pas être lu. Vérifiez qu’il est toujours là et que vous avez le droit de le lire.`,
    unknown_encoding: ({ file }) => set`${file} est dans un encodage inconnu. Enregistrez-le en UTF-8.`,
    unsupported_file: ({ file, supported }) =>
      set`${file} est d’un type qui n’est pas lu. Enregistrez-le dans l’un de ces types : ${list(supported)}.`,
    too_many_files: ({ folder, limit }) =>
      set`Le dossier ${quote(folder)} contient plus de ${count(limit, 'fichier', 'fichiers')}. Gardez-en moins, ou indiquez un autre dossier.`,
    file_too_large: ({ file, megabytes, limit }) =>
      set`${file} est trop gros : ${number(megabytes)} Mo, et la limite est de ${number(limit)} Mo. Ne gardez que le texte de l’article.`,
    bad_front_matter: ({ file, line }) =>
      set`${file}, ligne ${number(line)} : cette ligne de l’en-tête est illisible. Écrivez-la comme dans « title: Mon titre ».`,
    no_paragraphs: ({ file }) =>
      set`${file} ne contient aucun paragraphe. Vérifiez que le texte de l’article a été collé en entier.`,
    too_many_paragraphs: ({ file, limit }) =>
      set`${file} a plus de ${count(limit, 'paragraphe', 'paragraphes')}. Divisez-le en plusieurs fichiers.`,
    duplicate_article: ({ file, id, other }) =>
      set`${file} et ${other} ont le même identifiant, ${quote(id)}. Renommez l’un des deux, ou supprimez-le.`,
    no_articles: () =>
      'Aucun article n’est encore connu. Mettez un fichier .txt ou .md dans le dossier des articles, puis relancez.',
    unknown_article: ({ id, known }) =>
      known.length === 0
        ? set`Aucun article ne s’appelle ${quote(id)} : aucun n’est encore connu. Mettez un fichier .txt ou .md dans le dossier des articles.`
        : set`Aucun article ne s’appelle ${quote(id)}. Articles connus : ${list(known)}.`,
    unknown_paragraph: ({ article, number: asked, count: known }) =>
      set`Il n’y a pas de ¶${String(asked)} dans ${quote(article)}, qui a ${count(known, 'paragraphe', 'paragraphes')}.`,
    several_articles: ({ known }) => set`Quel article ? Nommez l’un de ceux-ci : ${list(known)}.`,
    question_too_long: ({ length, limit }) =>
      set`Cette question est trop longue : ${number(length)} caractères, et la limite est de ${number(limit)}. Raccourcissez-la.`,
    bad_prompt: ({ file, variable, problem }) =>
      problem === 'unknown'
        ? set`${file} nomme une variable inconnue, ${quote(variable)}. Retirez-la.`
        : set`Il manque à ${file} la variable ${quote(variable)}. Remettez-la.`,
    several_models: ({ known }) => set`Quel modèle ? Donnez à OPENAI_MODEL l’une de ces valeurs : ${list(known)}.`,
    no_models: ({ url }) => set`Le serveur ${url} n’annonce aucun modèle. Chargez-en un, ou réglez OPENAI_MODEL.`,
    model_unauthorized: () => 'Le serveur du modèle a refusé la clé. Vérifiez OPENAI_API_KEY.',
    model_unavailable: ({ reason }) => {
      switch (reason) {
        case 'timeout':
          return 'Le modèle n’a pas répondu à temps. Réessayez, ou augmentez OPENAI_TIMEOUT_SECONDS.'
        case 'rate_limit':
          return 'Le serveur du modèle n’en accepte pas plus pour l’instant. Patientez un peu, puis réessayez.'
        case 'server':
          return 'Le serveur du modèle a échoué. Réessayez dans un moment.'
        case 'network':
          return 'Le serveur du modèle est injoignable. Vérifiez la connexion et OPENAI_BASE_URL.'
        case 'response':
          return 'Le serveur du modèle a envoyé quelque chose d’illisible. Vérifiez OPENAI_BASE_URL et OPENAI_MODEL.'
      }
    },
    newer_database: ({ file, found, known }) =>
      set`${file} vient d’une version plus récente de Pilcrow (étape ${number(found)} ; celle-ci en connaît ${number(known)}). Mettez Pilcrow à jour, ou indiquez un autre dossier dans DATA_DIR.`,
    unusable_database: ({ file, reason }) => {
      switch (reason) {
        case 'damaged':
          return set`${file} est endommagé, ou n’est pas une base de données. Remplacez-le par une sauvegarde, ou déplacez-le pour repartir de zéro.`
        case 'foreign':
          return set`${file} est la base de données d’un autre programme. Indiquez un autre dossier dans DATA_DIR.`
        case 'denied':
          return set`${file} ne peut pas être ouvert en écriture. Vérifiez que vous avez le droit d’y écrire, ou indiquez un autre dossier dans DATA_DIR.`
        case 'full':
          return set`${file} ne peut pas être ouvert : le disque est plein. Faites de la place, puis relancez.`
        case 'busy':
          return set`${file} est verrouillé par un autre programme. Arrêtez celui-ci, puis relancez.`
        case 'failed':
          return set`${file} ne peut pas être lu : le disque signale une erreur. Vérifiez le disque.`
      }
    },
    storage_failed: ({ reason }) => {
      switch (reason) {
        case 'damaged':
          return 'Les données enregistrées sont endommagées. La personne qui gère Pilcrow doit les remplacer par une sauvegarde.'
        case 'denied':
          return 'Les données enregistrées ne s’ouvrent plus. La personne qui gère Pilcrow doit vérifier le dossier de données.'
        case 'full':
          return set`Plus rien ne peut être enregistré : le disque est plein. La personne qui gère Pilcrow doit faire de la place.`
        case 'busy':
          return 'Les données enregistrées sont verrouillées par un autre programme. Réessayez dans un moment.'
        case 'failed':
          return set`Les données enregistrées sont inaccessibles : le disque signale une erreur. La personne qui gère Pilcrow doit le vérifier.`
      }
    },
    damaged_record: ({ id }) => set`Ce qui est enregistré sous ${quote(id)} ne peut plus être lu.`,
    aborted: () => 'Interrompu.',
  },
  unexpected: set`Quelque chose a échoué sans qu’on s’y attende. Le journal donne les détails.`,
}

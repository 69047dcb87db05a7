/** French, as a reader meets it. */
import type { Catalogue } from './catalogue.ts'
import { failures } from './failures-fr.ts'
import { typeset } from './typeset.ts'
import { count, dollars, number, quote } from './written-fr.ts'

const common = '[--knowledge DOSSIER] [--locale fr|en]'

export const fr: Catalogue = {
  quote,
  number,
  dollars,

  answer: {
    notFound: 'Les articles ne le disent pas.',
    quotationsOnly: 'Citations seules, telles que l’article les écrit.',
    partial: typeset`Réponse partielle : ce qui n’a pas pu être vérifié a été retiré, ou remplacé par sa citation.`,
    nothingStood: 'Ce qui avait été rédigé n’a pas pu être vérifié et n’est donc pas montré.',
    nearest: typeset`À lire peut-être (ce n’est pas une réponse) :`,
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
    fetching: 'Lecture…',
    storing: 'Enregistrement…',
  },

  keeping: {
    added: (title, paragraphs, id) =>
      typeset`Ajouté : ${quote(title)}, ${count(paragraphs, 'paragraphe', 'paragraphes')}. Identifiant : ${id}`,
    already: (title, id) =>
      typeset`Déjà présent, donc pas ajouté une deuxième fois : ${quote(title)}. Identifiant : ${id}`,
    removed: (title) =>
      typeset`Retiré : ${quote(title)}. Son texte a disparu, y compris sous les réponses plus anciennes.`,
    refreshed: (title, paragraphs) =>
      typeset`Nouvelle version : ${quote(title)}, ${count(paragraphs, 'paragraphe', 'paragraphes')}. Les réponses plus anciennes gardent celle qu’elles citent.`,
    unchanged: (title) => typeset`Inchangé : ${quote(title)}.`,
    nothingToRefresh: 'Aucun article d’ici n’a été ajouté depuis une adresse ou un fichier.',
    exported: (articles, file) => typeset`${count(articles, 'article exporté', 'articles exportés')} dans ${file}`,
    imported: (added, already) =>
      typeset`${count(added, 'article importé', 'articles importés')} ; ${number(already)} déjà là.`,
    backedUp: (file) => typeset`La base de données a été copiée dans ${file}`,
  },

  chat: {
    greeting: (articles) => (articles === 0 ? 'aucun article pour l’instant' : count(articles, 'article', 'articles')),
    withModel: (model) => `modèle ${model}`,
    withoutModel: typeset`sans modèle : les réponses sont des citations`,
    invitation: 'Posez une question. /aide donne les commandes, /quitter termine.',
    unknownCommand: (given) => typeset`La commande ${quote(given)} n’existe pas. /aide donne la liste.`,
    whichParagraph: typeset`Quel paragraphe ? Par exemple : /paragraphe 8, ou /paragraphe ARTICLE 8`,
    help: typeset`Posez une question avec vos mots : chaque affirmation de la réponse vient avec sa citation.`,
    commands: [
      ['/résumé [ARTICLE] [court|moyen|long]', 'un résumé, chaque point avec sa citation'],
      ['/articles', 'les articles connus'],
      ['/paragraphe [ARTICLE] NUMÉRO', 'un paragraphe en entier'],
      ['/aide', 'cette liste'],
      ['/quitter', 'terminer'],
    ],
  },

  search: {
    none: typeset`Il n’y a rien où chercher.`,
    scores: typeset`Ce qui a donné leur score aux passages`,
    by: {
      word: typeset`le mot, sous toute forme`,
      exact: 'exactement ce mot',
      similar: 'des mots semblables',
      title: 'dans le titre',
      letters: typeset`les mêmes lettres`,
      closeness: typeset`l’un près de l’autre`,
      sentence: 'dans sa meilleure phrase',
      figure: 'un chiffre, comme demandé',
      neighbours: typeset`dans les paragraphes voisins`,
    },
  },
  help: {
    about: 'Pilcrow répond aux questions sur des articles, et montre la citation derrière chaque affirmation.',
    commands: 'Commandes',
    options: 'Options',
    usage: (line) => typeset`Usage : ${line}`,
    more: 'Ajoutez --help à une commande pour voir ses options.',
    exitCodes: typeset`Code de sortie : 0 répondu, 3 absent des articles, 2 mauvais usage ou réglage, 1 échec, 130 interrompu.`,
    command: {
      start: {
        usage: `npm start -- ${common}`,
        meaning: typeset`la discussion dans le terminal ; le bot Discord si DISCORD_TOKEN est défini`,
      },
      chat: { usage: `npm run --silent chat -- ${common}`, meaning: 'la discussion dans le terminal, toujours' },
      ask: {
        usage: `npm run --silent ask -- "QUESTION" [--article ID] [--json] [--explain] ${common}`,
        meaning: typeset`une question, une réponse ; - lit la question sur l’entrée standard`,
      },
      summary: {
        usage: `npm run --silent summary -- [ARTICLE] [--length short|medium|long] [--json] ${common}`,
        meaning: 'un résumé, chaque point avec sa citation',
      },
      articles: {
        usage: `npm run --silent articles -- list | show ID | add FICHIER|URL … | remove ID … | refresh [ID …] | export FICHIER | import FICHIER [--server ID] [--json] ${common}`,
        meaning: typeset`les articles connus, ou l’un d’eux avec ses numéros de paragraphe ; en ajoute, en retire et les relit, même pendant que le bot tourne`,
      },
      backup: {
        usage: `npm run --silent backup -- FICHIER [--json] [--locale fr|en]`,
        meaning: 'une copie de la base de données dans un nouveau fichier, même pendant que le bot tourne',
      },
      search: {
        usage: `npm run --silent search -- "MOTS" | --collection FICHIER --questions FICHIER [--article ID] [--k N] [--json] [--explain] ${common}`,
        meaning: typeset`les paragraphes qu’une question trouve, le meilleur d’abord ; ou ceux de chaque question d’un fichier`,
      },
      stats: {
        usage: 'npm run --silent stats -- [--json] [--locale fr|en]',
        meaning: 'ce qui a été demandé au bot depuis trente jours, et ce que cela a coûté',
      },
      doctor: {
        usage: `npm run --silent doctor -- ${common}`,
        meaning:
          'vérifie chaque réglage, ceux du bot Discord et du modèle compris, et affiche le lien qui invite le bot',
      },
      verify: {
        usage: 'npm run --silent verify -- [--locale fr|en] < BROUILLONS.jsonl',
        meaning: typeset`juge les brouillons de n’importe quelle chaîne : des lignes JSON en entrée, un verdict par ligne`,
      },
    },
    option: {
      json: ['--json', 'une seule valeur JSON sur la sortie standard, rien d’autre'],
      article: ['--article ID', typeset`chercher dans ce seul article ; le début de son identifiant suffit`],
      length: ['--length', typeset`short (court), medium (moyen) ou long ; medium par défaut`],
      k: ['--k NOMBRE', typeset`combien de paragraphes ; 5 par défaut`],
      explain: ['--explain', typeset`quels mots ont donné son score à chaque paragraphe`],
      collection: [
        '--collection FICHIER',
        typeset`des paragraphes, un objet JSON par ligne : id, article, title, language, text`,
      ],
      questions: [
        '--questions FICHIER',
        typeset`des questions, un objet JSON par ligne : id, question, et article pour un seul article`,
      ],
      server: ['--server ID', 'les articles de ce serveur Discord, à la place des articles communs'],
      knowledge: ['--knowledge DOSSIER', 'lire les articles de ce dossier'],
      locale: ['--locale fr|en', 'la langue des mots autour de la réponse'],
      help: ['--help', 'cette aide'],
    },
  },

  failures,
  unexpected: typeset`Quelque chose a échoué sans qu’on s’y attende. Le journal donne les détails.`,
}

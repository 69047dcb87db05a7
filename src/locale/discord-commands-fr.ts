/** The commands in French, as Discord offers them. */
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { typeset as set } from './typeset.ts'

const privately = { name: 'privé', description: 'Si vous seul voyez la réponse' }
const ofArticle = { name: 'article', description: set`L’article à lire ; tous s’il n’est pas indiqué` }

export const commandsFr: DiscordCatalogue['commands'] = {
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
    add: {
      name: 'ajouter',
      description: set`Ajouter un article : une adresse, un fichier, ou rien pour coller un texte`,
      options: {
        url: { name: 'adresse', description: set`L’adresse de la page, à partir de https://` },
        file: { name: 'fichier', description: 'Un fichier avec l’article' },
      },
    },
    remove: {
      name: 'retirer',
      description: 'Retirer un article de ce serveur',
      options: { article: { name: 'article', description: 'L’article à retirer' } },
    },
    refresh: {
      name: 'actualiser',
      description: set`Relire un article : à son adresse, ou dans un fichier`,
      options: {
        article: { name: 'article', description: 'L’article à relire' },
        file: { name: 'fichier', description: set`Sa nouvelle version ; à son adresse sinon` },
      },
    },
    rename: {
      name: 'renommer',
      description: 'Donner un autre titre à un article',
      options: {
        article: { name: 'article', description: 'L’article à renommer' },
        title: { name: 'titre', description: 'Son nouveau titre' },
      },
    },
    use: {
      name: 'utiliser',
      description: 'Choisir l’article où ce salon cherche',
      options: {
        article: { name: 'article', description: set`L’article de ce salon ; tous s’il n’est pas indiqué` },
      },
    },
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
}

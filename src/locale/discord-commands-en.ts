/** The commands in English, as Discord offers them. */
import type { DiscordCatalogue } from './discord-catalogue.ts'

const privately = { name: 'private', description: 'Whether only you see the answer' }
const ofArticle = { name: 'article', description: 'The article to read; all of them when left out' }

export const commandsEn: DiscordCatalogue['commands'] = {
  ask: {
    name: 'ask',
    description: 'Ask a question about the articles',
    options: {
      question: { name: 'question', description: 'Your question, in your own words' },
      article: ofArticle,
      private: privately,
    },
  },
  summary: {
    name: 'summary',
    description: 'Summarise an article, each point with its quotation',
    options: {
      article: { name: 'article', description: 'The article to summarise' },
      length: { name: 'length', description: 'How long; medium when left out' },
      language: { name: 'language', description: 'The language of the summary; yours when left out' },
      private: { name: 'private', description: 'Whether only you see the summary' },
    },
  },
  articles: {
    name: 'articles',
    description: 'The articles that are known',
    options: {},
    list: { name: 'list', description: 'List the articles that are known' },
    add: {
      name: 'add',
      description: 'Add an article: an address, a file, or neither to paste a text',
      options: {
        url: { name: 'url', description: 'The address of the page, from https:// on' },
        file: { name: 'file', description: 'A file that holds the article' },
      },
    },
    remove: {
      name: 'remove',
      description: 'Remove an article of this server',
      options: { article: { name: 'article', description: 'The article to remove' } },
    },
    refresh: {
      name: 'refresh',
      description: 'Read an article again, from its address or from a file',
      options: {
        article: { name: 'article', description: 'The article to read again' },
        file: { name: 'file', description: 'Its new version; without one, its address is read' },
      },
    },
    rename: {
      name: 'rename',
      description: 'Give an article another title',
      options: {
        article: { name: 'article', description: 'The article to rename' },
        title: { name: 'title', description: 'Its new title' },
      },
    },
    use: {
      name: 'use',
      description: 'Choose the article that is searched in this channel',
      options: { article: { name: 'article', description: 'The article of this channel; without one, all of them' } },
    },
  },
  paragraph: {
    name: 'paragraph',
    description: 'Show a paragraph in full',
    options: {
      number: { name: 'number', description: 'The paragraph’s number: 8 for ¶8' },
      article: { name: 'article', description: 'The article it stands in' },
    },
  },
  check: {
    name: 'check',
    description: 'Check a statement against the articles',
    options: {
      statement: { name: 'statement', description: 'The statement to check' },
      article: ofArticle,
      private: privately,
    },
  },
  help: { name: 'help', description: 'How to ask, and what the answers promise', options: {} },
  settings: { name: 'settings', description: 'See and change how the bot works in this server', options: {} },
  about: { name: 'about', description: 'Version, uptime, and what is kept about you', options: {} },
  stats: {
    name: 'stats',
    description: 'What is asked in this server, what finds no answer, and what it costs',
    options: {},
  },
  forgetMe: { name: 'forget-me', description: 'Delete everything that is kept about you', options: {} },
  menu: { check: 'Check against the articles', answer: 'Answer from the articles' },
  lengths: { short: 'short', medium: 'medium', long: 'long' },
  languages: { fr: 'French', en: 'English' },
}

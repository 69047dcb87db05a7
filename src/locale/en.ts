/** English, as a reader meets it. */
import type { Catalogue } from './catalogue.ts'
import { failures } from './failures-en.ts'
import { count, dollars, number, quote } from './written-en.ts'

const common = '[--knowledge FOLDER] [--locale fr|en]'

export const en: Catalogue = {
  quote,
  number,
  dollars,

  answer: {
    notFound: 'The articles do not say.',
    quotationsOnly: 'Quotations only, in the article’s own words.',
    partial: 'Partial: what could not be verified was left out, or replaced by its quotation.',
    nothingStood: 'What was drafted could not be verified, so it is not shown.',
    nearest: 'Perhaps worth reading (this is not an answer):',
    summary: { short: 'Short summary', medium: 'Summary', long: 'Long summary' },
    check: {
      supported: 'The articles say so',
      contradicted: 'The articles say otherwise',
      partly: 'The articles say so in part',
      not_covered: 'The articles do not speak of it',
    },
    modelReading: 'the model’s reading',
  },

  article: {
    paragraphs: (value) => count(value, 'paragraph', 'paragraphs'),
    source: 'Source',
    author: 'Author',
    published: 'Published',
    credit: 'Credit',
    url: 'Address',
    language: 'Language',
    id: 'Identifier',
  },

  progress: {
    searching: 'Searching the articles…',
    modelReading: 'The model is reading the passages…',
    summarising: 'Summarising…',
    fetching: 'Reading…',
    storing: 'Storing…',
  },

  keeping: {
    added: (title, paragraphs, id) =>
      `Added: ${quote(title)}, ${count(paragraphs, 'paragraph', 'paragraphs')}. Identifier: ${id}`,
    already: (title, id) => `Already there, so not added again: ${quote(title)}. Identifier: ${id}`,
    removed: (title) => `Removed: ${quote(title)}. Its text is gone, under older answers too.`,
    refreshed: (title, paragraphs) =>
      `New version: ${quote(title)}, ${count(paragraphs, 'paragraph', 'paragraphs')}. Older answers keep the one they cite.`,
    unchanged: (title) => `Unchanged: ${quote(title)}.`,
    nothingToRefresh: 'No article here was added from an address or a file.',
    exported: (articles, file) => `${count(articles, 'article', 'articles')} exported to ${file}`,
    imported: (added, already) => `${count(added, 'article', 'articles')} imported; ${number(already)} already there.`,
    backedUp: (file) => `The database was copied to ${file}`,
  },

  chat: {
    greeting: (articles) => (articles === 0 ? 'no article yet' : count(articles, 'article', 'articles')),
    withModel: (model) => `model ${model}`,
    withoutModel: 'no model: answers are quotations',
    invitation: 'Ask a question. /help lists the commands, /quit ends.',
    unknownCommand: (given) => `There is no command ${quote(given)}. /help lists them.`,
    whichParagraph: 'Which paragraph? For example: /paragraph 8, or /paragraph ARTICLE 8',
    help: 'Ask a question in your own words: every statement of the answer comes with its quotation.',
    commands: [
      ['/summary [ARTICLE] [short|medium|long]', 'a summary, each point with its quotation'],
      ['/articles', 'the articles that are known'],
      ['/paragraph [ARTICLE] NUMBER', 'a paragraph in full'],
      ['/help', 'this list'],
      ['/quit', 'end'],
    ],
  },

  search: {
    none: 'There is nothing to search in.',
    scores: 'What gave the passages their scores',
    by: {
      word: 'the word, in any form',
      exact: 'exactly this word',
      similar: 'similar words',
      title: 'in the title',
      letters: 'the same letters',
      closeness: 'close together',
      sentence: 'in its best sentence',
      figure: 'a figure, as asked for',
      neighbours: 'in the paragraphs beside it',
    },
  },
  help: {
    about: 'Pilcrow answers questions about articles, and shows the quotation behind every statement.',
    commands: 'Commands',
    options: 'Options',
    usage: (line) => `Usage: ${line}`,
    more: 'Add --help to a command for its options.',
    exitCodes: 'Exit code: 0 answered, 3 not in the articles, 2 wrong use or settings, 1 failure, 130 interrupted.',
    command: {
      start: {
        usage: `npm start -- ${common}`,
        meaning: 'the chat in the terminal; the Discord bot when DISCORD_TOKEN is set',
      },
      chat: { usage: `npm run --silent chat -- ${common}`, meaning: 'the chat in the terminal, always' },
      ask: {
        usage: `npm run --silent ask -- "QUESTION" [--article ID] [--json] [--explain] ${common}`,
        meaning: 'one question, one answer; - reads the question from standard input',
      },
      summary: {
        usage: `npm run --silent summary -- [ARTICLE] [--length short|medium|long] [--json] ${common}`,
        meaning: 'a summary, each point with its quotation',
      },
      articles: {
        usage: `npm run --silent articles -- list | show ID | add FILE|URL … | remove ID … | refresh [ID …] | export FILE | import FILE [--server ID] [--json] ${common}`,
        meaning:
          'the articles that are known, or one of them with its paragraph numbers; adds, removes and reads them again, also while the bot runs',
      },
      backup: {
        usage: `npm run --silent backup -- FILE [--json] [--locale fr|en]`,
        meaning: 'a copy of the database in a new file, also while the bot runs',
      },
      search: {
        usage: `npm run --silent search -- "WORDS" | --collection FILE --questions FILE [--article ID] [--k N] [--json] [--explain] ${common}`,
        meaning: 'the paragraphs that a question finds, best first; or those of each question of a file',
      },
      stats: {
        usage: 'npm run --silent stats -- [--json] [--locale fr|en]',
        meaning: 'what the bot was asked in the last thirty days, and what that cost',
      },
      doctor: {
        usage: `npm run --silent doctor -- ${common}`,
        meaning:
          'checks every setting, the Discord bot’s and the model’s too, and prints the link that invites the bot',
      },
      verify: {
        usage: 'npm run --silent verify -- [--locale fr|en] < DRAFTS.jsonl',
        meaning: 'judges drafts of any pipeline: JSON lines on standard input, one verdict a line',
      },
    },
    option: {
      json: ['--json', 'one JSON value on standard output, nothing else'],
      article: ['--article ID', 'search this article alone; the first letters of its identifier will do'],
      length: ['--length', 'short, medium or long; medium when not given'],
      k: ['--k N', 'how many paragraphs; 5 when not given'],
      explain: ['--explain', 'which words gave each paragraph its score'],
      collection: ['--collection FILE', 'paragraphs, one JSON object a line: id, article, title, language, text'],
      questions: ['--questions FILE', 'questions, one JSON object a line: id, question, and article for one alone'],
      server: ['--server ID', 'the articles of this Discord server, in place of everybody’s'],
      knowledge: ['--knowledge FOLDER', 'read the articles of this folder'],
      locale: ['--locale fr|en', 'the language of the words around the answer'],
      help: ['--help', 'this help'],
    },
  },

  failures,
  unexpected: 'Something went wrong that should not have. The log has the details.',
}

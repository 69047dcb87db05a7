/** What went wrong, in English: what it is and what to do. */
import type { Catalogue } from './catalogue.ts'
import { count, list, number, quote } from './written-en.ts'

export const failures: Catalogue['failures'] = {
  wrong_node: ({ found, needed }) =>
    `This needs Node ${needed}; ${found} is running. Run "npm ci", then "npm start": they bring the right one.`,
  wrong_usage: ({ detail, given }) => {
    switch (detail) {
      case 'missing_question':
        return 'What is the question? Write it in quotation marks.'
      case 'missing_value':
        return `Something is missing after ${quote(given)}.`
      case 'unknown_command':
        return given === '' ? 'Which command?' : `There is no command ${quote(given)}.`
      case 'unknown_option':
        return `There is no option ${quote(given)} here.`
      case 'bad_value':
        return `${quote(given)} does not fit here.`
    }
  },
  bad_config: ({ variable, expected }) => `${variable} is not set right. It takes ${expected}. See .env.example.`,
  missing_folder: ({ folder }) =>
    `The folder ${quote(folder)} cannot be read. Create it and put articles in it, or name another with --knowledge.`,
  empty_file: ({ file }) => `${file} is empty. Paste the article into it, or remove it.`,
  binary_file: ({ file }) => `${file} is not a text. Save the article as plain text (.txt) or Markdown (.md).`,
  unreadable_file: ({ file }) => `${file} cannot be read. Check that it is still there and that you may read it.`,
  unknown_encoding: ({ file }) => `${file} is in an encoding that is not known. Save it as UTF-8.`,
  unsupported_file: ({ file, supported }) => `${file} is of a kind that is not read. Save it as ${list(supported)}.`,
  too_many_files: ({ folder, limit }) =>
    `The folder ${quote(folder)} holds more than ${count(limit, 'file', 'files')}. Keep fewer, or name another folder.`,
  file_too_large: ({ file, megabytes, limit }) =>
    `${file} is too large: ${number(megabytes)} MB, and ${number(limit)} MB is the limit. Keep the article’s text only.`,
  bad_line: ({ file, line, fields }) =>
    `${file}, line ${number(line)}: this is no JSON object of the form that is expected${fields.length > 0 ? ` (check ${fields.join(', ')})` : ''}.`,
  bad_front_matter: ({ file, line }) =>
    `${file}, line ${number(line)}: this line of the front matter cannot be read. Write it as in "title: My title".`,
  no_paragraphs: ({ file }) => `${file} holds no paragraph. Check that the article’s text was pasted whole.`,
  too_many_paragraphs: ({ file, limit }) =>
    `${file} has more than ${count(limit, 'paragraph', 'paragraphs')}. Divide it into several files.`,
  duplicate_article: ({ file, id, other }) =>
    `${file} and ${other} have the same identifier, ${quote(id)}. Rename one of them, or remove it.`,
  bad_url: ({ url, reason }) => {
    switch (reason) {
      case 'malformed':
        return `${quote(url)} is no address of a page. Copy the whole address, from https:// on.`
      case 'scheme':
        return `${quote(url)} cannot be fetched: only addresses that begin with http:// or https:// can.`
      case 'credentials':
        return `The address given for ${quote(url)} holds a user name or a password. Remove it, or attach the page as a file.`
    }
  },
  private_address: ({ url }) =>
    `${quote(url)} is not on the public internet, so it is not fetched. Attach the page as a file, or have whoever runs Pilcrow name the host in PILCROW_ALLOW_HOSTS.`,
  page_unavailable: ({ url, reason }) => {
    switch (reason) {
      case 'network':
        return `${quote(url)} cannot be reached. Check the address, or try again in a moment.`
      case 'timeout':
        return `${quote(url)} did not answer in time. Try again in a moment, or attach the page as a file.`
      case 'missing':
        return `There is no page at ${quote(url)}. Check the address.`
      case 'refused':
        return `${quote(url)} does not let everybody in. Open it yourself, then attach the page as a file or paste its text.`
      case 'server':
        return `The server of ${quote(url)} did not give the page. Try again in a moment, or attach the page as a file.`
      case 'redirects':
        return `${quote(url)} leads from page to page without end. Open it yourself, and copy the address where it ends.`
      case 'response':
        return `The server of ${quote(url)} sent something that cannot be read. Attach the page as a file.`
    }
  },
  page_too_large: ({ url, limit }) =>
    `${quote(url)} is larger than ${number(limit)} MB. Paste the article’s text instead.`,
  unsupported_page: ({ url, mediaType, supported }) =>
    `${quote(url)} is of a kind that is not read${mediaType === '' ? '' : ` (${mediaType})`}. What is read: ${list(supported)}.`,
  no_article: ({ file }) =>
    `${file} holds no article. Give the page of one article, not a list of them, or paste its text.`,
  paywall: ({ file }) =>
    `${file} holds only the beginning of an article, the rest is for subscribers. If you may read it, paste its text.`,
  too_complex: ({ file }) => `${file} is built in a way that takes too long to read. Paste the article’s text instead.`,
  scanned_file: ({ file }) =>
    `${file} holds pictures of pages, not their text. Run text recognition (OCR) on it first, or paste its text.`,
  locked_file: ({ file }) => `${file} is protected by a password. Save it without one.`,
  damaged_file: ({ file }) => `${file} is damaged or incomplete. Save or download it again.`,
  too_many_pages: ({ file, limit }) =>
    `${file} has more than ${count(limit, 'page', 'pages')}. Divide it into several files.`,
  no_articles: () =>
    'No article is known yet. Put an article (.txt, .md, .html, .pdf or .docx) into the knowledge folder, and start again.',
  unknown_article: ({ id, known }) =>
    known.length === 0
      ? `No article is called ${quote(id)}; none is known yet. Put an article (.txt, .md, .html, .pdf or .docx) into the knowledge folder.`
      : `No article is called ${quote(id)}. Known: ${list(known)}.`,
  unknown_paragraph: ({ article, number: asked, count: known }) =>
    `There is no ¶${asked} in ${quote(article)}, which has ${count(known, 'paragraph', 'paragraphs')}.`,
  several_articles: ({ known }) => `Which article? Name one of these: ${list(known)}.`,
  question_too_long: ({ length, limit }) =>
    `This question is too long: ${number(length)} characters, and ${number(limit)} is the limit. Make it shorter.`,
  bad_prompt: ({ file, variable, problem }) =>
    problem === 'unknown'
      ? `${file} names a variable that is not known, ${quote(variable)}. Remove it.`
      : `${file} lacks the variable ${quote(variable)}. Put it back.`,
  several_models: ({ known }) => `Which model? Set OPENAI_MODEL to one of these: ${list(known)}.`,
  no_models: ({ url }) => `The server ${url} lists no model. Load one there, or set OPENAI_MODEL.`,
  model_unauthorized: () => 'The model’s server refused the key. Check OPENAI_API_KEY.',
  model_unavailable: (facts) => {
    switch (facts.reason) {
      case 'timeout':
        return 'The model did not answer in time. Try again, or set OPENAI_TIMEOUT_SECONDS higher.'
      case 'rate_limit':
        return 'The model’s server allows no more for now. Wait a little, then try again.'
      case 'server':
        return 'The model’s server failed. Try again in a moment.'
      case 'network':
        return 'The model’s server cannot be reached. Check the connection and OPENAI_BASE_URL.'
      case 'response':
        return 'The model’s server sent something that cannot be read. Check OPENAI_BASE_URL and OPENAI_MODEL.'
      case 'crowded':
        return 'Too many questions are waiting for the model already. Try again in a moment.'
      case 'budget':
        return facts.period === 'day'
          ? 'What is left of today’s budget is too little for the model. There is a new one from midnight UTC.'
          : 'What is left of this month’s budget is too little for the model. There is a new one from the 1st, UTC.'
    }
  },
  discord_unauthorized: () =>
    'Discord refused the token. In the developer portal, under Bot, reset it and copy it into DISCORD_TOKEN.',
  discord_intents: () =>
    'Discord does not grant the message content intent. In the developer portal, under Bot, turn it on, or set DISCORD_MESSAGE_CONTENT=false.',
  discord_unavailable: () => 'Discord cannot be reached. Check the connection and DISCORD_API_BASE, then start again.',
  newer_database: ({ file, found, known }) =>
    `${file} was made by a later version of Pilcrow (step ${number(found)}; this one knows ${number(known)}). Update Pilcrow, or name another folder in DATA_DIR.`,
  unusable_database: ({ file, reason }) => {
    switch (reason) {
      case 'damaged':
        return `${file} is damaged, or is no database. Put a backup in its place, or move it away to begin anew.`
      case 'foreign':
        return `${file} is another program’s database. Name another folder in DATA_DIR.`
      case 'denied':
        return `${file} cannot be opened for writing. Check that you may write there, or name another folder in DATA_DIR.`
      case 'full':
        return `${file} cannot be opened: the disk is full. Make room, then start again.`
      case 'busy':
        return `${file} is locked by another program. End that one, then start again.`
      case 'failed':
        return `${file} cannot be read: the disk reports an error. Check the disk.`
    }
  },
  storage_failed: ({ reason }) => {
    switch (reason) {
      case 'damaged':
        return 'The stored data is damaged. Whoever runs Pilcrow has to put a backup in its place.'
      case 'denied':
        return 'The stored data can no longer be opened. Whoever runs Pilcrow has to check the data folder.'
      case 'full':
        return 'Nothing more can be stored: the disk is full. Whoever runs Pilcrow has to make room.'
      case 'busy':
        return 'The stored data is locked by another program. Try again in a moment.'
      case 'failed':
        return 'The stored data cannot be reached: the disk reports an error. Whoever runs Pilcrow has to check it.'
    }
  },
  damaged_record: ({ id }) => `What is stored under ${quote(id)} can no longer be read.`,
  library_full: ({ of, limit }) => {
    switch (of) {
      case 'articles':
        return `No more room: ${count(limit, 'article', 'articles')} is the limit. Remove one first.`
      case 'paragraphs':
        return `No more room: ${count(limit, 'paragraph', 'paragraphs')} in all is the limit. Remove an article first.`
      case 'characters':
        return `No more room: ${count(limit, 'character', 'characters')} in all is the limit. Remove an article first.`
    }
  },
  shared_article: ({ title }) =>
    `${quote(title)} is shared by all servers. Only whoever runs Pilcrow can change or remove it.`,
  folder_article: ({ title, path }) =>
    `${quote(title)} is the file ${path} of the knowledge folder. Change or remove the file: Pilcrow follows it.`,
  not_refreshable: ({ title }) =>
    `${quote(title)} was not added from an address or a file that could be read again. Remove it, then add it anew.`,
  file_exists: ({ file }) => `${file} is there already. Name another file, or remove that one.`,
  unwritable_file: ({ file }) =>
    `${file} cannot be written. Check that the folder exists, that you may write there and that the disk has room.`,
  missing_database: ({ file }) => `There is no ${file} yet: nothing has been kept. Check DATA_DIR.`,
  bad_export: ({ file, line }) =>
    `${file}, line ${number(line)}: this is no line of an export. Nothing was imported. Check the file.`,
  aborted: () => 'Interrupted.',
}

/** English, as a reader meets it on Discord. */
import type { DiscordCatalogue } from './discord-catalogue.ts'
import { commandsEn } from './discord-commands-en.ts'
import { en } from './en.ts'
import { limitsEn } from './limits-en.ts'
import { listed } from './listed.ts'

const { number, quote } = en
const count = (value: number, one: string, several: string) => `${number(value)} ${value === 1 ? one : several}`
const list = (items: readonly string[]) => listed(items, (more) => `and ${number(more)} more`)
const kept = ({ answers, feedback }: { readonly answers: number; readonly feedback: number }) =>
  `${count(answers, 'answer', 'answers')} and ${count(feedback, 'rating', 'ratings')}`

export const discordEn: DiscordCatalogue = {
  commands: commandsEn,

  answer: {
    question: 'Question',
    statement: 'Statement',
    checkWithoutModel: 'Checking a statement needs a model, and none is at work.',
    evidence: 'Where it says so',
    continued: 'continued',
    original: 'original page',
    moreContext: 'More context',
    continueInThread: 'Continue in a thread',
    openThread: 'Open the thread',
    moreEvidence: (page, pages) => `More quotations (${number(page)} of ${number(pages)})`,
    modelDown: 'The model did not answer, so these are quotations only, in the article’s own words.',
    modelDownNotFound: 'The model did not answer, so the articles were searched without it.',
    checkNeedsModel: 'Checking a statement needs a model.',
    crowded: 'Too many questions are waiting for the model, so this one was answered without it.',
    spent: ({ whose, period }) => {
      const owner = { server: 'This server’s', member: 'Your', total: 'The bot’s' }[whose]
      return period === 'day'
        ? `${owner} budget for today no longer covers the model. It answers again after midnight UTC.`
        : `${owner} budget for this month no longer covers the model. It answers again from the 1st, UTC.`
    },
    waiting: (ahead) => `Waiting for the model: ${count(ahead, 'request goes', 'requests go')} first.`,
    stillWorking: 'Still reading…',
  },

  pages: {
    previous: 'Previous',
    next: 'Next',
    page: (page, pages) => `Page ${number(page)} of ${number(pages)}`,
  },
  paragraph: {
    quoted: 'The quotation is in bold.',
    part: (part, parts) => `Part ${number(part)} of ${number(parts)}`,
  },
  context: { heading: 'Before and after' },
  olderVersion: 'From an older version of the article, which has changed since.',

  intake: {
    stages: {
      fetching: 'Fetching…',
      reading: 'Reading…',
      adding: 'Saving…',
    },
    added: 'Article added',
    already: 'This article is known already, so nothing was added.',
    refreshed: 'The new version is in place. Earlier answers keep the one they cite.',
    unchanged: 'Nothing has changed since it was last read.',
    renamed: (title) => `The article is now called ${quote(title)}.`,
    question: (title) => `Remove ${quote(title)}? Answers that cite it will no longer show its paragraphs.`,
    remove: 'Remove',
    keep: 'Keep',
    removed: (title) => `Removed: ${quote(title)}.`,
    removedAlready: 'This article was gone already.',
    kept: 'Nothing was removed.',
    undo: 'Undo',
    undone: (title) => `Undone: ${quote(title)} is no longer there.`,
    use: 'Use in this channel',
    used: (title) => `This channel now searches ${quote(title)}.`,
    allUsed: 'This channel now searches all articles.',
    beginning: 'Beginning',
    end: 'End',
    form: {
      title: 'Paste an article',
      text: 'The text of the article',
      textHint: 'Up to 4,000 characters. For a longer text, attach a file.',
      name: 'Its title',
      nameHint: 'Without one, its first words stand for it.',
    },
  },
  articles: { heading: (articles) => count(articles, 'article', 'articles') },

  notices: {
    thanks: 'Thank you.',
    thanksDown: 'Thank you. It is noted that this answer did not help.',
    threadOpened: (needsMention) =>
      needsMention ? 'Go on here: mention the bot in your message.' : 'Go on here: just write.',
    forgotten: (of) => `Deleted: ${kept(of)}. Nothing is kept about you any more.`,
    nothingKept: 'Nothing is kept about you.',
    kept: 'Nothing was deleted.',
  },

  help: {
    heading: 'How to ask',
    about: en.help.about,
    ways: [
      'Mention the bot with your question, or reply to one of its answers.',
      'Press “Continue in a thread” under an answer, and go on there.',
      'Send it a direct message.',
      'Press and hold a message (right-click on a computer), then Apps.',
    ],
    commands: 'Commands',
    menu: 'In the menu of a message',
    promise:
      'Every quotation was found in its article by code, word for word. That proves where a statement comes from, not that the article is right.',
  },

  about: {
    heading: 'About Pilcrow',
    version: (version) => `Version ${version}`,
    runningSince: 'Running since',
    articles: (articles) => `${count(articles, 'article', 'articles')} known`,
    withModel: (model) => `Model: ${model}. Questions and passages are sent to its provider.`,
    withoutModel: 'No model: answers are quotations, and nothing is sent anywhere.',
    quotationsOnly: 'Whoever runs it wants quotations only: the model chooses them, and its own words are not shown.',
    promisedHeading: 'What is promised',
    promised:
      'Every quotation is the article’s own text at the paragraph it names, and no figure, date or name of a claim is missing from the paragraphs it cites.',
    notPromised: 'Not promised: that a claim follows from its quotation, or that the article is right.',
    keptHeading: 'What is kept about you',
    whatIsKept:
      'Your questions with their answers, your ratings, and how many questions you asked in the last hour; what your questions in direct messages cost, until the end of the next month; and, in servers that want it, the text of your unanswered questions, for their admins. No other message is kept.',
    keptOfYou: (of) => `At present: ${kept(of)}.`,
    retention: (days) => `Answers are deleted after ${count(days, 'day', 'days')}.`,
    noRetention: 'Answers are kept until you delete them.',
    leaving: (days) =>
      `If a server removes the bot, all that is kept of that server, its articles included, is deleted after ${count(days, 'day', 'days')}; at an admin’s request, at once (in the settings).`,
    forget: 'This deletes all of it:',
  },

  forget: {
    question: (of) =>
      `Delete everything that is kept about you (${kept(of)})? The buttons under your answers will stop.`,
    confirm: 'Delete',
    cancel: 'Keep',
  },

  settings: {
    heading: 'Settings of this server',
    channels: 'Channels where the bot answers',
    everywhere: 'Every channel',
    roles: 'Roles that may ask',
    adminRoles: 'Roles that may see statistics',
    nobodyElse: 'Only who may manage the server',
    everybody: 'Everybody',
    curators: 'Roles that manage articles',
    managersOnly: 'Only who may manage the server',
    questionChannels: 'Channels where every question is answered, without a mention',
    nowhere: 'None',
    needsContentIntent:
      'This has no effect yet: it needs the message content intent. Turn it on in the developer portal, and set DISCORD_MESSAGE_CONTENT=true.',
    language: 'Language of the bot',
    languageOf: { reader: 'Each reader’s own', fr: 'French', en: 'English' },
    hourlyLimit: 'Questions a member may ask in an hour',
    limit: (questions) => (questions === 0 ? 'No limit' : `${count(questions, 'question', 'questions')} an hour`),
    limitOfOperator: (questions) => `The bot’s limit: ${count(questions, 'question', 'questions')} an hour`,
    limits: 'Limits and costs',
    private: 'Answers to slash commands',
    privateOn: 'Only the asker sees them',
    privateOff: 'Everybody sees them',
    makePrivate: 'Answer privately',
    makePublic: 'Answer publicly',
    defaultArticles: 'Article of a channel',
    noDefaultArticle: 'None: all articles are searched',
    chooseChannel: 'Choose a channel',
    chooseArticle: 'Choose its article',
    removeDefault: 'No article for this channel',
    back: 'Back',
    undo: 'Undo',
    saved: 'Saved.',
    erase: 'Delete everything…',
    eraseQuestion:
      'Delete all that is kept of this server: its articles, answers, ratings and settings? This cannot be undone.',
    eraseConfirm: 'Delete everything',
    erased: ({ answers, articles }) =>
      `Deleted: ${count(articles, 'article', 'articles')}, ${count(answers, 'answer', 'answers')}, and the settings of this server.`,
  },

  ...limitsEn,

  failures: {
    no_articles: () => 'No article is known yet. Whoever runs the bot adds them.',
    unknown_article: ({ id }) => `No article is called ${quote(id)}. Choose one from the list while you type.`,
    several_articles: ({ known }) => `Which article? Name one of these: ${list(known)}.`,
    model_unauthorized: () => 'The model’s server refused the bot’s key. Tell whoever runs the bot.',
    model_unavailable: () => 'The model cannot be reached right now. Try again in a moment.',
    aborted: () => 'This was interrupted. Ask again.',
  },
  problems: {
    cannot_write: () =>
      'I may not write in this channel. An admin can allow it: View Channel, Send Messages, and in threads Send Messages in Threads.',
    thread_closed: () => 'This thread is archived, locked or gone. Ask again in the channel.',
    threads_full: () => 'Too many threads are open in this server: Discord takes no more. Archive one, then try again.',
    role_mentioned: () =>
      'You mentioned my role, and Discord does not give me the text of such messages. Mention the bot itself: in the list after the @, its name is marked APP.',
    message_deleted: () => 'The question was deleted, so it was not answered.',
    interaction_expired: () => 'This took longer than Discord waits. Ask again.',
    button_expired: () => 'This button no longer works: its answer or article is no longer kept. Ask again.',
    member_limit: ({ limit, minutes }) =>
      `You have asked ${count(limit, 'question', 'questions')} within an hour, which is the limit here. Try again in ${count(minutes, 'minute', 'minutes')}.`,
    server_limit: ({ limit, minutes }) =>
      `This server has asked ${count(limit, 'question', 'questions')} within an hour, which is its limit. Try again in ${count(minutes, 'minute', 'minutes')}.`,
    channel_not_allowed: () => 'I do not answer in this channel. Ask in one of the channels that the admins chose.',
    role_not_allowed: () => 'Only members with certain roles may ask here. Ask an admin.',
    curators_only: () =>
      'Only members who may manage the server, or who have a role that the settings name for it, manage articles.',
    url_or_file: () => 'Give an address or a file, not both.',
    reading_already: ({ limit }) =>
      `${count(limit, 'article is', 'articles are')} being read for this server already. Wait until one is done, then try again.`,
    not_undone: () =>
      'The article has changed or is no longer there, so nothing was undone. The command that removes articles can do it.',
    manage_server_only: () => 'Only members who may manage the server can do this.',
    admin_only: () => 'Only members who may manage the server, or have a role that its admins chose, can do this.',
    server_only: () => 'This works in a server only.',
    no_amount: ({ given }) =>
      `Nothing was saved: ${quote(given)} is neither a number like 100,000 nor an amount like 2.50.`,
    above_ceiling: ({ cap, ceiling }) => {
      const period = cap.startsWith('daily') ? 'a day' : 'a month'
      const most = cap.endsWith('Micros') ? en.dollars(ceiling) : count(ceiling, 'token', 'tokens')
      return `Nothing was saved: the bot allows at most ${most} ${period}.`
    },
    above_hourly_ceiling: ({ ceiling }) =>
      `Nothing was saved: the bot allows at most ${count(ceiling, 'question', 'questions')} an hour.`,
    no_text: () => 'This message has no text to read.',
    nothing_pasted: () => 'There was no text in the form, so nothing was added.',
    no_title: () => 'This title has nothing that can be read, so the article keeps its own.',
    text_too_long: ({ length, limit }) =>
      `This text is too long: ${number(length)} characters, and ${number(limit)} is the limit. Make it shorter.`,
    check_needs_model: () => 'Checking a statement needs a model, and none is at work.',
    interrupted: () => 'The bot is restarting, so this answer was interrupted. Ask again in a minute.',
  },
  unexpected: 'Something went wrong that should not have. Try again; if it stays, tell whoever runs the bot.',
  reference: (reference) => `Reference: ${reference}`,
}

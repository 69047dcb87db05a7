/** English, as whoever runs the bot meets it in `npm run doctor`. */
import type { DoctorCatalogue } from './doctor-catalogue.ts'
import { en } from './en.ts'
import { listed } from './listed.ts'

const { number, quote } = en
const count = (value: number, one: string, several: string) => `${number(value)} ${value === 1 ? one : several}`
const list = (items: readonly string[]) => listed(items, (more) => `and ${number(more)} more`)
const tokens = (input: number, output: number) => `${count(input, 'token', 'tokens')} in, ${number(output)} out`

export const doctorEn: DoctorCatalogue = {
  looking: 'Looking…',
  node: (version) => `Node ${version}`,
  settings: 'The settings can be read.',

  token: {
    missing: {
      text: 'DISCORD_TOKEN is not set, so there is no bot yet. First:',
      details: [
        '1. Open https://discord.com/developers/applications, press New Application and give it a name.',
        '2. Under Bot, press Reset Token and copy what appears.',
        '3. In the file .env write DISCORD_TOKEN= and the token after it. Show it to nobody.',
        '4. Run npm run doctor again: it prints the link that invites the bot.',
      ],
    },
    works: (bot, application) => `The token works: the bot is ${bot}, of the application ${quote(application)}.`,
    otherThing:
      'What is set does not look like a bot’s token, which has three parts with full stops between them. The client secret, the public key and the application’s id are other things.',
  },

  trouble: {
    timeout: (seconds) => `There was no answer within ${count(seconds, 'second', 'seconds')}.`,
    network: (code) => (code === undefined ? 'The connection failed.' : `The connection failed: ${code}.`),
    failing: (status) =>
      `Discord answered with an error of its own (${status}). https://discordstatus.com says how it is.`,
    limited: (seconds) =>
      `Discord allows no more requests for now. Try again in ${count(seconds, 'second', 'seconds')}.`,
    refused: (status) => `Discord refused (${status}).`,
    strange: 'What answered is not Discord. Check DISCORD_API_BASE, and what stands between here and Discord.',
  },

  connection: {
    works: (left, total) =>
      `Discord’s connection for messages can be opened; ${number(left)} of ${number(total)} starts are left today.`,
    closed: (host) => ({
      text: `Discord’s connection for messages cannot be opened: ${host} does not answer.`,
      details: ['It is a WebSocket: a firewall or proxy on the way has to let it through.'],
    }),
    noStartLeft: (hours) => ({
      text: 'Discord allows no more starts of this bot today.',
      details: [
        `There will be some again in ${count(hours, 'hour', 'hours')}. Find out what starts it over and over: each start counts.`,
      ],
    }),
  },

  application: {
    endpoint: {
      text: 'The application has an Interactions Endpoint URL, so no command and no button ever reaches the bot.',
      details: ['In the developer portal, under General Information, empty that field and save.'],
    },
    codeGrant: {
      text: 'The application requires an OAuth2 code grant, so nobody can add it to a server.',
      details: ['In the developer portal, under Bot, turn “Requires OAuth2 Code Grant” off.'],
    },
    noServers: {
      text: 'The application cannot be added to servers.',
      details: ['In the developer portal, under Installation, tick Guild Install and save.'],
    },
    noUsers: {
      text: 'Nobody can install the bot for themselves alone.',
      details: ['If you want that: in the developer portal, under Installation, tick User Install and save.'],
    },
  },

  intent: {
    granted: 'The message content intent is granted: in threads, messages count without a mention.',
    grantedWhileSmall:
      'The message content intent is granted, as to any bot that fewer than 10,000 people can see: in threads, messages count without a mention.',
    missing: {
      text: 'DISCORD_MESSAGE_CONTENT is true, and the message content intent is not granted: the bot cannot start.',
      details: [
        'In the developer portal, under Bot, turn on Message Content Intent and save; or set DISCORD_MESSAGE_CONTENT=false.',
      ],
    },
    unused: {
      text: 'The message content intent is granted and not used.',
      details: [
        'With DISCORD_MESSAGE_CONTENT=true, messages in threads count without a mention, and channels can be question channels.',
      ],
    },
    notNeeded:
      'The message content intent is neither granted nor asked for: mentions, replies, direct messages and commands work without it.',
  },

  servers: {
    none: {
      text: 'The bot is in no server yet.',
      details: ['Open the link below, choose your server and confirm.'],
    },
    joined: (total, looked) =>
      looked < total
        ? `The bot is in ${count(total, 'server', 'servers')}; the first ${number(looked)} were looked at.`
        : `The bot is in ${count(total, 'server', 'servers')}.`,
    notIn: (server) => ({
      text: `The bot is not in the server that DISCORD_GUILD_ID names, ${server}.`,
      details: ['Open the link below and choose that server, or correct DISCORD_GUILD_ID.'],
    }),
    unreadable: (server) => `${quote(server)} could not be looked at.`,
    good: (server, channels) =>
      `${quote(server)}: the bot may do all it needs in ${channels === 1 ? 'the only channel' : `all ${number(channels)} channels`} that it sees.`,
    noChannel: (server) => `${quote(server)}: the bot sees no text channel. Commands work, mentions do not.`,
    silent: (server) => `${quote(server)}: the bot cannot answer messages in any channel. It lacks:`,
    limited: (server, good, channels) =>
      `${quote(server)}: the bot may do all it needs in ${number(good)} of the ${count(channels, 'channel', 'channels')} that it sees. Elsewhere it lacks:`,
    lacks: ({ name, purpose }) => `${name} (${purpose})`,
    inChannel: (channel, permissions) => `#${channel}: ${list(permissions)}`,
    more: (channels) => `and ${count(channels, 'more channel', 'more channels')}`,
    howToGive:
      'To give it: Server Settings → Roles → the bot’s role; for one channel: Edit Channel → Permissions. If it is meant so, all is well.',
    permissions: {
      ViewChannel: { name: 'View Channels', purpose: 'to see messages that mention it' },
      SendMessages: { name: 'Send Messages', purpose: 'to answer' },
      ReadMessageHistory: { name: 'Read Message History', purpose: 'to answer as a reply to the question' },
      CreatePublicThreads: { name: 'Create Public Threads', purpose: 'for the button “Continue in a thread”' },
      SendMessagesInThreads: { name: 'Send Messages in Threads', purpose: 'to answer there' },
    },
  },

  commands: {
    good: (commands, server) =>
      server === undefined
        ? `The ${count(commands, 'command is', 'commands are')} registered everywhere.`
        : `The ${count(commands, 'command is', 'commands are')} registered in the server ${server} alone.`,
    none: { text: 'The commands are not registered yet.', details: ['npm start does it.'] },
    other: {
      text: 'Other commands are registered than this version has.',
      details: ['npm start puts that right.'],
    },
    refused: {
      text: 'The commands of this server cannot be read: the bot was added without its commands.',
      details: ['Open the link below once more and choose the same server. Nothing is lost by that.'],
    },
    twice: (servers) => ({
      text: `The commands are registered both everywhere and for a server of their own, so that members see each twice: ${list(servers)}.`,
      details: [
        'Start the bot again: it takes away what it registered before in another place.',
        'If they stay, since its data folder was another one then: leave DISCORD_GUILD_ID empty, remove the bot from that server and invite it again.',
      ],
    }),
  },

  model: {
    none: {
      text: 'No model is set: answers will be quotations from the articles.',
      details: [
        'That is fine to begin with. For answers in sentences, set OPENAI_API_KEY, or OPENAI_BASE_URL for a model of your own.',
      ],
    },
    writer: {
      works: (model, input, output) =>
        `The model ${quote(model)} answers with quotations that could be verified (${tokens(input, output)}).`,
      unable: (model, input, output) => ({
        text: `The model ${quote(model)} can be reached, and does not answer in the form asked for: JSON with quotations, word for word (${tokens(input, output)}).`,
        details: ['Set another model in OPENAI_MODEL. With this one most answers would be bare quotations.'],
      }),
      meanwhile: 'Until then answers are quotations from the articles.',
    },
    judge: {
      works: (model, input, output) =>
        `The judge ${quote(model)} reads claims beside their quotations (${tokens(input, output)}).`,
      unable: (model, input, output) => ({
        text: `The judge ${quote(model)} can be reached, and does not judge in the form asked for, or objects to what a quotation plainly says (${tokens(input, output)}).`,
        details: ['Set another model in OPENAI_JUDGE_MODEL, or none.'],
      }),
      failed: (why) => `The judge could not be asked (OPENAI_JUDGE_MODEL). ${why}`,
      meanwhile: 'Until then nobody reads the claims a second time. Their quotations are verified all the same.',
    },
    priced: (model, input, output, seen) =>
      `A million tokens of ${quote(model)} are counted at ${input} in and ${output} out, by a list of ${seen}.`,
    unpriced: (model, capped) => ({
      text: `The price of ${quote(model)} is not known, so only its tokens are counted.`,
      details: capped
        ? ['The caps in dollars have no effect. Set those in tokens: LIMIT_TOTAL_DAILY_TOKENS and the like.']
        : [],
    }),
  },

  knowledge: {
    good: (articles, paragraphs, folder) =>
      `${count(articles, 'article', 'articles')} with ${count(paragraphs, 'paragraph', 'paragraphs')} can be read in ${folder}`,
    problems: (files) => `Not everything there could be read (${number(files)}):`,
  },

  data: (folder) => `Answers, settings and feedback can be kept in ${folder}`,

  links: {
    invite: 'To add the bot to a server, with the permissions it needs and no others:',
    user: 'To install its commands for yourself alone, anywhere on Discord:',
  },

  end: {
    good: 'All is well. npm start runs the bot.',
    bad: (things) => `${count(things, 'thing', 'things')} to put right: see ✖ above.`,
  },
}

/** The doctor on what Discord says of the application, the servers and the commands. */
import { GatewayIntentBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { startBot } from '../bot/bot.ts'
import { altered, examined, inBoth, linesOf, needed, startDiscord, textsOf, type Variables } from './doctor-scene.ts'

describe('the message content intent', () => {
  const start = async (privileged: number, wanted: boolean): Promise<Variables> => {
    const discord = await startDiscord({ privileged })
    return {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.api,
      DISCORD_MESSAGE_CONTENT: String(wanted),
    }
  }

  test('asked for and not granted', async () => {
    await inBoth(await start(0, true), 'bad', {
      en: /DISCORD_MESSAGE_CONTENT is true.*cannot start.*\n.*turn on Message Content Intent.*DISCORD_MESSAGE_CONTENT=false/u,
      fr: /DISCORD_MESSAGE_CONTENT vaut true.*ne peut pas démarrer.*\n.*activez Message Content Intent/u,
    })
  })

  test('granted and not used', async () => {
    await inBoth(await start(GatewayIntentBits.MessageContent, false), 'note', {
      en: /granted and not used.*\nWith DISCORD_MESSAGE_CONTENT=true/u,
      fr: /accordée et ne sert pas.*\nAvec DISCORD_MESSAGE_CONTENT=true/u,
    })
  })

  test('neither', async () => {
    await inBoth(await start(0, false), 'good', {
      en: /neither granted nor asked for/u,
      fr: /ni accordée ni demandée/u,
    })
  })

  test('granted after a review, to a bot that many see', async () => {
    const discord = await startDiscord()
    const api = await altered(discord.api, { '/applications/@me': { flags: 1 << 18 } })
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: api, DISCORD_MESSAGE_CONTENT: 'true' }
    await inBoth(variables, 'good', { en: /intent is granted: in threads/u, fr: /est accordée\u00a0: dans les fils/u })
  })
})

describe('the application', () => {
  const start = async (change: object): Promise<Variables> => {
    const discord = await startDiscord()
    const api = await altered(discord.api, { '/applications/@me': change })
    return { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: api }
  }

  test('sends commands elsewhere', async () => {
    await inBoth(await start({ interactions_endpoint_url: 'https://example.org/x' }), 'bad', {
      en: /Interactions Endpoint URL.*\n.*empty that field/u,
      fr: /Interactions Endpoint URL.*\n.*videz ce champ/u,
    })
  })

  test('cannot be added to servers', async () => {
    await inBoth(await start({ bot_require_code_grant: true }), 'bad', {
      en: /OAuth2 code grant/u,
      fr: /OAuth2 Code Grant/u,
    })
    await inBoth(await start({ integration_types_config: { 1: {} } }), 'bad', {
      en: /Guild Install/u,
      fr: /Guild Install/u,
    })
  })

  test('cannot be installed by people: no fault', async () => {
    await inBoth(await start({ integration_types_config: { 0: {} } }), 'note', {
      en: /User Install/u,
      fr: /User Install/u,
    })
  })
})

describe('servers', () => {
  test('none yet: the link is the next step', async () => {
    const discord = await startDiscord()
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }, 'note', {
      en: /in no server yet.*\nOpen the link below/u,
      fr: /encore sur aucun serveur.*\nOuvrez le lien ci-dessous/u,
    })
  })

  test('without a needed permission: which, why, and where to give it', async () => {
    const discord = await startDiscord()
    const guild = discord.guild({ name: 'Readers', everyone: ['ViewChannel'], bot: [] })
    guild.channel({ name: 'general' })
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }, 'bad', {
      en: /“Readers”: the bot cannot answer messages in any channel\. It lacks:\nSend Messages \(to answer\)\nRead Message History .*\nCreate Public Threads .*\nSend Messages in Threads .*\n.*Server Settings → Roles/u,
      fr: /«\u00a0Readers\u00a0»\u00a0: le bot ne peut répondre.*\nEnvoyer des messages \(pour répondre\)\nVoir les anciens messages .*\nCréer des fils publics .*\nEnvoyer des messages dans les fils .*\n.*Paramètres du serveur → Rôles/u,
    })
  })

  test('without a useful one: no fault', async () => {
    const discord = await startDiscord()
    const guild = discord.guild({ everyone: needed.filter((name) => name !== 'CreatePublicThreads') })
    guild.channel()
    guild.channel()
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }, 'note', {
      en: /in 0 of the 2 channels that it sees\. Elsewhere it lacks:\nCreate Public Threads \(for the button/u,
      fr: /dans 0 salon sur les 2 qu’il voit\. Ailleurs, il lui manque\u00a0:\nCréer des fils publics \(pour le bouton/u,
    })
  })

  test('closed in some channels: which; what it does not see is nobody’s business', async () => {
    const discord = await startDiscord()
    const guild = discord.guild({ name: 'Readers', bot: needed })
    guild.channel({ name: 'general' })
    guild.channel({ name: 'news', deny: ['SendMessages', 'SendMessagesInThreads'] })
    guild.channel({ name: 'staff', denyEveryone: ['ViewChannel'], deny: ['ViewChannel'] })
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }
    await inBoth(variables, 'note', {
      en: /in 1 of the 2 channels that it sees\. Elsewhere it lacks:\n#news: Send Messages, Send Messages in Threads\n/u,
      fr: /dans 1 salon sur les 2 qu’il voit\. Ailleurs, il lui manque\u00a0:\n#news\u00a0: Envoyer des messages, /u,
    })
    expect(linesOf(await examined(variables)).join('\n')).not.toContain('staff')
  })

  test('open in one channel alone', async () => {
    const discord = await startDiscord()
    const guild = discord.guild({ everyone: ['ViewChannel'], bot: [] })
    guild.channel({ name: 'general' })
    guild.channel({ name: 'questions', allow: [{ to: discord.bot, permissions: needed }] })
    const findings = await examined({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api })
    expect(textsOf(findings, 'bad')).toEqual([])
    expect(textsOf(findings, 'note').join('\n')).toContain('in 1 of the 2 channels')
  })

  test('more than five: the first five are looked at', async () => {
    const discord = await startDiscord()
    for (let count = 0; count < 7; count += 1) discord.guild({ bot: needed }).channel()
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }, 'good', {
      en: /in 7 servers; the first 5 were looked at/u,
      fr: /sur 7 serveurs\u00a0; les 5 premiers ont été examinés/u,
    })
    expect(discord.requestsTo('GET /guilds/:guild/channels')).toHaveLength(10)
  })

  test('DISCORD_GUILD_ID names one that the bot is not in', async () => {
    const discord = await startDiscord()
    discord.guild({ bot: needed })
    const { id } = discord.guild({ bot: false })
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api, DISCORD_GUILD_ID: id }
    await inBoth(variables, 'bad', {
      en: new RegExp(`not in the server that DISCORD_GUILD_ID names, ${id}\\.\nOpen the link below`, 'u'),
      fr: new RegExp(`n’est pas sur le serveur que nomme DISCORD_GUILD_ID, ${id}\\.\nOuvrez le lien`, 'u'),
    })
  })

  test('DISCORD_GUILD_ID names the one that is looked at', async () => {
    const { discord } = await startBot()
    discord.guild({ name: 'Others', bot: needed })
    const { id } = discord.guild({ name: 'Readers', bot: needed })
    const findings = await examined({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_BASE: discord.api,
      DISCORD_GUILD_ID: id,
    })
    const all = linesOf(findings).join('\n')
    expect(all).toContain('“Readers”: the bot sees no text channel.')
    expect(all).not.toContain('Others')
    expect(all).toContain('The commands are not registered yet.')
  })
})

describe('commands', () => {
  test('not registered, or others', async () => {
    const discord = await startDiscord()
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }
    await inBoth(variables, 'note', {
      en: /not registered yet\.\nnpm start/u,
      fr: /pas encore enregistrées\.\nnpm start/u,
    })
    await fetch(`${discord.api}/v10/applications/${discord.applicationId}/commands`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'ping', description: 'Pong' }),
    })
    await inBoth(variables, 'note', {
      en: /Other commands are registered/u,
      fr: /D’autres commandes sont enregistrées/u,
    })
  })

  test('of one server, and of a server that did not let them in', async () => {
    const discord = await startDiscord()
    const { id } = discord.guild({ bot: needed })
    await startBot({ discord, guildOnly: id })
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api, DISCORD_GUILD_ID: id }
    await inBoth(variables, 'good', {
      en: new RegExp(`registered in the server ${id} alone`, 'u'),
      fr: new RegExp(`sur le seul serveur ${id}`, 'u'),
    })
    discord.fail({
      route: 'GET /applications/:application/guilds/:guild/commands',
      status: 403,
      code: 50_001,
      times: 2,
    })
    await inBoth(variables, 'bad', { en: /added without its commands/u, fr: /ajouté sans ses commandes/u })
  })

  test('of one server and everywhere: members see each twice', async () => {
    const discord = await startDiscord()
    const { id } = discord.guild({ name: 'Readers', bot: needed })
    await startBot({ discord, guildOnly: id })
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }
    expect(linesOf(await examined({ ...variables, DISCORD_GUILD_ID: id })).join('\n')).not.toContain('twice')
    await startBot({ discord })
    await inBoth(variables, 'note', {
      en: /see each twice: Readers\.\nStart the bot again/u,
      fr: /les y voit deux fois\u00a0: Readers\.\nRedémarrez le bot/u,
    })
    await inBoth({ ...variables, DISCORD_GUILD_ID: id }, 'note', { en: /twice: Readers/u, fr: /deux fois/u })
  })

  test('a server that cannot be looked at is named, and why', async () => {
    const discord = await startDiscord()
    discord.guild({ name: 'Readers', bot: needed })
    discord.fail({ route: 'GET /guilds/:guild/channels', status: 503, times: 2 })
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }, 'note', {
      en: /“Readers” could not be looked at\.\n.*503/u,
      fr: /Readers\u00a0» n’a pas pu être examiné\.\n.*503/u,
    })
  })
})

/** Telling Discord the commands: everywhere or to one server, and only when they are others than before. */
import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { commands, commandsHash, globalCommands } from '../../src/discord/commands.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import { startFakeDiscord } from '../fakes/discord/server.ts'
import { type Running, startBot } from './bot.ts'

const EVERYWHERE = 'PUT /applications/:application/commands'
const IN_ONE = 'PUT /applications/:application/guilds/:guild/commands'

const restart = async ({ discord, store, bot }: Running): Promise<Running> => {
  await bot.stop()
  return startBot({ discord, store })
}

const overwrite = (discord: FakeDiscord, data: readonly object[]) =>
  fetch(`${discord.api}/v10/applications/${discord.applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(data),
  })

test('everywhere at the first start, all of them, with French names', async () => {
  const { discord } = await startBot()
  expect(discord.requestsTo(EVERYWHERE)).toHaveLength(1)
  expect(discord.requestsTo(IN_ONE)).toEqual([])
  const registered = discord.commands()
  expect(registered).toHaveLength(globalCommands.length)
  expect(registered.map(({ name }) => name)).toEqual([
    ...Object.keys(commands),
    'Check against the articles',
    'Answer from the articles',
  ])
  expect(registered.map(({ name_localizations: names }) => names?.fr)).toEqual([
    'demander',
    'résumé',
    'articles',
    'paragraphe',
    'vérifier',
    'aide',
    'réglages',
    'à-propos',
    'statistiques',
    'oubliez-moi',
    'Confronter aux articles',
    'Répondre d’après les articles',
  ])
  expect(discord.refused).toEqual([])
})

test('each says where it may be used and by whose installation; settings are for those who manage a server', async () => {
  const { discord } = await startBot()
  for (const command of discord.commands()) {
    const { name, contexts, integration_types: types, default_member_permissions: permissions } = command
    const ofServers = name === 'settings' || name === 'stats'
    expect([name, contexts, types]).toEqual([name, ofServers ? [0] : [0, 1, 2], ofServers ? [0] : [0, 1]])
    expect(permissions).toBe(name === 'settings' ? String(PermissionFlagsBits.ManageGuild) : null)
  }
})

test('not again where nothing changed, and the commands can still be pressed in the help', async () => {
  const first = await startBot()
  const { discord } = await restart(first)
  expect(discord.requestsTo(EVERYWHERE)).toHaveLength(1)
  const guild = discord.guild()
  const help = await guild.member().slash(guild.channel(), 'help').response()
  const ask = discord.commands().find(({ name }) => name === 'ask')
  expect(help.text).toContain(`</ask:${ask?.id}>`)
})

test('again when the definitions changed, and when they are kept for another application', async () => {
  const first = await startBot()
  const { discord, store } = first
  const scope = `${discord.applicationId}:everywhere`
  expect(await store.commandHash(scope)).toBe(commandsHash(globalCommands))
  await store.saveCommandHash(scope, 'of an older version')
  const second = await restart(first)
  expect(discord.requestsTo(EVERYWHERE)).toHaveLength(2)
  expect(await store.commandHash(scope)).toBe(commandsHash(globalCommands))
  await second.bot.stop()
  const other = await startBot({ store })
  expect(other.discord.requestsTo(EVERYWHERE)).toHaveLength(1)
})

test('again when another program changed them meanwhile', async () => {
  const first = await startBot()
  const { discord } = first
  await overwrite(discord, [{ name: 'digest', description: 'digest', type: ApplicationCommandType.ChatInput }])
  const second = await restart(first)
  expect(discord.commands()).toHaveLength(globalCommands.length)
  await overwrite(discord, [])
  await restart(second)
  expect(discord.commands()).toHaveLength(globalCommands.length)
})

test('to one server alone when one is named', async () => {
  const discord = await startFakeDiscord()
  const store = await openSqlite('memory')
  const guild = discord.guild()
  const other = discord.guild()
  const { bot } = await startBot({ discord, store, guildOnly: guild.id })
  expect(discord.requestsTo(EVERYWHERE)).toEqual([])
  expect(discord.requestsTo(IN_ONE)).toHaveLength(1)
  expect(discord.commands(guild)).toHaveLength(globalCommands.length)
  expect(discord.commands()).toEqual([])
  const member = guild.member()
  expect((await member.slash(guild.channel(), 'help').response()).text).toContain('How to ask')
  expect(() => other.member().slash(other.channel(), 'help')).toThrow('no command help is registered')
  await bot.stop()
  const again = await startBot({ discord, store, guildOnly: guild.id })
  expect(discord.requestsTo(IN_ONE)).toHaveLength(1)
  await again.bot.stop()
  await discord.close()
  await store.close()
})

describe('no command is shown twice', () => {
  const start = async () => {
    const discord = await startFakeDiscord()
    const store = await openSqlite('memory')
    onTestFinished(async () => {
      await discord.close()
      await store.close()
    })
    const guilds = [discord.guild(), discord.guild()] as const
    /** One start with this DISCORD_GUILD_ID, and its end. */
    const run = async (guildOnly?: string) => {
      const { bot, log } = await startBot({ discord, store, ...(guildOnly !== undefined && { guildOnly }) })
      await bot.stop()
      return log.filter(({ level }) => level !== 'info')
    }
    /** How many commands there are everywhere, and in each of the servers. */
    const counts = () => [discord.commands().length, ...guilds.map((guild) => discord.commands(guild).length)]
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length
    return { discord, guilds, run, counts, puts }
  }
  const all = globalCommands.length

  test('one server is named, then another, then none: what was registered before is taken away, once', async () => {
    const { guilds, run, counts, puts } = await start()
    const [one, two] = guilds
    await run()
    expect(counts()).toEqual([all, 0, 0])
    await run(one.id)
    expect(counts()).toEqual([0, all, 0])
    await run(two.id)
    expect(counts()).toEqual([0, 0, all])
    await run()
    expect(counts()).toEqual([all, 0, 0])
    const before = puts()
    await run()
    expect(puts()).toBe(before)
    await run(one.id)
    expect(counts()).toEqual([0, all, 0])
  })

  test('what another program registered elsewhere stays', async () => {
    const { discord, guilds, run, counts } = await start()
    await overwrite(discord, [{ name: 'digest', description: 'digest', type: ApplicationCommandType.ChatInput }])
    await run(guilds[0].id)
    expect(counts()).toEqual([1, all, 0])
  })

  test('those that were everywhere stay while the named server cannot have its own', async () => {
    const { discord, run, counts } = await start()
    await run()
    await run(discord.guild({ bot: false }).id)
    expect(counts()).toEqual([all, 0, 0])
  })

  test('where Discord refuses, the bot works, and the next start takes them away', async () => {
    const { discord, guilds, run, counts } = await start()
    await run(guilds[0].id)
    discord.fail({ route: IN_ONE, status: 403, code: 50_001, times: 1 })
    expect(await run()).toMatchObject([{ level: 'error', event: 'commands not registered' }])
    expect(counts()).toEqual([all, all, 0])
    await run()
    expect(counts()).toEqual([all, 0, 0])
  })
})

/** The permissions that the invitation asks for are enough for everything the bot does, and none of them is too much. */
import type { PermissionsString } from 'discord.js'
import { describe, expect, test } from 'vitest'
import {
  basePermissions,
  channelPermissions,
  inviteLink,
  missingIn,
  neededBits,
  neededPermissions,
  userInstallLink,
} from '../../src/discord/permissions.ts'
import type { NeededPermission } from '../../src/locale/doctor-catalogue.ts'
import { buttonOf } from '../bot/answer-to.ts'
import { startBot } from '../bot/bot.ts'
import { answerTo, replyTo } from '../bot/scene.ts'
import { bits } from '../fakes/discord/permission.ts'

const names = neededPermissions.map(({ name }) => name)
const question = 'Quand le dernier gardien a-t-il quitté la tour ?'
/** What members need themselves. */
const members: readonly PermissionsString[] = ['ViewChannel', 'SendMessages', 'SendMessagesInThreads']

/** A server that allows nothing but what a role gives, with a bot of these permissions. */
const startWith = async (permissions: readonly NeededPermission[]) => {
  const running = await startBot()
  const { discord } = running
  const guild = discord.guild({ everyone: [], bot: permissions })
  const channel = guild.channel()
  const ada = guild.member({ permissions: [...members, 'UseApplicationCommands', 'ReadMessageHistory'] })
  return { ...running, channel, ada, me: discord.bot.mention }
}

const without = (name: NeededPermission) => startWith(names.filter((each) => each !== name))

test('with exactly these, mentions, replies, threads and commands work and nothing is refused', async () => {
  const scene = await startWith(names)
  const { discord, channel, ada, me } = scene
  const answer = await answerTo(scene, ada.says(channel, `${me} ${question}`))
  await answerTo(scene, ada.says(channel, 'Et pourquoi le phare ?', { replyTo: answer }))
  await ada.press(answer, buttonOf(answer, 'Continuer')).response()
  await replyTo(discord, ada.says(answer.id, `${me} Combien mesure le phare ?`))
  expect((await ada.slash(channel, 'ask', { question }).response()).text).toContain('1973')
  expect(discord.refused).toEqual([])
})

describe('without one of them something is lost:', () => {
  test('View Channels', async () => {
    const { discord, channel, ada, me } = await without('ViewChannel')
    ada.says(channel, `${me} ${question}`)
    // Commands do not come by the channel.
    expect((await ada.slash(channel, 'ask', { question }).response()).text).toContain('1973')
    expect(discord.requestsTo('POST /channels/:channel/messages')).toEqual([])
  })

  test.each([
    ['SendMessages', 50_013],
    ['ReadMessageHistory', 160_002],
  ] as const)('%s', async (name, code) => {
    const { discord, channel, ada, me } = await without(name)
    ada.says(channel, `${me} ${question}`)
    await discord.waitFor(() => discord.refused.some((refusal) => refusal.code === code), { what: 'a refusal' })
  })

  test.each(['CreatePublicThreads', 'SendMessagesInThreads'] as const)('%s', async (name) => {
    const scene = await without(name)
    const { discord, channel, ada, me } = scene
    const answer = await answerTo(scene, ada.says(channel, `${me} ${question}`))
    await ada.press(answer, buttonOf(answer, 'Continuer')).response()
    expect(discord.refused.map(({ code }) => code)).toEqual([50_013])
  })
})

test('the links ask for the needed permissions and scopes, as Discord documents them', () => {
  const invite = new URL(inviteLink('123456789012345678'))
  expect(`${invite.origin}${invite.pathname}`).toBe('https://discord.com/oauth2/authorize')
  expect(Object.fromEntries(invite.searchParams)).toEqual({
    client_id: '123456789012345678',
    integration_type: '0',
    scope: 'bot applications.commands',
    permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n)),
  })
  expect(Object.fromEntries(new URL(userInstallLink('123456789012345678')).searchParams)).toEqual({
    client_id: '123456789012345678',
    integration_type: '1',
    scope: 'applications.commands',
  })
})

describe('what a member may do', () => {
  const everyone = bits(['ViewChannel', 'SendMessages'])
  const standing = (over: Partial<Parameters<typeof basePermissions>[0]> = {}) => ({
    server: '1',
    member: '9',
    isOwner: false,
    roles: ['2'],
    permissionsOf: new Map([
      ['1', everyone],
      ['2', bits(['ReadMessageHistory'])],
      ['3', bits(['Administrator'])],
    ]),
    ...over,
  })
  const nothing = { allow: 0n, deny: 0n }

  test('in a server: what @everyone and the roles give, all of it for owners and administrators', () => {
    expect(missingIn(basePermissions(standing()))).toEqual(['CreatePublicThreads', 'SendMessagesInThreads'])
    expect(missingIn(basePermissions(standing({ isOwner: true })))).toEqual([])
    expect(
      missingIn(channelPermissions(standing({ roles: ['3'] }), [{ id: '1', type: 0, allow: 0n, deny: neededBits }])),
    ).toEqual([])
  })

  test('in a channel: the member’s own overwrite is stronger than a role’s, that than @everyone’s', () => {
    const send = bits(['SendMessages'])
    const at = (...overwrites: Parameters<typeof channelPermissions>[1]) =>
      missingIn(channelPermissions(standing(), overwrites)).includes('SendMessages')
    expect(at()).toBe(false)
    expect(at({ id: '1', type: 0, ...nothing, deny: send })).toBe(true)
    expect(at({ id: '1', type: 0, ...nothing, deny: send }, { id: '2', type: 0, ...nothing, allow: send })).toBe(false)
    expect(at({ id: '2', type: 0, ...nothing, allow: send }, { id: '1', type: 0, ...nothing, deny: send })).toBe(false)
    expect(at({ id: '2', type: 0, ...nothing, allow: send }, { id: '9', type: 1, ...nothing, deny: send })).toBe(true)
    expect(at({ id: '5', type: 0, ...nothing, deny: send }), 'a role of others').toBe(false)
  })
})

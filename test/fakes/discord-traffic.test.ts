import type { TextChannel } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { logIn, request, startApp, startFake } from './discord-client.ts'

const start = async () => {
  const discord = await startFake()
  const guild = discord.guild()
  const channel = guild.channel()
  const client = await logIn(discord)
  const place = client.channels.cache.get(channel.id) as TextChannel
  return { discord, guild, channel, client, place }
}

const POST = 'POST /channels/:channel/messages'
const PATCH = 'PATCH /channels/:channel/messages/:message'

describe('rate limits', () => {
  test('a 429 is waited for and tried again', async () => {
    const { discord, place } = await start()
    const message = await place.send('a')
    const fault = discord.fail({ route: PATCH, status: 429, retryAfter: 0.3 })
    await message.edit('b')
    expect(fault.hits).toBe(1)
    expect(discord.requestsTo(PATCH).map(({ status }) => status)).toEqual([429, 200])
    const [first, second] = discord.requestsTo(PATCH).map(({ at }) => at)
    // A timer may be a little early, never late enough to matter here.
    expect(Number(second) - Number(first)).toBeGreaterThan(250)
    expect(discord.message(message).text).toBe('b')
  })

  test('the headers keep the client from running into a 429', async () => {
    const { discord, place, channel } = await start()
    discord.limit(POST, { limit: 2, window: 300 })
    await Promise.all(['a', 'b', 'c'].map((text) => place.send(text)))
    expect(discord.requestsTo(POST).map(({ status }) => status)).toEqual([200, 200, 200])
    const path = `/channels/${channel.id}/messages`
    await request(discord, 'POST', path, { content: 'd' })
    const answered = await fetch(`${discord.api}/v10${path}`, {
      method: 'POST',
      headers: { Authorization: `Bot ${discord.token}` },
    })
    expect(answered.status).toBe(429)
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      'retry-after': '1',
      'x-ratelimit-limit': '2',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-ratelimit-scope': 'user',
    })
    expect(await answered.json()).toMatchObject({ global: false, retry_after: expect.any(Number) })
    discord.advance(300)
    expect(await request(discord, 'POST', path, { content: 'e' })).toMatchObject({ status: 200 })
  })

  test('are by channel', async () => {
    const { discord, guild, channel } = await start()
    discord.limit(POST, { limit: 1, window: 60_000 })
    const send = (id: string) => request(discord, 'POST', `/channels/${id}/messages`, { content: 'a' })
    expect(await send(channel.id)).toMatchObject({ status: 200 })
    expect(await send(channel.id)).toMatchObject({ status: 429 })
    expect(await send(guild.channel().id)).toMatchObject({ status: 200 })
  })

  test('over all routes, but not for interactions', async () => {
    const { discord, channel, ada } = await startApp()
    discord.limitAll({ limit: 1, window: 60_000 })
    const me = () => request(discord, 'GET', '/users/@me')
    expect(await me()).toMatchObject({ status: 200 })
    expect(await me()).toMatchObject({ status: 429, body: { global: true } })
    const { id, token } = ada.slash(channel, 'ask', { question: 'a' })
    expect(await request(discord, 'POST', `/interactions/${id}/${token}/callback`, { type: 5 })).toMatchObject({
      status: 204,
    })
    expect(
      await request(discord, 'GET', `/webhooks/${discord.applicationId}/${token}/messages/@original`),
    ).toMatchObject({ status: 200 })
  })
})

describe('faults', () => {
  test('a 5xx is tried again', async () => {
    const { discord, place } = await start()
    discord.fail({ route: POST, status: 503, times: 2 })
    await place.send('a')
    expect(discord.requestsTo(POST).map(({ status }) => status)).toEqual([503, 503, 200])
  })

  test('a refusal of choice, of the request of choice', async () => {
    const { discord, place, channel } = await start()
    discord.fail({ route: POST, after: 1, status: 403, code: 50013, message: 'Missing Permissions' })
    const never = discord.fail({ when: ({ body }) => JSON.stringify(body).includes('never'), status: 400 })
    await place.send('a')
    await expect(place.send('b')).rejects.toMatchObject({ code: 50013, status: 403 })
    await place.send('c')
    expect(never.hits).toBe(0)
    expect(discord.messages(channel).map(({ text }) => text)).toEqual(['a', 'c'])
    expect(discord.refused).toMatchObject([
      { route: POST, code: 50013, params: { channel: channel.id }, body: { content: 'b' } },
    ])
  })

  test('a connection that ends before or after the request took effect', async () => {
    const { discord, channel } = await start()
    const send = (content: string) => request(discord, 'POST', `/channels/${channel.id}/messages`, { content })
    discord.fail({ route: POST, drop: 'before' })
    await expect(send('a')).rejects.toThrow('fetch failed')
    discord.fail({ route: POST, drop: 'after' })
    await expect(send('b')).rejects.toThrow('fetch failed')
    expect(discord.messages(channel).map(({ text }) => text)).toEqual(['b'])
    expect(discord.requestsTo(POST).map(({ status }) => status)).toEqual([undefined, undefined])
  })

  test('latency lets others pass', async () => {
    const { discord, place, channel } = await start()
    const fault = discord.fail({ when: ({ body }) => (body as { content?: string })?.content === 'slow', delay: 100 })
    const slow = request(discord, 'POST', `/channels/${channel.id}/messages`, { content: 'slow' })
    await discord.waitFor(() => fault.hits === 1)
    await place.send('fast')
    await slow
    expect(discord.messages(channel).map(({ text }) => text)).toEqual(['fast', 'slow'])
  })
})

test('routes need the token, and unknown ones are noted', async () => {
  const { discord } = await start()
  expect(await request(discord, 'GET', '/users/@me', undefined, { Authorization: 'Bot wrong' })).toMatchObject({
    status: 401,
    body: { message: '401: Unauthorized', code: 0 },
  })
  expect(await request(discord, 'GET', '/voice/regions')).toMatchObject({ status: 404, body: { code: 0 } })
  expect(discord.unknown).toMatchObject([{ method: 'GET', path: '/voice/regions', status: 404 }])
})

test('waiting in vain says what was waited for, and what happened', async () => {
  const { discord, place } = await start()
  await place.send('a')
  const waiting = discord.waitFor(() => false, { within: 20, what: 'an answer' })
  await expect(waiting).rejects.toThrow(
    /Waited 20 ms for an answer, in vain\.\n.*\n(?: .*\n)* +POST \/channels\/\d+\/messages → 200/,
  )
})

test('a long run can be forgotten', async () => {
  const { discord, place, channel } = await start()
  await place.send('a')
  discord.forget()
  expect([discord.requests, discord.events(), discord.messages(channel)]).toEqual([[], [], []])
  await place.send('b')
  expect(discord.messages(channel)).toHaveLength(1)
})

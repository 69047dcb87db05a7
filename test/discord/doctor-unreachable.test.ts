/** The doctor where Discord, or the way to it, is not as it should be: words and an end, whatever answers. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'vitest'
import { altered, formed, inBoth, serve, startDiscord } from './doctor-scene.ts'

describe('Discord out of reach', () => {
  const words = (detail: string) => ({
    en: new RegExp(`^Discord cannot be reached\\. Check the connection.*\n.*${detail}`, 'u'),
    fr: /^Discord est injoignable\. Vérifiez la connexion.*\n.+/u,
  })

  test('nobody listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const api = `http://127.0.0.1:${port}/api`
    await inBoth({ DISCORD_TOKEN: formed, DISCORD_API_BASE: api }, 'bad', words('ECONNREFUSED'))
  })

  test('no answer comes', async () => {
    const url = await serve(() => {})
    await inBoth({ DISCORD_TOKEN: formed, DISCORD_API_BASE: `${url}/api` }, 'bad', words('within 1 second'), {
      within: 100,
    })
  })

  test('an answer that does not end', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"id":')
    })
    await inBoth({ DISCORD_TOKEN: formed, DISCORD_API_BASE: `${url}/api` }, 'bad', words('within 1 second'), {
      within: 100,
    })
  })

  const notDiscord = { en: /^What answered is not Discord/u, fr: /^Ce qui répond n’est pas Discord/u }
  test.each([
    [200, 'text/html', '<html>Sign in</html>', notDiscord],
    [404, 'text/html', '<html>Not here</html>', notDiscord],
    [200, 'application/json', '{"ok":true}', notDiscord],
    [200, 'application/json', '{"id":', words('The connection failed')],
    [503, 'text/plain', 'upstream', { en: /an error of its own \(503\)/u, fr: /erreur interne \(503\)/u }],
    [
      429,
      'application/json',
      '{"message":"slow","retry_after":7,"global":true}',
      { en: /Try again in [78] seconds/u, fr: /Réessayez dans [78] secondes/u },
    ],
  ])('something else answers: %d %s %s', async (status, type, body, expected) => {
    const url = await serve((_, response) => {
      response.writeHead(status, { 'content-type': type, ...(status === 429 && { 'retry-after': '7' }) }).end(body)
    })
    await inBoth({ DISCORD_TOKEN: formed, DISCORD_API_BASE: `${url}/api` }, 'bad', expected)
  })

  test('its connection for messages is closed, or wears out', async () => {
    const discord = await startDiscord()
    const noSocket = await serve((_, response) => response.writeHead(403).end())
    const api = await altered(discord.api, { '/gateway/bot': { url: noSocket.replace('http', 'ws') } })
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: api }, 'bad', {
      en: /cannot be opened: 127\.0\.0\.1:\d+ does not answer\.\nIt is a WebSocket/u,
      fr: /ne peut pas s’ouvrir\u00a0: 127\.0\.0\.1:\d+ ne répond pas\.\nC’est un WebSocket/u,
    })
    const worn = { total: 1_000, remaining: 0, reset_after: 7_100_000, max_concurrency: 1 }
    const tired = await altered(discord.api, { '/gateway/bot': { session_start_limit: worn } })
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: tired }, 'bad', {
      en: /no more starts.*\n.*in 2 hours/u,
      fr: /plus de démarrage.*\n.*dans 2 heures/u,
    })
  })

  test('the network goes in the middle', async () => {
    const discord = await startDiscord()
    discord.fail({ route: 'GET /users/@me/guilds', drop: 'before', times: 2 })
    await inBoth({ DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.api }, 'bad', words('The connection failed'))
  })
})

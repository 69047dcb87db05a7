/** A server with a channel, two members and a running bot; at the end, what the bot sent must have been well formed. */
import type { FixtureOpts, LLMock } from '@copilotkit/aimock'
import { InteractionResponseType, MessageFlags } from 'discord.js'
import { expect, onTestFinished } from 'vitest'
import { lighthouse } from '../fakes/articles.ts'
import type { Place } from '../fakes/discord/person.ts'
import type { SeenMessage } from '../fakes/discord/seen.ts'
import type { FakeDiscord } from '../fakes/discord/server.ts'
import { answered, claim, type Running, type Setting, startBot } from './bot.ts'

const PEACEFUL = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds

export const startScene = async (setting: Setting = {}) => {
  // With one article, the model's labels are its paragraphs' numbers.
  const running = await startBot({ ...(setting.mock && { articles: [lighthouse] }), ...setting })
  const { discord } = running
  const guild = discord.guild({ name: 'Readers', locale: 'en-US' })
  const channel = guild.channel({ name: 'general' })
  const ada = guild.member({ name: 'Ada' })
  const ben = guild.member({ name: 'Ben' })
  onTestFinished(() => {
    expect(discord.unknown).toEqual([])
    expectPeaceful(discord)
  })
  return { ...running, guild, channel, ada, ben, me: discord.bot.mention }
}

/** Every message that was sent or changed is of components, shows no previews and pings nobody, nor did any. */
export const expectPeaceful = (discord: FakeDiscord): void => {
  const bodies = discord.requests.flatMap(({ path, body }) => {
    const given = body as { readonly data?: object; readonly type?: number; readonly components?: unknown } | undefined
    // A form that opens is no message.
    if (path.endsWith('/callback') && given?.type === InteractionResponseType.Modal) return []
    const message = path.endsWith('/callback') ? given?.data : given
    return message && 'components' in message ? [message as Record<string, unknown>] : []
  })
  for (const body of bodies) {
    expect(Number(body.flags) & PEACEFUL).toBe(PEACEFUL)
    expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false })
  }
  for (const { data } of discord.events('MESSAGE_CREATE')) {
    const { id, author } = data as { readonly id: string; readonly author: { readonly id: string } }
    if (author.id === discord.bot.id && id.length > 5)
      expect(discord.message(id).pings).toEqual({ everyone: false, users: [], roles: [] })
  }
}

/** What the bot wrote in a place, oldest first. */
export const written = (discord: FakeDiscord, place: Place): readonly SeenMessage[] =>
  discord.messages(place).filter(({ authorId }) => authorId === discord.bot.id)

/** Waits until the bot has written as many messages in a place, and what they say counts as finished. */
export const answers = async (discord: FakeDiscord, place: Place, count = 1): Promise<readonly SeenMessage[]> => {
  await discord.waitFor(
    () => {
      const list = written(discord, place)
      return list.length >= count && list.every(isFinished)
    },
    { what: `${count} answers`, within: 15_000 },
  )
  return written(discord, place)
}

/** The answer to a message: the bot's reply to it, finished. */
export const replyTo = (discord: FakeDiscord, message: Pick<SeenMessage, 'id' | 'channelId'>): Promise<SeenMessage> =>
  discord.waitFor(
    () => written(discord, message.channelId).find((each) => each.repliesTo === message.id && isFinished(each)),
    { what: 'a reply', within: 15_000 },
  )

/** The same once it can be followed up: quicker than any person, a test could speak before the bot has noted it. */
export const answerTo = async (
  { discord, store }: Pick<Running, 'discord' | 'store'>,
  message: Pick<SeenMessage, 'id' | 'channelId'>,
): Promise<SeenMessage> => {
  const reply = await replyTo(discord, message)
  await expect.poll(() => store.answerByMessage(reply.id), { interval: 5, timeout: 5_000 }).toBeDefined()
  return reply
}

const isFinished = ({ text }: SeenMessage): boolean => !text.includes('⏳')

/** Waits for all that the bot has to say; what it has not said by then, it never will. */
export const silence = async ({ discord, bot }: Pick<Running, 'discord' | 'bot'>): Promise<void> => {
  // Told on the connection after all else, so that what came before has reached the bot.
  const stranger = discord.guild()
  const ping = stranger.member().says(stranger.channel(), `${discord.bot.mention} Who is Ruth Hollis?`)
  await replyTo(discord, ping)
  await bot.stop()
}

/** All the model was asked, each request as JSON. */
export const asked = (mock: LLMock): readonly string[] => mock.getRequests().map(({ body }) => JSON.stringify(body))

/** The model's replies in order, the last of them again and again. */
export const replies = (mock: LLMock, list: readonly string[], options: FixtureOpts = {}): void => {
  list.forEach((content, index) => {
    const last = index === list.length - 1
    mock.on({ userMessage: /./, ...(!last && { sequenceIndex: index }) }, { content }, options)
  })
}

// Claims about the lighthouse of `fakes/articles.ts` that stand, and some that must not.
export const height = claim('Le phare mesure 28 mètres.', ['P2', 'il mesure 28 mètres'])
export const cost = claim('La rénovation coûtera 3,4 millions d’euros.', [
  'P3',
  'Les travaux coûteront 3,4 millions d’euros',
])
export const keeper = claim('Le dernier gardien était Yann Le Goff.', ['P4', 'Le dernier gardien, Yann Le Goff'])
export const invented = claim('Le phare sera vendu à un milliardaire.', [
  'P1',
  'sera vendu à un milliardaire américain',
])
export const notInArticle = JSON.stringify({ verdict: 'not_in_article', claims: [] })
export { answered, claim }

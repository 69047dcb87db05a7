/** What a bot costs that does nothing: discord.js alone, which says again what it is told. */
import { Client, Events, GatewayIntentBits } from 'discord.js'

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  shardCount: 1,
  rest: { api: process.env.DISCORD_API_BASE ?? '' },
})
client.on(Events.MessageCreate, (message) => {
  if (!message.author.bot) void message.reply({ content: message.content, allowedMentions: { parse: [] } })
})
await client.login(process.env.DISCORD_TOKEN)

import { Client, Events, GatewayIntentBits } from 'discord.js'
const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages], shardCount: 1, rest: { api: process.env.DISCORD_API_BASE ?? '' } })
const b = (label: string, custom_id: string) => ({ type: 2, style: 2, label, custom_id })
client.on(Events.MessageCreate, (message) => {
  if (!message.author.bot) void message.reply({ flags: [32768, 4], components: [{ type: 17, accent_color: 0x2f855a, components: [
    { type: 10, content: '> “On May 24, 1883, after more than thirteen years of work, the Brooklyn” **\\[1]**' }, { type: 14 },
    { type: 10, content: '**Where it says so**\n**\\[1]** ¶1 · How the Brooklyn Bridge was built (Written for Pilcrow)' }, { type: 10, content: '-# Quotations only, in the article’s own words.'},
    { type: 1, components: [b('¶1', 'cited.AAAAAAAAAAAAAAAA.0.0.1.0')] },
    { type: 1, components: [b('More context', 'context.AAAAAAAAAAAAAAAA.1'), { type: 2, style: 2, emoji: { name: '👍' }, custom_id: 'feedback.AAAAAAAAAAAAAAAA.up' }, { type: 2, style: 2, emoji: { name: '👎' }, custom_id: 'feedback.AAAAAAAAAAAAAAAA.down' }, b('Continue in a thread', 'thread.AAAAAAAAAAAAAAAA')] } ] }] as never, allowedMentions: { parse: [], repliedUser: false } })
})
await client.login(process.env.DISCORD_TOKEN)

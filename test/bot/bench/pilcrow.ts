/**
 * The bot as `main.ts` makes it, but for a model that answers at once, quoting the beginning of the first passage.
 * With SCRIPTED=true the whole engine gives one prepared answer, so that what remains is the bot on Discord.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { createArchive } from '../../../src/answer/archive.ts'
import { createEngine } from '../../../src/answer/engine.ts'
import type { Model } from '../../../src/answer/model-request.ts'
import { loadPrompts } from '../../../src/answer/prompt.ts'
import { createBot } from '../../../src/discord/bot.ts'
import { readFolder } from '../../../src/knowledge/folder.ts'
import { createIntake } from '../../../src/knowledge/intake.ts'
import { createLibrary } from '../../../src/knowledge/library.ts'
import { createMembership } from '../../../src/knowledge/membership.ts'
import { createMirror } from '../../../src/knowledge/mirror.ts'
import { createReader } from '../../../src/knowledge/reader.ts'
import { noCeilings } from '../../../src/limits.ts'
import { localeOf } from '../../../src/locale/words.ts'
import { createLog } from '../../../src/log.ts'
import type { Engine } from '../../../src/ports.ts'
import { createPassageIndex } from '../../../src/search/passage-index.ts'
import { newAnswerId } from '../../../src/store/contract.ts'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { detectLanguage } from '../../../src/text/language.ts'
import { isQuestion } from '../../../src/text/question-kind.ts'
import { noUsage } from '../../../src/types.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const { DISCORD_TOKEN: token = '', DISCORD_API_BASE: apiBase = '', DATA_DIR: folder = '' } = process.env

const instant: Model = {
  name: 'instant',
  complete: async ({ messages }) => {
    const sent = messages.map((message) => message.text).join('\n')
    const quote = /<P1[^>]*>((?:\S+ ){12})/.exec(sent)?.[1]?.trim() ?? ''
    const value = { verdict: 'answered', claims: [{ text: quote, citations: [{ paragraph: 'P1', quote }] }] }
    return { kind: 'json', value, text: JSON.stringify(value), usage: noUsage }
  },
}

const stopped = once(process, 'SIGTERM')
const log = createLog({ level: 'warn', secrets: [token], stream: process.stderr })
const libraries = createLibrary(createPassageIndex())
const { articles } = await readFolder(join(root, 'knowledge'), new AbortController().signal)
for (const article of articles) libraries.add(article)
const engine = createEngine({
  library: libraries,
  author: { model: instant, prompts: await loadPrompts(join(root, 'prompts')) },
  onModelFailure: (failure) => log.error('the instant model failed', { failure }),
})
const prepared = await engine.ask(
  {
    text: 'When did the Brooklyn Bridge open to the public?',
    locale: 'en',
    scope: libraries.for(undefined).articles(),
    history: [],
  },
  new AbortController().signal,
)
const scripted: Engine = { ...engine, ask: () => Promise.resolve(prepared) }
const store = await openSqlite({ folder })
const mirror = createMirror(store, libraries, (id, error) => log.error('stored article not read', { id, error }))
const bot = createBot(
  { token, apiBase, messageContent: false },
  {
    engineFor: () => (process.env.SCRIPTED === 'true' ? scripted : engine),
    libraries,
    archive: createArchive(store, libraries, newAnswerId),
    intake: createIntake({ store, libraries, mirror, reader: createReader({ allowHosts: new Set() }), now: Date.now }),
    membership: createMembership(store, mirror, Date.now, log.info),
    retentionDays: 30,
    leavingDays: 30,
    settings: store,
    feedback: store,
    quota: store,
    budget: store,
    counting: store,
    unanswered: store,
    ceilings: noCeilings,
    privacy: store,
    commands: store,
    log,
    // None is named, as "is typing" is for the time that a model takes.
    model: undefined,
    priced: false,
    localeFor: (text) => localeOf(detectLanguage(text)),
    isQuestion: (text) => isQuestion(text, detectLanguage(text)),
    version: 'bench',
    now: Date.now,
  },
)
await bot.start()
await stopped
await bot.stop()
await store.close()
process.exit(0)

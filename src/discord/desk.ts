/** Takes a question from any place on Discord to its stored answer: who may ask, what is searched, what came before. */
import type { Library, OnClaim, ServerSettings } from '../ports.ts'
import {
  type Answer,
  AppError,
  type Article,
  type Locale,
  type Scope,
  type SummaryLength,
  type Turn,
} from '../types.ts'
import type { BotPorts } from './ports.ts'

/** Earlier exchanges that a follow-up is read with. */
const TURNS = 4
const HOUR = 3_600_000
const MINUTE = 60_000

/** Where somebody is, as far as it decides what they may do. */
export type Place = {
  readonly member: string
  /** Undefined in direct messages, and where the bot is installed for the member alone. */
  readonly server: string | undefined
  readonly channel: string
  /** The channel that a thread belongs to. */
  readonly parent: string | undefined
  readonly roles: readonly string[]
}

/** Why somebody is not answered; `locale` has the words. */
export type Refusal =
  | { readonly problem: 'channel_not_allowed' | 'role_not_allowed' }
  | { readonly problem: 'member_limit'; readonly limit: number; readonly minutes: number }

export type Given = {
  readonly place: Place
  readonly locale: Locale
  readonly private: boolean
  /** One of the place's; absent, the channel's own or all. */
  readonly article?: Article | undefined
  readonly signal: AbortSignal
  readonly onClaim?: OnClaim
  /** Nobody addressed the bot: what comes to nothing is neither shown nor kept. */
  readonly unasked?: boolean
}

export type Outcome = {
  /** Absent where the answer could not be kept. */
  readonly id?: string
  readonly answer: Answer
  /** A model was to answer and extraction had to. */
  readonly modelDown: boolean
}

export const createDesk = (ports: BotPorts) => {
  const { engine, archive } = ports

  /** What whoever is there may see of the articles. */
  const libraryOf = ({ server }: Place): Library => ports.libraries.for(server)

  const settingsOf = async ({ server }: Place): Promise<ServerSettings | undefined> =>
    server === undefined ? undefined : ports.settings.settings(server)

  /** What is searched where no article is named: the channel's own, else all. */
  const scopeOf = async (place: Place): Promise<Scope> => {
    const defaults = (await settingsOf(place))?.defaultArticles ?? {}
    const id = defaults[place.channel] ?? (place.parent === undefined ? undefined : defaults[place.parent])
    const library = libraryOf(place)
    const own = id === undefined ? undefined : library.article(id)
    // An article that is gone is no reason to answer nothing at all.
    return own ? [own] : library.articles()
  }

  const scopeFor = async ({ place, article }: Given): Promise<Scope> =>
    article === undefined ? scopeOf(place) : [article]

  const keep = async (question: string, after: string | undefined, given: Given, answer: Answer): Promise<Outcome> => {
    const { member: asker, server, channel } = given.place
    const record = { question, asker, server, channel, private: given.private, after, answer, at: ports.now() }
    const modelDown = ports.model !== undefined && answer.by === 'extract' && answer.kind !== 'not_found'
    if (given.unasked && answer.kind === 'not_found') return { answer, modelDown }
    try {
      return { id: await archive.save(record), answer, modelDown }
    } catch (error) {
      // Whoever asked gets the answer, without what can be pressed.
      ports.log.error('an answer was not kept', { error })
      return { answer, modelDown }
    }
  }

  return {
    libraryOf,
    settingsOf,
    scopeOf,

    /** Whether the bot speaks with this member here at all. */
    async admits(place: Place): Promise<Refusal | undefined> {
      const settings = await settingsOf(place)
      if (!settings) return undefined
      const { channels, roles } = settings
      const here = channels.includes(place.channel) || (place.parent !== undefined && channels.includes(place.parent))
      if (channels.length > 0 && !here) return { problem: 'channel_not_allowed' }
      if (roles.length > 0 && !roles.some((role) => place.roles.includes(role))) return { problem: 'role_not_allowed' }
      return undefined
    },

    /** Counts a question against the member's hourly limit. */
    async counts(place: Place): Promise<Refusal | undefined> {
      const limit = (await settingsOf(place))?.hourlyLimit ?? 0
      if (limit === 0) return undefined
      const at = ports.now()
      const { member, server } = place
      const admission = await ports.quota.admit({ member, server, at }, { limit, windowMs: HOUR })
      if (admission.admitted) return undefined
      return { problem: 'member_limit', limit, minutes: Math.max(1, Math.ceil((admission.againAt - at) / MINUTE)) }
    },

    /** Rejects with `AppError` as the engine does, and with no_articles where there is nothing to answer from. */
    async ask(question: string, given: Given, after?: string): Promise<Outcome> {
      if (libraryOf(given.place).articles().length === 0) throw new AppError('no_articles', {})
      const scope = await scopeFor(given)
      const history: readonly Turn[] = after === undefined ? [] : await archive.turns(after, TURNS)
      const { locale, signal, onClaim } = given
      const answer = await engine.ask({ text: question, locale, scope, history }, signal, onClaim)
      return keep(question, after, given, answer)
    },

    async check(statement: string, given: Given): Promise<Outcome> {
      const answer = await engine.check({ statement, locale: given.locale, scope: await scopeFor(given) }, given.signal)
      return keep(statement, undefined, given, answer)
    },

    async summarise(article: Article, length: SummaryLength, given: Given): Promise<Outcome> {
      const { locale, signal, onClaim } = given
      const answer = await engine.summarise({ article, length, locale }, signal, onClaim)
      return keep(article.head.title, undefined, given, answer)
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

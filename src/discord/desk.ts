/** Takes a question from any place on Discord to its stored answer: who may ask, what is searched, what came before. */

import { AppError } from '../failures.ts'
import { lower } from '../limits.ts'
import type { Engine, Library, OnClaim, ServerSettings, WithoutModel } from '../ports.ts'
import type { Answer, Article, Locale, Scope, SummaryLength, Turn } from '../types.ts'
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
  | { readonly problem: 'member_limit' | 'server_limit'; readonly limit: number; readonly minutes: number }

export type Given = {
  readonly place: Place
  readonly locale: Locale
  readonly private: boolean
  /** One of the place's; absent, the channel's own or all. */
  readonly article?: Article | undefined
  readonly signal: AbortSignal
  readonly onClaim?: OnClaim
  /** How many model calls go before this one's; 0 once its turn has come. */
  readonly onWait?: (ahead: number) => void
}

export type Outcome = {
  /** What the answer is kept under, once it is. */
  readonly id: string
  readonly answer: Answer
  /** A model was to answer and extraction had to. */
  readonly without?: WithoutModel
  /** Keeps and counts the answer, where it is shown. False where it could not be kept; never rejects. */
  readonly keep: () => Promise<boolean>
}

type Without = Pick<Outcome, 'without'>

export const createDesk = (ports: BotPorts) => {
  const { archive } = ports

  /** What whoever is there may see of the articles. */
  const libraryOf = ({ server }: Place): Library => ports.libraries.for(server)

  const read = new WeakMap<Place, Promise<ServerSettings>>()

  /** Read once for a place, which is made anew for each message and each interaction. */
  const settingsOf = async (place: Place): Promise<ServerSettings | undefined> => {
    if (place.server === undefined) return undefined
    const settings = read.get(place) ?? ports.settings.settings(place.server)
    read.set(place, settings)
    return settings
  }

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

  /** An engine on the account of whoever asks, and why its model did not write, once that is known. */
  const engineOf = ({ place: { server, member }, onWait }: Given): { engine: Engine; without: () => Without } => {
    let why: WithoutModel | undefined
    const engine = ports.engineFor({
      payer: server === undefined ? { kind: 'member', id: member } : { kind: 'server', id: server },
      ...(onWait && { onWait }),
      onWithoutModel: (told) => {
        why = told
      },
    })
    return { engine, without: () => (why === undefined ? {} : { without: why }) }
  }

  /** Counted for the admins' statistics, which is no reason to keep an answer back. */
  const count = async ({ kind, by }: Answer, { server }: Place): Promise<void> =>
    ports.counting
      .countOutcome({ server, kind, by, at: ports.now() })
      .catch((error: unknown) => ports.log.error('an outcome was not counted', { error }))

  /** Where the server's admins want to read what is asked in vain; what was asked privately is not theirs. */
  const noteUnanswered = async (question: string, given: Given, { kind }: Answer): Promise<void> => {
    const { server, member } = given.place
    if (kind !== 'not_found' || server === undefined || given.private) return
    // As they are now: what is no longer wanted is not kept.
    const { keepUnanswered } = await ports.settings.settings(server)
    if (keepUnanswered) await ports.unanswered.keepUnanswered({ server, member, question, at: ports.now() })
  }

  const save = async (record: Parameters<typeof archive.save>[0]): Promise<boolean> => {
    try {
      await archive.save(record)
      return true
    } catch (error) {
      ports.log.error('an answer was not kept', { error })
      return false
    }
  }

  const outcomeOf = (
    question: string,
    after: string | undefined,
    given: Given,
    { answer, without }: Pick<Outcome, 'answer' | 'without'>,
  ): Outcome => {
    const { member: asker, server, channel } = given.place
    const id = archive.newId()
    const record = { id, question, asker, server, channel, private: given.private, after, answer, at: ports.now() }
    return {
      id,
      answer,
      // Extraction may have found what a model that wrote nothing of use did not; only then it stands for the model.
      ...(answer.by === 'extract' && without !== undefined && { without }),
      async keep() {
        const kept = await save(record)
        await count(answer, given.place)
        return kept
      },
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

    /** Counts a question against the hourly limits of the member and of the server. */
    async counts(place: Place): Promise<Refusal | undefined> {
      const { member, server } = place
      const settings = await settingsOf(place)
      const { hourly } = ports.ceilings
      const limit = lower(settings?.hourlyLimit || undefined, hourly.member)
      const serverLimit = settings && lower(settings.serverHourlyLimit || undefined, hourly.server)
      if (limit === undefined && serverLimit === undefined) return undefined
      const at = ports.now()
      const limits = { ...(limit !== undefined && { limit }), ...(serverLimit !== undefined && { serverLimit }) }
      const admission = await ports.quota.admit({ member, server, at }, { ...limits, windowMs: HOUR })
      if (admission.admitted) return undefined
      const minutes = Math.max(1, Math.ceil((admission.againAt - at) / MINUTE))
      return admission.whose === 'member'
        ? { problem: 'member_limit', limit: limit ?? 0, minutes }
        : { problem: 'server_limit', limit: serverLimit ?? 0, minutes }
    },

    /** Rejects with `AppError` as the engine does, and with no_articles where there is nothing to answer from. */
    async ask(question: string, given: Given, after?: string): Promise<Outcome> {
      if (libraryOf(given.place).articles().length === 0) throw new AppError('no_articles', {})
      const scope = await scopeFor(given)
      const history: readonly Turn[] = after === undefined ? [] : await archive.turns(after, TURNS)
      const { locale, signal, onClaim } = given
      const { engine, without } = engineOf(given)
      const answer = await engine.ask({ text: question, locale, scope, history }, signal, onClaim)
      const outcome = outcomeOf(question, after, given, { answer, ...without() })
      return {
        ...outcome,
        async keep() {
          const kept = await outcome.keep()
          await noteUnanswered(question, given, answer).catch((error: unknown) =>
            ports.log.error('an unanswered question was not kept', { error }),
          )
          return kept
        },
      }
    },

    async check(statement: string, given: Given): Promise<Outcome> {
      const { engine, without } = engineOf(given)
      const answer = await engine.check({ statement, locale: given.locale, scope: await scopeFor(given) }, given.signal)
      return outcomeOf(statement, undefined, given, { answer, ...without() })
    },

    async summarise(article: Article, length: SummaryLength, given: Given): Promise<Outcome> {
      const { locale, signal, onClaim } = given
      const { engine, without } = engineOf(given)
      const answer = await engine.summarise({ article, length, locale }, signal, onClaim)
      return outcomeOf(article.head.title, undefined, given, { answer, ...without() })
    },
  }
}

export type Desk = ReturnType<typeof createDesk>

/** From work on an answer to messages on a surface: claims as they come, the finished answer, or words for a failure. */
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../failures.ts'
import type { OnClaim } from '../ports.ts'
import type { Claim, Locale } from '../types.ts'
import type { Outcome } from './desk.ts'
import type { BotPorts } from './ports.ts'
import { createProgress } from './progress.ts'
import { type AnswerOptions, type ProgressOptions, renderAnswer, renderProgress } from './render/answer.ts'
import { renderFailure, renderProblem } from './render/notice.ts'
import { isUnwritable, type Surface } from './surface.ts'
import { createWaiting } from './waiting.ts'

/** Names an error for the member who met it and in the log, so that the two can be put together. */
const newReference = (): string => randomBytes(3).toString('hex')

export type Delivery = {
  readonly surface: Surface
  readonly locale: Locale
  readonly stage: ProgressOptions['stage']
  /** Where the messages are, for the archive. */
  readonly channel: string
  readonly options?: Pick<AnswerOptions, 'thread' | 'asked' | 'check'>
  /** An answer that found nothing is not shown. */
  readonly quiet?: boolean
  /** What to do where nothing can be written any more; the error says why. */
  readonly unwritable?: (error: unknown) => Promise<void>
}

/** Tells a failure on the surface; what nobody expected gets a reference that the log holds too. */
export const tellFailure = async (
  error: unknown,
  { surface, locale, shown }: Pick<Delivery, 'surface' | 'locale'> & { readonly shown: boolean },
  { log }: Pick<BotPorts, 'log'>,
): Promise<void> => {
  if (isUnwritable(error)) return log.info('could not write', { error })
  const expected = error instanceof AppError ? error : undefined
  const reference = expected ? undefined : newReference()
  if (reference) log.error('unexpected error', { error, reference })
  else log.info('a question failed', { error })
  const body =
    expected?.code === 'aborted'
      ? renderProblem('interrupted', {}, locale)
      : renderFailure(expected, { locale, ...(reference !== undefined && { reference }) })
  // What was shown of an answer stays; the failure stands below it.
  await (shown ? surface.add(body) : surface.put(body)).catch((failure: unknown) =>
    log.warn('could not tell a failure', { failure, error }),
  )
}

/** Two turns of the event loop: by then the client's library has handed a request that may go to its socket. */
const onItsWay = async (): Promise<void> => {
  await setImmediate()
  await setImmediate()
}

/**
 * Never rejects: one answer that fails is no other's affair. `work` gets a signal that tells it to give up, since
 * nobody can read its answer any more.
 */
export const deliver = async (
  { surface, locale, stage, channel, options, quiet, unwritable }: Delivery,
  work: (onClaim: OnClaim, lost: AbortSignal, onWait: (ahead: number) => void) => Promise<Outcome>,
  { archive, log }: Pick<BotPorts, 'archive' | 'log'>,
): Promise<void> => {
  const lost = new AbortController()
  let shown: readonly Claim[] = []
  let whole = false
  const progressOptions: ProgressOptions = {
    locale,
    stage,
    ...(options?.asked !== undefined && { asked: options.asked }),
  }
  const waiting = createWaiting(async (ahead) => {
    if (quiet || shown.length > 0 || lost.signal.aborted) return
    await surface
      .put(renderProgress([], { ...progressOptions, ahead })[0])
      .catch((error: unknown) => log.info('could not show progress', { error }))
  })
  const progress = createProgress<Claim>(
    async (claims) => {
      // A first message that is on its way must be there to be changed.
      await waiting.stop()
      await surface.put(renderProgress(claims, progressOptions)[0])
      shown = claims
    },
    (error) => {
      log.info('could not show progress', { error })
      if (isUnwritable(error)) lost.abort(error)
    },
  )
  /** So that replies find the answer. */
  const link = async (answer: string, message: string): Promise<void> => {
    await archive.link({ answer, channel, message }).catch((error: unknown) => log.warn('not linked', { error }))
  }
  /** Takes the word that more is to come from what was shown. */
  const conclude = async (): Promise<void> => {
    const [body] = renderProgress(shown, { ...progressOptions, over: true })
    await surface.put(body).catch((error: unknown) => log.info('could not show progress', { error }))
  }
  const failed = async (error: unknown): Promise<void> => {
    const isShown = whole || shown.length > 0
    if (isUnwritable(error) && unwritable) return unwritable(error)
    if (quiet && !isShown) return log.warn('a question that nobody addressed to the bot failed', { error })
    await tellFailure(error, { surface, locale, shown: isShown }, { log })
    if (isShown && !whole && !isUnwritable(error)) await conclude()
  }

  try {
    const { id, answer, without, keep } = await work(progress.onClaim, lost.signal, waiting.onWait).finally(
      async () => {
        await waiting.stop()
        await progress.stop()
      },
    )
    lost.signal.throwIfAborted()
    if (quiet && answer.kind === 'not_found') return
    const told = { locale, ...options, ...(without !== undefined && { without }) }
    const messages = renderAnswer(answer, { ...told, id })
    await progress.due()
    // Kept while it travels: nobody can press what has not arrived.
    const [message, kept] = await Promise.all([surface.put(messages[0]), onItsWay().then(keep)])
    whole = true
    // An answer that is not kept has no buttons, and no replies find it.
    const [first, ...others] = kept ? messages : renderAnswer(answer, told)
    if (kept) await link(id, message)
    else await surface.put(first)
    for (const body of others) {
      const added = await surface.add(body)
      if (kept) await link(id, added)
    }
  } catch (error) {
    await failed(lost.signal.aborted ? lost.signal.reason : error)
  }
}

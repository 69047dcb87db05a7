/** From work on an answer to messages on a surface: claims as they come, the finished answer, or words for a failure. */
import { randomBytes } from 'node:crypto'
import type { OnClaim } from '../ports.ts'
import { AppError, type Locale } from '../types.ts'
import type { Outcome } from './desk.ts'
import type { BotPorts } from './ports.ts'
import { createProgress } from './progress.ts'
import { type AnswerOptions, type ProgressOptions, renderAnswer, renderProgress } from './render/answer.ts'
import { renderFailure, renderProblem } from './render/notice.ts'
import { isForbidden, isGone, type Surface } from './surface.ts'

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
  /** What to do where the bot may not write at all. */
  readonly forbidden?: () => Promise<void>
}

/** Tells a failure on the surface; what nobody expected gets a reference that the log holds too. */
export const tellFailure = async (
  error: unknown,
  { surface, locale, shown }: Pick<Delivery, 'surface' | 'locale'> & { readonly shown: boolean },
  { log }: Pick<BotPorts, 'log'>,
): Promise<void> => {
  if (isGone(error) || isForbidden(error)) return log.info('could not write', { error })
  const expected = error instanceof AppError ? error : undefined
  const reference = expected ? undefined : newReference()
  if (reference) log.error('unexpected error', { error, reference })
  const interrupted = expected?.code === 'aborted'
  const body = interrupted
    ? renderProblem('interrupted', {}, locale)
    : renderFailure(expected, { locale, ...(reference !== undefined && { reference }) })
  // What was shown of an answer stays; the failure stands below it.
  await (shown ? surface.add(body) : surface.put(body)).catch((failure: unknown) =>
    log.warn('could not tell a failure', { failure, error }),
  )
}

/** Never rejects: one answer that fails is no other's affair. */
export const deliver = async (
  { surface, locale, stage, channel, options, quiet, forbidden }: Delivery,
  work: (onClaim: OnClaim) => Promise<Outcome>,
  ports: Pick<BotPorts, 'archive' | 'log'>,
): Promise<void> => {
  let shown = false
  const progress = createProgress(
    async (claims) => {
      await surface.put(renderProgress(claims, { locale, stage })[0])
      shown = true
    },
    (error) => ports.log.info('could not show progress', { error }),
  )
  const link = async (answer: string, message: string): Promise<void> => {
    await ports.archive.link({ answer, channel, message })
  }
  try {
    const outcome = await work(progress.onClaim).finally(progress.finish)
    const { id, answer, modelDown } = outcome
    if (quiet && answer.kind === 'not_found') return
    const [first, ...others] = renderAnswer(answer, { locale, id, modelDown, ...options })
    await link(id, await surface.put(first))
    for (const body of others) await link(id, await surface.add(body))
  } catch (error) {
    if (isForbidden(error) && forbidden) await forbidden()
    else if (!quiet || shown) await tellFailure(error, { surface, locale, shown }, ports)
    else ports.log.warn('a question that nobody addressed to the bot failed', { error })
  }
}
